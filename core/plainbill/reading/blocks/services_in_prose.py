"""Services that a letter tells of in whole sentences, each with what was decided of it.

"The claim included an office visit (procedure code 99204), billed at $385.00. The allowed amount is $214.60."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.blocks.denied_in_words import day_of_care
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.name_blocks import atoms_within
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code

_NAMED = re.compile(
    r"\b(?i:includ(?:es?|ed|ing)|received|had|billed|denied|approved|paid|reviewed|for|was|were|is)\s(?i:us\s)?(?i:an?\s|the\s|your\s)?"
    r"(?P<what>(?:(?!\b(?i:includ(?:es?|ed|ing)|received|had|billed|denied|approved|paid|for|was|were|is)\s)[^.;:()]){3,80}?)\s"
    r"\((?i:(?:cpt|hcpcs|procedure|service|billing)?\s?(?:code)?\s?[:#]?\s?)"
    r"(?P<code>(?:[A-V]\d{4}|\d{5})(?:[- ][A-Z0-9]{2})*)\)"
)
_SUM = r"\$[\d,]+\.\d\d"


def _behind(words: str, more: str = r"(?!)") -> re.Pattern[str]:
    """An amount behind what it is, or as `more` says it."""
    return re.compile(rf"\b(?:{words})\s(?:is|was|of|at|for|:)?\s?(?P<sum>{_SUM})|{more}", re.IGNORECASE)


# What the sentences about a service say that an amount is.
_AMOUNTS = {
    "charge": _behind(r"billed|charged|billed\samount|charges?"),
    "allowed": _behind(r"(?:allowed|approved)\samount|amount\sallowed|we\sallowed|allowance"),
    "plan_paid": _behind(r"plan\spayment|plan\spaid|we\spaid|we\swill\spay"),
    "copay": _behind(r"co-?pay(?:ment)?"),
    "coinsurance": _behind(r"co-?insurance"),
    "deductible": _behind("deductible", rf"(?P<more>{_SUM})\s(?:\w+\s){{0,2}}to\s(?:your\s|the\s)?deductible"),
    "patient_responsibility": _behind(
        r"your\s(?:share|part|portion|cost)",
        rf"\byou\s(?:(?:may|might|will|could)\s(?:be\s)?|are\s)?(?:responsible\sfor|owe|pay)\s(?P<more>{_SUM})",
    ),
}
_DENIED = re.compile(
    r"\b(?:we\s(?:have\s)?(?P<said>denied)|(?:was|were|is|are)\s(?P<was>denied))"
    rf"(?:\s(?:the\sfull|all\sof|the\samount\sof)?\s?(?P<off>{_SUM}))?"
    r"(?:[^.]|\.\d){0,160}?(?:\((?P<reason>(?:CO|PR|OA|PI)-?[A-Z]?\d{1,3})\)|\.(?=\s|$)|$)",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\b(?:if|unless|whether|would|could\sbe\sdenied|may\sbe\sdenied)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s(?=[A-Z])")
# Paragraphs stand this much further apart than the rows of one, in heights of print.
_PARAGRAPH = 1.9


def services_in_prose(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services whose charge or denial the sentences of a letter tell, as a table; None where none do."""
    found: list[tuple[Row, dict[str, tuple[Atom, ...]]]] = []
    for paragraph in _paragraphs(rows, atoms):
        flowing = [atom for _, own in paragraph for atom in own]
        for cells in _told(flowing):
            at = next(row for row, own in paragraph if cells["description"][0] in own)
            found.append((at, cells))
    if not found:
        return None
    if day := day_of_care([atom for own in atoms for atom in own]):
        found = [(row, {**cells, "date": day}) for row, cells in found]
    names = [*dict.fromkeys(name for _, cells in found for name in cells)]
    services = tuple(
        TableRow(role="service", cells=tuple(cells.get(name, ()) for name in names), y=row.y, height=row.height)
        for row, cells in found
    )
    return Table(columns=tuple(map(placeless, names)), rows=services, head=(), is_paired=True, is_told=True)


def _paragraphs(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Iterator[list[tuple[Row, tuple[Atom, ...]]]]:
    printed = [(row, own) for row, own in zip(rows, atoms, strict=True) if own]
    paragraph = printed[:1]
    for (before, _), (row, own) in pairwise(printed):
        if row.y - before.y > _PARAGRAPH * max(row.height, before.height):
            yield paragraph
            paragraph = []
        paragraph.append((row, own))
    yield paragraph


def _told(flowing: Sequence[Atom]) -> Iterator[dict[str, tuple[Atom, ...]]]:
    """What a paragraph tells of each service that it names with its code, up to the next one."""
    said = " ".join(atom.text for atom in flowing)
    named = [match for match in _NAMED.finditer(said) if parse_code(match["code"]) is not None]
    for match, after in zip(named, [*named[1:], None], strict=False):
        begin, end = match.end(), after.start() if after is not None else len(said)
        cells = {
            "description": tuple(atoms_within(flowing, *match.span("what"))),
            "code": tuple(
                replace(atom, text=atom.text.strip("(),.;:")) for atom in atoms_within(flowing, *match.span("code"))
            ),
        }
        # "We denied coverage for" stands before the service.
        opening = max((stop.end() for stop in _SENTENCE.finditer(said[: match.start()])), default=0)
        for start, sentence in ((opening, said[opening : match.start("what")]), *_sentences(said, begin, end)):
            if not _CONDITIONAL.search(sentence):
                cells = {**_said(flowing, sentence, start), **cells}
        if cells.keys() & {"charge", "status"}:
            yield cells


def _sentences(said: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    starts = [begin, *(begin + stop.end() for stop in _SENTENCE.finditer(said[begin:end])), end]
    return ((start, said[start:stop]) for start, stop in pairwise(starts))


def _said(flowing: Sequence[Atom], sentence: str, start: int) -> dict[str, tuple[Atom, ...]]:
    """The amounts that a sentence names, and its denial with the reason and what was not paid for it."""
    cells: dict[str, tuple[Atom, ...]] = {}
    for name, pattern in _AMOUNTS.items():
        if (match := pattern.search(sentence)) is not None:
            cells[name] = _money(flowing, start, match)
    if (denied := _DENIED.search(sentence)) is not None:
        word = atoms_within(flowing, start + denied.start(), start + denied.end())
        said = [atom for atom in word if atom.text.lower().startswith("denied")]
        cells["status"] = tuple(replace(atom, text="denied") for atom in said[:1])
        if denied["reason"] and denied["off"]:
            reason = atoms_within(flowing, start + denied.start("reason"), start + denied.end("reason"))
            bare = tuple(replace(atom, text=atom.text.strip("().,;")) for atom in reason)
            cells["adjustment"] = (*bare, *_money(flowing, start, denied, "off"))
    return {name: cell for name, cell in cells.items() if cell}


def _money(flowing: Sequence[Atom], start: int, match: re.Match[str], *groups: str) -> tuple[Atom, ...]:
    group = next(name for name in groups or match.groupdict() if match[name])
    span = start + match.start(group), start + match.end(group)
    return tuple(atom for atom in atoms_within(flowing, *span) if atom.money is not None)
