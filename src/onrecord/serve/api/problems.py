"""Errors as ``application/problem+json`` (RFC 9457)."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import HTTPException, RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException as AnyHTTPException

from onrecord import errors

__all__ = ["EXPECTED", "PROBLEMS", "Problem", "Refused", "answer", "described"]

_MEDIA_TYPE = "application/problem+json"
_RETRY_S = 5


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    instance: str


@dataclass
class Refused(Exception):  # noqa: N818 - a refusal, told in HTTP's own terms
    """A request that is not answered.

    Attributes:
        status: HTTP's.
        kind: Last part of the problem's type.
        detail: What, got, wanted, next step.
        headers: To send along.
    """

    status: HTTPStatus
    kind: str
    detail: str
    headers: Mapping[str, str] | None = None


EXPECTED = (errors.OnRecordError, RequestValidationError, AnyHTTPException, Refused)

# The first that fits counts, so the more special come first.
_KINDS: tuple[tuple[type[errors.OnRecordError], HTTPStatus, str], ...] = (
    (errors.UnknownError, HTTPStatus.NOT_FOUND, "unknown"),
    (errors.QuestionError, HTTPStatus.BAD_REQUEST, "question"),
    (errors.CorrectionError, HTTPStatus.UNPROCESSABLE_ENTITY, "correction"),
    (errors.MetadataError, HTTPStatus.UNPROCESSABLE_ENTITY, "metadata"),
    (errors.TextError, HTTPStatus.UNPROCESSABLE_ENTITY, "text"),
    (errors.SpanError, HTTPStatus.UNPROCESSABLE_ENTITY, "span"),
    (errors.StatementError, HTTPStatus.UNPROCESSABLE_ENTITY, "statement"),
    (errors.ReadOnlyError, HTTPStatus.FORBIDDEN, "read-only"),
    (errors.LockedError, HTTPStatus.SERVICE_UNAVAILABLE, "locked"),
    (errors.FullError, HTTPStatus.INSUFFICIENT_STORAGE, "full"),
    (errors.RecordError, HTTPStatus.SERVICE_UNAVAILABLE, "record"),
    (errors.OnRecordError, HTTPStatus.INTERNAL_SERVER_ERROR, "failed"),
)

PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": told, "content": {_MEDIA_TYPE: {}}}
    for status, told in {
        400: "The question cannot be understood",
        401: "The token is none",
        403: "The token does not allow it, or the record may only be read",
        404: "Not on record",
        405: "Not done to this address",
        406: "No such format",
        411: "The body's size is not told",
        413: "The body is too large",
        422: "The body cannot be understood",
        429: "Too many requests",
        503: "The record is busy or cannot be used",
    }.items()
}


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return how some problems are described, with those that any request may meet."""
    return {status: PROBLEMS[status] for status in (400, 401, *statuses, 429, 503)}


def answer(request: Request, error: Exception) -> Response:
    """Return an expected error as a problem."""
    if isinstance(error, Refused):
        return _problem(request, error)
    if isinstance(error, RequestValidationError):
        return _invalid(request, error)
    if isinstance(error, HTTPException | AnyHTTPException):
        status = HTTPStatus(error.status_code)
        name = status.phrase.lower().replace(" ", "-")
        return _problem(request, Refused(status, name, str(error.detail), error.headers))
    for kind, status, name in _KINDS:
        if isinstance(error, kind):
            again = {"Retry-After": str(_RETRY_S)} if status == 503 else None
            return _problem(request, Refused(status, name, str(error), again))
    raise error


def _invalid(request: Request, error: RequestValidationError) -> Response:
    found = [
        {"place": [str(part) for part in one["loc"]], "reason": str(one["msg"])}
        for one in error.errors()
    ]
    in_body = any(one["place"][:1] == ["body"] for one in found)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if in_body else HTTPStatus.BAD_REQUEST
    told = "; ".join(f"{'.'.join(one['place'])}: {one['reason']}" for one in found[:5])
    return _problem(request, Refused(status, "invalid", told), errors=found)


def _problem(request: Request, refused: Refused, **more: object) -> Response:
    values = {
        "type": f"urn:onrecord:problem:{refused.kind}",
        "title": refused.status.phrase,
        "status": int(refused.status),
        "detail": refused.detail,
        "instance": request.url.path,
    }
    headers = {"Cache-Control": "no-store", **(refused.headers or {})}
    return JSONResponse({**values, **more}, refused.status, headers, _MEDIA_TYPE)
