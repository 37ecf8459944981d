from dataclasses import replace
from pathlib import Path

from any_statement import readings
from by_hand import spans, statement
from hypothesis import given

from onrecord import Article
from onrecord.export import COLUMNS, row
from onrecord.types import Addressee, Aside, AsideKind, Channel, ChannelKind, How, Span

REPOSITORY = Path(__file__).parents[2]
OFFSETS = {
    "content": "words",
    "source": "source_words",
    "cue": "cue_words",
    "speaker_standing": "speaker_standing_words",
    "asides_span": "asides_words",
}
ON_ONE_LINE = {
    "speaker_name_span": "speaker_name",
    "speaker_title_span": "speaker_title",
    "speaker_speaks_for_span": "speaker_speaks_for",
    "place_span": "place_words",
    "occasion_span": "occasion_words",
    "addressee_span": "addressee_words",
}


def slices(article, cell):
    """Return the words that an offsets cell points to, as its reader would find them."""
    pairs = [piece.split("-") for piece in cell.split(";")] if cell else []
    return [article.text[int(start) : int(end)] for start, end in pairs]


@given(readings())
def test_every_offset_slices_to_the_words_beside_it(reading):
    article, statements = reading
    for one in statements:
        cells = row(article, one)
        for offsets, words in OFFSETS.items():
            assert " … ".join(slices(article, cells[offsets])) == (cells[words] or "")
        for offsets, words in ON_ONE_LINE.items():
            found = " ".join("".join(slices(article, cells[offsets])).split())
            assert found == (cells[words] or "")


@given(readings())
def test_every_cell_has_its_columns_type_in_the_columns_order(reading):
    article, statements = reading
    for one in statements:
        cells = row(article, one)
        assert list(cells) == list(COLUMNS)
        for name, cell in cells.items():
            assert cell is None or type(cell) is COLUMNS[name], name


def test_columns_are_those_of_the_documented_table():
    page = (REPOSITORY / "docs/reference/exports.md").read_text(encoding="utf-8")
    table = page.split("## Columns")[1].split("\n## ")[0]
    names = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert [name for cell in names for name in cell.replace("`", "").replace(",", " ").split()] == (
        list(COLUMNS)
    )


def test_setting_and_asides_have_columns():
    text = "In a falsely titled post she told reporters that it rains."
    article = Article(text=text)
    said = statement(article, content="that it rains", source="she", cue="told")
    how = How(
        channel=Channel(kind=ChannelKind.SOCIAL_MEDIA, span=spans(text, "post")[0]),
        addressee=Addressee(span=spans(text, "reporters")[0]),
    )
    aside = Aside(statement=said.id, kind=AsideKind.FALSE, span=Span(5, 12))
    cells = row(article, replace(said, how=how, asides=(aside,)))
    assert cells["channel_kind"] == "social media"
    assert cells["addressee_words"] == "reporters"
    assert (cells["asides_kind"], cells["asides_words"]) == ("false", "falsely")
    assert cells["asides_span"] == "5-12"


def test_file_name_that_is_no_utf8_is_spelt_out():
    article = Article(text="It rains, she said.", uri="caf\udce9.txt")
    said = statement(article, content="It rains", source="she", cue="said")
    assert row(article, said)["article_uri"] == "caf\\udce9.txt"
