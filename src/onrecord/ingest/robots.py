"""What a site lets robots fetch, and how often (robots.txt, RFC 9309)."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from onrecord.errors import AddressError
from onrecord.ingest.fetch import AGENT, Fetcher, Page

__all__ = ["PoliteFetcher"]

# Between two requests to one server, where it names no delay of its own.
_DELAY_S = 1.0
_LONGEST_DELAY_S = 60.0
# RFC 9309: 500 KiB must be read, the rest may be left.
_MOST_BYTES = 500 << 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliteFetcher:
    """Fetches what robots.txt allows, not faster than it asks for.

    Attributes:
        fetcher: Fetches.
        delay_s: Between two requests to one server.
        sleep: Waits; replaced where nobody is to wait.
    """

    fetcher: Fetcher = field(default_factory=Fetcher)
    delay_s: float = _DELAY_S
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str, conditions: dict[str, str] | None = None) -> Page:
        """Return a page that robots may fetch.

        Raises:
            AddressError: If robots.txt forbids it, or it cannot be had.
        """
        self._come_in(url)
        return self.fetcher.fetch(url, conditions, check=self._come_in)

    def _come_in(self, url: str) -> None:
        """Wait until a page may be fetched, or raise `AddressError` where it may not be."""
        rules = self._rules_of(url)
        if not rules.can_fetch(AGENT, url):
            raise AddressError(f"{url}: its robots.txt asks not to fetch it")
        self._wait(url, rules)

    def _rules_of(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._read_rules(f"{site}/robots.txt")
        return self._rules[site]

    def _read_rules(self, url: str) -> RobotFileParser:
        rules = RobotFileParser(url)
        page = self.fetcher.fetch(url)
        if page.status >= 500:
            raise AddressError(f"{url}: answers {page.status}; without it nothing is fetched")
        is_there = page.status < 400
        lines = page.body[:_MOST_BYTES].decode("utf-8", errors="replace").splitlines()
        rules.parse(lines if is_there else [])
        return rules

    def _wait(self, url: str, rules: RobotFileParser) -> None:
        host = urlsplit(url).netloc
        asked = float(rules.crawl_delay(AGENT) or 0)
        delay = min(max(self.delay_s, asked), _LONGEST_DELAY_S)
        now = time.monotonic()
        left = self._last.get(host, now - delay) + delay - now
        if left > 0:
            self.sleep(left)
        self._last[host] = time.monotonic()
