"""What must fit on one line: a JSON object, a name."""

import json
from collections.abc import Mapping

from onrecord.types import Article, Span

__all__ = ["json_line", "on_one_line"]

# JSON allows these line ends inside a string, but a reader that splits a file
# at every one of them (str.splitlines) would cut the object in two.
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def json_line(fields: Mapping[str, object]) -> str:
    """Return an object as one line of JSON, without the line's end.

    >>> json_line({"words": "It rains."})
    '{"words": "It rains."}'
    """
    return json.dumps(fields, ensure_ascii=False).translate(_LINE_ENDS)


def on_one_line(article: Article, span: Span | None) -> str | None:
    r"""Return the words of a span with one space for each gap, as a name is shown.

    >>> on_one_line(Article(text="Jane\nDoe said"), Span(0, 8))
    'Jane Doe'
    """
    return None if span is None else " ".join(article[span].split())
