"""A page of statements in the format that was asked for: JSON, CSV or JSON lines."""

import csv
import io
import itertools
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from onrecord.ask import Page
from onrecord.ask.frames import Table
from onrecord.export import entry_line
from onrecord.serve.api.problems import Refused

__all__ = ["FORMATS", "Format", "chosen", "next_link", "written"]


class Format(StrEnum):
    """What pages can be had in; the first is for those who do not mind."""

    JSON = "application/json"
    CSV = "text/csv"
    LINES = "application/x-ndjson"


FORMATS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A page; the next one's address is in the `Link` header too",
        "content": {str(one): {"schema": {"type": "string"}} for one in list(Format)[1:]},
    }
}


def chosen(request: Request) -> Format:
    """Return the format that the client likes best.

    Raises:
        Refused: If it takes none of them.
    """
    given = request.headers.get("accept") or "*/*"
    wanted = [_range(one) for one in given.split(",")]
    likes = {one: _liking(one, wanted) for one in Format}
    best = max(Format, key=lambda one: likes[one])
    if likes[best] <= 0:
        told = f"{given!r} is asked for: there is {', '.join(Format)}"
        raise Refused(HTTPStatus.NOT_ACCEPTABLE, "format", told)
    return best


def written(page: Page, form: Format) -> Response:
    """Return a page as rows or lines."""
    if form is Format.LINES:
        lines = "".join(f"{entry_line(entry)}\n" for entry in page.entries)
        return Response(lines, media_type=form)
    text = io.StringIO()
    columns = Table.of(page.entries).columns
    rows = csv.writer(text)
    rows.writerows(itertools.chain([columns], zip(*columns.values(), strict=True)))
    return Response(text.getvalue(), media_type=f"{form}; charset=utf-8; header=present")


def next_link(request: Request, after: str | None) -> dict[str, str]:
    """Return the header that tells where the next page is (RFC 8288)."""
    if after is None:
        return {}
    query = request.url.include_query_params(after=after).query
    return {"Link": f'<{request.url.path}?{query}>; rel="next"'}


def _range(given: str) -> tuple[str, float]:
    kind, *parameters = (part.strip().lower() for part in given.split(";"))
    quality = next((one[2:] for one in parameters if one.startswith("q=")), "1")
    try:
        return kind, float(quality)
    except ValueError:
        return kind, 0.0


def _liking(one: Format, wanted: list[tuple[str, float]]) -> float:
    """Return the quality of the range that fits most closely (RFC 9110, 12.5.1)."""
    known = dict(wanted)
    family = f"{one.partition('/')[0]}/*"
    return next((known[name] for name in (str(one), family, "*/*") if name in known), 0.0)
