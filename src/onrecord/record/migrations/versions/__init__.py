"""How the tables of a record came to be, version by version (Alembic)."""

from pathlib import Path

from alembic import op

__all__ = ["run_beside"]


def run_beside(script: str) -> None:
    """Run the SQL beside a version's script that is the database's at hand.

    Args:
        script: Path of the script.
    """
    path = Path(script)
    name = {"sqlite": "sqlite", "postgresql": "postgres"}[op.get_bind().dialect.name]
    sql = path.with_name(f"{path.stem}_{name}.sql").read_text(encoding="utf-8")
    for statement in sql.split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
