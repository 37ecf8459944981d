"""What judges write and what lawyers argue: said in court, without a word of it."""

import re

from onrecord.types import Article, Channel, ChannelKind, Statement

__all__ = ["bench_of"]

_JUDGE = re.compile(r"\b(?:[Jj]udge|[Jj]ustice|[Mm]agistrate|[Jj]urist)\b")
_NO_JUDGE = re.compile(
    r"\b(?:[Ff]ormer|ex|[Rr]etired|[Ss]pokes\w+|[Nn]ominee|Department|Ministry|[Mm]inister|[Cc]lerk|"
    r"Committee|[Cc]ommission|[Cc]hair\w*|[Ss]ecretary|reform|Attorney|candidate)\b"
)
_WRITING = re.compile(
    r"\b(?:wr(?:ote|ites|iting)|ruled|rul(?:es|ing)|h[eo]ld|found|ordered|concluded|dissent\w*|"
    r"concurred|sentenced|rejected|granted|denied|dismissed|blocked|agreed|disagreed|noted|said|"
    r"asked|questioned|argued|wondered|added)\b"
)
_LAWYER = re.compile(
    r"\b(?:lawyers?|attorneys?|prosecutors?|plaintiffs?|defendants?|counsel|barristers?|"
    r"[Ss]olicitor [Gg]eneral|petitioners?|litigants?|challengers)\b(?! [Gg]eneral)"
)
_ARGUING = re.compile(r"\b(?:argu(?:ed|es|ing)|contend(?:ed|s|ing)|alleg(?:ed|es|ing)|pleaded)\b")


def bench_of(article: Article, statement: Statement) -> Channel | None:
    """Return the court that a judge speaks from or a lawyer argues in, or None.

    Args:
        article: The article.
        statement: One of its statements.
    """
    if not statement.source or not statement.cue:
        return None
    source, cue = article.words(statement.source), article.words(statement.cue)
    title = statement.speaker.title if statement.speaker else None
    role = f"{source} {article[title]}" if title else source
    is_judge = _JUDGE.search(role) and not _NO_JUDGE.search(role)
    is_court = (is_judge and _WRITING.search(cue)) or (
        _LAWYER.search(source) and _ARGUING.search(cue)
    )
    return Channel(kind=ChannelKind.COURT, span=statement.source[0]) if is_court else None
