"""How likely a time and a channel are that a passage lends."""

from onrecord.record.migrations.versions import run_beside

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add two columns; the SQL beside this file is frozen."""
    run_beside(__file__)
