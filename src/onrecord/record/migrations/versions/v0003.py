"""Smaller and quicker on PostgreSQL, where the list has its words; SQLite stays as it is."""

from onrecord.record.migrations.versions import run_beside

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make statements and list anew; the SQL beside this file is frozen."""
    run_beside(__file__)
