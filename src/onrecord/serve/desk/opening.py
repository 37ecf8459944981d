"""A desk that runs: the record opened, the server started, both closed again."""

import getpass
import socket
from pathlib import Path

import uvicorn

import onrecord
from onrecord.errors import AddressError
from onrecord.serve.api import make_router
from onrecord.serve.desk.app import make_app
from onrecord.serve.desk.settings import Settings
from onrecord.serve.tokens import Tokens

__all__ = ["open_desk"]

# Longer than people look at a page of results; a connection that closes just as it
# is used again is an error to those who do not try twice.
_KEEP_ALIVE_S = 60
_WAITING = 2048


def open_desk(
    record: str,
    *,
    host: str,
    port: int,
    names: tuple[str, ...] = (),
    users: Path | None = None,
    is_read_only: bool = False,
) -> None:
    """Run a desk until it is interrupted.

    Args:
        record: File or address of the record.
        host: Address to listen on.
        port: Port to listen on.
        names: Names under which browsers ask for it.
        users: File of the accounts; one that is not there means there are none.
        is_read_only: Whether nobody may change anything.

    Raises:
        AccountError: If others could reach it and there are no accounts.
        AddressError: If nobody can listen there.
        RecordError: If the record cannot be used.
    """
    settings = Settings(
        host=host,
        names=names,
        users=users,
        local_user=_local_user(),
        load_reader=onrecord.Reader.load,
        is_read_only=is_read_only,
    )
    with onrecord.open(record, create=False, read_only=is_read_only) as archive:
        api = make_router(archive, _tokens(record), is_private=not settings.is_local)
        app = make_app(archive, settings, routers=[api])
        # Who asks is told by the connection alone: a header could be made up.
        config = uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=_KEEP_ALIVE_S,
        )
        with _listening(host, port) as listener:
            shown = f"[{host}]" if ":" in host else host
            open_at = f"http://{shown}:{listener.getsockname()[1]}/"
            print(f"the desk is open at {open_at} (Ctrl-C closes it)", flush=True)
            uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        made = socket.create_server((host, port), family=family, backlog=_WAITING)
    except (OSError, OverflowError) as error:
        raise AddressError(
            f"{host} port {port}: cannot be listened at: {error}: give another --port or --host"
        ) from error
    # asyncio does this for sockets of its own only; without it each page, which goes out in
    # two pieces, waits 40 ms for the browser to acknowledge the first (Nagle).
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def _tokens(record: str) -> Tokens:
    """Return who may write through the API: the tokens beside the record's file.

    A server's record has no file to lie beside, so they are looked for in the current folder.
    """
    return Tokens(Path("onrecord.tokens")) if "://" in record else Tokens.beside(record)


def _local_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"
