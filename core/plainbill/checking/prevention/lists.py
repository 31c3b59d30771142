"""Look-ups of preventive care: which code, with which diagnosis, for whom, on which day, for which kind of plan."""

import datetime
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plainbill.case import TableUse
from plainbill.case.paper import Document
from plainbill.checking.identity import words
from plainbill.knowledge.tables import Row, read_table

PREVENTIVE = "preventive_services"
REASONS_TO_PREVENT = "preventive_diagnoses"
MEDICARE_SHARES = "medicare_screening_shares"
MARKS = frozenset({"33", "PT"})
"""Modifiers by which a claim says that a service was preventive (CPT appendix A; CMS Pub. 100-04 chapter 18)."""

# Chapters of ICD-10-CM that name illness, injury or a sign of one; V to Y are outer causes, Z reasons without illness.
_PROBLEMS = frozenset("ABCDEFGHIJKLMNOPQRSTU")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the table of preventive services; `ages` are whole years, both held in."""

    reason: str
    form: str
    fits: tuple[str, ...]
    plans: str
    ages: tuple[int, int]
    sex: str
    use: TableUse

    def has_fitting(self, diagnoses: Sequence[str]) -> bool:
        """Tell whether one of the diagnoses goes with the service; where any does, none is needed."""
        return not self.fits or any(map(self.is_fitting, diagnoses))

    def is_fitting(self, diagnosis: str) -> bool:
        """Tell whether a diagnosis is among those that the table names for the service."""
        return diagnosis.startswith(self.fits) if self.fits else False

    def is_outside(self, age: float | None, sex: str) -> bool:
        """Tell whether the lists name the service for other ages or the other sex; what is not known is not outside."""
        first, last = self.ages
        return (age is not None and not first <= age <= last) or bool(sex and self.sex and sex != self.sex)


def entry_of(code: str, day: datetime.date | None, *, medicare: bool) -> Entry | None:
    """Return what the table says of a code on a day for a plan; None where it does not know the code.

    A code that it knows for other plans only is on no list of this one.
    """
    known = [entry for entry in _by_code().get(code, ()) if _holds(entry.use, day)]
    plans = ("all", "medicare" if medicare else "private")
    own = next((entry for entry in known if entry.plans in plans), None)
    return own or (replace(known[0], form="unlisted") if known else None)


def _holds(use: TableUse, day: datetime.date | None) -> bool:
    if day is None:
        return use.valid_from is None and use.valid_to is None
    return (use.valid_from is None or use.valid_from <= day) and (use.valid_to is None or day <= use.valid_to)


@functools.cache
def _by_code() -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for row in read_table(PREVENTIVE):
        for code in _codes(row["codes"]):
            found.setdefault(code, []).append(_entry(row, code))
    return {code: tuple(entries) for code, entries in found.items()}


def _entry(row: Row, code: str) -> Entry:
    first, _, last = row["ages"].partition("-")
    return Entry(
        reason=row["reason"],
        form=row["form"],
        fits=tuple(row["fits"].split()),
        plans=row["plans"],
        ages=(int(first or 0), int(last or 999)),
        sex=row["sex"],
        use=_use(PREVENTIVE, row, f"{code} {row['reason']}"),
    )


def _use(table: str, row: Row, entry: str) -> TableUse:
    return TableUse(
        name=table,
        source=row["source"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        entry=entry,
    )


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _codes(written: str) -> Iterator[str]:
    for part in written.split():
        first, _, last = part.partition("-")
        letter = first.rstrip("0123456789")
        digits = first[len(letter) :]
        for number in range(int(digits), int((last or first)[len(letter) :]) + 1):
            yield f"{letter}{number:0{len(digits)}}"


def is_preventive_reason(diagnosis: str) -> bool:
    """Tell whether a diagnosis code says that care was meant to prevent illness."""
    return diagnosis.startswith(_reasons())


@functools.cache
def _reasons() -> tuple[str, ...]:
    return tuple(row["beginning"] for row in read_table(REASONS_TO_PREVENT))


def is_problem(diagnosis: str) -> bool:
    """Tell whether a diagnosis code names an illness, an injury or a sign of one."""
    return diagnosis[:1] in _PROBLEMS


def category(diagnosis: str) -> str:
    """Return the three characters that name the illness; what follows names its kind, side or stage."""
    return diagnosis[:3]


def is_medicare(document: Document) -> bool:
    """Tell whether a paper names Medicare as its plan; it has a list of its own."""
    plan = document.coverage.plan_name if document.coverage else None
    return _names_medicare(document.payer.name if document.payer else None) or _names_medicare(plan)


@functools.lru_cache(maxsize=1024)
def _names_medicare(name: str | None) -> bool:
    return "medicare" in words(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicareShare:
    """The part of the price, in percent, that Medicare leaves to the patient where a screening finds something."""

    percent: Decimal
    use: TableUse


def medicare_share(day: datetime.date | None) -> MedicareShare | None:
    """Return what holds on a day of service, None without a day."""
    return next((share for share in _medicare_shares() if day is not None and _holds(share.use, day)), None)


@functools.cache
def _medicare_shares() -> tuple[MedicareShare, ...]:
    return tuple(
        MedicareShare(
            percent=Decimal(row["percent"]), use=_use(MEDICARE_SHARES, row, f"{row['percent']} percent of the price")
        )
        for row in read_table(MEDICARE_SHARES)
    )
