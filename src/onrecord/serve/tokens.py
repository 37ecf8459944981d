"""Who may write through the network: names, roles, and hashes of their tokens in a file.

A token is 256 random bits, so a plain hash keeps it: there is nothing to guess
that a slow hash would protect.
"""

import datetime
import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import IntEnum
from pathlib import Path
from typing import Self

from onrecord.errors import TokenError

__all__ = ["Holder", "Role", "Tokens"]

_PREFIX = "ort_"
_BYTES = 32


class Role(IntEnum):
    """What somebody may do; each may do what those before may."""

    READER = 1
    EDITOR = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody with a token.

    Attributes:
        name: Corrections are kept under it.
        role: What they may do.
        hash: SHA-256 of the token, in hexadecimal digits.
        made: When, as ISO 8601.
    """

    name: str
    role: Role
    hash: str
    made: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one record; the file is looked at anew each time.

    >>> folder = tempfile.mkdtemp()
    >>> tokens = Tokens(Path(folder) / "news.db.tokens")
    >>> token = tokens.add("ann", Role.EDITOR)
    >>> tokens.holder(token).name, tokens.holder("ort_guess")
    ('ann', None)

    Attributes:
        path: The file; nobody has a token where it is missing.
    """

    path: Path

    @classmethod
    def beside(cls, record: str) -> Self:
        """Return the tokens kept beside a record's file.

        Raises:
            TokenError: If the record is a server's, which has no file.
        """
        if "://" in record:
            raise TokenError(f"{record} has no file beside it: say --tokens FILE")
        return cls(Path(f"{record}.tokens"))

    def holder(self, token: str) -> Holder | None:
        """Return whose token it is, taking equally long whoever's it is."""
        given, found = _hash(token), None
        for one in self.holders():
            if hmac.compare_digest(one.hash, given):
                found = one
        return found

    def bearer(self, given: str) -> Holder | None:
        """Return who sends a header such as ``Bearer ort_…`` (RFC 6750)."""
        kind, _, token = given.partition(" ")
        return self.holder(token.strip()) if kind.lower() == "bearer" else None

    def holders(self) -> tuple[Holder, ...]:
        """Return everybody who has a token.

        Raises:
            TokenError: If the file is none of tokens.
        """
        try:
            rows = json.loads(self.path.read_text(encoding="utf-8"))
            return tuple(Holder(**{**row, "role": Role[row["role"].upper()]}) for row in rows)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise TokenError(f"{self.path}: holds no tokens that can be read: {error}") from error

    def add(self, name: str, role: Role) -> str:
        """Return a new token, which is kept nowhere.

        Raises:
            TokenError: If somebody of that name has one, or there is no name.
        """
        if not name.strip() or not name.isprintable():
            raise TokenError(f"{name!r} is no name: corrections are kept under it")
        holders = self.holders()
        if any(one.name == name for one in holders):
            raise TokenError(f"{name} has a token: `onrecord token remove {name}` first")
        token = _PREFIX + secrets.token_urlsafe(_BYTES)
        made = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self._write([*holders, Holder(name=name, role=role, hash=_hash(token), made=made)])
        return token

    def remove(self, name: str) -> None:
        """Make somebody's token worth nothing.

        Raises:
            TokenError: If nobody of that name has one.
        """
        holders = self.holders()
        left = [one for one in holders if one.name != name]
        if len(left) == len(holders):
            raise TokenError(f"{name} has no token: `onrecord token list` shows who has")
        self._write(left)

    def _write(self, holders: Iterable[Holder]) -> None:
        rows = [{**asdict(one), "role": one.role.name.lower()} for one in holders]
        folder = self.path.absolute().parent
        try:
            # Made for its owner's eyes only, and put in place at once.
            number, name = tempfile.mkstemp(dir=folder, prefix=".tokens-")
            with os.fdopen(number, "w", encoding="utf-8") as file:
                json.dump(rows, file, indent=1)
            Path(name).replace(self.path)
        except OSError as error:
            raise TokenError(f"{self.path}: cannot be written: {error.strerror}") from error


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
