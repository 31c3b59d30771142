"""Worked cases: what must be found, what may, and what must not; our own and those of the contract; charge lines."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from plainbill.case import CATALOGUE, Case, Finding, read_as

OWN = Path(__file__).parent / "checking" / "cases"
# The one place that names the folder beside the checkout; where it is missing, its tests say so and are skipped.
SHARED = Path(__file__).parents[2] / "shared" / "cases"
CODES = SHARED.parent / "codes"
CHARGE_LINES = CODES / "chargemaster_lines.tsv"

_CENT = Decimal("0.01")
_OF_CODES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedCase:
    """A case with what is expected of it, as its file says."""

    name: str
    case: Mapping[str, object]
    expected: Sequence[Mapping[str, object]]
    allowed: frozenset[str]
    forbidden: frozenset[str]
    is_refused: bool

    def read(self) -> Case:
        """Return the case in the vocabulary."""
        return read_as(Case, self.case)

    @property
    def expected_kinds(self) -> frozenset[str]:
        """The kinds that must be found."""
        return frozenset(str(entry["kind"]) for entry in self.expected)


def charge_lines() -> tuple[str, ...]:
    """Return charge descriptions from price lists that hospitals published; none where the file is missing."""
    if not CHARGE_LINES.exists():
        return ()
    rows = CHARGE_LINES.read_text(encoding="utf-8").splitlines()[1:]
    return tuple(row.split("\t")[0] for row in rows)


def official_names(year: int) -> dict[str, str]:
    """Return the names of HCPCS Level II codes in an edition, by code; none where the file is missing."""
    file = CODES / f"hcpcs_level2_{year}.tsv"
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened, delimiter="\t")
        return {row["code"]: row["long"] for row in rows if len(row["code"]) == _OF_CODES}


def worked_cases(folder: Path) -> tuple[WorkedCase, ...]:
    """Return the worked cases of a folder by name; none where the folder is missing."""
    return tuple(_worked_case(file) for file in sorted(folder.glob("*.json")))


def _worked_case(file: Path) -> WorkedCase:
    # As the command line reads it: decimals exact.
    written = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    return WorkedCase(
        name=written["id"],
        case=written["case"],
        expected=written["expected"],
        allowed=frozenset(written.get("allowed", [])),
        forbidden=frozenset(written.get("forbidden", [])),
        is_refused=written.get("exit") == [1],
    )


def faults_of(case: WorkedCase, findings: Sequence[Finding]) -> list[str]:
    """Return what is wrong with `findings`: missing or wrong ones, and false alarms."""
    keys = _services(case.read())
    faults = [fault for entry in case.expected for fault in _missing(entry, findings, keys)]
    return faults + [
        f"false alarm: {finding.kind} {' '.join(finding.lines)}"
        for finding in findings
        if not any(_fits(entry, finding, keys) for entry in case.expected) and _is_alarm(finding.kind, case)
    ]


def _missing(entry: Mapping[str, object], findings: Sequence[Finding], keys: Mapping[str, object]) -> Iterator[str]:
    fitting = [finding for finding in findings if _fits(entry, finding, keys)]
    if not fitting:
        yield f"missing: {entry['kind']} {entry['lines']}"
        return
    if not any(finding.category == entry["category"] for finding in fitting):
        yield f"category of {entry['kind']}: {fitting[0].category}"
    if "amount" in entry:
        wanted, found = Decimal(str(entry["amount"])), [finding.amount or Decimal(0) for finding in fitting]
        if not any(abs(amount - wanted) <= _CENT for amount in (*found, sum(found, Decimal(0)))):
            yield f"amount of {entry['kind']}: {found}"


def _is_alarm(kind: str, case: WorkedCase) -> bool:
    if kind in case.forbidden:
        return True
    return kind not in case.allowed and CATALOGUE.get(kind) != "info"


def _fits(entry: Mapping[str, object], finding: Finding, keys: Mapping[str, object]) -> bool:
    """A finding fits where kinds are equal and lines touch: one in common, one service in common, or none named."""
    lines = entry["lines"]
    assert isinstance(lines, list)
    if entry["kind"] != finding.kind:
        return False
    if not lines or not finding.lines:
        return True
    return bool({keys.get(ref, ref) for ref in lines} & {keys.get(ref, ref) for ref in finding.lines})


def _services(case: Case) -> Mapping[str, object]:
    return {
        f"{document.id}:{line.id}": (line.code.upper(), line.service_date) if line.code else f"{document.id}:{line.id}"
        for document in case.documents
        for line in document.lines
    }
