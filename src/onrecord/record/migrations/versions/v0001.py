"""The first tables."""

from onrecord.record.migrations.versions import run_beside

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables; the SQL beside this file is frozen."""
    run_beside(__file__)
