"""What judges write and what lawyers argue: said in court, without a word of it."""

import re

from onrecord.types import Article, Channel, ChannelKind, Statement

__all__ = ["bench_of", "is_of_courts"]

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
# Shows, matches and contests have judges, too.
_OF_COURTS = re.compile(
    r"\b(?:[Cc]ourts?|[Jj]ury|[Jj]urors?|[Tt]rials?|[Rr]uling|[Vv]erdict|[Ss]entenc\w+|[Ll]awsuits?|"
    r"[Pp]rosecut\w+|[Dd]efendants?|[Pp]laintiffs?|[Pp]leaded|[Cc]harged|[Ii]njunction|[Bb]ail|"
    r"[Tt]ribunal|[Aa]ppeal(?:s|ed)?|[Ii]ndict\w+|[Cc]onvict\w+|[Aa]ttorneys?)\b"
)
_LEAST_TOLD = 3
_SHOW = re.compile(r"\b(?:contestants?|dancers?|ballroom|talent show|finals?|episodes?|pageant)\b")


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


def is_of_courts(article: Article) -> bool:
    """Say whether a judge of an article is one of a court: a show's gives a verdict, too.

    Args:
        article: The article.
    """
    if _SHOW.search(article.text) is None:
        return True
    told = {match[0].lower() for match in _OF_COURTS.finditer(article.text)}
    return len(told) >= _LEAST_TOLD
