"""Standoff is read back here by the rules of brat, and by those of PolNeAR's readers."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, Kind, Span, Statement
from onrecord.export import standoff
from onrecord.types import MadeBy


def statement(*, content, source=(), cue=()):
    return Statement(
        id="st1_a",
        article_id="ar1_a",
        kind=Kind.INDIRECT,
        content=tuple(content),
        source=tuple(source),
        cue=tuple(cue),
        confidence=0.5,
        made_by=MadeBy(onrecord="0", weights="test"),
    )


def read_back(ann, text):
    """Return source, cue and content of each event, pieces on neighbouring lines joined."""
    marks, events = {}, []
    for line in ann.split("\n")[:-1]:
        key, *fields = line.split("\t")
        if key.startswith("T"):
            (places, words), role = fields, fields[0].split(" ", 1)[0]
            spans = [tuple(map(int, place.split())) for place in places.split(" ", 1)[1].split(";")]
            assert words.split() == " ".join(text[start:end] for start, end in spans).split()
            assert not any(re.search(r"[\r\n]", text[start:end]) for start, end in spans)
            marks[key] = (role, spans)
        else:
            trigger, *roles = (part.split(":") for part in fields[0].split())
            assert trigger[0] == "Attribution"
            assert trigger[1] in {mark for _, mark in roles}
            assert all(marks[mark][0] == role for role, mark in roles)
            events.append({role: joined(marks[mark][1], text) for role, mark in roles})
    return [tuple(event.get(role, ()) for role in ("Source", "Cue", "Content")) for event in events]


def joined(spans, text):
    found = []
    for start, end in spans:
        if found and not text[found[-1].end : start].strip():
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return tuple(found)


def test_statement_is_three_marks_and_an_event():
    article = Article(text="“It rains,” she said.")
    found = statement(content=[Span(0, 11)], source=[Span(12, 15)], cue=[Span(16, 20)])
    assert standoff(article, [found]) == (
        "T1\tSource 12 15\tshe\n"
        "T2\tCue 16 20\tsaid\n"
        "T3\tContent 0 11\t“It rains,”\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
    )


def test_bare_quotation_is_its_own_trigger():
    article = Article(text="“It rains.”")
    ann = standoff(article, [statement(content=[Span(0, 11)])])
    assert ann.endswith("E1\tAttribution:T1 Content:T1\n")


def test_content_over_paragraphs_is_cut_at_line_ends_and_reads_back_whole():
    article = Article(text="“It\train\r\n\r\n“and rains.”\n")
    whole = Span(0, 24)
    ann = standoff(article, [statement(content=[whole])])
    assert "Content 0 8;12 24\t“It rain “and rains.”" in ann
    assert read_back(ann, article.text) == [((), (), (whole,))]


WORDS = st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1)
GAPS = st.sampled_from([" ", "\n", "\r\n\r\n", "\t", " \n \n"])


@given(
    words=st.lists(WORDS, min_size=6, max_size=12), gaps=st.lists(GAPS, min_size=12, max_size=12)
)
def test_standoff_reads_back_what_was_written(words, gaps):
    text, places = "", []
    for word, gap in zip(words, gaps, strict=False):
        places.append(Span(len(text), len(text) + len(word)))
        text += word + gap
    found = statement(
        source=[places[0]],
        cue=[places[1]],
        content=[Span(places[2].start, places[3].end), places[5]],
    )
    article = Article(text=text)
    ann = standoff(article, [found, found])
    assert read_back(ann, text) == [(found.source, found.cue, found.content)] * 2
