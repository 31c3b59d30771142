"""Judging with the imported tables where they are there and whole, else with the built-in ones alone."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.published.damage import DamagedTables

Judged = TypeVar("Judged")


def is_there(file: Path) -> bool:
    """Tell whether there is a file of imported tables; one that this user may not look for is as good as none."""
    try:
        return file.exists()
    except OSError:
        return False


def judge_with(file: Path | None, judge: Callable[[PublishedTables], Judged], say: Callable[[str], None]) -> Judged:
    """Return what `judge` makes of the tables in `file`, of none where it is None or is not there.

    Damage may show in the middle of judging. Then it is said in one line and everything is judged again without them:
    findings of which half knew the imported tables would depend on where the damage lies.
    """
    if file is None or not is_there(file):
        return judge(NOTHING_IMPORTED)
    # Loads the database driver, which a check without imported tables has no need of.
    from plainbill.published.lookups import open_tables

    try:
        with closing(open_tables(file)) as tables:
            return judge(tables)
    except DamagedTables as damaged:
        say(f"{file}: $: {damaged}")
    return judge(NOTHING_IMPORTED)
