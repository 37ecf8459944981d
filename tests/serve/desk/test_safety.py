"""What a desk refuses, and what hostile texts come out as."""

import re
from html.parser import HTMLParser

import pytest
from desks import PASSWORD, send, sign_in, token
from fastapi.testclient import TestClient
from readings import HandReader, article

from onrecord.errors import AccountError
from onrecord.serve.desk.accounts import Accounts
from onrecord.serve.desk.app import make_app
from onrecord.serve.desk.settings import Settings

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>'\"&{{7*7}}"
NAME = "Eve <b onclick=x>\"'& Doe"
READ = ("/", "/trend", "/suggest?q=an", "/timeline", "/speakers", "/speaker/Ann Lee")
EDIT = ("/review", "/add", "/log")


@pytest.fixture
def hostile(archive):
    text = f"{HOSTILE} \u202egnp.exe {'w' * 3000}"
    made = article(f"{text}/{NAME}", title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    list(archive.add([made], HandReader()))
    return archive.search('outlet:x "alert"'.partition(" ")[2]).entries[0]


def pages_of(entry):
    return [
        "/?q=alert",
        f"/?q={HOSTILE}",
        f"/?speaker={HOSTILE}&outlet={HOSTILE}",
        f"/article/{entry.article.id}",
        f"/statement/{entry.statement.id}",
        f"/statement/{entry.statement.id}/card",
        f"/statement/{HOSTILE}",
        "/timeline",
        "/speakers",
        "/review",
        f"/speakers?name={HOSTILE}",
        f"/sign-in?next={HOSTILE}",
        f"/add/{HOSTILE}",
    ]


class Seen(HTMLParser):
    """A page as a browser takes it: every attribute of every element, and all words."""

    def __init__(self):
        super().__init__()
        self.attributes = []
        self.words = []

    def handle_starttag(self, _, attrs):
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)

    @classmethod
    def of(cls, page):
        parser = cls()
        parser.feed(page)
        return parser


def test_hostile_texts_are_shown_as_texts(browser, hostile):
    for address in pages_of(hostile):
        page = browser.get(address).text
        assert "<script>alert" not in page, address
        assert "<img" not in page, address
        assert "<b onclick" not in page, address
        found = Seen.of(page)
        assert not [
            name for name, _ in found.attributes if name.startswith("on") or name == "style"
        ], address
        assert 'href="javascript:' not in page, address
        assert "\u202e" not in "".join(found.words), address
        assert "49" not in page.partition("7*7")[2][:10]


def test_signs_that_turn_words_around_are_named(browser, hostile):
    page = browser.get(f"/article/{hostile.article.id}").text
    assert '<span class="sign">U+202E</span>' in page


def test_a_text_from_right_to_left_keeps_to_its_own_place(archive, browser):
    made = article("“שלום”/دونيا علي", title="عنوان")
    statement = next(iter(HandReader().read_all([made]))).statements[0]
    archive.store.add(made, [statement], statement.made_by)
    page = browser.get(f"/article/{made.id}").text
    assert '<h1 dir="auto">عنوان</h1>' in page
    assert '<p dir="auto" class="line' in page
    card = browser.get(f"/statement/{statement.id}").text
    assert '<blockquote dir="auto">' in card
    assert "<bdi>دونيا علي</bdi>" in card


def test_nothing_on_a_page_is_inline(browser, hostile):
    for address in pages_of(hostile):
        page = browser.get(address).text
        assert "<style" not in page, address
        scripts = re.findall(r"<script([^>]*)>", page)
        assert all("src=" in one or "ld+json" in one for one in scripts), address


@pytest.mark.parametrize("address", [*READ, *EDIT, "/static/desk.css", "/nothing"])
def test_every_answer_says_what_it_may_load(browser, address):
    headers = browser.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_pages_load_nothing_from_elsewhere(browser, entry):
    for address in ("/", f"/article/{entry.article.id}", f"/statement/{entry.statement.id}"):
        page = browser.get(address).text
        loaded = re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]+)"', page)
        assert all(one.startswith("/") for one in loaded)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "", "localhost.evil.example"]
)
def test_other_names_are_refused(browser, host):
    assert browser.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"])
def test_own_names_are_taken(browser, host):
    assert browser.get("/", headers={"host": host}).status_code == 200


def test_forms_of_other_sites_are_refused(archive, browser, entry):
    browser.get("/")
    address = f"/statement/{entry.statement.id}/reject"
    assert browser.post(address).status_code == 403
    assert browser.post(address, data={"token": "x"}).status_code == 403
    paths = browser.app.openapi()["paths"]
    posts = [path for path, deeds in paths.items() if "post" in deeds]
    assert len(posts) >= 8
    for one in posts:
        path = re.sub(r"{number}", "1", re.sub(r"{(statement|article)}", entry.statement.id, one))
        assert browser.post(path, data={"token": "é"}).status_code == 403, path
    assert archive.corrections() == ()


def test_the_token_of_another_browser_is_refused(archive, browser, entry):
    with TestClient(browser.app, base_url="http://localhost") as other:
        stolen = token(other)
    browser.get("/")
    answer = browser.post(f"/statement/{entry.statement.id}/reject", data={"token": stolen})
    assert answer.status_code == 403


def test_the_cookie_is_kept_from_scripts_and_other_sites(browser, shared):
    kept = browser.get("/").headers["set-cookie"].lower()
    assert "httponly" in kept
    assert "samesite=lax" in kept
    assert "secure" not in kept
    assert "secure" in shared.get("/sign-in").headers["set-cookie"].lower()


