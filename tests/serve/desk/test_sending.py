"""What goes over the wire, and what browsers need not ask for again."""

import gzip
import re

import pytest
from readings import HandReader, article

# Of the first load of a search page with all that it loads, compressed as a browser gets it.
MOST_BYTES = 150_000
_LOADED = re.compile(r'<(?:script|link)[^>]*(?:src|href)="(/static/[^"]+)"')
GZIP = {"accept-encoding": "gzip, deflate, br"}
PLAIN = {"accept-encoding": "identity"}


def on_the_wire(browser, address):
    """Return how many bytes an answer is, headers included, and what is in it."""
    with browser.stream("GET", address, headers=GZIP) as answer:
        raw = b"".join(answer.iter_raw())
        is_packed = answer.headers.get("content-encoding") == "gzip"
        told = sum(len(name) + len(value) + 4 for name, value in answer.headers.raw)
        return len(raw) + told, (gzip.decompress(raw) if is_packed else raw), is_packed


def test_the_first_load_is_at_most_150_kb_over_the_wire(archive, browser):
    long = " ".join(f"word{number}" for number in range(200))
    many = [
        article(*(f"{long} {one}/Speaker {one} of {outlet}" for one in range(20)), outlet=outlet)
        for outlet in map("Outlet {}".format, range(3))
    ]
    list(archive.add(many, HandReader()))
    size, page, is_packed = on_the_wire(browser, "/?q=word1")
    loaded = [on_the_wire(browser, address) for address in _LOADED.findall(page.decode())]
    assert page.count(b'class="card"') == 20
    assert len(loaded) == 3
    assert is_packed
    assert size + sum(one for one, _, _ in loaded) <= MOST_BYTES


@pytest.mark.parametrize("address", ["/", "/speakers", "/static/desk.css", "/static/desk.js"])
def test_an_answer_is_the_same_compressed_or_not(browser, address):
    def without_tokens(page):
        return re.sub(rb'name="token" value="[^"]+"', b"", page)

    plain = browser.get(address, headers=PLAIN)
    _, body, is_packed = on_the_wire(browser, address)
    assert is_packed
    assert "content-encoding" not in plain.headers
    assert without_tokens(plain.content) == without_tokens(body)


def test_what_a_page_loads_is_kept_for_good_under_a_name_that_changes_with_it(browser):
    for address in _LOADED.findall(browser.get("/").text):
        answer = browser.get(address)
        assert "immutable" in answer.headers["cache-control"]
        assert browser.get(address.partition("?")[0]).headers["cache-control"] == "no-cache"
        assert browser.get(f"{address}0").headers["cache-control"] == "no-cache"


def test_a_file_that_is_known_is_not_sent_again(browser):
    for headers in (GZIP, PLAIN):
        tag = browser.get("/static/desk.css", headers=headers).headers["etag"]
        again = browser.get("/static/desk.css", headers={**headers, "if-none-match": tag})
        assert (again.status_code, again.content) == (304, b"")
        other = browser.get("/static/desk.css", headers={**headers, "if-none-match": '"x"'})
        assert other.status_code == 200


@pytest.mark.parametrize("name", ["nothing.css", "..%2fapp.py", "../app.py", "desk.css/x"])
def test_no_other_files_are_served(browser, name):
    assert browser.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0", "x-gzip"])
def test_who_does_not_take_gzip_does_not_get_it(browser, accepted):
    answer = browser.get("/", headers={"accept-encoding": accepted})
    assert "content-encoding" not in answer.headers
    assert "<h1" in answer.text


def test_the_token_of_a_form_is_another_on_every_page_and_each_is_taken(browser, entry):
    page = f"/statement/{entry.statement.id}"
    tokens = [re.search(r'name="token" value="([^"]+)"', browser.get(page).text)[1] for _ in "ab"]
    assert tokens[0] != tokens[1]
    for token in tokens:
        answer = browser.post(f"{page}/confirm", data={"token": token}, follow_redirects=False)
        assert answer.status_code == 303
    forged = tokens[0].partition(".")[0] + "." + tokens[1].partition(".")[2]
    assert browser.post(f"{page}/confirm", data={"token": forged}).status_code == 403
