"""Pages and feeds from the net: politely, bounded in time and size, and never from inside."""

import http.client
import io
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from urllib.parse import urljoin

from onrecord.errors import AddressError
from onrecord.ingest.address import connect, parts_of
from onrecord.ingest.source import size

__all__ = ["Fetcher", "Page"]

# What robots.txt may name; the version goes with it to servers only.
AGENT = "onrecord"
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_BLOCK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a server gave.

    Attributes:
        url: Where it was in the end, after redirects.
        status: HTTP's, 304 where nothing has changed.
        headers: With names in small letters.
        body: Unpacked.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        _, found, name = self.headers.get("content-type", "").lower().partition("charset=")
        return name.split(";")[0].strip(" \"'") or None if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches pages.

    Attributes:
        timeout_s: For connecting, and for each read.
        total_s: For all of one page.
        most_bytes: Of one page, unpacked.
        is_private_allowed: Whether servers on this machine or its network may be asked.
    """

    timeout_s: float = 15.0
    total_s: float = 60.0
    most_bytes: int = 16 << 20
    is_private_allowed: bool = False

    def fetch(
        self,
        url: str,
        conditions: Mapping[str, str] | None = None,
        *,
        check: Callable[[str], None] | None = None,
    ) -> Page:
        """Return a page, redirects followed.

        Args:
            url: ``http`` or ``https``.
            conditions: Headers such as ``If-None-Match``.
            check: Called with each address that a redirect leads to; raises
                `AddressError` where that must not be followed.

        Raises:
            AddressError: If it cannot be had, is too large or too slow.
        """
        ends_at = time.monotonic() + self.total_s
        for _ in range(_MOST_REDIRECTS + 1):
            page = self._fetch_once(url, conditions or {}, ends_at)
            target = page.headers.get("location")
            if page.status not in _REDIRECTS or not target:
                return page
            url = urljoin(url, target)
            if check:
                check(url)
        raise AddressError(f"{url}: leads on more than {_MOST_REDIRECTS} times")

    def _fetch_once(self, url: str, conditions: Mapping[str, str], ends_at: float) -> Page:
        parts = parts_of(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection = connect(
            url, timeout_s=self.timeout_s, is_private_allowed=self.is_private_allowed
        )
        agent = f"{AGENT}/{version(AGENT)}"
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip", **conditions}
        try:
            connection.request("GET", _quoted(path), headers=headers)
            return self._page(url, connection.getresponse(), ends_at)
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            raise AddressError(f"{url}: {str(error) or type(error).__name__}") from error
        finally:
            connection.close()

    def _page(self, url: str, answer: http.client.HTTPResponse, ends_at: float) -> Page:
        headers = {name.lower(): value for name, value in answer.getheaders()}
        is_packed = headers.get("content-encoding", "").lower() in ("gzip", "x-gzip")
        unpacker = zlib.decompressobj(wbits=31) if is_packed else None
        body = io.BytesIO()
        while block := answer.read1(_BLOCK_BYTES):
            room = self.most_bytes + 1 - body.tell()
            body.write(unpacker.decompress(block, max(room, 1)) if unpacker else block)
            if body.tell() > self.most_bytes:
                raise AddressError(f"is larger than {size(self.most_bytes)}")
            if time.monotonic() > ends_at:
                raise AddressError(f"took longer than {self.total_s:g} seconds")
        return Page(url=url, status=answer.status, headers=headers, body=body.getvalue())


def _quoted(path: str) -> str:
    """Return a path in ASCII, as some feeds give addresses as people read them."""
    return "".join(
        sign if sign.isascii() else "".join(f"%{byte:02X}" for byte in sign.encode())
        for sign in path
    )
