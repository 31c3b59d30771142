"""Runs the migrations on the connection that `plainbill.store.database` opened."""

from alembic import context

from plainbill.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Table.metadata, transactional_ddl=False
)
context.run_migrations()
