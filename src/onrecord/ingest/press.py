"""Exports of press databases (Nexis, Factiva), many articles a file, split into articles.

::

    Rain expected                              1 of 50 DOCUMENTS      Rain expected
    The Echo                                   The Echo               By Jane Doe
    March 3, 2025 Monday                       March 3, 2025 Monday   512 words
    Copyright 2025 The Echo                    Rain expected          3 March 2025
    Length: 512 words                          BYLINE: Jane Doe       The Echo
    Byline: Jane Doe                           LENGTH: 512 words      English
    Body                                                              (c) 2025 The Echo
    The minister said …                        The minister said …    The minister said …
    Load-Date: March 3, 2025                   LOAD-DATE: …           Document ECHO0000…
    End of Document
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.errors import OnRecordError
from onrecord.ingest.compose import compose_paragraphs
from onrecord.ingest.dates import find_date
from onrecord.ingest.encoding import decode
from onrecord.ingest.facts import Facts
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["articles", "press_articles"]

_BEGINS = re.compile(r"\s*(?:Document\s+)?\d[\d,]*\s+of\s+\d[\d,]*(?:\s+DOCUMENTS)?\s*$", re.I)
_ENDS = re.compile(r"\s*(?:End of Document|Document\s+(?=\S*\d{6})[A-Z]\w{11,})\s*$")
_LABEL = re.compile(
    r"\s*(?P<name>byline|section|length|dateline|highlight|load-date|language|graphic|subject"
    r"|publication-type|journal code|classification|copyright|notes|series)\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_HEAD_LABELS = frozenset({"byline", "section", "length", "dateline", "highlight", "series"})
_BODY = re.compile(r"\s*body\s*:?\s*$", re.IGNORECASE)
# The heading above what Nexis tells of a document's subjects.
_CLASSES = re.compile(r"\s*Classification\s*$")
_WORDS = re.compile(r"\s*[\d,]+\s+words\s*$", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\s*(?:copyright\b|\(c\)|©)", re.IGNORECASE)
_CODE = re.compile(r"\s*(?:[A-Z]{2,10}|English|\d{1,2}:\d{2}|[A-Z]?\d{1,4})\s*$")
_BYLINE = re.compile(r"\s*by\s+(?P<names>\S.*?)\s*$", re.IGNORECASE)
_HEAD_LINES = 40


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield each article of an export that is plain text."""
    text = decode(source.read())
    yield from press_articles(re.split(r"\r\n|\r|\n", text), source)


def press_articles(lines: Sequence[str], source: Source) -> Iterator[Article | Failure]:
    """Yield each article of an export; lines that are none are one article.

    Args:
        lines: Paragraphs, in order; those without words mean nothing.
        source: What they come from.
    """
    filled = [line.strip() for line in lines if line.strip()]
    if not any(_BEGINS.match(line) or _ENDS.match(line) for line in filled):
        yield compose_paragraphs(filled, uri=source.uri, facts=source.given)
        return
    for number, document in enumerate(_documents(filled), 1):
        try:
            yield _article(document, source, number)
        except OnRecordError as error:
            yield source.failure(str(error), at=number)


def _documents(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each document; what stands above the first is a list of contents."""
    has_ends = any(map(_ENDS.match, lines))
    document: list[str] = []
    for line in lines:
        if _BEGINS.match(line) or _ENDS.match(line):
            if _is_document(document):
                yield document
            document = []
        else:
            document.append(line)
    if _is_document(document) and not has_ends:
        yield document


def _is_document(lines: Sequence[str]) -> bool:
    return any(_LABEL.match(line) or _WORDS.match(line) for line in lines[:_HEAD_LINES])


def _article(lines: list[str], source: Source, number: int) -> Article:
    start = _body_start(lines)
    end = next((at for at in range(start, len(lines)) if _is_tail(lines[at])), len(lines))
    facts = source.given.or_else(_facts(lines[:start]))
    return compose_paragraphs(lines[start:end], uri=f"{source.uri}#{number}", facts=facts)


def _body_start(lines: Sequence[str]) -> int:
    """Return the first line of the article itself."""
    head = lines[:_HEAD_LINES]
    bodies = [at for at, line in enumerate(head) if _BODY.match(line)]
    if bodies:
        return bodies[0] + 1
    labels = [at for at, line in enumerate(head) if _label(line) in _HEAD_LABELS]
    marks = labels or [at for at, line in enumerate(head) if _WORDS.match(line)]
    start = marks[-1] + 1 if marks else 0
    # Factiva's date, outlet, code, language and copyright stand below the length.
    copyrights = [
        at for at in range(start, min(start + 8, len(head))) if _COPYRIGHT.match(head[at])
    ]
    return copyrights[-1] + 1 if copyrights and not labels else start


def _label(line: str) -> str | None:
    found = _LABEL.match(line)
    return found["name"].lower() if found else None


def _is_tail(line: str) -> bool:
    label = _label(line)
    return _CLASSES.match(line) is not None or (label is not None and label not in _HEAD_LABELS)


def _facts(head: Sequence[str]) -> Facts:
    labels = {_label(line): line.partition(":")[2].strip() for line in head if _label(line)}
    plain = [line for line in head if not _label(line) and not _BODY.match(line)]
    dated = next((at for at, line in enumerate(plain) if find_date(line)), None)
    byline = labels.get("byline") or _named(plain)
    date = find_date(plain[dated]) if dated is not None else None
    return Facts(
        title=_title(plain, dated),
        published=date[0] if date else None,
        byline=byline.removeprefix("By ").strip() if byline else None,
        dateline=labels.get("dateline") or None,
        outlet=_outlet(plain, dated),
    )


def _named(plain: Sequence[str]) -> str | None:
    found = (_BYLINE.match(line) for line in plain)
    return next((match["names"] for match in found if match), None)


def _is_factiva(plain: Sequence[str]) -> bool:
    return any(_WORDS.match(line) for line in plain)


def _title(plain: Sequence[str], dated: int | None) -> str | None:
    """Return the headline.

    In Factiva above byline and length; in Nexis above outlet and date, or
    below them where they come first.
    """
    words = next((at for at, line in enumerate(plain) if _WORDS.match(line)), None)
    if words is not None:
        above = [line for line in plain[:words] if not _BYLINE.match(line)]
        return above[-1] if above else None
    if dated is None:
        return plain[0] if plain else None
    if dated >= 2:
        return plain[dated - 2]
    return plain[dated + 1] if len(plain) > dated + 1 else None


def _outlet(plain: Sequence[str], dated: int | None) -> str | None:
    if dated is None:
        return None
    if _is_factiva(plain):
        below = [line for line in plain[dated + 1 :] if not _CODE.match(line)]
        return below[0] if below else None
    return plain[dated - 1] if dated > 0 else None
