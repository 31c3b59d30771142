"""Visit codes: level, minutes, and whether they are for a new patient."""

import datetime
import functools
from collections.abc import Mapping
from dataclasses import dataclass

from plainbill.case import TableUse
from plainbill.knowledge.tables import Row, read_table

VISITS = "visit_levels"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCode:
    """What a visit code says on a day of service.

    `rung` is None where it has no level, `minutes` where time never decides, `patient` where it is for both.
    """

    code: str
    family: str
    rung: int | None
    minutes: int | None
    patient: str | None
    is_top: bool
    use: TableUse


def visit_code(code: str, day: datetime.date | None) -> VisitCode | None:
    """Return what a code says of a visit on `day`, None where it is no visit code then; without a day, as of now."""
    return next((known for known in _codes().get(code, ()) if _holds(known.use, day)), None)


def _holds(use: TableUse, day: datetime.date | None) -> bool:
    if day is None:
        return use.valid_to is None
    return (use.valid_from is None or use.valid_from <= day) and (use.valid_to is None or day <= use.valid_to)


@functools.cache
def _codes() -> Mapping[str, tuple[VisitCode, ...]]:
    rows = read_table(VISITS)
    top: dict[str, str] = {}
    for row in rows:
        top[row["family"]] = max(top.get(row["family"], ""), row["rung"])
    by_code: dict[str, list[VisitCode]] = {}
    for row in rows:
        by_code.setdefault(row["code"], []).append(_visit_code(row, top))
    return {code: tuple(known) for code, known in by_code.items()}


def _visit_code(row: Row, top: Mapping[str, str]) -> VisitCode:
    return VisitCode(
        code=row["code"],
        family=row["family"],
        rung=int(row["rung"]) if row["rung"] else None,
        minutes=int(row["minutes"]) if row["minutes"] else None,
        patient=row["patient"] or None,
        is_top=bool(row["rung"]) and row["rung"] == top[row["family"]],
        use=TableUse(
            name=VISITS,
            source=row["source"],
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            entry=row["code"],
        ),
    )


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
