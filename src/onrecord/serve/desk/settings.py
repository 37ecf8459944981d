"""How a desk is run: who may come in, and how much they may bring."""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import AccountError
from onrecord.types.reads import Reads

__all__ = ["Settings"]

_MOST_UPLOADED_BYTES = 5_000_000
_LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is decided before a desk opens.

    Attributes:
        host: The address that it listens on.
        names: Names under which browsers may ask for it, besides the address
            itself; without ports.
        users: File of the accounts; nobody signs in where there is none.
        local_user: Who corrects, in the log, on a desk without accounts.
        load_reader: Loads what reads new articles, once, when some are added.
        most_bytes: The largest request that is taken.
        is_read_only: Nobody may change anything.

    Raises:
        AccountError: If others could reach it and nobody could be asked who they are.
    """

    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    users: Path | None = None
    local_user: str = "desk"
    load_reader: Callable[[], Reads] = field(repr=False)
    most_bytes: int = _MOST_UPLOADED_BYTES
    is_read_only: bool = False

    def __post_init__(self) -> None:
        if not self.is_local and (self.users is None or not self.users.exists()):
            raise AccountError(
                f"a desk on {self.host} can be reached by others, and there are no accounts: "
                "make one first with `onrecord user add NAME --role admin`"
            )

    @property
    def is_local(self) -> bool:
        """Whether only programs of this machine reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False

    @property
    def hosts(self) -> frozenset[str]:
        """Names, without port, that a request may carry; others are rebound to us."""
        own = f"[{self.host}]" if ":" in self.host else self.host
        local = _LOCAL_NAMES if self.is_local else ()
        return frozenset(name.lower() for name in (own, *local, *self.names))
