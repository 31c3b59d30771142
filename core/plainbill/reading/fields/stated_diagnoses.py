"""Diagnosis codes beside the words they stand for: in a list of problems, or before what is said to be the reason."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import atoms_within
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import diagnosis_in, parse_diagnosis

# What heads a list of what somebody has: "Problems we talked about", "ASSESSMENT".
_HEADING = re.compile(
    r"^(?:your |the |today'?s |active |current |visit |encounter )*"
    r"(?:problems?|diagnos[ei]s|assessments?|impressions?|conditions?)\b(?!.*\d)",
    re.IGNORECASE,
)
# How many they are: "Problems we talked about (2)", "Problems addressed today: 3".
_COUNT = re.compile(r"\s*\(\d{1,2}\)$|:\s*\d{1,2}$")
_LONGEST_HEADING = 6
_FEWEST_WORDS = 1
# So many rows without a code end a list: one may be a wrapped row.
_MOST_WITHOUT = 2
# Tests and vitamins whose names look like codes.
_TESTS = frozenset({"A1C", "B12", "Q10"})
_REASONS = frozenset({"visit_reason"})


def stated_diagnoses(layout: PageLayout) -> Iterator[tuple[str, Token]]:
    """Return each code with its print."""
    for label in layout.labels:
        if label.field in _REASONS and (coded := _leading(label) or _enclosed(label)) is not None:
            yield coded
    left = 0
    for row in layout.free:
        atoms = [atom for cell in row for atom in cell.atoms]
        if not atoms:
            continue
        yield from (coded for cell in row for coded in (*_alone(cell), *_in_a_sentence(cell)))
        if len(atoms) <= _LONGEST_HEADING and _HEADING.match(_COUNT.sub("", " ".join(atom.text for atom in atoms))):
            left = _MOST_WITHOUT
        elif left:
            code = _last(atoms)
            left = _MOST_WITHOUT if code is not None else left - 1
            if code is not None:
                yield code


# "The diagnosis on the claim was M54.16."
_SAID = re.compile(
    r"\bdiagnosis(?:\s[a-z]+){0,5}?\s(?:is|was|of|code)\s(?P<code>[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})\b", re.IGNORECASE
)


def _in_a_sentence(cell: Cell) -> Iterator[tuple[str, Token]]:
    """The code that a sentence says the diagnosis was."""
    for match in _SAID.finditer(cell.text):
        atom = atoms_within(cell.atoms, *match.span("code"))[-1]
        if (code := diagnosis_in(match["code"])) is not None:
            yield code, atom.tokens[0]


def _alone(cell: Cell) -> Iterator[tuple[str, Token]]:
    """The codes of a cell that prints several with their points, parted by commas, and nothing else."""
    texts = [atom.text.rstrip(",;") for atom in cell.atoms]
    parted = all(atom.text.endswith((",", ";")) for atom in cell.atoms[:-1])
    if len(texts) < _FEWEST_ALONE or not parted or not all(_POINTED.match(text) for text in texts):
        return
    for text, atom in zip(texts, cell.atoms, strict=True):
        if (code := diagnosis_in(text)) is not None:
            yield code, atom.tokens[0]


_FEWEST_ALONE = 2
_POINTED = re.compile(r"^[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}$")


def _leading(label: Labeled) -> tuple[str, Token] | None:
    """The code before the words of a reason: "R10.13 Epigastric pain"."""
    tokens = label.value.tokens
    code = parse_diagnosis(tokens[0].text)
    return (code, tokens[0]) if code is not None and "." in code and len(tokens) > 1 else None


def _enclosed(label: Labeled) -> tuple[str, Token] | None:
    """The code in parentheses behind the words of a reason: "chest pain (R07.9)"."""
    last = label.value.tokens[-1]
    code = parse_diagnosis(last.text) if last.text.startswith("(") and last.text.rstrip(".").endswith(")") else None
    return (code, last) if code is not None and "." in code and len(label.value.tokens) > 1 else None


def _last(atoms: Sequence[Atom]) -> tuple[str, Token] | None:
    """The code that ends a row of words: in parentheses, behind a dash, or with its point."""
    *words, last = atoms
    said = [atom for atom in words if any(map(str.isalpha, atom.text))]
    enclosed = last.text.startswith("(") and last.text.rstrip(".,;").endswith(")")
    dashed = bool(words) and words[-1].kind == "dash"
    pointed = "." in last.text.rstrip(".,;")
    code = diagnosis_in(last.text.rstrip(".,;")) if enclosed or dashed or pointed else None
    code = None if code in _TESTS else code
    return (code, last.tokens[0]) if code is not None and len(said) >= _FEWEST_WORDS else None
