"""The search page: one box, facets, cards, the trend; and what helps while typing."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from onrecord.ask import Count, Page
from onrecord.ask.hints import outlets_like, speakers_like
from onrecord.errors import QuestionError
from onrecord.serve.desk.asking import FACETS, Asked, Values, asked
from onrecord.serve.desk.cards import card
from onrecord.serve.desk.charts import bars
from onrecord.serve.desk.desk import Desk, Here, in_turn, reading
from onrecord.types import Act, Attitude, ChannelKind, Kind, SourceType

__all__ = ["router"]

router = APIRouter(dependencies=[Depends(reading)])
_PER_PAGE = 20
_CHOICES = {
    "type": list(SourceType),
    "act": list(Act),
    "attitude": list(Attitude),
    "channel": list(ChannelKind),
    "kind": list(Kind),
}


@router.get("/", response_class=HTMLResponse)
@in_turn
def search(request: Request, desk: Here) -> Response:
    """Show what fits; with nothing asked, what was said last."""
    given = dict(request.query_params)
    try:
        found = asked(given)
        page = desk.archive.search(found.question, limit=_PER_PAGE, after=given.get("after"))
    except QuestionError as error:
        return desk.page(request, "search.html", _unclear(given, error), status=400)
    values = {**_shown(desk, found, page), "is_first": "after" not in given}
    return desk.page(request, "search.html", values)


@router.get("/trend", response_class=HTMLResponse)
@in_turn
def trend(request: Request, desk: Here) -> Response:
    """Show how many of what fits were said when; a part of the search page, or a page."""
    found = asked(dict(request.query_params))
    chart = bars(desk.archive.months(found.question), dict(found.values))
    part = "trend_part.html" if request.headers.get("x-part") else "trend.html"
    return desk.page(request, part, {"chart": chart, "asked": found.values})


@router.get("/suggest")
def suggest(desk: Here, q: Annotated[str, Query(max_length=200)] = "") -> JSONResponse:
    """Return what may be meant by what was typed so far."""
    store = desk.archive.store
    last = q.rpartition(":")[2].strip('"“” ')
    found = [
        *_hints("speaker", speakers_like(store, last)),
        *_hints("outlet", outlets_like(store, last)),
    ]
    return JSONResponse(found)


def _unclear(given: Mapping[str, str], error: QuestionError) -> dict[str, object]:
    asked = Values({name: value for name, value in given.items() if value and name != "after"})
    return {"error": str(error), "asked": asked, "choices": _CHOICES, "page": None, "hints": ()}


def _shown(desk: Desk, found: Asked, page: Page) -> dict[str, object]:
    # Counting by month walks through all that fits: a second request does it where that is much.
    is_small = page.is_exact and page.total < 10_000
    months = desk.archive.months(found.question) if is_small and page.total else ()
    values = found.values
    return {
        "error": None,
        "asked": values,
        "page": page,
        "cards": [card(entry) for entry in page.entries],
        "facets": list(_facets(page.facets, values)),
        "chart": bars(months, values) if months else None,
        "choices": _CHOICES,
        "hints": _first_hints(page),
    }


def _facets(
    facets: Mapping[str, tuple[Count, ...]], values: Mapping[str, str]
) -> Iterator[tuple[str, list[tuple[Count, dict[str, str | None], bool]]]]:
    """Yield facets with what each value changes in the address, and whether it is chosen."""
    for name in FACETS:
        rows = []
        for count in facets.get(name, ()):
            if count.value is not None:
                changes = _changes(name, count.value)
                is_chosen = all(values.get(key) == value for key, value in changes.items())
                off = dict.fromkeys(changes)
                rows.append((count, off if is_chosen else changes, is_chosen))
        if rows:
            yield name, rows


def _changes(name: str, value: str) -> dict[str, str | None]:
    if name == "year":
        return {"since": f"{value}-01-01", "until": f"{value}-12-31"}
    return {name: f'"{value}"' if name == "speaker" else value}


def _first_hints(page: Page) -> tuple[str, ...]:
    speakers = [one.value for one in page.facets.get("speaker", ()) if one.value][:8]
    outlets = [one.value for one in page.facets.get("outlet", ()) if one.value][:4]
    return (*_hints("speaker", speakers), *_hints("outlet", outlets))


def _hints(name: str, values: Iterable[str]) -> tuple[str, ...]:
    plain = (value.replace('"', " ") for value in values)
    return tuple(f'{name}:"{value}"' for value in plain)
