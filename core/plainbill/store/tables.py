"""The tables: a case, its files until they are read with what a quick look found, and the pictures of its pages."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, ForeignKey, LargeBinary, String, Text, TypeDecorator, UniqueConstraint, false
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no time zone, so it is taken off on the way in and put back on the way out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC, without its zone; a moment without a zone is refused."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment with UTC as its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """What all tables share."""


class CaseRow(Table):
    """One person's papers and what came of them. The cookie itself is never kept, only its SHA-256."""

    __tablename__ = "case"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    cookie_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created: Mapped[datetime] = mapped_column(Moment)
    expires: Mapped[datetime] = mapped_column(Moment, index=True)
    state: Mapped[str] = mapped_column(String(16))
    progress: Mapped[str] = mapped_column(Text)
    trouble: Mapped[str] = mapped_column(Text)
    result: Mapped[str | None] = mapped_column(Text)
    answers: Mapped[str | None] = mapped_column(Text)


class UploadRow(Table):
    """A file as it was given. Its bytes may carry place and device, so the row goes when the file has been read."""

    __tablename__ = "upload"
    __table_args__ = (UniqueConstraint("case_id", "position"), UniqueConstraint("case_id", "content_hash"))

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(Text)
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    glanced: Mapped[bool] = mapped_column(default=False, server_default=false())


class GlanceRow(Table):
    """One page of a file before it is read: a small picture, and what is wrong with it. It goes with the file."""

    __tablename__ = "glance"
    __table_args__ = (UniqueConstraint("upload_id", "page"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    upload_id: Mapped[int] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"))
    page: Mapped[int]
    problems: Mapped[str] = mapped_column(Text)
    picture: Mapped[bytes | None] = mapped_column(LargeBinary)


class PageRow(Table):
    """The picture of one page. `width` and `height` are those of the page that was read; the picture may be smaller."""

    __tablename__ = "page"
    __table_args__ = (UniqueConstraint("case_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"))
    position: Mapped[int]
    file: Mapped[str] = mapped_column(Text)
    width: Mapped[int]
    height: Mapped[int]
    picture: Mapped[bytes] = mapped_column(LargeBinary)
