"""A search across speakers, one lane each, by the day on which it was said."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.ask import Sort
from onrecord.serve.desk.asking import asked
from onrecord.serve.desk.charts import lanes
from onrecord.serve.desk.desk import Here, in_turn, reading

__all__ = ["router"]

router = APIRouter(dependencies=[Depends(reading)])
# As many dots as can be told apart, and as many lines as somebody reads.
_SHOWN = 200


@router.get("/timeline", response_class=HTMLResponse)
@in_turn
def timeline(request: Request, desk: Here) -> Response:
    """Show what fits as lanes."""
    given = {**request.query_params, "sort": "oldest"}
    found = asked(given, sort=Sort.OLDEST)
    page = desk.archive.search(found.question, limit=_SHOWN, after=given.get("after"))
    values = {"asked": found.values, "page": page, "lanes": lanes(page.entries)}
    return desk.page(request, "timeline.html", values)
