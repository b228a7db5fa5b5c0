"""Runs the migrations on the connection that `icarmed.db.migrating` hands over."""

from alembic import context

from icarmed.db.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, render_as_batch=True, transaction_per_migration=False
)
context.run_migrations()
