"""The store: what the screen and the reading processes may do with a case. Each call is one transaction."""

import dataclasses
import hashlib
import json
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import Engine, Select, delete, func, select, update
from sqlalchemy.orm import Session

from plainbill.case import ExplainResult, Problem, parse_json, read_as, write_json
from plainbill.store.answers import Answers
from plainbill.store.database import for_writing, forget_deleted, open_database
from plainbill.store.records import CaseGone, Progress, ReadingState, StoredCase, StoredFile, StoredGlance, StoredPage
from plainbill.store.tables import CaseRow, GlanceRow, PageRow, UploadRow


class Store:
    """All cases of this machine. Safe to share between threads; every process opens its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = for_writing(engine)

    @classmethod
    def open(cls, url: str) -> Self:
        """Return the store at `url`, made where there is none yet.

        Raises:
            sqlalchemy.exc.SQLAlchemyError, OSError, ValueError: it cannot be opened or made there.
        """
        return cls(open_database(url))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def create_case(self, cookie: str, *, now: datetime, keep_days: int) -> StoredCase:
        """Return the case of this cookie, a new one where there is none or where it has expired."""
        with Session(self._writing) as session, session.begin():
            row = session.scalar(_by_cookie(cookie))
            if row is not None and row.expires <= now:
                session.delete(row)
                session.flush()
                row = None
            if row is None:
                row = _new_row(cookie, now, keep_days)
                session.add(row)
            return _as_case(row)

    def case_of(self, cookie: str, *, now: datetime) -> StoredCase | None:
        """Return the case of this cookie; None where there is none or where it has expired."""
        with Session(self._engine) as session:
            row = session.scalar(_by_cookie(cookie).where(CaseRow.expires > now))
            return None if row is None else _as_case(row)

    def add_files(self, case_id: str, files: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
        """Keep files, name and bytes, in the order given; return the names of those that were there already.

        Raises:
            CaseGone: the case is no longer there.
        """
        already = []
        with Session(self._writing) as session, session.begin():
            _existing(session, case_id)
            last = session.scalar(select(func.max(UploadRow.position)).where(UploadRow.case_id == case_id))
            position = -1 if last is None else last
            known = set(session.scalars(select(UploadRow.content_hash).where(UploadRow.case_id == case_id)))
            for name, content in files:
                content_hash = hashlib.sha256(content).hexdigest()
                if content_hash in known:
                    already.append(name)
                    continue
                known.add(content_hash)
                position += 1
                session.add(
                    UploadRow(case_id=case_id, position=position, name=name, content_hash=content_hash, content=content)
                )
        return tuple(already)

    def remove_file(self, case_id: str, position: int) -> None:
        """Drop one file that has not been read yet."""
        with Session(self._writing) as session, session.begin():
            session.execute(delete(UploadRow).where(UploadRow.case_id == case_id, UploadRow.position == position))

    def file_names(self, case_id: str) -> tuple[tuple[int, str], ...]:
        """Return position and name of each file that waits to be read, in order."""
        asked = select(UploadRow.position, UploadRow.name).where(UploadRow.case_id == case_id)
        with Session(self._engine) as session:
            return tuple((row.position, row.name) for row in session.execute(asked.order_by(UploadRow.position)))

    def files(self, case_id: str) -> tuple[StoredFile, ...]:
        """Return the files that wait to be read, in order, with their bytes."""
        asked = select(UploadRow).where(UploadRow.case_id == case_id).order_by(UploadRow.position)
        with Session(self._engine) as session:
            return tuple(
                StoredFile(position=row.position, name=row.name, content=row.content) for row in session.scalars(asked)
            )

    def files_to_glance_at(self, case_id: str) -> tuple[StoredFile, ...]:
        """Return the files that wait to be read and that nobody has looked at yet, in order, with their bytes."""
        asked = select(UploadRow).where(UploadRow.case_id == case_id, ~UploadRow.glanced).order_by(UploadRow.position)
        with Session(self._engine) as session:
            return tuple(
                StoredFile(position=row.position, name=row.name, content=row.content) for row in session.scalars(asked)
            )

    def save_glances(
        self, case_id: str, position: int, pages: Sequence[tuple[Sequence[Problem], bytes | None]]
    ) -> None:
        """Keep what is wrong with each page of a file, and a small JPEG of it; a file that is gone is left alone."""
        with Session(self._writing) as session, session.begin():
            row = session.scalar(select(UploadRow).where(UploadRow.case_id == case_id, UploadRow.position == position))
            if row is None or row.glanced:
                return
            row.glanced = True
            for page, (problems, picture) in enumerate(pages, start=1):
                told = json.dumps([each.model_dump(mode="json") for each in problems], ensure_ascii=False)
                session.add(GlanceRow(upload_id=row.id, page=page, problems=told, picture=picture))

    def glances(self, case_id: str) -> dict[int, tuple[StoredGlance, ...]]:
        """Return what is known of the files that were looked at, by their position."""
        asked = (
            select(
                UploadRow.position,
                UploadRow.content_hash,
                GlanceRow.page,
                GlanceRow.problems,
                GlanceRow.picture.is_not(None),
            )
            .outerjoin(GlanceRow)
            .where(UploadRow.case_id == case_id, UploadRow.glanced)
            .order_by(UploadRow.position, GlanceRow.page)
        )
        found: dict[int, tuple[StoredGlance, ...]] = {}
        with Session(self._engine) as session:
            for position, content_hash, page, problems, pictured in session.execute(asked):
                seen = () if page is None else (_as_glance(page, problems, content_hash if pictured else ""),)
                found[position] = (*found.get(position, ()), *seen)
        return found

    def glance_picture(self, case_id: str, content_hash: str, page: int) -> bytes | None:
        """Return the small picture of a page of a file that waits to be read; None where there is none."""
        asked = (
            select(GlanceRow.picture)
            .join(UploadRow)
            .where(UploadRow.case_id == case_id, UploadRow.content_hash == content_hash, GlanceRow.page == page)
        )
        with Session(self._engine) as session:
            return session.scalar(asked)

    def begin_reading(self, case_id: str) -> bool:
        """Mark the case as being read; False where it is already, is done, or has no files. Two tabs start it once."""
        with Session(self._writing) as session, session.begin():
            row = _existing(session, case_id)
            waiting = session.scalar(select(func.count()).where(UploadRow.case_id == case_id))
            if row.state not in ("new", "failed") or not waiting:
                return False
            row.state, row.trouble, row.progress = "reading", "[]", _as_json(Progress())
            return True

    def unfinished(self) -> tuple[str, ...]:
        """Return the ids of the cases marked as being read, oldest first: after a restart nobody reads them."""
        with Session(self._engine) as session:
            return tuple(
                session.scalars(select(CaseRow.id).where(CaseRow.state == "reading").order_by(CaseRow.created))
            )

    def save_progress(self, case_id: str, progress: Progress) -> None:
        """Note how far reading is.

        Raises:
            CaseGone: the case is no longer there.
        """
        with Session(self._writing) as session, session.begin():
            _existing(session, case_id).progress = _as_json(progress)

    def save_page(self, case_id: str, page: StoredPage) -> None:
        """Keep the picture of a page, in place of an earlier one at that position.

        Raises:
            CaseGone: the case is no longer there.
        """
        with Session(self._writing) as session, session.begin():
            _existing(session, case_id)
            session.execute(delete(PageRow).where(PageRow.case_id == case_id, PageRow.position == page.position))
            session.add(PageRow(case_id=case_id, **dataclasses.asdict(page)))

    def save_result(self, case_id: str, result: ExplainResult, *, keep_files: bool = False) -> None:
        """Keep the explanation and drop the files it came from, unless one of them may have to be given anew.

        Raises:
            CaseGone: the case is no longer there.
        """
        with Session(self._writing) as session, session.begin():
            row = _existing(session, case_id)
            row.state, row.result, row.trouble = "done", write_json(result, indent=None), "[]"
            if not keep_files:
                session.execute(delete(UploadRow).where(UploadRow.case_id == case_id))
        if not keep_files:
            forget_deleted(self._engine)

    def change_result(self, case_id: str, change: Callable[[ExplainResult], ExplainResult]) -> None:
        """Change the explanation as it is now; one that is being made anew, or was never made, stays as it is.

        Raises:
            CaseGone: the case is no longer there.
        """
        with Session(self._writing) as session, session.begin():
            row = _existing(session, case_id)
            if row.state == "done" and row.result is not None:
                row.result = write_json(change(read_as(ExplainResult, parse_json(row.result.encode()))), indent=None)

    def drop_files(self, case_id: str) -> None:
        """Drop the files that were kept because one of them might have to be given anew."""
        with Session(self._writing) as session, session.begin():
            session.execute(delete(UploadRow).where(UploadRow.case_id == case_id))
        forget_deleted(self._engine)

    def reopen(self, case_id: str) -> None:
        """Have a case wait for other files; what was said of places on the papers goes with what was read there.

        Where the files are gone, the pictures of the pages take their place.

        Raises:
            CaseGone: the case is no longer there.
        """
        with Session(self._writing) as session, session.begin():
            row = _existing(session, case_id)
            row.state, row.answers = "new", write_json(_as_answers(row.answers).without_places(), indent=None)
            if not session.scalar(select(func.count()).where(UploadRow.case_id == case_id)):
                _give_pictures_again(session, case_id)

    def save_trouble(self, case_id: str, trouble: Sequence[str]) -> None:
        """Note in plain sentences why nothing came of reading; the files stay for another try."""
        with Session(self._writing) as session, session.begin():
            session.execute(
                update(CaseRow)
                .where(CaseRow.id == case_id)
                .values(state="failed", trouble=json.dumps(list(trouble), ensure_ascii=False))
            )

    def result(self, case_id: str) -> ExplainResult | None:
        """Return the explanation; None as long as there is none."""
        with Session(self._engine) as session:
            written = session.scalar(select(CaseRow.result).where(CaseRow.id == case_id))
        return None if written is None else read_as(ExplainResult, parse_json(written.encode()))

    def written(self, case_id: str) -> tuple[str, str] | None:
        """Return the explanation and what the person added as JSON; None as long as there is no explanation."""
        with Session(self._engine) as session:
            row = session.execute(select(CaseRow.result, CaseRow.answers).where(CaseRow.id == case_id)).first()
        return None if row is None or row.result is None else (row.result, row.answers or "{}")

    def answers(self, case_id: str) -> Answers:
        """Return what the person added; nothing where they added nothing."""
        with Session(self._engine) as session:
            return _as_answers(session.scalar(select(CaseRow.answers).where(CaseRow.id == case_id)))

    def change_answers(self, case_id: str, change: Callable[[Answers], Answers]) -> Answers:
        """Change what the person added and return it; two tabs that change it at once both count.

        Raises:
            CaseGone: the case is no longer there.
        """
        with Session(self._writing) as session, session.begin():
            row = _existing(session, case_id)
            changed = change(_as_answers(row.answers))
            row.answers = write_json(changed, indent=None)
            return changed

    def count_pages(self, case_id: str) -> int:
        """Return of how many pages there is a picture."""
        with Session(self._engine) as session:
            return session.scalar(select(func.count()).where(PageRow.case_id == case_id)) or 0

    def page(self, case_id: str, position: int) -> StoredPage | None:
        """Return the picture of a page of the explanation, counted from 0 as `pages` does; None where there is none."""
        asked = select(PageRow).where(PageRow.case_id == case_id, PageRow.position == position)
        with Session(self._engine) as session:
            row = session.scalar(asked)
            if row is None:
                return None
            return StoredPage(
                position=row.position, file=row.file, picture=row.picture, width=row.width, height=row.height
            )

    def delete_case(self, case_id: str) -> None:
        """Remove everything of a case, from the journal too; nothing happens where it is gone already."""
        with Session(self._writing) as session, session.begin():
            session.execute(delete(CaseRow).where(CaseRow.id == case_id))
        forget_deleted(self._engine)

    def sweep(self, now: datetime) -> int:
        """Remove the cases that have expired by `now`; return how many."""
        with Session(self._writing) as session, session.begin():
            expired = tuple(session.scalars(select(CaseRow.id).where(CaseRow.expires <= now)))
            if expired:
                session.execute(delete(CaseRow).where(CaseRow.id.in_(expired)))
        if expired:
            forget_deleted(self._engine)
        return len(expired)


def _give_pictures_again(session: Session, case_id: str) -> None:
    """Put the picture of each page among the files to read; the same picture twice counts once."""
    pages = session.scalars(select(PageRow).where(PageRow.case_id == case_id).order_by(PageRow.position))
    by_hash = {hashlib.sha256(page.picture).hexdigest(): page for page in pages}
    for position, (content_hash, page) in enumerate(by_hash.items()):
        session.add(
            UploadRow(
                case_id=case_id, position=position, name=page.file, content_hash=content_hash, content=page.picture
            )
        )


def _hash_of(cookie: str) -> str:
    # The cookie is 256 random bits, so a plain hash cannot be guessed back.
    return hashlib.sha256(cookie.encode()).hexdigest()


def _by_cookie(cookie: str) -> Select[CaseRow]:
    return select(CaseRow).where(CaseRow.cookie_hash == _hash_of(cookie))


def _new_row(cookie: str, now: datetime, keep_days: int) -> CaseRow:
    return CaseRow(
        id=secrets.token_hex(16),
        cookie_hash=_hash_of(cookie),
        created=now,
        expires=now + timedelta(days=keep_days),
        state="new",
        progress=_as_json(Progress()),
        trouble="[]",
    )


def _existing(session: Session, case_id: str) -> CaseRow:
    row = session.get(CaseRow, case_id)
    if row is None:
        raise CaseGone
    return row


def _as_json(progress: Progress) -> str:
    return json.dumps(dataclasses.asdict(progress), ensure_ascii=False)


def _as_glance(page: int, problems: str, picture: str) -> StoredGlance:
    told = tuple(read_as(Problem, each) for each in json.loads(problems))
    return StoredGlance(page=page, problems=told, picture=picture)


def _as_answers(written: str | None) -> Answers:
    return Answers() if written is None else read_as(Answers, parse_json(written.encode()))


def _as_case(row: CaseRow) -> StoredCase:
    state: ReadingState = row.state  # type: ignore[assignment]  # only this module writes it
    return StoredCase(
        id=row.id,
        created=row.created,
        expires=row.expires,
        state=state,
        progress=Progress(**json.loads(row.progress)),
        trouble=tuple(json.loads(row.trouble)),
    )
