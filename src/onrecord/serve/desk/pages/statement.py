"""One statement: the passage around it, how to quote it, its card, what people corrected."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.serve.desk import citing
from onrecord.serve.desk.cards import card
from onrecord.serve.desk.desk import Here, in_turn, reading
from onrecord.serve.desk.marks import Line, lines, notes
from onrecord.types import Act, Attitude, ChannelKind, Entry, Field, SourceType

__all__ = ["router"]

router = APIRouter(dependencies=[Depends(reading)])
_CHOICES: dict[Field, tuple[str, ...]] = {
    Field.ACT: tuple(Act),
    Field.ATTITUDE: tuple(Attitude),
    Field.CHANNEL: tuple(ChannelKind),
    Field.TYPE: tuple(SourceType),
}
_FRAME = '<iframe src="{}/card" title="Quotation" width="480" height="260"></iframe>'
_KINDS = {
    "bib": ("application/x-bibtex", citing.bibtex),
    "csl.json": ("application/vnd.citationstyles.csl+json", citing.csl),
    "txt": ("text/plain; charset=utf-8", citing.plain),
}


# Before the page, whose address would take it for an id.
@router.get("/statement/{statement}.jsonld")
def json_ld(request: Request, desk: Here, statement: str) -> Response:
    """Return the statement in schema.org's words."""
    address = str(request.url_for("statement", statement=statement))
    entry = desk.archive.store.entry(statement)
    return Response(str(citing.json_ld(entry, address)), media_type="application/ld+json")


@router.get("/statement/{statement}", response_class=HTMLResponse)
@in_turn
def statement(request: Request, desk: Here, statement: str) -> Response:
    """Show a statement."""
    passage = desk.archive.show(statement)
    entry = passage.entry
    every = lines(entry.article, notes([entry]))
    last = passage.start + len(passage.text)
    near = [one for one in every if one.pieces[0].start < last and _end(one) > passage.start]
    made = desk.archive.corrections(statement)
    address = str(request.url_for("statement", statement=statement))
    values = {
        "card": card(entry),
        "entry": entry,
        "lines": near,
        "paragraph": passage.paragraph,
        "corrections": made,
        "undone": {one.undoes for one in made},
        "cite": {
            "Plain": citing.plain(entry),
            "HTML": citing.html(entry),
            "BibTeX": citing.bibtex(entry),
            "CSL-JSON": citing.csl(entry),
        },
        "json_ld": citing.json_ld(entry, address),
        "embed": _FRAME.format(address),
        "fields": _fields(entry),
    }
    return desk.page(request, "statement.html", values)


@router.get("/statement/{statement}/card", response_class=HTMLResponse)
def embedded(request: Request, desk: Here, statement: str) -> Response:
    """Show nothing but the card, for other pages to frame."""
    entry = desk.archive.store.entry(statement)
    address = str(request.url_for("statement", statement=statement))
    values = {"card": card(entry), "address": address, "article": entry.article}
    html = desk.templates.get_template("embedded.html").render(values)
    return HTMLResponse(html)


@router.get("/statement/{statement}/cite.{kind}")
def cite(desk: Here, statement: str, kind: str) -> Response:
    """Return the citation as a file."""
    media, made = _KINDS.get(kind, _KINDS["txt"])
    return Response(made(desk.archive.store.entry(statement)), media_type=media)


def _fields(entry: Entry) -> list[tuple[Field, str, str | None, tuple[str, ...]]]:
    """Return what can be corrected: its value, what was found, what it may be."""
    return [
        (field, entry.value(field) or "", entry.found(field), _CHOICES.get(field, ()))
        for field in Field
    ]


def _end(line: Line) -> int:
    last = line.pieces[-1]
    return last.start + len(last.text)
