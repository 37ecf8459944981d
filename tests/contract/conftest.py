"""Every contract is held on both backends."""

import pytest
from servers import new_database, server

from onrecord import record


@pytest.fixture(scope="session")
def postgres():
    with server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
def place(request, tmp_path):
    """Where a new record can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    return new_database(request.getfixturevalue("postgres"))


@pytest.fixture
def other_place(place, tmp_path):
    """Where a second record of the same kind can be made."""
    if not place.startswith("postgresql"):
        return str(tmp_path / "other.db")
    return new_database(place.rpartition("/")[0])


@pytest.fixture
def store(place):
    opened = record.open_store(place)
    yield opened
    opened.close()
