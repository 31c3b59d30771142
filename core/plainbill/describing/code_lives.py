"""Code lives: the last day of service of a code, said in words."""

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import replace

from plainbill.knowledge.published import PublishedCode
from plainbill.knowledge.tables import read_table

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Some lists write the end of a code behind its name: "Moon lamp, eachTerminated December 31, 2020."
_NOTE = re.compile(rf"[ .;,]*Terminated (?P<month>{'|'.join(_MONTHS)}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})\.?$")


def without_end_note(published: PublishedCode) -> PublishedCode:
    """Return a published code whose name ends in a note of its last day without the note, and with that day."""
    found = _NOTE.search(published.descriptor)
    if found is None:
        return published
    try:
        day = datetime.date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return published
    return replace(published, descriptor=published.descriptor[: found.start()], valid_to=published.valid_to or day)


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
    return f"This code {verb} on {written}. Care after that day needs another code."


@functools.cache
def _last_days() -> Mapping[tuple[str, str], str]:
    return {(row["system"], row["code"]): row["valid_to"] for row in read_table("code_life")}
