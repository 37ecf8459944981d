"""Who a browser is: a signed cookie, and a token that only our own forms carry."""

import hashlib
import hmac
import secrets
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field

from itsdangerous import BadSignature, URLSafeTimedSerializer

from onrecord.serve.desk.accounts import Account, Accounts, Role

__all__ = ["COOKIE", "LASTS_S", "Sessions", "Tries", "Visitor"]

COOKIE = "onrecord_desk"
LASTS_S = 12 * 3600
_TOLD_FOR_S = 300
# Ten wrong passwords a quarter of an hour, for one address or one name: a person
# gets in, a list of common passwords does not.
_TRIES = 10
_TRIES_WITHIN_S = 900.0
_MOST_TRACKED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks for a page.

    Attributes:
        nonce: Of this browser.
        token: What its forms must send back; another each time, so that the length of a
            compressed page tells nothing of it (BREACH, 2013).
        cookie: What it must keep; the same as it sent, where that was good.
        name: The account, or who sits at this machine; None for anybody.
        role: What they may do; None where they may not even read.
        is_signed_in: Whether an account was named.
    """

    nonce: str
    token: str
    cookie: str
    name: str | None
    role: Role | None
    is_signed_in: bool = False

    def may(self, needed: Role) -> bool:
        """Say whether they may do what a role may."""
        return self.role is not None and self.role.may(needed)


@dataclass(frozen=True, slots=True)
class Sessions:
    """Makes and checks cookies.

    Attributes:
        secret: The key.
        accounts: Who may sign in; None on a desk for one person.
        local_user: Who sits at the machine, on such a desk.
        is_open: Whether anybody may read.
    """

    secret: str
    accounts: Accounts | None
    local_user: str
    is_open: bool

    def visitor(self, cookie: str | None) -> Visitor:
        """Return who sent a cookie, if any; a new browser gets one."""
        told = self._told(cookie) if cookie else None
        if cookie is None or told is None:
            return self._new(None)
        account = self._account(told)
        return self._visitor(told["nonce"], cookie, account)

    def signed_in(self, account: Account) -> Visitor:
        """Return a visitor with a fresh cookie, so that nobody can have planted it."""
        return self._new(account)

    def signed_out(self) -> Visitor:
        """Return a visitor whom nobody knows."""
        return self._new(None)

    def is_ours(self, visitor: Visitor, token: str) -> bool:
        """Say whether a form came from a page that we gave to this browser."""
        salt = token.partition(".")[0]
        made = self._token(visitor.nonce, salt)
        return hmac.compare_digest(made.encode(), token.encode("utf-8", "replace"))

    def sealed(self, words: str) -> str:
        """Return words that only we can put into an address."""
        return str(URLSafeTimedSerializer(self.secret, salt="desk words").dumps(words))

    def opened(self, sealed: str | None) -> str | None:
        """Return what was sealed in the last minutes; nothing of what others made up."""
        signer = URLSafeTimedSerializer(self.secret, salt="desk words")
        try:
            return str(signer.loads(sealed, max_age=_TOLD_FOR_S)) if sealed else None
        except BadSignature:
            return None

    def _new(self, account: Account | None) -> Visitor:
        nonce = secrets.token_urlsafe(16)
        who = {"name": account.name, "print": account.print} if account else {}
        return self._visitor(nonce, self._signer.dumps({"nonce": nonce, **who}), account)

    def _visitor(self, nonce: str, cookie: str, account: Account | None) -> Visitor:
        name, role = self._anybody
        return Visitor(
            nonce=nonce,
            token=self._token(nonce, secrets.token_hex(8)),
            cookie=cookie,
            name=account.name if account else name,
            role=account.role if account else role,
            is_signed_in=account is not None,
        )

    @property
    def _anybody(self) -> tuple[str | None, Role | None]:
        if self.accounts is None:
            return self.local_user, Role.ADMIN
        return None, Role.READER if self.is_open else None

    @property
    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.secret, salt="desk cookie")

    def _told(self, cookie: str) -> dict[str, str] | None:
        try:
            told = self._signer.loads(cookie, max_age=LASTS_S)
        except BadSignature:
            return None
        return told if isinstance(told, dict) and "nonce" in told else None

    def _account(self, told: dict[str, str]) -> Account | None:
        if self.accounts is None or "name" not in told:
            return None
        account = self.accounts.find(told["name"])
        return account if account and account.print == told.get("print") else None

    def _token(self, nonce: str, salt: str) -> str:
        signed = f"form {salt} {nonce}".encode("utf-8", "replace")
        return f"{salt}.{hmac.new(self.secret.encode(), signed, hashlib.sha256).hexdigest()}"


@dataclass(slots=True)
class Tries:
    """How often a wrong password was given lately, by address and by name.

    Attributes:
        turn: Held while a password is looked at: many at once would get more
            tries than they have, and 64 MiB each.
    """

    turn: threading.Lock = field(default_factory=threading.Lock)
    _failed: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def is_too_many(self, *keys: str) -> bool:
        """Say whether one of them has used up its tries."""
        since = time.monotonic() - _TRIES_WITHIN_S
        with self._lock:
            return any(self._recent(key, since) >= _TRIES for key in keys)

    def fail(self, *keys: str) -> None:
        """Count a wrong password."""
        with self._lock:
            if len(self._failed) > _MOST_TRACKED:
                self._failed.clear()
            for key in keys:
                self._failed[key].append(time.monotonic())

    def forget(self, *keys: str) -> None:
        """Start anew for those who got in."""
        with self._lock:
            for key in keys:
                self._failed.pop(key, None)

    def _recent(self, key: str, since: float) -> int:
        times = self._failed.get(key)
        while times and times[0] < since:
            times.popleft()
        return len(times) if times else 0
