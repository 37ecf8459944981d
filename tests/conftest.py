"""What several test files need: the reader, loaded once, and the samples."""

from pathlib import Path

import pytest

from onrecord import Reader

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def reader():
    return Reader.load()


@pytest.fixture(scope="session")
def samples():
    return sorted((REPOSITORY / "samples").glob("*.txt"))
