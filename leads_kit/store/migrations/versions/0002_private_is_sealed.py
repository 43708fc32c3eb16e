"""The database itself refuses a private answer that is not sealed, and a row with neither or both of body and seal."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("responses") as responses:
        responses.create_check_constraint("body_or_sealed", "(body IS NULL) <> (sealed IS NULL)")
        responses.create_check_constraint("private_is_sealed", "tier <> 'private' OR sealed IS NOT NULL")
