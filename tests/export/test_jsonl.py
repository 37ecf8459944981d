import datetime
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, Kind, Span, Statement
from onrecord.export import article_line, statement_line
from onrecord.types import MadeBy

REPOSITORY = Path(__file__).parents[2]
ARTICLE = Article(
    text="“A,” she said. “B.”",
    uri="a.txt",
    published=datetime.date(2025, 3, 3),
    dateline="LONDON",
)
STATEMENT = Statement(
    id="st1_a",
    article_id=ARTICLE.id,
    kind=Kind.DIRECT,
    content=(Span(0, 4), Span(15, 19)),
    source=(Span(5, 8),),
    cue=(Span(9, 13),),
    confidence=0.87654321,
    made_by=MadeBy(onrecord="0.1.0", weights="test"),
)


def test_statement_has_every_key_of_the_documented_shape():
    assert json.loads(statement_line(ARTICLE, STATEMENT)) == {
        "id": "st1_a",
        "article": {
            "id": ARTICLE.id,
            "uri": "a.txt",
            "title": None,
            "published": "2025-03-03",
            "outlet": None,
            "dateline": "LONDON",
            "url": None,
        },
        "kind": "direct",
        "attitude": None,
        "source": [[5, 8]],
        "cue": [[9, 13]],
        "content": [[0, 4], [15, 19]],
        "words": "“A,” … “B.”",
        "cue_words": "said",
        "source_words": "she",
        "parent": None,
        "speaker": None,
        "said_at": None,
        "channel": None,
        "place": None,
        "occasion": None,
        "addressee": None,
        "act": None,
        "negated": None,
        "hypothetical": None,
        "asides": [],
        "confidence": 0.8765,
        "made_by": {"onrecord": "0.1.0", "weights": "test"},
        "exact": {
            "confidence": 0.87654321,
            "speaker_confidence": None,
            "negated": False,
            "hypothetical": False,
            "has_how": False,
        },
    }


def test_documented_example_has_the_same_keys_in_the_same_order():
    page = (REPOSITORY / "docs/reference/json.md").read_text(encoding="utf-8")
    example = json.loads(page.split("```json\n")[1].split("```")[0])
    found = json.loads(statement_line(ARTICLE, STATEMENT))
    assert list(example) == list(found)
    assert list(example["article"]) == list(found["article"])


def test_article_carries_its_text_and_what_is_body():
    found = json.loads(article_line(ARTICLE))
    assert found["text"] == ARTICLE.text
    assert found["body"] == [[0, len(ARTICLE.text)]]
    assert found["published"] == "2025-03-03"


@given(st.text(min_size=1))
def test_any_text_is_one_line_that_reads_back(text):
    line = article_line(Article(text=text))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == text
