"""A small record of the samples, for whatever serves it."""

from pathlib import Path

import pytest

import onrecord
from onrecord.ingest import read_file
from onrecord.serve.tokens import Tokens

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="session")
def sampled_place(reader, tmp_path_factory):
    """Where a record of the samples lies; only to be read."""
    place = tmp_path_factory.mktemp("sampled") / "news.db"
    with onrecord.open(place) as archive:
        articles = [read_file(path) for path in sorted(SAMPLES.glob("*.txt"))]
        assert all(added.outcome == "new" for added in archive.add(articles, reader))
    return place


@pytest.fixture(scope="session")
def sampled(sampled_place):
    with onrecord.open(sampled_place, read_only=True) as archive:
        yield archive


@pytest.fixture
def written(tmp_path, reader):
    """A record of one's own."""
    with onrecord.open(tmp_path / "news.db") as archive:
        list(archive.add([read_file(SAMPLES / "london-march.txt")], reader))
        yield archive


@pytest.fixture
def tokens(tmp_path):
    return Tokens(tmp_path / "news.db.tokens")
