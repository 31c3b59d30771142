"""Why a letter says no: the sentence behind its label, "Reason for denial: ...", and the code that names it."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.labels.name_blocks import atoms_within
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found, from_atoms

# "Reason for our decision:", "Denial reason (code 50):", "Rationale".
_LABEL = re.compile(
    r"^(?:(?:the|our|your|stated|specific|main|primary|clinical|denial|coverage)\s)*"
    r"(?:reasons?|rationale|basis)(?!\s(?:for|of|to)\s(?:(?:the|your|this|my|our)\s)?(?:\w+\s)?(?:visit|appointment|call|contact|referral|admission|exam|test|stay|request|appeal|letter|payment|care|treatment))(?:\s(?:for|of|why|we|code)\b[^:.]{0,50}?)?"
    r"(?:\s?\((?:code\s|CARC\s|reason\s)?(?P<code>[A-Z]{0,2}-?\d{1,3})\))?\s?(?P<colon>:)?$"
    # A heading that begins the row of its own sentence: "Why we denied it."
    r"|^why\s(?:we\s(?:denied|said\sno|(?:did|do|can)\s?not\s(?:approve|cover|pay))"
    r"|(?:it|this|your\s\w+|the\s\w+)\s(?:is|was)\s(?:denied|not\s(?:approved|covered|paid)))"
    r"(?:\s(?:for\s)?(?:it|this|your\s\w+|the\s\w+))?\s?(?P<stop>[:.?])$",
    re.IGNORECASE,
)
# Amid a paragraph, behind a full stop: "We have denied payment. Reason code 50: These services are not ...".
_CODED = re.compile(
    r"^(?:denial\s|our\s|the\s)?(?:reason|denial|CARC)(?:\scode)?\s(?P<code>(?:(?:CO|PR|OA|PI)-?)?[A-Z]?\d{1,3}):$",
    re.IGNORECASE,
)
# A letter without such words decides nothing, and says why about something else.
_DECIDES = re.compile(
    r"\b(?:den(?:y|ied|ial)|declin(?:e|ed)|not\s(?:be\s)?(?:cover(?:ed)?|approved?|pay|paid|payable|authorized)|adverse|uphold|upheld"
    r"|(?:cannot|can't|won't|unable\sto)\s(?:approve|cover|pay|authorize)|(?:our|the|this|coverage|claim)\s(?:decision|determination))\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"(?<!\bif\s)(?<!\bwhen\s)(?<!\bunless\s)(?<!\bwhether\s)"
    r"\bwe\s(?:have\s|are\s|had\sto\s)?(?:denied|deny|denying|(?:cannot|can\snot|will\snot|did\snot|do\snot)\s(?:approve|cover|pay))\s"
    r"(?:[^.]|\.\d){4,200}?\sbecause\s(?P<why>[^.]{10,200}?)"
    r"(?:\s\((?:(?:CARC|reason(?:\scode)?|code)\s|(?=[A-Z]{2}-?\d))(?P<code>(?:(?:CO|PR|OA|PI)-?)?[A-Z]?\d{1,3})\))?\.(?=\s|$)",
    re.IGNORECASE,
)
_LONGEST_LABEL, _LONGEST_CODED = 9, 4
_FEWEST_WORDS = 4
_MOST_ROWS = 5
# The sentence goes on no further below, and no further aside, in heights of print.
_NEXT, _ASIDE = 2.2, 1.0
_ENDS = re.compile(r"[A-Za-z)\d]\.$")


def stated_reasons(layouts: Sequence[PageLayout]) -> Iterator[tuple[Found | None, Found]]:
    """Return the code, where one is printed, and the wording of each reason that a letter of a decision states."""
    decides = any(_DECIDES.search(cell.text) for layout in layouts for row in layout.cells for cell in row)
    for layout in layouts if decides else ():
        yield from _because(layout)
        for i, row in enumerate(layout.free):
            for j, cell in enumerate(row):
                size, match = _label(cell.atoms)
                if match is None:
                    yield from _amid(cell, row[0], layout.free[i + 1 :])
                    continue
                words = [
                    *cell.atoms[size:],
                    *(row[j + 1].atoms if size == len(cell.atoms) and j + 1 < len(row) else ()),
                ]
                if not words and not (match["colon"] or match["stop"]) and len(row) > 1:
                    continue
                own = _with_rest(words, cell, layout.free[i + 1 :])
                if sum(atom.text[:1].isalpha() for atom in own) < _FEWEST_WORDS or not _ENDS.search(own[-1].text):
                    continue
                # "Reason code M62: ..." names it before the colon.
                named = match["code"] or ((coded := _CODED.match(_worded(cell.atoms[:size]))) and coded["code"])
                code = from_atoms(named, cell.atoms[:size]) if named else None
                yield code, from_atoms(" ".join(atom.text for atom in own), own)


def _because(layout: PageLayout) -> Iterator[tuple[Found | None, Found]]:
    """What follows the denial of a service in its sentence: "... because approval was not obtained (CARC 197)."."""
    flowing = [atom for row in layout.cells for cell in row for atom in cell.atoms]
    for match in _BECAUSE.finditer(_worded(flowing)):
        why = atoms_within(flowing, *match.span("why"))
        if sum(atom.text[:1].isalpha() for atom in why) < _FEWEST_WORDS:
            continue
        named = atoms_within(flowing, *match.span("code")) if match["code"] else []
        code = from_atoms(match["code"], named) if named else None
        yield code, from_atoms(match["why"], why)


def _amid(cell: Cell, first: Cell, below: Sequence[Sequence[Cell]]) -> Iterator[tuple[Found, Found]]:
    """The code of a reason, and its sentence, where both stand within a row of running text."""
    for at in range(len(cell.atoms)):
        for size in range(1, min(_LONGEST_CODED, len(cell.atoms) - at) + 1):
            label = cell.atoms[at : at + size]
            match = _CODED.match(_worded(label))
            if match is None or at and not _ENDS.search(cell.atoms[at - 1].text):
                continue
            own = _sentence(_with_rest(cell.atoms[at + size :], first, below))
            if sum(atom.text[:1].isalpha() for atom in own) >= _FEWEST_WORDS:
                yield from_atoms(match["code"], label), from_atoms(" ".join(atom.text for atom in own), own)
            return


def _worded(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms)


def _sentence(words: Sequence[Atom]) -> Sequence[Atom]:
    """The words up to the first full stop, none without one."""
    ends = next((i for i, atom in enumerate(words) if _ENDS.search(atom.text)), None)
    return words[: ends + 1] if ends is not None else ()


def _label(atoms: Sequence[Atom]) -> tuple[int, re.Match[str] | None]:
    """How many words at the beginning are the label: up to a colon, or all of a cell."""
    for size in range(1, min(_LONGEST_LABEL, len(atoms)) + 1):
        match = _LABEL.match(" ".join(atom.text for atom in atoms[:size]))
        if match is not None and (match["colon"] or match["stop"] or size == len(atoms)):
            return size, match
    return 0, None


def _with_rest(words: Sequence[Atom], label: Cell, below: Sequence[Sequence[Cell]]) -> list[Atom]:
    """The words and the rows below that carry the sentence on, up to its full stop."""
    own = list(words)
    last = label.y
    for row in below[:_MOST_ROWS]:
        if own and _ENDS.search(own[-1].text):
            break
        starts = {label.x0, *(atom.x0 for atom in words[:1])}
        cell = row[0] if row else None
        near = cell is not None and cell.y - last < _NEXT * label.height
        if cell is None or not near or all(abs(cell.x0 - x) > _ASIDE * label.height for x in starts):
            break
        own += cell.atoms
        last = cell.y
    return own
