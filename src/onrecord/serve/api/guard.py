"""What stands before every request: how many, how large; and behind it: problems, ETags."""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine, MutableMapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from fastapi.routing import APIRoute

from onrecord.serve.api.problems import EXPECTED, Refused, answer

__all__ = ["Limits", "Rate", "guarded"]

_MOST_CLIENTS = 10_000
_MINUTE_S = 60.0
_Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one client may ask for.

    Attributes:
        per_minute: Requests, all of which may come at once.
        body_bytes: Size of what is sent.
    """

    per_minute: int = 600
    body_bytes: int = 2_000_000


@dataclass(slots=True)
class Rate:
    """Lets each client through so many times a minute (a token bucket for each).

    Attributes:
        per_minute: How many times.
        clock: Tells the time in seconds.
    """

    per_minute: int
    clock: Callable[[], float] = time.monotonic
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def admit(self, client: str) -> None:
        """Count a request.

        Raises:
            Refused: If it is one too many.
        """
        with self._lock:
            now = self.clock()
            left, then = self._left.pop(client, (float(self.per_minute), now))
            left = min(self.per_minute, left + (now - then) * self.per_minute / _MINUTE_S)
            self._left[client] = (max(left - 1, 0) if left >= 1 else left, now)
            if len(self._left) > _MOST_CLIENTS:
                self._left.popitem(last=False)
        if left < 1:
            wait = (1 - left) * _MINUTE_S / self.per_minute
            told = f"more than {self.per_minute} requests a minute: wait {wait:.0f} s"
            headers = {"Retry-After": str(int(wait) + 1)}
            raise Refused(HTTPStatus.TOO_MANY_REQUESTS, "too-many", told, headers)


def guarded(limits: Limits, rate: Rate) -> type[APIRoute]:
    """Return the kind of route that holds some limits and tells errors as problems."""

    class Guarded(APIRoute):
        def get_route_handler(self) -> _Handler:
            inner = super().get_route_handler()

            async def handle(request: Request) -> Response:
                try:
                    rate.admit(request.client.host if request.client else "")
                    response = await inner(_bounded(request, limits.body_bytes))
                except EXPECTED as error:
                    # FastAPI wraps what goes wrong while it reads a body.
                    cause = error.__cause__
                    return answer(request, cause if isinstance(cause, Refused) else error)
                return _tagged(request, response)

            return handle

    return Guarded


def _bounded(request: Request, most: int) -> Request:
    """Return the request, which stops to be read where it grows too large."""
    seen = 0

    async def receive() -> MutableMapping[str, Any]:
        nonlocal seen
        message = await request.receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise Refused(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", f"more than {most} bytes"
            )
        return message

    told = request.headers.get("content-length", "0")
    if told.isdecimal() and int(told[:20]) > most:
        seen = int(told[:20])
        raise Refused(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", f"{seen} bytes, at most {most}"
        )
    return Request(request.scope, receive)


def _tagged(request: Request, response: Response) -> Response:
    """Return the response with an ETag of its bytes, or 304 where they are known."""
    if request.method != "GET" or response.status_code != 200:
        return response
    tag = f'"{hashlib.blake2b(response.body, digest_size=16).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept, Authorization"}
    if _is_known(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def _is_known(given: str, tag: str) -> bool:
    # Compression on the way makes a tag weak; for a 304 that is no matter (RFC 9110).
    known = {one.strip().removeprefix("W/") for one in given.split(",")}
    return "*" in known or tag in known
