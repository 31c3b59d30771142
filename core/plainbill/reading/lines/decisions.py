"""What was decided of a service, said on a row of words below it: "Denied by plan: not medically necessary"."""

import re
from dataclasses import replace

from plainbill.reading.columns.table import TableRow
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.rows.found import from_atoms
from plainbill.reading.tables.services import Entry

_DENIED = re.compile(
    r"^(?:denied|rejected|not (?:paid|covered|approved|payable))\b"
    r"(?: by (?:your |the )?(?:plan|insur\w+|payer|medicare))?"
    r"\s?[:\u2013\u2014-]\s?[a-z]",
    re.IGNORECASE,
)


def decided_below(entry: Entry) -> tuple[Entry, Draft]:
    """Return the entry without such a row, and what the row says; both as they are where there is none.

    Reasons by their codes are read as such.
    """
    row = next((row for row in entry.words if row.y > entry.row.y and _says_denied(row)), None)
    if row is None:
        return entry, {}
    said = {"status": from_atoms("denied", row.atoms[:1]), "remarks[0].text": from_atoms(row.text, row.atoms)}
    return replace(entry, words=tuple(other for other in entry.words if other is not row)), said


def with_decision(line: Draft, decided: Draft) -> Draft:
    """Return the line with what was decided of it, remarks only where it has none of its own.

    What was paid in part was not denied: "Not paid by plan: what is above its limit".
    """
    noted = any(name.startswith("remarks[") for name in line)
    paid = "plan_paid" in line and bool(line["plan_paid"].value)
    kept = {name: value for name, value in decided.items() if not (paid if name == "status" else noted)}
    return {**kept, **line}


def _says_denied(row: TableRow) -> bool:
    return _DENIED.match(row.text) is not None and not any(map(str.isdigit, row.text))
