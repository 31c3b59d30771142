"""The service that a sentence of a letter denies: "We have denied coverage for CT of the abdomen (74177)"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.name_blocks import atoms_within
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code

_DENIES = re.compile(
    r"(?<!\b[Ii]f\s)(?<!\b[Ww]hen\s)(?<!\b[Uu]nless\s)(?<!\b[Ww]hether\s)"
    r"\b(?i:we\s(?:have\s|are\s|had\sto\s)?(?P<status>denied|deny|denying|(?:cannot|can\snot|will\snot|did\snot|do\snot)"
    r"\s(?:approve|cover|pay))\s(?:(?:payment|coverage|benefits|authorization|(?:your|the|this)\s(?:claim|request))\s)?"
    r"(?:for\s|of\s)?(?:the\s|your\s|an?\s)?)"
    r"(?P<what>(?!services?\b)[^.;:()]{4,80}?)\s"
    r"\((?i:(?:cpt|hcpcs|procedure|service|billing)?\s?(?:code)?\s?[:#]?\s?)"
    r"(?P<code>(?:[A-V]\d{4}|\d{5})(?:[- ][A-Z0-9]{2})*)\)"
    r"(?=(?P<rest>[^;]{0,160}))"
)
_CHARGED = re.compile(
    r"\b(?:billed|charged)\s(?:at|as|for)?\s?(?P<charge>\$[\d,]+\.\d\d)"
    r"|\b(?:charge|bill|claim)\sof\s(?P<sum>\$[\d,]+\.\d\d)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:services?|care|treatment|visit|exam|test|procedure|scan)\s(?:(?:that\s)?you\s(?:received|had)\s)?(?:on|dated)\s$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\.\s")
# What was approved in part is no denial of all.
_APPROVED = re.compile(r"\b(?:is|was|are|were|been|have|has|partially|partly)\sapproved\b", re.IGNORECASE)


def denied_service(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the one service that a sentence of a letter denies as a table, None where it says no such thing."""
    flowing = [atom for own in atoms for atom in own]
    said = " ".join(atom.text for atom in flowing)
    denials = [*_DENIES.finditer(said)]
    if len(denials) != 1 or _APPROVED.search(said) or parse_code(denials[0]["code"]) is None:
        return None
    (denial,) = denials
    told = {name: tuple(atoms_within(flowing, *denial.span(name))) for name in ("what", "code", "status")}
    cells = {
        "description": told["what"],
        "code": tuple(replace(atom, text=atom.text.strip("(),.;:")) for atom in told["code"]),
        "status": tuple(replace(atom, text="denied") for atom in told["status"][:1]),
    }
    sentence = _SENTENCE.split(denial["rest"])[0]
    if (charged := _CHARGED.search(sentence)) is not None:
        start = denial.start("rest")
        group = "charge" if charged["charge"] else "sum"
        span = start + charged.start(group), start + charged.end(group)
        cells["charge"] = tuple(atom for atom in atoms_within(flowing, *span) if atom.money is not None)
    if day := day_of_care(flowing):
        cells["date"] = day
    cells = {name: cell for name, cell in cells.items() if cell}
    if not cells.keys() >= {"description", "code"}:
        return None
    at = next(row for row, own in zip(rows, atoms, strict=True) if cells["description"][0] in own)
    service = TableRow(role="service", cells=tuple(cells.values()), y=at.y, height=at.height)
    return Table(columns=tuple(placeless(name) for name in cells), rows=(service,), head=(), is_paired=True)


def day_of_care(flowing: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return the one day on which a letter says that care was given; nothing where it names several or none."""
    days = [
        atom
        for i, atom in enumerate(flowing)
        if atom.date is not None and _GIVEN.search(" ".join([*(a.text for a in flowing[max(0, i - 6) : i]), ""]))
    ]
    return (days[0],) if len({str(day.date) for day in days}) == 1 else ()
