"""What holds for every request: whose name it carries, how large it is, what a page may load."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

__all__ = ["POLICY", "Guard", "TooLargeError"]

_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[_Message, _Receive, _Send], Awaitable[None]]

_LOADS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'self'"
)
POLICY = f"{_LOADS}; frame-ancestors 'none'"
# The one page that is made to stand in others: no script, no form, no cookie in it.
_CARD_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *"
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class TooLargeError(Exception):
    """More came than is taken, in a request that did not say so before."""


class Guard:
    """Wraps an application; what it refuses never gets there.

    A page of another site that has its name point at this machine (DNS
    rebinding) still sends its own name: that is refused.
    """

    def __init__(self, app: _App, *, hosts: Iterable[str], most_bytes: int) -> None:
        """Guard an application; see `onrecord.serve.desk.settings.Settings`."""
        self._app = app
        self._hosts = frozenset(hosts)
        self._most_bytes = most_bytes

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = dict(scope["headers"])
        if _without_port(told.get(b"host", b"").decode("latin-1")) not in self._hosts:
            await _refuse(send, 421, "this desk is not known by that name: see --name")
        elif _size(told) > self._most_bytes:
            await _refuse(send, 413, f"larger than the {self._most_bytes:,} bytes taken at once")
        else:
            await self._answer(scope, receive, send)

    async def _answer(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        taken = 0

        async def counted() -> _Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._most_bytes:
                raise TooLargeError
            return message

        async def guarded(message: _Message) -> None:
            await send(_with_headers(message, scope["path"]))

        await self._app(scope, counted, guarded)


def _with_headers(message: _Message, path: str) -> _Message:
    if message["type"] != "http.response.start":
        return message
    own = list(message["headers"])
    names = {name.lower() for name, _ in own}
    own += [pair for pair in _HEADERS if pair[0] not in names]
    if b"content-security-policy" not in names and not path.startswith("/api"):
        policy = _CARD_POLICY if path.endswith("/card") else POLICY
        own.append((b"content-security-policy", policy.encode()))
    if b"cache-control" not in names:
        own.append((b"cache-control", b"no-store"))
    return {**message, "headers": own}


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()


def _size(told: dict[bytes, bytes]) -> int:
    length = told.get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


async def _refuse(send: _Send, status: int, reason: str) -> None:
    body = f"onrecord: {reason}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
