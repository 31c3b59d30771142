"""The service that a letter denies before it was done: "Service requested: MRI of the spine (CPT 72148), 1 unit"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import known_codes, known_modifiers, parse_code
from plainbill.reading.terms.vocabulary import header_words

_REQUEST = re.compile(r"\brequest", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:is|was|are|were|has been|have been|be)\s(?:being\s)?denied\b"
    r"|\bwe\s(?:have\s|had\sto\s)?(?:denied|deny|(?:did|do|can|could)\s?not\sapproved?|are\sdenying)\b",
    re.IGNORECASE,
)
# What was approved in part is no denial of all.
_APPROVED = re.compile(r"\b(?:is|was|are|were|been|have|has|partially|partly)\sapproved\b", re.IGNORECASE)
# "If we deny your appeal" is what may be.
_WE_DENIED = re.compile(
    r"(?<!\bif\s)(?<!\bwhen\s)(?<!\bunless\s)(?<!\bwhether\s)"
    r"\bwe\s(?:have\s|had\sto\s)?(?:denied|are\sdenying)\s(?:payment|coverage|benefits|(?:the|this|your)\s(?:claim|service|request))\b"
    # "If your claim is denied" is what may be, too.
    r"|(?<!\bif\s)(?<!\bwhen\s)(?<!\bunless\s)(?<!\bwhether\s)"
    r"\b(?:your|this|the)\s(?:claim|service|request)\s(?:was|has\sbeen)\sdenied\b"
    r"|\bwe\s(?:have\s)?(?:received|reviewed|looked\sat|considered)\s[^.;]{1,80}\sand\s(?:have\s|had\sto\s)?den(?:ied|y)\s(?:it|this|payment|coverage)\b",
    re.IGNORECASE,
)
_UNITS, _COUNT = re.compile(r"^(?:units?|visits?|sessions?)\W*$", re.IGNORECASE), re.compile(r"^\d{1,3}$")
_LONGEST_LABEL = 4


def denied_request(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the one service that was asked for and denied as a table, None where a letter says no such thing."""
    said = " ".join(atom.text for own in atoms for atom in own)
    denial = _DENIED.search(said)
    requests = [(row, value) for row, own in zip(rows, atoms, strict=True) if (value := _requested(own))]
    if denial is None or _APPROVED.search(said) or len(requests) != 1:
        return None
    (row, value), *_ = requests
    told = _told(value)
    if "code" not in told or "description" not in told:
        return None
    told["status"] = _last_word(denial, atoms)
    service = TableRow(role="service", cells=tuple(told.values()), y=row.y, height=row.height)
    return Table(columns=tuple(placeless(name) for name in told), rows=(service,), head=(), is_paired=True)


def with_denial(told: Table, atoms: Sequence[tuple[Atom, ...]]) -> Table:
    """Return the table of one service with what the letter says was decided of it: "We have denied payment for ..."."""
    said = " ".join(atom.text for own in atoms for atom in own)
    denial = _WE_DENIED.search(said)
    if denial is None or _APPROVED.search(said) or "status" in told.fields or len(told.rows) != 1:
        return told
    word = next(word for word in denial[0].split() if word.lower().startswith("den"))
    (row,) = told.rows
    service = replace(row, cells=(*row.cells, _printed(word.lower(), atoms)))
    return replace(told, columns=(*told.columns, placeless("status")), rows=(service,))


def _requested(own: Sequence[Atom]) -> tuple[Atom, ...]:
    """What stands behind a label of the service asked for, nothing where no such label begins the row."""
    at = next((i for i, atom in enumerate(own[:_LONGEST_LABEL]) if atom.text.endswith(":")), None)
    label = [atom.text.strip(":") for atom in own[: at + 1]] if at is not None else []
    meaning = header_words().find(label) if label else None
    named = meaning is not None and "description" in meaning.fields and _REQUEST.search(" ".join(label))
    return tuple(own[at + 1 :]) if named and at is not None else ()


def _told(value: tuple[Atom, ...]) -> dict[str, tuple[Atom, ...]]:
    """The words, the code behind them that is known or in parentheses, and the count behind both."""
    at = next((i for i, atom in enumerate(value) if i and _is_code(atom)), None)
    if at is None:
        return {}
    words, rest = [*value[:at]], value[at + 1 :]
    while words and _announces(words[-1]):
        words.pop()
    code, behind = [_bare(value[at])], [*rest]
    while behind and behind[0].text.strip("(),;") in known_modifiers():
        code.append(_bare(behind.pop(0)))
    told = {"description": tuple(words[:-1]) + ((_bare(words[-1]),) if words else ()), "code": tuple(code)}
    if len(behind) > 1 and _COUNT.match(behind[0].text) and _UNITS.match(behind[1].text):
        told["units"] = (behind[0],)
    return {name: cell for name, cell in told.items() if cell}


def _is_code(atom: Atom) -> bool:
    code = parse_code(atom.text)
    return code is not None and (code.code in known_codes() or atom.text.startswith("(") or atom.text.endswith(")"))


def _announces(atom: Atom) -> bool:
    bare = atom.text.strip("(:#").lower()
    meaning = header_words().find((bare,)) if bare else None
    return meaning is not None and "code" in meaning.fields or not any(map(str.isalnum, atom.text))


def _bare(atom: Atom) -> Atom:
    return replace(atom, text=atom.text.strip("(),;:"))


def _last_word(denial: re.Match[str], atoms: Sequence[tuple[Atom, ...]]) -> tuple[Atom, ...]:
    """The word of the letter that says it was denied, as what was decided."""
    return _printed(denial[0].split()[-1].lower(), atoms)


def _printed(word: str, atoms: Sequence[tuple[Atom, ...]]) -> tuple[Atom, ...]:
    every = (atom for own in atoms for atom in own)
    found = next((atom for atom in every if atom.text.lower().strip(".,;:") == word), None)
    return (replace(found, text="denied"),) if found is not None else ()
