"""A speaker: names, roles, subjects, acts, outlets, statements over time and one by one."""

from collections import Counter

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.archive import Archive
from onrecord.ask import Question, SpeakerCount
from onrecord.ask.subjects import subjects
from onrecord.errors import UnknownError
from onrecord.serve.desk.cards import card
from onrecord.serve.desk.charts import bars
from onrecord.serve.desk.desk import Here, in_turn, reading
from onrecord.types import Entry, Field

__all__ = ["router"]

router = APIRouter(dependencies=[Depends(reading)])
_PER_PAGE = 20
_LOOKED_AT = 200
_NAMES = 100


@router.get("/speakers", response_class=HTMLResponse)
@in_turn
def speakers(request: Request, desk: Here) -> Response:
    """Show those with most statements, or those of a name."""
    name = request.query_params.get("name", "").strip()
    found = desk.archive.speakers(name or None, limit=_NAMES)
    return desk.page(request, "speakers.html", {"speakers": found, "name": name})


@router.get("/speaker/{name:path}", response_class=HTMLResponse)
@in_turn
def speaker(request: Request, desk: Here, name: str) -> Response:
    """Show one speaker."""
    who = _find(desk.archive, name)
    asked = Question(speaker=_exact(who.name))
    after = request.query_params.get("after")
    page = desk.archive.search(asked, limit=_PER_PAGE, after=after)
    # Roles and subjects are told of these; a page need not wait for all of them.
    is_all = after is None and page.after is None
    newest = page.entries if is_all else desk.archive.search(asked, limit=_LOOKED_AT).entries
    values = {
        "who": who,
        "page": page,
        "cards": [card(entry) for entry in page.entries],
        "chart": bars(desk.archive.months(asked), {"speaker": _exact(who.name)}),
        "looked_at": len(newest),
        "roles": _roles(newest),
        "subjects": subjects(newest),
        "judged": [
            one for one in desk.archive.store.judgements() if who.name in (one.left, one.right)
        ],
        "query": {"speaker": _exact(who.name)},
    }
    return desk.page(request, "speaker.html", values)


def _find(archive: Archive, name: str) -> SpeakerCount:
    for one in archive.speakers(name, limit=_NAMES):
        if name in (one.name, *one.also):
            return one
    found = archive.search(Question(speaker=_exact(name)), limit=1)
    if not found.entries:
        raise UnknownError(f"nobody called {name} is on record")
    kind = found.entries[0].type
    if kind is None:
        raise UnknownError(f"nobody called {name} is on record")
    return SpeakerCount(name=name, type=kind, statements=found.total)


def _exact(name: str) -> str:
    return f'"{name}"'


def _roles(entries: tuple[Entry, ...]) -> list[tuple[str, int, str, str]]:
    """Return roles with how often and from when to when they were seen."""
    counts: Counter[str] = Counter()
    days: dict[str, list[str]] = {}
    for entry in entries:
        role = entry.value(Field.TITLE)
        if role:
            counts[role] += 1
            days.setdefault(role, []).append(card(entry).when[:10])
    return [
        (role, number, min(days[role]), max(days[role])) for role, number in counts.most_common(12)
    ]
