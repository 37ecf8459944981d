"""Feeds followed, against a server on this machine: polite, bounded, never inside by accident."""

import contextlib
import gzip
import http.server
import threading
from dataclasses import dataclass, field

import pytest
from ingest_forms import PAGE, RSS, TEXT

from onrecord.errors import AddressError
from onrecord.ingest.fetch import Fetcher
from onrecord.ingest.follow import FeedState, Follower
from onrecord.ingest.robots import PoliteFetcher
from onrecord.types import Article, Failure


@dataclass
class Site:
    """What a server gives, and what it was asked."""

    pages: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    address: str = ""


@pytest.fixture
def site():
    found = Site()

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found.asked.append((self.path, dict(self.headers)))
            status, headers, body = found.pages.get(self.path, (404, {}, b""))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            # Whoever has enough hangs up.
            with contextlib.suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    found.address = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


def follower(waits=None, **options):
    fetcher = Fetcher(is_private_allowed=True, timeout_s=2, **options)
    polite = PoliteFetcher(fetcher=fetcher, sleep=(waits if waits is not None else []).append)
    return Follower(fetcher=polite, sleep=(waits if waits is not None else []).append)


def put_feed(site, headers=None):
    feed = RSS.replace("https://echo.example/bridge", f"{site.address}/bridge")
    site.pages["/feed"] = (200, headers or {}, feed.encode())
    site.pages["/bridge"] = (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode())


def paths(site):
    return [path for path, _ in site.asked]


def test_entries_are_given_oldest_first_and_pages_fetched_where_the_feed_has_a_summary(site):
    put_feed(site)
    bridge, river = follower().poll(f"{site.address}/feed")
    assert (bridge.text, river.text) == (TEXT, TEXT)
    assert bridge.uri == f"{site.address}/bridge"
    assert paths(site) == ["/robots.txt", "/feed", "/bridge"]


def test_what_was_met_is_not_given_again_nor_fetched_where_nothing_changed(site):
    put_feed(site, {"ETag": '"1"'})
    ours = follower()
    assert len(list(ours.poll(f"{site.address}/feed"))) == 2
    assert list(ours.poll(f"{site.address}/feed")) == []
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    assert len(ours.states[f"{site.address}/feed"].seen) == 2
    site.pages["/feed"] = (200, {}, site.pages["/feed"][2])
    assert list(ours.poll(f"{site.address}/feed")) == []


def test_state_that_was_kept_is_taken_up_again(site):
    put_feed(site)
    ours = follower()
    next(ours.poll(f"{site.address}/feed"))
    again = Follower(fetcher=ours.fetcher, states=dict(ours.states))
    # The first was taken and nobody came back for more: it is given once more, never lost.
    assert len(list(again.poll(f"{site.address}/feed"))) == 2


def test_article_that_fails_is_tried_again_and_then_given_up(site):
    put_feed(site)
    site.pages["/bridge"] = (500, {}, b"")
    ours = follower()
    for wanted in (["Failure", "Article"], ["Failure"], ["Failure"], []):
        found = list(ours.poll(f"{site.address}/feed"))
        assert [type(each).__name__ for each in found] == wanted


def test_robots_txt_is_followed(site):
    put_feed(site)
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /bridge\nCrawl-delay: 7\n")
    waits = []
    bridge, river = follower(waits).poll(f"{site.address}/feed")
    assert "robots.txt asks not to" in bridge.reason
    assert isinstance(river, Article)
    assert "/bridge" not in paths(site)


def test_delay_that_a_site_asks_for_is_kept(site):
    put_feed(site)
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7\n")
    waits = []
    list(follower(waits).poll(f"{site.address}/feed"))
    assert len(waits) == 1
    assert 6 < waits[0] <= 7


def test_site_whose_robots_txt_fails_is_left_alone(site):
    put_feed(site)
    site.pages["/robots.txt"] = (503, {}, b"")
    [failure] = follower().poll(f"{site.address}/feed")
    assert "without it nothing is fetched" in failure.reason


