"""What a quick look at each file found before it is read: a small picture of its pages, and what is wrong with them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table, and note of each file whether it was looked at."""
    op.add_column("upload", sa.Column("glanced", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "glance",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("upload_id", sa.Integer, sa.ForeignKey("upload.id", ondelete="CASCADE"), nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("problems", sa.Text, nullable=False),
        sa.Column("picture", sa.LargeBinary),
        sa.UniqueConstraint("upload_id", "page"),
    )


def downgrade() -> None:
    """Remove the table and the note."""
    op.drop_table("glance")
    op.drop_column("upload", "glanced")
