"""The first tables."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables; the SQL beside this file is frozen."""
    name = {"sqlite": "sqlite", "postgresql": "postgres"}[op.get_bind().dialect.name]
    sql = Path(__file__).with_name(f"v0001_{name}.sql").read_text(encoding="utf-8")
    for statement in sql.split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
