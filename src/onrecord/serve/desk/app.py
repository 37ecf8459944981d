"""The desk as an application: its pages, what guards them, and how errors look."""

import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import PlainTextResponse, Response
from starlette.exceptions import HTTPException

from onrecord.archive import Archive
from onrecord.errors import (
    CorrectionError,
    LockedError,
    OnRecordError,
    QuestionError,
    ReadOnlyError,
    SpanError,
    StatementError,
    UnknownError,
)
from onrecord.serve.desk.accounts import Accounts
from onrecord.serve.desk.adding import Jobs
from onrecord.serve.desk.assets import Assets
from onrecord.serve.desk.assets import make_router as make_assets_router
from onrecord.serve.desk.desk import Desk, pages_environment
from onrecord.serve.desk.pages import (
    add,
    article,
    correct,
    review,
    search,
    sign,
    speaker,
    statement,
    timeline,
)
from onrecord.serve.desk.safety import Guard, TooLargeError
from onrecord.serve.desk.sending import Compressed
from onrecord.serve.desk.sessions import COOKIE, Sessions
from onrecord.serve.desk.settings import Settings

__all__ = ["make_app"]

_PAGES = (search, article, speaker, statement, correct, review, timeline, add, sign)
_STATUS: tuple[tuple[type[OnRecordError], int], ...] = (
    (UnknownError, 404),
    (QuestionError, 400),
    (CorrectionError, 422),
    (SpanError, 422),
    (StatementError, 422),
    (ReadOnlyError, 403),
    (LockedError, 503),
)


def make_app(archive: Archive, settings: Settings, *, routers: Sequence[APIRouter] = ()) -> FastAPI:
    """Return the desk over a record.

    Args:
        archive: The record; who calls this closes it.
        settings: How the desk is run.
        routers: What else is served at the same address, such as the API.
    """
    assets = Assets.load()
    desk = _desk(archive, settings, assets)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.jobs.close()

    app = FastAPI(
        title="onrecord", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan
    )
    app.state.desk = desk
    for page in _PAGES:
        app.include_router(page.router)
    for router in routers:
        app.include_router(router)
    app.include_router(make_assets_router(assets))
    app.add_exception_handler(OnRecordError, _failed)
    app.add_exception_handler(HTTPException, _failed)
    app.add_exception_handler(TooLargeError, _too_large)
    app.add_middleware(Compressed)
    app.add_middleware(Guard, hosts=settings.hosts, most_bytes=settings.most_bytes)
    return app


def _desk(archive: Archive, settings: Settings, assets: Assets) -> Desk:
    has_accounts = settings.users is not None and settings.users.exists()
    accounts = Accounts(settings.users) if has_accounts and settings.users else None
    return Desk(
        archive=archive,
        settings=settings,
        accounts=accounts,
        sessions=Sessions(
            secret=accounts.secret() if accounts else secrets.token_urlsafe(32),
            accounts=accounts,
            local_user=settings.local_user,
            is_open=settings.is_local,
        ),
        jobs=Jobs(archive, settings.load_reader),
        templates=pages_environment(assets),
    )


def _failed(request: Request, error: Exception) -> Response:
    """Return a page that says what went wrong; those who are to sign in are asked to."""
    desk: Desk = request.app.state.desk
    status, reason = _reason(error)
    if not hasattr(request.state, "visitor"):
        request.state.visitor = desk.sessions.visitor(request.cookies.get(COOKIE))
    if status == 401 and desk.accounts is not None:
        target = request.url.path if request.method == "GET" else "/"
        values = {"next": target, "error": reason}
        return desk.page(request, "sign_in.html", values, status=401)
    return desk.page(request, "error.html", {"status": status, "reason": reason}, status=status)


def _reason(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, str(error.detail)
    for kind, status in _STATUS:
        if isinstance(error, kind):
            return status, str(error)
    return 500, str(error)


def _too_large(request: Request, _: Exception) -> Response:
    desk: Desk = request.app.state.desk
    most = f"{desk.settings.most_bytes:,}"
    return PlainTextResponse(f"onrecord: larger than the {most} bytes taken at once\n", 413)
