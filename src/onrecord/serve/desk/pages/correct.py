"""What an editor does to a statement: set fields, move its places, reject, confirm, undo."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from onrecord.errors import CorrectionError
from onrecord.serve.desk.accounts import Role
from onrecord.serve.desk.desk import Form, Here, editing, leave
from onrecord.serve.desk.sessions import Visitor
from onrecord.types import Field, Span

__all__ = ["router", "told"]

router = APIRouter()
Editor = Annotated[Visitor, Depends(editing)]
_Spans = tuple[Span, ...]


@router.post("/statement/{statement}/correct")
def correct(request: Request, desk: Here, editor: Editor, form: Form, statement: str) -> Response:
    """Set those fields whose values differ from what the page showed."""
    entry = desk.archive.store.entry(statement)
    changed = []
    for field in Field:
        value = told(form, str(field))
        if value is not None and value != (entry.value(field) or ""):
            changed.append((field, value or None))
    for field, value in changed:
        desk.archive.correct(
            statement, field, value, by=_name(editor), note=told(form, "note") or None
        )
    names = ", ".join(field.replace("_", " ") for field, _ in changed)
    return leave(
        request, _back(form, statement), f"Corrected: {names}" if changed else "Nothing to change"
    )


@router.post("/statement/{statement}/places")
def places(request: Request, desk: Here, editor: Editor, form: Form, statement: str) -> Response:
    """Put the statement on record with other places, and reject the old one."""
    content, source, cue = _places(form)
    moved = desk.archive.move(
        statement, content=content, source=source, cue=cue, by=_name(editor)
    ).statement
    return leave(
        request, f"/statement/{moved}", f"Moved: the old places stay on record as {statement}"
    )


@router.post("/article/{article}/state")
def state(request: Request, desk: Here, editor: Editor, form: Form, article: str) -> Response:
    """Put on record what the reader missed."""
    content, source, cue = _places(form)
    speaker = told(form, "speaker")
    made = desk.archive.add_by_hand(
        article,
        content=content,
        source=source,
        cue=cue,
        by=_name(editor),
        values={Field.SPEAKER: speaker} if speaker else {},
    )
    return leave(request, f"/statement/{made.statement}", "Put on record")


@router.post("/statement/{statement}/reject")
def reject(request: Request, desk: Here, editor: Editor, form: Form, statement: str) -> Response:
    """Say that it is no statement."""
    desk.archive.reject(statement, by=_name(editor), note=told(form, "note") or None)
    return leave(request, _back(form, statement), "Rejected: searches find it no more")


@router.post("/statement/{statement}/confirm")
def confirm(request: Request, desk: Here, editor: Editor, form: Form, statement: str) -> Response:
    """Say that all of it is right as it stands."""
    desk.archive.confirm(statement, by=_name(editor), note=told(form, "note") or None)
    return leave(request, _back(form, statement), "Confirmed")


@router.post("/correction/{number}/undo")
def undo(request: Request, desk: Here, editor: Editor, form: Form, number: int) -> Response:
    """Take a correction back; editors their own, admins everybody's."""
    known = {one.number: one for one in desk.archive.corrections()}
    if number not in known:
        raise HTTPException(404, f"no correction {number} on record")
    one = known[number]
    if one.by != editor.name and not editor.may(Role.ADMIN):
        raise HTTPException(403, f"that was done by {one.by}: an admin may undo it")
    desk.archive.undo(number, by=_name(editor))
    return leave(request, _back(form, one.statement), f"Undone: {one.deed} by {one.by}")


def told(form: FormData, name: str) -> str | None:
    """Return what a form's field holds, without space around it; None where it has none."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else None


def _name(editor: Visitor) -> str:
    return editor.name or "desk"


def _back(form: FormData, statement: str) -> str:
    return told(form, "back") or f"/statement/{statement}"


def _places(form: FormData) -> tuple[_Spans, _Spans, _Spans]:
    """Return where a form says that content, source and cue are.

    Raises:
        CorrectionError: If there is no content.
    """
    content, source, cue = (_spans(told(form, role) or "") for role in ("content", "source", "cue"))
    if not content:
        raise CorrectionError("a statement needs content: give at least one place, such as 10-20")
    return content, source, cue


def _spans(value: str) -> tuple[Span, ...]:
    """Return places such as ``10-20 25-30``.

    Raises:
        CorrectionError: If they are none.
    """
    found = []
    for part in value.replace(",", " ").split():
        start, _, end = part.replace("–", "-").partition("-")
        if not (start.isdecimal() and end.isdecimal()):
            raise CorrectionError(f"{part!r} is no place: wanted start-end, such as 10-20")
        found.append(Span(int(start), int(end)))
    return tuple(sorted(found))
