"""What could not be read, kept until it can."""

import datetime

from sqlalchemy import Connection, select

from onrecord.record.moments import iso
from onrecord.record.numbers import next_number
from onrecord.record.tables import failures
from onrecord.types import Failure, Stage

__all__ = ["find_failures", "put_failure"]


def put_failure(connection: Connection, failure: Failure) -> None:
    """Keep a failure, or that it happened once more."""
    row = {
        "stage": str(failure.stage),
        "reason": failure.reason,
        "traceback": failure.traceback,
        "failed_at": iso(datetime.datetime.now(datetime.UTC)),
    }
    those = failures.c.uri == failure.uri
    again = failures.update().where(those).values(tries=failures.c.tries + 1, **row)
    if not connection.execute(again).rowcount:
        number = next_number(connection, failures)
        connection.execute(
            failures.insert(), {"number": number, "uri": failure.uri, "tries": 1, **row}
        )


def find_failures(connection: Connection) -> tuple[Failure, ...]:
    """Return all failures, in the order in which they came first."""
    return tuple(
        Failure(uri=row.uri, stage=Stage(row.stage), reason=row.reason, traceback=row.traceback)
        for row in connection.execute(select(failures).order_by(failures.c.number))
    )