def test_what_is_too_large_is_refused(browser, archive):
    browser.get("/")
    fields = {"token": token(browser), "text": "x" * 30_000}
    assert browser.post("/add", data=fields).status_code == 413

    def parts():
        for _ in range(30):
            yield b"x" * 1000

    sort = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post("/add", content=parts(), headers=sort).status_code == 413


def test_a_desk_for_others_needs_accounts(tmp_path):
    with pytest.raises(AccountError, match="user add"):
        Settings(host="0.0.0.0", load_reader=HandReader)
    with pytest.raises(AccountError, match="user add"):
        Settings(host="desk.example", users=tmp_path / "none", load_reader=HandReader)
    assert Settings(host="::1", load_reader=HandReader).is_local


def test_a_stranger_reads_nothing_on_a_desk_for_others(shared, entry):
    own = (f"/article/{entry.article.id}", f"/statement/{entry.statement.id}")
    for address in (*READ, *EDIT, *own, f"{own[1]}/card", f"{own[1]}.jsonld"):
        answer = shared.get(address)
        assert answer.status_code == 401, address
        assert "Guarantees" not in answer.text
    assert shared.get("/", headers={"host": "localhost"}).status_code == 421


@pytest.mark.parametrize(
    ("role", "edits", "log"), [("reader", 403, 403), ("editor", 200, 403), ("admin", 200, 200)]
)
def test_each_role_does_what_it_may(shared, archive, entry, role, edits, log):
    assert sign_in(shared, role).status_code == 303
    assert shared.get("/").status_code == 200
    assert shared.get("/review").status_code == edits
    assert shared.get("/log").status_code == log
    page = f"/statement/{entry.statement.id}"
    answer = send(shared, f"{page}/reject", page)
    assert answer.status_code == (403 if edits == 403 else 303)
    assert [one.by for one in archive.corrections()] == ([] if edits == 403 else [role])


def test_only_an_admin_undoes_what_others_did(shared, archive, entry):
    archive.reject(entry.statement.id, by="somebody")
    number = archive.corrections()[0].number
    sign_in(shared, "editor")
    assert send(shared, f"/correction/{number}/undo", "/").status_code == 403
    send(shared, "/sign-out", "/")
    assert shared.get("/").status_code == 401
    sign_in(shared, "admin")
    assert send(shared, f"/correction/{number}/undo", "/").status_code == 303


def test_wrong_passwords_close_the_door_for_a_while(shared):
    for _ in range(10):
        assert send(shared, "/sign-in", name="editor", password="wrong").status_code == 401
    assert sign_in(shared, "editor").status_code == 429


def test_signing_in_gives_a_new_cookie_and_a_planted_one_is_worth_nothing(shared):
    shared.get("/sign-in")
    before = shared.cookies["onrecord_desk"]
    sign_in(shared, "reader")
    assert shared.cookies["onrecord_desk"] != before
    shared.cookies.clear()
    assert shared.get("/", headers={"cookie": f"onrecord_desk={before}"}).status_code == 401


def test_a_new_password_and_a_removal_end_sessions(shared, users):
    sign_in(shared, "editor")
    assert shared.get("/").status_code == 200
    users.put("editor", "editor", PASSWORD)
    assert shared.get("/").status_code == 401
    sign_in(shared, "reader")
    users.remove("reader")
    assert shared.get("/").status_code == 401


def test_nobody_is_led_to_another_site(shared):
    for place in ("https://evil.example", "//evil.example", "/\\evil.example"):
        answer = send(shared, "/sign-in", name="reader", password=PASSWORD, next=place)
        assert answer.headers["location"] == "/"


def test_messages_cannot_be_made_up(browser):
    assert "Call now" not in browser.get("/?told=Call+now").text


def test_a_record_open_for_reading_is_never_changed(archive, entry):
    settings = Settings(load_reader=HandReader, is_read_only=True)
    with TestClient(make_app(archive, settings), base_url="http://localhost") as client:
        page = client.get(f"/statement/{entry.statement.id}").text
        assert "Correct it" not in page
        assert client.get("/review").status_code == 403
        assert send(client, f"/statement/{entry.statement.id}/reject").status_code == 403


def test_passwords_are_kept_as_hashes_in_a_file_of_ones_own(users):
    kept = users.path.read_text()
    assert PASSWORD not in kept
    assert kept.count("$argon2id$") == 3
    assert users.path.stat().st_mode & 0o077 == 0
    assert users.verified("editor", PASSWORD).role == "editor"
    assert users.verified("editor", "wrong") is None
    assert users.verified("nobody", PASSWORD) is None


@pytest.mark.parametrize(
    ("name", "password"), [("", PASSWORD), (" a", PASSWORD), ("a\n", PASSWORD), ("a", "short")]
)
def test_accounts_that_make_no_sense_are_refused(tmp_path, name, password):
    with pytest.raises(AccountError):
        Accounts(tmp_path / "users.json").put(name, "reader", password)


def test_a_damaged_file_of_accounts_lets_nobody_in(tmp_path):
    for damage in ("{", '{"accounts": [{}]}', '{"accounts": 1}'):
        (tmp_path / "users.json").write_text(damage)
        with pytest.raises(AccountError):
            Accounts(tmp_path / "users.json").find("a")