def test_server_that_asks_for_rest_gets_it(site):
    put_feed(site)
    site.pages["/feed"] = (429, {"Retry-After": "120"}, b"")
    now = [1000.0]
    ours = Follower(fetcher=follower().fetcher, clock=lambda: now[0])
    assert "answers 429" in next(ours.poll(f"{site.address}/feed")).reason
    asked = len(site.asked)
    now[0] += 100
    assert list(ours.poll(f"{site.address}/feed")) == []
    assert len(site.asked) == asked


def test_rounds_begin_at_their_time_and_one_bad_feed_stops_no_other(site):
    put_feed(site)
    waits = []
    ours = follower(waits)
    ours.states[f"{site.address}/feed"] = FeedState()
    feeds = [f"{site.address}/gone", "gopher://echo.example", f"{site.address}/feed"]
    found = list(ours.follow(feeds, every_s=600, rounds=2))
    kinds = [type(each).__name__ for each in found]
    assert kinds == ["Failure", "Failure", "Article", "Article", "Failure", "Failure"]
    assert any(500 < wait <= 600 for wait in waits)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/feed",
        "http://localhost/feed",
        "http://[::1]/feed",
        "http://[::ffff:127.0.0.1]/feed",
        "http://10.0.0.1/feed",
        "http://192.168.1.1/feed",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/feed",
        "http://2130706433/feed",
        "http://0x7f.1/feed",
        "http://100.64.0.1/feed",
        "http://224.0.0.1/feed",
        "http://[fe80::1]/feed",
        "http://[fc00::1]/feed",
        "http://[2002:7f00:1::]/feed",
    ],
)
def test_private_addresses_are_refused(address):
    with pytest.raises(AddressError, match=r"private address|is not known"):
        Fetcher().fetch(address)


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://echo.example", "http://", "http://a b", "echo.example"),
        *("http://a.example:99999", "http://a.example/\r\nX: y", "javascript:alert(1)", ""),
    ],
)
def test_address_that_is_none_is_refused(address):
    with pytest.raises(AddressError, match="is no http or https address"):
        Fetcher().fetch(address)


def test_redirect_to_a_private_address_or_a_forbidden_page_is_not_followed(site):
    site.pages["/a"] = (302, {"Location": "/secret"}, b"")
    site.pages["/secret"] = (200, {}, b"It rains.")
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /secret\n")
    with pytest.raises(AddressError, match="robots"):
        follower().fetcher.fetch(f"{site.address}/a")
    assert "/secret" not in paths(site)


def test_redirects_end(site):
    site.pages["/a"] = (302, {"Location": "/a"}, b"")
    with pytest.raises(AddressError, match="leads on more than 5 times"):
        Fetcher(is_private_allowed=True).fetch(f"{site.address}/a")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, b"a" * 5000),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"a" * 5_000_000)),
    ],
)
def test_page_that_is_too_large_is_given_up(site, headers, body):
    site.pages["/a"] = (200, headers, body)
    with pytest.raises(AddressError, match="larger than 1,000 bytes"):
        Fetcher(is_private_allowed=True, most_bytes=1000).fetch(f"{site.address}/a")


def test_packed_page_is_unpacked(site):
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"It rains."))
    page = Fetcher(is_private_allowed=True).fetch(f"{site.address}/a")
    assert page.body == b"It rains."


def test_page_that_is_too_slow_is_given_up(site):
    site.pages["/a"] = (200, {}, b"It rains.")
    with pytest.raises(AddressError, match="took longer than"):
        Fetcher(is_private_allowed=True, total_s=-1).fetch(f"{site.address}/a")


def test_server_that_says_nonsense_is_a_failure(site):
    site.pages["/feed"] = (200, {"Content-Encoding": "gzip"}, b"this is not packed at all")
    [failure] = follower().poll(f"{site.address}/feed")
    assert isinstance(failure, Failure)
    site.pages["/feed"] = (200, {}, b"<html><p>no feed</p></html>")
    [failure] = follower().poll(f"{site.address}/feed")
    assert failure.reason == "is no feed but HTML"
