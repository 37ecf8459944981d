"""A smaller database on PostgreSQL: hashes of a text in one row; SQLite stays as it is."""

from onrecord.record.migrations.versions import run_beside

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make shingles and the words of names anew; the SQL beside this file is frozen."""
    run_beside(__file__)
