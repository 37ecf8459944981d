"""All addresses of the API in one router."""

import functools
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Request, Security
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from starlette.convertors import Convertor, register_url_convertor
from starlette.routing import Match

import onrecord
from onrecord.archive import Archive
from onrecord.serve.api.guard import Limits, Rate, guarded
from onrecord.serve.api.identity import identify
from onrecord.serve.api.problems import Refused, described
from onrecord.serve.api.reading import Reading
from onrecord.serve.api.writing import Writing
from onrecord.serve.tokens import Role, Tokens
from onrecord.types.reads import Reads

__all__ = ["make_router"]

PREFIX = "/api/v1"


class _Anything(Convertor[str]):
    """The rest of an address: Starlette's own ``path`` stops at a line's end."""

    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


def make_router(
    archive: Archive,
    tokens: Tokens,
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    is_private: bool = False,
    load: Callable[[], Reads] | None = None,
) -> APIRouter:
    """Return the API as a router for a FastAPI application.

    Args:
        archive: The record; one opened read-only is never written to.
        tokens: Who has a token, and may so write.
        limits: How much one client may ask for.
        is_private: Whether reading needs a token too.
        load: Makes the reader of new articles, when the first one comes; that with the
            shipped weights if None.
    """
    register_url_convertor("anything", _Anything())
    route = guarded(limits, Rate(limits.per_minute))
    router = APIRouter(prefix=PREFIX, route_class=route, tags=["record"])
    reading = APIRouter(
        route_class=route,
        dependencies=[Depends(identify(tokens, Role.READER if is_private else None))],
    )
    Reading(archive).add_to(reading)
    router.include_router(reading)
    bearer = HTTPBearer(auto_error=False, description="A token of `onrecord token add`")
    writing = APIRouter(
        route_class=route,
        dependencies=[Security(bearer), Depends(identify(tokens, Role.EDITOR))],
        responses=described(403, 404, 413, 422),
    )
    Writing(archive, load or onrecord.Reader.load).add_to(writing)
    router.include_router(writing)
    _add_description(router)
    return router


def _add_description(router: APIRouter) -> None:
    """Add the address of the description, and what answers wherever there is nothing."""

    @functools.cache
    def whole() -> dict[str, Any]:
        alone = FastAPI(title="onrecord", version=onrecord.__version__, openapi_url=None)
        alone.include_router(router)
        return alone.openapi()

    @router.get("/openapi.json", include_in_schema=False)
    def description() -> JSONResponse:
        return JSONResponse(whole())

    @router.api_route(
        "/{path:anything}",
        methods=["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"],
        include_in_schema=False,
    )
    def nothing(request: Request) -> None:
        allowed = sorted(_methods(router, request))
        if allowed:
            told = f"{request.method} is not done here: wanted {', '.join(allowed)}"
            raise Refused(
                HTTPStatus.METHOD_NOT_ALLOWED, "method", told, {"Allow": ", ".join(allowed)}
            )
        told = f"nothing at {request.url.path}: see {PREFIX}/openapi.json"
        raise Refused(HTTPStatus.NOT_FOUND, "address", told)


def _methods(router: APIRouter, request: Request) -> set[str]:
    """Return how else an address may be asked."""
    scope = {"type": "http", "path": request.url.path, "headers": [], "root_path": ""}
    found: set[str] = set()
    for route in router.routes:
        for method in ("GET", "POST"):
            match, _ = route.matches({**scope, "method": method})
            if match is Match.FULL and getattr(route, "name", "") != "nothing":
                found.add(method)
    return found
