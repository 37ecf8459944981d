import dataclasses
import datetime

import pytest

from onrecord.errors import StatementError
from onrecord.types import Basis, SaidAt

SUNDAY, MONDAY = datetime.date(2025, 3, 2), datetime.date(2025, 3, 3)
NOON = datetime.datetime(2025, 3, 2, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (MONDAY, SUNDAY),
        (SUNDAY, SUNDAY),
        (SUNDAY, NOON),
        (NOON, MONDAY),
        (None, NOON.replace(tzinfo=None)),
    ],
)
def test_intervals_that_are_none_are_refused(start, end):
    with pytest.raises(StatementError, match="wanted"):
        SaidAt(value="2025-03-02", start=start, end=end, basis=Basis.STATED)


def test_ends_may_be_unknown():
    assert SaidAt(value="PAST_REF", end=MONDAY, basis=Basis.PUBLISHED).start is None


def test_time_cannot_be_changed():
    time = SaidAt(value="2025-03-02", start=SUNDAY, end=MONDAY, basis=Basis.STATED)
    with pytest.raises(dataclasses.FrozenInstanceError):
        time.value = "2025-03-03"
