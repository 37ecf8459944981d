import datetime

import pytest

from onrecord.errors import MetadataError
from onrecord.ingest import parse_published

MARCH_3 = datetime.date(2025, 3, 3)


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-03",
        "2025/03/03",
        "2025.3.3",
        "March 3, 2025",
        "Mar. 3rd, 2025",
        "Monday, March 3, 2025",
        "3 March 2025",
        "Mon, 3 Mar 2025",
        "3rd of March, 2025",
        " March 3, 2025 at 4:05 p.m. EST ",
        "2025-03-03 10:00",
    ],
)
def test_date_is_read_however_it_is_written(value):
    assert parse_published(value) == MARCH_3


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-03T10:05:00Z",
        "2025-03-03 10:05 +00:00",
        "2025-03-03T11:05:30.123+0100",
        "Mon, 03 Mar 2025 10:05:00 GMT",
        "March 3, 2025, 10:05 am UTC",
    ],
)
def test_time_with_a_known_offset_is_kept(value):
    published = parse_published(value)
    assert isinstance(published, datetime.datetime)
    assert published.astimezone(datetime.UTC).strftime("%H:%M") == "10:05"


@pytest.mark.parametrize(
    "value",
    ["03/04/2025", "2025-02-30", "2025-13-01", "tomorrow", "March 2025", "", "2025-03-03 or so"],
)
def test_date_that_is_none_or_could_be_two_is_refused(value):
    with pytest.raises(MetadataError, match="wanted one such as 2025-03-03"):
        parse_published(value)


def test_impossible_time_leaves_the_day():
    assert parse_published("2025-03-03 99:99 UTC") == MARCH_3
