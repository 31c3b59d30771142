"""Services that a notice decides before they are done, each on a row of its own: "E0601 NU  CPAP device   DENIED".

How many were asked for may stand on the row below: "Units asked for: 4".
"""

import re
from collections.abc import Sequence

from plainbill.reading.blocks.block_titles import is_decision
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import known_codes, known_modifiers, parse_code

_ASKED = re.compile(
    r"^(?:units?|quantity|qty|visits?|number)(?:\s(?:of\s)?(?:units|visits|items))?\s(?:(?:you\s)?asked(?:\sfor)?|requested):?\s"
    r"(?P<count>\d{1,4})\b",
    re.IGNORECASE,
)
# Below the row of the service, in heights of print.
_BELOW = 2.6

_Told = dict[str, tuple[Atom, ...]]


def decided_items(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services of such rows as a table, None where there are none."""
    found: list[tuple[Row, _Told]] = []
    for row, own in zip(rows, atoms, strict=True):
        if told := _told(own):
            found.append((row, told))
        elif found and (count := _asked_for(own)) and row.y - found[-1][0].y < _BELOW * row.height:
            found[-1][1].setdefault("units", count)
    if not found:
        return None
    names = [*dict.fromkeys(name for _, told in found for name in told)]
    services = tuple(
        TableRow(role="service", cells=tuple(told.get(name, ()) for name in names), y=row.y, height=row.height)
        for row, told in found
    )
    return Table(columns=tuple(map(placeless, names)), rows=services, head=(), is_paired=True, is_told=True)


def _told(own: Sequence[Atom]) -> _Told:
    """Code, modifiers, words and decision of a row that holds nothing else; empty where it is no such row."""
    code = parse_code(own[0].text) if own else None
    if code is None or code.code not in known_codes() or not is_decision(own[-1].text):
        return {}
    behind = next((i for i, atom in enumerate(own[1:], start=1) if atom.text not in known_modifiers()), len(own))
    words = tuple(own[behind:-1])
    if not words or any(atom.kind != "text" for atom in words):
        return {}
    return {"code": tuple(own[:behind]), "description": words, "status": (own[-1],)}


def _asked_for(own: Sequence[Atom]) -> tuple[Atom, ...]:
    match = _ASKED.match(" ".join(atom.text for atom in own))
    return tuple(atom for atom in own if match is not None and atom.text == match["count"])[:1]
