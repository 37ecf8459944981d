"""A statement as others quote it: plain, HTML, BibTeX, CSL-JSON, JSON-LD."""

import json
import re
from typing import Any

from markupsafe import Markup, escape

from onrecord.serve.desk.cards import Card, card
from onrecord.serve.desk.wording import one_line
from onrecord.types import Article, Entry, SourceType

__all__ = ["bibtex", "csl", "html", "json_ld", "plain"]

_BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def plain(entry: Entry) -> str:
    """Return the quotation and where it stands, as one line."""
    shown = card(entry)
    place = f"{_where(entry.article)}, {_offsets(entry)}"
    return f"{_quoted(shown)} — {_who(shown)}. {place}"


def html(entry: Entry) -> str:
    """Return the quotation as HTML that stands anywhere."""
    shown, url = card(entry), entry.article.url
    cite = f' cite="{escape(url)}"' if url else ""
    return (
        f"<figure><blockquote{cite}><p>{escape(_quoted(shown))}</p></blockquote>"
        f"<figcaption>{escape(_who(shown))}. <cite>{escape(_where(entry.article))}</cite>"
        "</figcaption></figure>"
    )


def bibtex(entry: Entry) -> str:
    """Return the article as a BibTeX entry, with the quotation as its note."""
    article = entry.article
    told = {
        "title": article.title,
        "author": _author(article),
        "journal": article.outlet,
        "year": f"{article.published:%Y}" if article.published else None,
        "month": f"{article.published:%m}" if article.published else None,
        "url": article.url,
        "note": f"{_who(card(entry))}: {_quoted(card(entry))}",
    }
    rows = [f"  {name} = {{{_bibtex(value)}}}" for name, value in told.items() if value]
    return "@article{" + entry.statement.id + ",\n" + ",\n".join(rows) + "\n}"


def csl(entry: Entry) -> str:
    """Return the article as CSL-JSON, for Zotero, Pandoc and others."""
    article, published = entry.article, entry.article.published
    author = _author(article)
    told: dict[str, Any] = {
        "id": entry.statement.id,
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.outlet,
        "author": [{"literal": author}] if author else None,
        "issued": {"date-parts": [[published.year, published.month, published.day]]}
        if published
        else None,
        "URL": article.url,
        "note": f"{_who(card(entry))}: {_quoted(card(entry))}",
    }
    return json.dumps([{k: v for k, v in told.items() if v}], ensure_ascii=False, indent=1)


def json_ld(entry: Entry, address: str) -> str:
    """Return the statement in schema.org's words, safe inside a page.

    Args:
        entry: The statement.
        address: Of its page.
    """
    article, shown = entry.article, card(entry)
    kind = "Organization" if entry.type is SourceType.NAMED_ORGANISATION else "Person"
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": address,
        "text": _quoted(shown),
        "spokenByCharacter": {"@type": kind, "name": shown.who} if entry.speaker else None,
        "dateCreated": shown.when if shown.is_dated else None,
        "isPartOf": {
            "@type": "NewsArticle",
            "identifier": article.id,
            "headline": article.title,
            "url": article.url,
            "datePublished": article.published.isoformat() if article.published else None,
            "publisher": {"@type": "Organization", "name": article.outlet},
        },
    }
    line = json.dumps({k: v for k, v in told.items() if v}, indent=1)
    # No text may end the script element that it stands in.
    return Markup(line.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def _quoted(shown: Card) -> str:
    return " … ".join(one_line(piece) for piece in shown.pieces)


def _who(shown: Card) -> str:
    role = f", {shown.role}" if shown.role else ""
    when = f", {shown.when}" if shown.is_dated else ""
    return f"{shown.who}{role}{when}"


def _where(article: Article) -> str:
    published = f"{article.published:%Y-%m-%d}" if article.published else None
    parts = (f"“{article.title}”" if article.title else None, article.outlet, published)
    return ", ".join(part for part in (*parts, article.url) if part) or article.id


def _offsets(entry: Entry) -> str:
    places = ", ".join(f"{span.start}–{span.end}" for span in entry.statement.content)
    return f"code points {places} of {entry.article.id}"


def _author(article: Article) -> str | None:
    return re.sub(r"(?i)^by\s+", "", article.byline) if article.byline else None


def _bibtex(words: str) -> str:
    return "".join(_BIBTEX_SIGNS.get(sign, sign) for sign in one_line(words))
