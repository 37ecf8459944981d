"""What waits for a person: the least sure statements, unresolved speakers, and who is who."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.ask.review import unsure
from onrecord.serve.desk.accounts import Role
from onrecord.serve.desk.cards import card, speaker_page
from onrecord.serve.desk.desk import Form, Here, editing, in_turn, leave
from onrecord.serve.desk.marks import lines, notes
from onrecord.serve.desk.pages.correct import told
from onrecord.serve.desk.sessions import Visitor
from onrecord.types import Act, Field, SourceType

__all__ = ["router"]

router = APIRouter()
Editor = Annotated[Visitor, Depends(editing)]
_LOGGED = 200


@router.get("/review", response_class=HTMLResponse, dependencies=[Depends(editing)])
@in_turn
def review(request: Request, desk: Here) -> Response:
    """Show the next statement that nobody has looked at."""
    given = request.query_params
    is_unresolved = given.get("only") == "unresolved"
    queue = unsure(desk.archive.store, after=given.get("after"), is_unresolved=is_unresolved)
    entry = queue.entries[0] if queue.entries else None
    values = {
        "queue": queue,
        "entry": entry,
        "card": card(entry) if entry else None,
        "lines": _near(desk, entry.statement.id) if entry else [],
        "is_unresolved": is_unresolved,
        "acts": list(Act),
        "types": list(SourceType),
        "speaker": entry.value(Field.SPEAKER) or "" if entry else "",
    }
    return desk.page(request, "review.html", values)


@router.post("/judge")
def judge(request: Request, desk: Here, editor: Editor, form: Form) -> Response:
    """Say that two names are one speaker's, or that they are not."""
    left, right = told(form, "left") or "", told(form, "right") or ""
    if not left or not right or left == right:
        raise HTTPException(422, "two different names are wanted")
    is_same = told(form, "is_same") == "yes"
    desk.archive.judge(left, right, is_same=is_same, by=editor.name or "desk")
    done = f"{left} and {right} are {'one' if is_same else 'two'} from now on"
    return leave(request, speaker_page(left), done)


@router.get("/log", response_class=HTMLResponse)
@in_turn
def log(request: Request, desk: Here, editor: Editor) -> Response:
    """Show who changed what: the newest corrections and judgements."""
    if not editor.may(Role.ADMIN):
        raise HTTPException(403, "the log needs the role admin")
    made = desk.archive.corrections()
    values = {
        "corrections": made[: -_LOGGED - 1 : -1],
        "undone": {one.undoes for one in made},
        "judgements": desk.archive.store.judgements()[: -_LOGGED - 1 : -1],
    }
    return desk.page(request, "log.html", values)


def _near(desk: Here, statement: str) -> list[object]:
    passage = desk.archive.show(statement)
    last = passage.start + len(passage.text)
    every = lines(passage.entry.article, notes([passage.entry]))
    return [one for one in every if passage.start <= one.pieces[0].start < last]
