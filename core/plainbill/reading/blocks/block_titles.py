"""What the title of a block says of its service: words, day, code, the plan's decision, the keys of its notes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.reading.blocks.claims_in_titles import without_claims
from plainbill.reading.blocks.titles_in_words import told_in_words
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.clinician_rows import clinician_named
from plainbill.reading.tables.titled_values import WORDS, titled_values
from plainbill.reading.tables.told_below import told_in
from plainbill.reading.terms.codes import is_key_of_a_note, known_modifiers, parse_code

_DECISION = re.compile(
    r"^(?:paid|denied|pending|pended|(?:not )?approved|(?:not )?covered|rejected|allowed|adjusted)$", re.IGNORECASE
)
_SEE = re.compile(r"^(?:see|notes?:?|remarks?:?|reason:?|codes?:?)$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{3}")
# Before a number of five digits that is no code of a service: "Claim 88202", "Visit no. 12345".
_NUMBERED = re.compile(
    r"\b(?:(?:claim|account|acct|invoice|reference|ref|auth\w*|member|policy|group|check|encounter|case|statement|order"
    r"|receipt)\W*|(?:claim|account|acct|invoice|reference|visit|order|bill)\W+(?:number|num|no|id|nbr)\W*|visit\s?#)$",
    re.IGNORECASE,
)
# In heights of print: what stands so far right of the words of a title is a button or a badge.
_FAR, _APART = 4.0, 0.5
_FEWEST_OF_A_NOTE = 4
# A row about the paper of the pharmacy and not about the drug: "Rx 7204410   Refills: 0", or "filled" and a day.
_PRESCRIPTION = re.compile(
    r"^(?:rx|prescription)\W*(?:(?:number|num|no|nbr)\b\W*)?\d[\d-]*\W*"
    r"(?:(?:refills?|fill)\b[\w\s:#]*|(?:date |was )?(?:filled|dispensed|sold|picked up)\W*(?:on\W*)?)?$",
    re.IGNORECASE,
)
_MORE = frozenset({"units", "revenue_code", "ndc", "diagnosis"})

Told = Mapping[str, tuple[Atom, ...]]


def told_by(rows: Sequence[Sequence[Atom]], keys: frozenset[str]) -> Told:
    """Return what the rows of a title say, by the column it would stand in; `keys` are those of the page's notes."""
    told: dict[str, list[Atom]] = {}
    loose: list[Atom] = []
    for printed in rows:
        own, by = without_claims(printed)
        if by:
            told["provider"] = list(by)
        if not own:
            continue
        if said_by := clinician_named(own):
            told["provider"] = list(said_by)
            continue
        if _PRESCRIPTION.match(" ".join(atom.text for atom in own if atom.date is None)):
            if days := [atom for atom in own if atom.date is not None]:
                told.setdefault("date", days)
            continue
        if not told.get("code") and (in_words := told_in_words(own)):
            told |= {name: list(atoms) for name, atoms in in_words.items()}
            continue
        row, said = _without_badges(own, keys)
        for name, atoms in said.items():
            told.setdefault(name, []).extend(atoms)
        facts = told_in(row)
        if facts.keys() & {"code", "ndc"} and facts.keys() & _MORE and not any(told.get(name) for name in facts):
            # Code, modifier and count as chips beside each other: "73721 RT  1 unit".
            told |= {name: list(atoms) for name, atoms in facts.items()}
            continue
        values = titled_values(row)
        words = [atom for atom in values.get(WORDS, ()) if any(map(str.isalnum, atom.text))]
        for name in values.keys() - {WORDS}:
            told.setdefault(name, []).extend(values[name])
        at, behind = _code_in(words) if not told.get("code") else (len(words), len(words))
        told.setdefault("code", []).extend(words[at:behind])
        begins = at == 0 and behind > 0 or bool(row) and row[0] in values.get("date", ())
        told.setdefault(WORDS, []).extend(words[:at])
        # Behind a code that begins a row stands more about it, as the tooth: the words stand on the row above.
        (loose if begins else told[WORDS]).extend(words[behind:])
    told[WORDS] = told.get(WORDS) or loose
    return {name: tuple(atoms) for name, atoms in told.items() if atoms}


def keys_of(rows: Sequence[Sequence[Atom]]) -> frozenset[str]:
    """Return the keys that begin rows of words: those of notes, as "N2 Your plan does not cover ..."."""
    led = (own for own in rows if len(own) >= _FEWEST_OF_A_NOTE and all(atom.money is None for atom in own[:2]))
    return frozenset(own[0].text for own in led if is_key_of_a_note(own[0].text) and own[1].text[:1].isalpha())


def note_alone(own: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return the keys of a row that says no more than to see notes, "See note A1, B2"; nothing where it says more."""
    at = next((i for i, atom in enumerate(own) if _SEE.match(atom.text) is None), len(own))
    keys = tuple(replace(atom, text=atom.text.strip("(),;")) for atom in own[at:])
    told = 0 < at < len(own) and all(is_key_of_a_note(key.text) for key in keys)
    return keys if told and own[0].text[:1].isupper() else ()


def is_decision(text: str) -> bool:
    """True for what a plan decides of a service, by itself: "Denied"."""
    return _DECISION.match(text) is not None


def has_words(atoms: Sequence[Atom]) -> bool:
    """True where any of the atoms is a word and no value."""
    return any(atom.kind == "text" and _WORD.search(atom.text) and parse_code(atom.text) is None for atom in atoms)


def _code_in(words: Sequence[Atom]) -> tuple[int, int]:
    """From where to where the words print a code with its modifiers; both the end where they print none."""
    at = next((i for i in reversed(range(len(words))) if parse_code(words[i].text) is not None), None)
    if at is None or _NUMBERED.search(" ".join(word.text for word in words[:at])):
        return len(words), len(words)
    behind = at + 1
    while behind < len(words) and words[behind].text.strip("()") in known_modifiers():
        behind += 1
    return at, behind


def _without_badges(own: Sequence[Atom], keys: frozenset[str]) -> tuple[list[Atom], Told]:
    """The row without what stands behind its words: the decision, the keys of notes, a button."""
    row = list(own)
    said: dict[str, tuple[Atom, ...]] = {}
    if len(row) > 1 and len(row[-1].text) == 1 and _gap(row, -1) > _FAR:
        row.pop()
    if len(row) > 1 and is_key_of_a_note(row[-1].text) and row[-1].text.strip("()") in keys:
        said["remark"] = (row.pop(),)
        while row and _SEE.match(row[-1].text):
            row.pop()
    at = next((i for i in range(len(row) - 1, max(0, len(row) - 3), -1) if _decides(row, i)), None)
    if at is not None:
        said["status"] = tuple(row[at:])
        row = row[:at]
    return row, said


def _decides(row: Sequence[Atom], at: int) -> bool:
    """True where the row ends in a decision that stands apart, behind a code or in capitals."""
    text = " ".join(atom.text for atom in row[at:])
    if _DECISION.match(text) is None:
        return False
    return text.isupper() or _gap(row, at) > _APART or parse_code(row[at - 1].text) is not None


def _gap(row: Sequence[Atom], at: int) -> float:
    """The blank before an atom, in heights of its print."""
    return (row[at].x0 - row[at - 1].x1) / row[at].tokens[0].box.height
