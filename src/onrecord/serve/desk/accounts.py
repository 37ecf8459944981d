"""Who may sign in: names, roles and hashed passwords, in one small file beside the record."""

import contextlib
import functools
import hashlib
import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from onrecord.errors import AccountError

__all__ = ["Account", "Accounts", "Role"]

_SHORTEST_PASSWORD = 10
_LONGEST_PASSWORD = 1000
# Argon2id with the library's defaults: RFC 9106's second choice, 64 MiB.
_HASHER = PasswordHasher()


class Role(StrEnum):
    """What an account may do; each may do what those before it may."""

    READER = "reader"
    """Search and read."""
    EDITOR = "editor"
    """Correct, judge who is who, add articles."""
    ADMIN = "admin"
    """See the log of all corrections and undo those of others."""

    def may(self, needed: "Role") -> bool:
        """Say whether this role is enough where another is needed."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One person.

    Attributes:
        name: As it stands in the log of corrections.
        role: What they may do.
        hash: Argon2id, with its salt and costs.
    """

    name: str
    role: Role
    hash: str

    @property
    def print(self) -> str:
        """A mark of the password: a session made with another one has ended."""
        return hashlib.sha256(self.hash.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts in a file; each question reads it anew, so that a removal counts at once."""

    path: Path

    def find(self, name: str) -> Account | None:
        """Return an account by name."""
        return self._all().get(name)

    def every(self) -> tuple[Account, ...]:
        """Return all accounts by name."""
        return tuple(account for _, account in sorted(self._all().items()))

    def put(self, name: str, role: str, password: str) -> Account:
        """Make an account, or give it another role and password.

        Raises:
            AccountError: If the name or the password will not do.
        """
        if not name.strip() or name != name.strip() or not name.isprintable():
            raise AccountError(f"{name!r} is no name: wanted letters, no space around them")
        if not _SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
            raise AccountError(f"the password has under {_SHORTEST_PASSWORD} letters, or too many")
        made = Account(name=name, role=Role(role), hash=_HASHER.hash(password))
        self._write({**self._all(), name: made})
        return made

    def remove(self, name: str) -> None:
        """Take an account away; what it corrected stays.

        Raises:
            AccountError: If there is none.
        """
        known = self._all()
        if name not in known:
            raise AccountError(f"there is no account {name!r}: see `onrecord user list`")
        del known[name]
        self._write(known)

    def verified(self, name: str, password: str) -> Account | None:
        """Return the account if the password is its own; takes as long where there is none."""
        account = self.find(name)
        hashed = account.hash if account else _nobodys()
        try:
            _HASHER.verify(hashed, password[:_LONGEST_PASSWORD])
        except (VerificationError, InvalidHashError):
            return None
        if account and _HASHER.check_needs_rehash(account.hash):
            account = replace(account, hash=_HASHER.hash(password))
            self._write({**self._all(), name: account})
        return account

    def secret(self) -> str:
        """Return the key of this file's sessions; made when it is first needed."""
        told = self._read()
        if "secret" not in told:
            told = {**told, "secret": secrets.token_urlsafe(32)}
            _replace(self.path, told)
        return str(told["secret"])

    def _all(self) -> dict[str, Account]:
        rows = self._read().get("accounts", [])
        try:
            found = [
                Account(name=row["name"], role=Role(row["role"]), hash=row["hash"]) for row in rows
            ]
        except (KeyError, TypeError, ValueError) as error:
            raise AccountError(f"{self.path} holds an account that is none: {error}") from error
        return {account.name: account for account in found}

    def _write(self, accounts: dict[str, Account]) -> None:
        rows = [asdict(account) for account in accounts.values()]
        _replace(self.path, {**self._read(), "accounts": rows})

    def _read(self) -> dict[str, Any]:
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise AccountError(f"{self.path} cannot be read: {error}") from error
        return told if isinstance(told, dict) else {}


@functools.cache
def _nobodys() -> str:
    """Return the hash of no password, so that unknown names cost what known ones do."""
    return _HASHER.hash(secrets.token_urlsafe())


def _replace(path: Path, told: object) -> None:
    """Put a file there whole or not at all, readable by its owner only."""
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(told, file, indent=1)
        new.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            new.unlink()
        raise AccountError(f"{path} cannot be written: {error.strerror}") from error
