"""What the screen works with: settings, the store and the reading pool, opened once for all sessions."""

import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from plainbill.engine import Engine
from plainbill.engine.contained import ContainedEngine
from plainbill.engine.pool import ReadingPool
from plainbill.plugins.finding import outside_plugins
from plainbill.settings import Settings, find_settings, published_tables_file, user_folder
from plainbill.store import Store

SWEEP_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The settings, the store they name, the processes that read, and the engine that checks what was answered."""

    settings: Settings
    store: Store
    pool: ReadingPool
    engine: Engine | ContainedEngine

    def close(self) -> None:
        """Stop reading and let go of the database."""
        self.pool.close()
        self.engine.close()
        self.store.close()


@cache
def load_settings() -> Settings:
    """Return the settings of this machine.

    Raises:
        FaultyFile: the settings file does not fit.
    """
    return Settings.load(find_settings(None))


@cache
def services() -> Services:
    """Return what all sessions share; reading that a restart cut off is taken up again."""
    settings = load_settings()
    url = settings.store.url or f"sqlite:///{user_folder() / 'cases.sqlite'}"
    store = Store.open(url)
    store.sweep(now())
    pool = ReadingPool(settings, store, url)
    for case_id in store.unfinished():
        pool.submit(case_id)
    return Services(settings=settings, store=store, pool=pool, engine=_start_engine(settings))


def _start_engine(settings: Settings) -> Engine | ContainedEngine:
    """Return what checks anew after an answer; with a plugin from outside in a process that can be stopped."""
    kind = ContainedEngine if outside_plugins(settings.plugins) else Engine
    return kind.start(settings, tables=published_tables_file())


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day where this machine stands."""
    return datetime.now().astimezone().date()


class _Broom:
    """Removes expired cases, at most once an hour, whenever somebody looks at the screen."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._swept = now()

    def sweep(self, store: Store) -> bool:
        """Remove expired cases where the last time was an hour ago; return whether there were any."""
        with self._lock:
            due = now() - self._swept >= SWEEP_EVERY
            if due:
                self._swept = now()
        return due and store.sweep(now()) > 0


broom = _Broom()
