"""What wire formats share: embargoes, and items that an agency has taken back."""

import datetime

from onrecord.ingest.columns import as_date

__all__ = ["as_moment", "withdrawn"]

_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld", "killed"})


def as_moment(value: object) -> datetime.datetime | None:
    """Return an embargo's end: a moment; a day without a time ends when it begins in UTC."""
    date = as_date(value)
    if date is None or isinstance(date, datetime.datetime):
        return date
    return datetime.datetime.combine(date, datetime.time(), tzinfo=datetime.UTC)


def withdrawn(status: str | None) -> str | None:
    """Return why an item is not to be read, from its publication status.

    >>> withdrawn("stat:canceled")
    'was taken back by its agency (its status is stat:canceled)'
    """
    is_withdrawn = status is not None and status.rpartition(":")[2].lower() in _WITHDRAWN
    return f"was taken back by its agency (its status is {status})" if is_withdrawn else None
