"""What several test files need: the reader, loaded once, and the samples."""

from pathlib import Path

import pytest
from hypothesis import settings

from onrecord import Reader

REPOSITORY = Path(__file__).parent.parent
# How long an example takes is the machine's affair; the cost tests measure our own.
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")


@pytest.fixture(scope="session")
def reader():
    return Reader.load()


@pytest.fixture(scope="session")
def samples():
    return sorted((REPOSITORY / "samples").glob("*.txt"))
