"""A case that did not change is not worked out anew at every tap, and nothing of it is held once it is deleted."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plainbill.engine import Engine
from plainbill.settings import Settings
from plainbill.store import Store, StoredCase
from plainbill_ui import explained
from plainbill_ui.services import now
from tests.plainbill_ui.explanation import explanation


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What the screen works with, as far as a case is worked out."""

    store: Store
    engine: Engine


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    opened = Opened(store=Store.open(f"sqlite:///{tmp_path / 'cases.sqlite'}"), engine=Engine.start(Settings()))
    monkeypatch.setattr(explained, "services", lambda: opened)
    explained.forget_cases()
    yield opened.store
    explained.forget_cases()
    opened.store.close()


@pytest.fixture
def case(store: Store) -> StoredCase:
    made = store.create_case("cookie", now=now(), keep_days=1)
    store.save_result(made.id, explanation())
    found = store.case_of("cookie", now=now())
    assert found is not None
    return found


def test_a_case_is_worked_out_once_until_an_answer_changes_it(store: Store, case: StoredCase) -> None:
    first = explained.explained_of(case, "en")
    again = explained.explained_of(case, "en")
    store.change_answers(case.id, lambda answers: answers.but(reviewer="Ana Ruiz"))
    changed = explained.explained_of(case, "en")

    assert first is not None
    assert again is first
    assert changed is not None
    assert (first.answers.reviewer, changed.answers.reviewer) == (None, "Ana Ruiz")


def test_a_case_is_worked_out_anew_when_tables_were_imported(
    case: StoredCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = tmp_path / "tables.sqlite"
    monkeypatch.setattr(explained, "published_tables_file", lambda: tables)
    first = explained.explained_of(case, "en")
    tables.write_bytes(b"imported")

    again = explained.explained_of(case, "en")

    assert again is not first
    assert explained.explained_of(case, "en") is again


def test_nothing_is_held_of_a_case_once_it_is_forgotten(case: StoredCase) -> None:
    first = explained.explained_of(case, "en")
    assert first is not None
    held = weakref.ref(first)
    del first
    gc.collect()
    assert held() is not None

    explained.forget_cases()
    gc.collect()

    assert held() is None


def test_a_case_that_was_not_read_has_no_explanation(store: Store) -> None:
    assert explained.explained_of(store.create_case("other", now=now(), keep_days=1), "en") is None


def test_nothing_is_held_of_a_case_that_was_deleted_while_it_was_worked_out(
    case: StoredCase, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    work_out = explained._work_out

    def deleted_meanwhile(*asked: object) -> object:
        store.delete_case(case.id)
        return work_out(*asked)

    monkeypatch.setattr(explained, "_work_out", deleted_meanwhile)
    deleted_meanwhile.cache_clear = work_out.cache_clear  # type: ignore[attr-defined]  # stands in for it

    assert explained.explained_of(case, "en") is None
    assert work_out.cache_info().currsize == 0
