"""A desk over a small record, for one person at the machine or for accounts."""

import pytest
from desks import PASSWORD, token
from fastapi.testclient import TestClient
from readings import HandReader, article

import onrecord
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
