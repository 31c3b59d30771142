"""Values that nothing confirms, in the order in which it helps most to look at them."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import ExplainResult, Source
from plainbill.engine.amending import value_at
from plainbill_ui.facts import field_name
from plainbill_ui.places import path_of
from plainbill_ui.typing_in import NotUnderstood, typed_money
from plainbill_ui.wording import PAPERS

# Money, codes and days decide what is worth a question; names and addresses are looked at where a finding needs them.
_FIELD = re.compile(r"documents\[(?P<document>\d+)\](\.lines\[(?P<line>\d+)\])?\.(?P<field>.+)")
_CHANGEABLE = (str, Decimal, int, float, tuple, datetime.date)
_DECIDING = ("code", "modifiers", "units")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One value to look at: its path, where it stands, its value, its plain name, and the paper and charge it is on.

    `closing` is the amount with which a sum of the paper would close, None where no single one would.
    """

    path: str
    source: Source
    value: object
    name: str
    paper: str
    line: str | None
    closing: Decimal | None = None


def doubts_of(result: ExplainResult, skipped: Iterable[str] = ()) -> tuple[Doubt, ...]:
    """Return the values to look at: first those that a finding rests on, then those that would close a sum."""
    passed = set(skipped)
    needed = [
        path_of(result, fact)
        for finding in result.findings
        if finding.reading == "check_photo"
        for fact in finding.evidence
    ]
    proposed = [path for path, source in result.sources.items() if source.proposal is not None]
    found = dict.fromkeys((*needed, *proposed, *(path for path in result.sources if _decides(result, path))))
    doubts = (_doubt(result, path) for path in found if path not in passed)
    return tuple(doubt for doubt in doubts if doubt is not None)


def _decides(result: ExplainResult, path: str) -> bool:
    value = value_at(result.case, path)
    return isinstance(value, Decimal | datetime.date) or path.rsplit(".", 1)[-1] in _DECIDING


def _doubt(result: ExplainResult, path: str) -> Doubt | None:
    source = result.sources.get(path)
    value = value_at(result.case, path)
    if source is None or source.confirmed_by or not isinstance(value, _CHANGEABLE):
        return None
    found = _FIELD.fullmatch(path)
    if found is None:
        return None
    document = result.case.documents[int(found["document"])]
    line = None if found["line"] is None else document.lines[int(found["line"])].id
    return Doubt(
        path=path,
        source=source,
        value=value,
        name=field_name(found["field"]),
        paper=PAPERS[document.kind],
        line=line,
        closing=_closing(source, value),
    )


def _closing(source: Source, value: object) -> Decimal | None:
    """Return the amount that was proposed for what was read, None where there is none or it is no amount."""
    if source.proposal is None or not isinstance(value, Decimal):
        return None
    try:
        proposed = Decimal(typed_money(source.proposal))
    except NotUnderstood:
        return None
    return None if proposed == value else proposed
