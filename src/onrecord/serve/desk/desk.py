"""What every page has at hand: the record, the settings, who asks, and how a page is made."""

import functools
import os
import threading
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ParamSpec, cast
from urllib.parse import urlencode

from fastapi import Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import FormData

from onrecord.archive import Archive
from onrecord.serve.desk import wording
from onrecord.serve.desk.accounts import Accounts, Role
from onrecord.serve.desk.adding import Jobs
from onrecord.serve.desk.assets import Assets
from onrecord.serve.desk.sessions import COOKIE, LASTS_S, Sessions, Tries, Visitor
from onrecord.serve.desk.settings import Settings

__all__ = [
    "Desk",
    "Form",
    "Here",
    "desk_of",
    "editing",
    "in_turn",
    "leave",
    "pages_environment",
    "posted",
    "reading",
    "visiting",
]

# Twelve at once take a fifth more work on two cores than three, and the slowest of them wait
# nearly twice as long (50 readers, a million statements: benchmarks/desk.py).
_AT_ONCE = (os.cpu_count() or 1) + 1
_P = ParamSpec("_P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One desk, as long as it is open.

    Attributes:
        archive: The record.
        settings: How it is run.
        accounts: Who may sign in; None on a desk for one person.
        sessions: Who a browser is.
        jobs: Articles on their way into the record.
        tries: Wrong passwords given lately.
        templates: The pages.
        turns: As many pages are made at once.
    """

    archive: Archive
    settings: Settings
    accounts: Accounts | None
    sessions: Sessions
    jobs: Jobs
    templates: Environment
    tries: Tries = field(default_factory=Tries)
    turns: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(_AT_ONCE))

    def page(
        self, request: Request, template: str, values: Mapping[str, object], *, status: int = 200
    ) -> HTMLResponse:
        """Return a page, with the cookie of who asked for it."""
        visitor: Visitor = request.state.visitor
        may_edit = visitor.may(Role.EDITOR) and not self.settings.is_read_only
        told = {
            "visitor": visitor,
            "may_edit": may_edit,
            "may_sign_in": self.accounts is not None,
            "path": request.url.path,
            "back": _here(request),
            "told": self.sessions.opened(request.query_params.get("told")),
        }
        html = self.templates.get_template(template).render({**told, **values})
        response = HTMLResponse(html, status_code=status)
        keep(request, response, visitor)
        return response


def keep(request: Request, response: Response, visitor: Visitor) -> None:
    """Give a browser its cookie, where it does not have it."""
    if request.cookies.get(COOKIE) != visitor.cookie:
        response.set_cookie(
            COOKIE,
            visitor.cookie,
            max_age=LASTS_S,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )


def leave(request: Request, place: str, told: str | None = None) -> RedirectResponse:
    """Return the way to another page of the desk, after something was done."""
    target = place if place.startswith("/") and not place.startswith(("//", "/\\")) else "/"
    if told:
        path, mark, rest = target.partition("#")
        sealed = urlencode({"told": desk_of(request).sessions.sealed(told)})
        target = f"{path}{'&' if '?' in path else '?'}{sealed}{mark}{rest}"
    response = RedirectResponse(target, status_code=303)
    keep(request, response, request.state.visitor)
    return response


def in_turn(made: Callable[_P, Response]) -> Callable[_P, Response]:
    """Return what makes a page as soon as it is its turn; who writes waits for nobody's."""

    @functools.wraps(made)
    def waits(*args: _P.args, **kwargs: _P.kwargs) -> Response:
        # FastAPI gives what each page asks for by name, and each asks for its desk.
        with cast("Desk", kwargs["desk"]).turns:
            return made(*args, **kwargs)

    return waits


def pages_environment(assets: Assets) -> Environment:
    """Return what makes pages: everything that it is given is escaped."""
    made = Environment(
        loader=PackageLoader("onrecord.serve.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(wording.FILTERS)
    made.globals["asset"] = assets.address
    return made


def desk_of(request: Request) -> Desk:
    """Return the desk that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


# These do next to nothing: as plain functions each would be handed to a thread and back.
async def _here_is(request: Request) -> Desk:
    return desk_of(request)


Here = Annotated[Desk, Depends(_here_is)]


async def visiting(request: Request, desk: Here) -> Visitor:
    """Return who asks, whoever it is."""
    visitor = desk.sessions.visitor(request.cookies.get(COOKIE))
    request.state.visitor = visitor
    return visitor


Guest = Annotated[Visitor, Depends(visiting)]


async def reading(visitor: Guest) -> Visitor:
    """Let those through who may read."""
    return _let(visitor, Role.READER)


async def posted(request: Request, desk: Here, visitor: Guest) -> AsyncIterator[FormData]:
    """Give what a form of ours sent; refuse those of other sites."""
    most = desk.settings.most_bytes
    async with request.form(max_files=50, max_fields=100, max_part_size=most) as form:
        token = form.get("token")
        if not isinstance(token, str) or not desk.sessions.is_ours(visitor, token):
            raise HTTPException(403, "this form is too old, or came from elsewhere: open it again")
        yield form


Form = Annotated[FormData, Depends(posted)]


async def editing(desk: Here, visitor: Guest) -> Visitor:
    """Let those through who may change something."""
    if desk.settings.is_read_only:
        raise HTTPException(403, "this record is open for reading only")
    return _let(visitor, Role.EDITOR)


def _let(visitor: Visitor, needed: Role) -> Visitor:
    if visitor.may(needed):
        return visitor
    if visitor.is_signed_in:
        raise HTTPException(403, f"this needs the role {needed}; you are {visitor.role}")
    raise HTTPException(401, f"this needs the role {needed}: sign in first")


def _here(request: Request) -> str:
    kept = [pair for pair in request.query_params.multi_items() if pair[0] != "told"]
    return f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path
