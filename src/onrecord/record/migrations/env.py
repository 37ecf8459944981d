"""Runs the migrations on the connection that `onrecord.record.schema` hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
