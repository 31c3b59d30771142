"""Look-ups in the tables that rules use; a rule names the entry it used."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plainbill.case import Adjustment, TableUse
from plainbill.checking.codes.lookups import in_range
from plainbill.checking.identity import identifier, words
from plainbill.checking.papers import LineAt
from plainbill.knowledge.tables import Row, read_table

REASONS = "adjustment_reasons"
GROUPS = "adjustment_groups"
REPEATABLE = "repeatable_services"

_GROUPED_REASON = re.compile(r"^(CO|PR|OA|PI|CR)([A-Z]?[0-9]+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """An adjustment's group and reason code, "" where none is printed, and what the reason does to the money."""

    group: str
    reason: str
    role: str

    @property
    def shown(self) -> str:
        """The code as people say it, "CO-45"."""
        return f"{self.group}-{self.reason}" if self.group and self.reason else self.group or self.reason


def coded(adjustment: Adjustment) -> Coded:
    """Return the codes of an adjustment, also where the paper prints group and reason as one word."""
    return _read(adjustment.group or "", adjustment.reason or "")


@functools.lru_cache(maxsize=1024)
def _read(group: str, printed: str) -> Coded:
    reason = identifier(printed)
    together = _GROUPED_REASON.match(reason)
    if together:
        group, reason = group or together[1], together[2]
    return _coded(group, reason)


def coded_note(note: str) -> Coded | None:
    """Return the codes of a note such as "CO197", written as an identifier; None where it names no group."""
    together = _GROUPED_REASON.match(note)
    return _coded(together[1], together[2]) if together else None


def _coded(group: str, reason: str) -> Coded:
    reason = reason.lstrip("0") or reason
    return Coded(group=group, reason=reason, role=reason_rows()[reason]["role"] if reason in reason_rows() else "")


@functools.cache
def reason_rows() -> Mapping[str, Row]:
    """Return the entry of each reason code."""
    return {row["reason"]: row for row in read_table(REASONS)}


@functools.lru_cache(maxsize=1024)
def is_provider_s(code: Coded, *, in_network: bool) -> bool:
    """Tell whether the table of groups puts a reduction on the provider, so that no bill may ask for it."""
    return any(
        row["group"] == code.group
        and row["reasons"] in ("", code.reason)
        and (row["network"] != "in" or in_network)
        and row["patient_may_be_asked"] == "no"
        for row in read_table(GROUPS)
    )


def use_of_group(code: Coded) -> TableUse:
    """Return the entry of the table of groups that puts `code` on the provider."""
    rows = [row for row in read_table(GROUPS) if row["group"] == code.group and row["reasons"] in ("", code.reason)]
    return TableUse(name=GROUPS, source=rows[0]["source"], entry=code.shown)


@functools.lru_cache(maxsize=1024)
def use_of_reason(code: Coded) -> tuple[TableUse, ...]:
    """Return the entry of the table of reasons for `code`, nothing where it has none."""
    row = reason_rows().get(code.reason)
    return (TableUse(name=REASONS, source=row["source"], entry=code.reason),) if row else ()


def may_repeat(at: LineAt) -> bool:
    """Tell whether the like of this line may rightly stand on a bill more than once for one day."""
    marks = _by(REPEATABLE)
    if is_marked(at):
        return True
    if at.code:
        here = ("facility_range",) * bool(at.line.revenue_code) + ("stay_range",) * at.in_stay
        return at.code in marks["code"] or any(in_a_range(at.code, marks[by]) for by in ("code_range", *here))
    family = identifier(at.line.revenue_code).zfill(4)[:3]
    if family in marks["daily"]:
        return at.line.service_date is None
    return family in marks["revenue"] or bool(marks["word"].keys() & set(_letters(at.line.description)))


def is_marked(at: LineAt) -> bool:
    """Tell whether a modifier says that the like of this line was done more than once."""
    return bool(_by(REPEATABLE)["modifier"].keys() & set(at.modifiers))


def comes_back(at: LineAt) -> bool:
    """Tell whether a line is care that comes back within days, such as therapy or dialysis."""
    return in_a_range(at.code, _by(REPEATABLE)["recurring_range"])


def tells_apart(words_of_one: frozenset[str]) -> bool:
    """Tell whether among words that one of two lines has alone is one that makes it another service."""
    return bool(_by(REPEATABLE)["difference"].keys() & words_of_one) or any(
        character.isdigit() for word in words_of_one for character in word
    )


def _letters(description: str | None) -> tuple[str, ...]:
    """Words and the letters of words that begin with digits: "500MG" holds "mg"."""
    spelled = words(description)
    return spelled + tuple(word.lstrip("0123456789") for word in spelled)


@functools.cache
def _by(table: str) -> Mapping[str, Mapping[str, Row]]:
    by: dict[str, dict[str, Row]] = {}
    for row in read_table(table):
        by.setdefault(row["by"], {})[row["value"]] = row
    return by


def in_a_range(code: str, ranges: Iterable[str]) -> bool:
    """Tell whether a code lies in one of `ranges`, each "first-last" or one code."""
    return any(in_range(code, codes) for codes in ranges)


@functools.cache
def sum_words(tells: str) -> tuple[str, ...]:
    """Return the words that say why a printed sum is right although its parts do not show it."""
    return tuple(row["words"] for row in read_table("sum_words") if row["tells"] == tells)
