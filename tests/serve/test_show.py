from dataclasses import replace

from onrecord import Article, Kind, Span, Statement
from onrecord.serve.show import Look, render
from onrecord.types import Act, MadeBy

PLAIN = Look(width=60, is_colored=False)


def statement(text, content, *, name="st1_a", source=None, cue=None, parent=None):
    def place(piece):
        start = text.index(piece)
        return Span(start, start + len(piece))

    return Statement(
        id=name,
        article_id="ar1_a",
        kind=Kind.DIRECT if content[0][0] == "“" else Kind.INDIRECT,
        content=tuple(place(piece) for piece in content),
        source=(place(source),) if source else (),
        cue=(place(cue),) if cue else (),
        parent=parent,
        confidence=0.934,
        made_by=MadeBy(onrecord="0", weights="test"),
    )


TEXT = "Rain.\n\n“It rains,” the minister said. “Stay in.”\n"
RAIN = statement(TEXT, ["“It rains,”", "“Stay in.”"], source="the minister", cue="said")


def test_page_shows_who_with_what_cue_what_and_where():
    article = Article(text=TEXT, uri="rain.txt", title="Rain", outlet="The Echo", dateline="LONDON")
    assert render(article, [RAIN], PLAIN).splitlines() == [
        "Rain",
        "The Echo · LONDON · rain.txt",
        "1 statement (1 direct)",
        "─" * 60,
        "",
        "the minister — said",
        "    “It rains,” … “Stay in.”",
        "    direct · paragraph 2 · 7–48 · 93% sure",
    ]


def test_colours_only_where_asked_for():
    article = Article(text=TEXT)
    assert "\x1b[" not in render(article, [RAIN], PLAIN)
    assert "\x1b[36msaid\x1b[0m" in render(article, [RAIN], Look(width=60, is_colored=True))


def test_nested_statement_stands_indented_below_its_parent():
    text = "She said he thinks it rains. They agreed."
    outer = statement(text, ["he thinks it rains"], name="st1_o", source="She", cue="said")
    inner = statement(text, ["it rains"], name="st1_i", source="he", cue="thinks", parent="st1_o")
    page = render(Article(text=text), [inner, outer], PLAIN)
    assert page.index("She — said") < page.index("    he — thinks\n        it rains\n")


def test_child_of_a_parent_left_out_is_still_shown():
    orphan = statement(TEXT, ["“It rains,”"], parent="st1_gone")
    assert "\n(source not named)\n    “It rains,”" in render(Article(text=TEXT), [orphan], PLAIN)


def test_article_cannot_move_the_terminals_cursor():
    text = "“\x1b[2JRain\x9b,” she said."
    shown = statement(text, ["“\x1b[2JRain\x9b,”"], source="she", cue="said")
    page = render(Article(text=text, title="A\x1b[31m"), [shown], PLAIN)
    assert "\x1b" not in page
    assert "\x9b" not in page


def test_lines_keep_to_the_width_and_paragraphs_stay_apart():
    text = "“" + "It rains and rains. " * 20 + "\n\n“And rains.”"
    page = render(Article(text=text), [statement(text, [text])], PLAIN)
    assert all(len(line) <= 60 for line in page.splitlines())
    assert "\n    “And rains.”\n" in page


def test_what_was_not_done_does_not_read_as_its_opposite():
    text = "She did not deny it."
    shown = statement(text, ["it"], source="She", cue="did not deny")
    page = render(Article(text=text), [replace(shown, act=Act.DENY, negated=True)], PLAIN)
    assert "did not deny" in page.splitlines()[-1]


def test_article_without_statements_says_so():
    assert "no statements found" in render(Article(text="Rain."), [], PLAIN)
