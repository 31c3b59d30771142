import stat
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from plainbill.store import Progress, Store
from plainbill.store.database import open_database
from plainbill.store.tables import Table

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def test_only_the_owner_can_open_the_files(store: Store, database: Path) -> None:
    store.create_case("cookie", now=NOON, keep_days=30)

    assert stat.S_IMODE(database.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in database.parent.iterdir()} == {0o600}


def test_a_database_others_could_open_is_closed_to_them(database: Path) -> None:
    database.parent.mkdir()
    database.touch(mode=0o644)

    Store.open(f"sqlite:///{database}").close()

    assert stat.S_IMODE(database.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("secure_delete", 1), ("auto_vacuum", 1), ("busy_timeout", 15000)],
)
def test_the_safety_switches_are_on(database: Path, pragma: str, value: object) -> None:
    engine = open_database(f"sqlite:///{database}")

    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    engine.dispose()


def test_the_migrations_make_the_tables_that_the_code_expects(database: Path) -> None:
    engine = open_database(f"sqlite:///{database}")

    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Table.metadata)
    engine.dispose()

    assert differences == []


def test_opening_an_existing_store_keeps_what_is_in_it(store: Store, database: Path) -> None:
    case = store.create_case("cookie", now=NOON, keep_days=30)

    again = Store.open(f"sqlite:///{database}")

    assert again.case_of("cookie", now=NOON) == case
    again.close()


def test_a_store_without_a_file_is_refused() -> None:
    with pytest.raises(ValueError, match=r"store\.url"):
        Store.open("sqlite://")


def test_writers_wait_for_each_other(database: Path) -> None:
    stores = [Store.open(f"sqlite:///{database}") for _ in range(4)]
    cases = [store.create_case(f"cookie {i}", now=NOON, keep_days=30) for i, store in enumerate(stores)]

    def write(store: Store, case_id: str) -> None:
        for page in range(25):
            store.save_progress(case_id, Progress(step="read", page=page + 1))

    threads = [threading.Thread(target=write, args=(store, case.id)) for store, case in zip(stores, cases, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    seen = [stores[0].case_of(f"cookie {i}", now=NOON) for i in range(4)]
    assert [case.progress.page if case else None for case in seen] == [25] * 4
    for store in stores:
        store.close()
