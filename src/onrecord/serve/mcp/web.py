"""The server over streamable HTTP; where others can reach it, for those with a token only."""

import socket
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import uvicorn
from mcp.server.mcpserver import MCPServer
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from onrecord.errors import AddressError
from onrecord.serve.tokens import Tokens

__all__ = ["application", "serve"]

_Scope = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Scope]]
_Send = Callable[[_Scope], Awaitable[None]]
_Application = Callable[[_Scope, _Receive, _Send], Awaitable[None]]

_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="onrecord"'}


def serve(server: MCPServer[None], host: str, port: int, tokens: Tokens | None) -> None:
    """Print where it answers, then answer until interrupted.

    Raises:
        AddressError: If another program listens there.
    """
    made = application(server, host, tokens)
    config = uvicorn.Config(made, log_level="warning", server_header=False)
    with _listening(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        print(f"http://{shown}:{listening.getsockname()[1]}/mcp", flush=True)
        uvicorn.Server(config).run(sockets=[listening])


def application(server: MCPServer[None], host: str, tokens: Tokens | None) -> _Application:
    """Return the server as an ASGI application.

    On this machine's own addresses other names of it are refused (DNS rebinding).

    Args:
        server: What answers.
        host: Where it listens.
        tokens: Who may ask; None lets everybody.
    """
    inner = server.streamable_http_app(host=host, json_response=True, stateless_http=True)
    return inner if tokens is None else _for_holders(inner, tokens)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        made = socket.create_server((host, port), family=family)
    except OSError as error:
        raise AddressError(f"{host}:{port}: cannot be listened at: {error.strerror}") from error
    # asyncio does this for sockets of its own only; without it each answer, which goes out in
    # two pieces, waits 40 ms for the other side to acknowledge the first (Nagle).
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def _for_holders(inner: _Application, tokens: Tokens) -> _Application:
    async def outer(scope: _Scope, receive: _Receive, send: _Send) -> None:
        if scope["type"] == "http" and not _is_holders(Headers(scope=scope), tokens):
            refusal = PlainTextResponse("no token that was given\n", 401, _CHALLENGE)
            await refusal(scope, receive, send)
        else:
            await inner(scope, receive, send)

    return outer


def _is_holders(headers: Headers, tokens: Tokens) -> bool:
    return tokens.bearer(headers.get("authorization", "")) is not None
