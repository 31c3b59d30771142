"""Code lives: the last day of service of a code, said in words."""

import datetime
import functools
from collections.abc import Mapping

from plainbill.knowledge.published import PublishedCode
from plainbill.knowledge.tables import read_table

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def ended(code: str, published: PublishedCode | None = None, *, system: str = "procedure") -> str:
    """Return the sentence that says when a code ended, or nothing where no table knows an end.

    What was imported decides; where its last day is still to come in the edition that tells it, the code "ends".
    """
    if published is not None and published.valid_to is not None:
        return _sentence(published.valid_to, "ended" if published.valid_to < published.edition_from else "ends")
    last = _last_days().get((system, code), "")
    return _sentence(datetime.date.fromisoformat(last), "ended") if last and published is None else ""


def _sentence(day: datetime.date, verb: str) -> str:
    written = f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
    return f"This code {verb} on {written}, so care after that day needs another code."


@functools.cache
def _last_days() -> Mapping[tuple[str, str], str]:
    return {(row["system"], row["code"]): row["valid_to"] for row in read_table("code_life")}
