"""A desk that runs: the record opened, the server started, both closed again."""

import getpass
from pathlib import Path

import uvicorn

import onrecord
from onrecord.serve.desk.app import make_app
from onrecord.serve.desk.settings import Settings

__all__ = ["open_desk"]

# Longer than people look at a page of results; a connection that closes just as it
# is used again is an error to those who do not try twice.
_KEEP_ALIVE_S = 60


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
        app = make_app(archive, settings)
        shown = f"[{host}]" if ":" in host else host
        print(f"the desk is open at http://{shown}:{port}/ (Ctrl-C closes it)", flush=True)
        # Who asks is told by the connection alone: a header could be made up.
        uvicorn.run(
            app,
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=_KEEP_ALIVE_S,
        )


def _local_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"
