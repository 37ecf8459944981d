"""A desk over a small record, for one person at the machine or for accounts; in a browser, too."""

import os

import pytest
from browsers import CHROMIUM, served, watched
from desks import PASSWORD, token
from fastapi.testclient import TestClient
from playwright.sync_api import sync_playwright
from readings import HandReader, article

import onrecord
from onrecord.ingest import read_bytes, read_file
from onrecord.serve.desk.accounts import Accounts
from onrecord.serve.desk.app import make_app
from onrecord.serve.desk.settings import Settings


@pytest.fixture
def archive(tmp_path):
    with onrecord.open(tmp_path / "news.db") as opened:
        articles = [
            article("It rains in Bonn/Ann Lee", "Guarantees matter/Bo Ng", title="Rain in Bonn"),
            article("It snows/Ann Lee", outlet="The Herald", title="Snow"),
        ]
        assert all(one.reason is None for one in opened.add(articles, HandReader()))
        yield opened


@pytest.fixture
def settings():
    return Settings(load_reader=HandReader, local_user="ann", most_bytes=20_000)


@pytest.fixture
def browser(archive, settings):
    """One person at the machine."""
    with TestClient(make_app(archive, settings), base_url="http://localhost:8080") as client:
        yield client


@pytest.fixture
def users(tmp_path):
    accounts = Accounts(tmp_path / "users.json")
    for role in ("reader", "editor", "admin"):
        accounts.put(role, role, PASSWORD)
    return accounts


@pytest.fixture
def shared(archive, users):
    """A desk that others reach, at desk.example."""
    settings = Settings(
        host="0.0.0.0",
        names=("desk.example",),
        users=users.path,
        load_reader=HandReader,
    )
    with TestClient(make_app(archive, settings), base_url="https://desk.example") as client:
        yield client


@pytest.fixture
def entry(archive):
    """“Guarantees matter,” by Bo Ng."""
    return archive.search("guarantees").entries[0]


@pytest.fixture
def token_of(browser):
    """Return the token of a page's forms."""
    return lambda page: token(browser, page)


@pytest.fixture(scope="module")
def chromium():
    if CHROMIUM is None:
        message = "chromium is not installed: the browser's tests are left out"
        if os.environ.get("ONRECORD_REQUIRE_CHROMIUM"):
            pytest.fail(message)
        pytest.skip(f"{message} (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def record(tmp_path_factory, reader, samples):
    """The samples, one of them in two revisions, read by the shipped reader."""
    with onrecord.open(tmp_path_factory.mktemp("desk") / "news.db") as archive:
        list(archive.add([read_file(path) for path in samples], reader))
        changed = samples[0].read_text().replace("all 33 passengers", "34 of the passengers")
        list(archive.add([read_bytes(changed.encode(), uri=str(samples[0]))], reader))
        yield archive


@pytest.fixture(scope="module")
def desk(record, reader):
    settings = Settings(load_reader=lambda: reader, local_user="ann")
    with served(make_app(record, settings)) as address:
        yield address


@pytest.fixture
def page(chromium, desk):
    context = chromium.new_context(base_url=desk, viewport={"width": 1440, "height": 900})
    with watched(context) as opened:
        yield opened
