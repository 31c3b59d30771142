"""Pages that were photographed twice, and pages that are missing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from plainbill.case import Problem
from plainbill.reading.layout import PageLayout, page_numbers

# Two photos of one page differ in a few marks that were read wrong; two pages of one bill differ in most amounts.
_ALIKE = 0.8
_DATES_ALIKE = 0.6
_FEWEST_MARKS = 60
_GRAM = 4
# A word that was read wrong is still so much like what it was; other names and numbers are not.
_MISREAD = 0.65
_LETTERS_OF_A_NAME = 4
_FEWEST_OTHER = 2
_FEWEST_TO_REPEAT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """What stands on a page, whatever a reader glued together or cut: runs of marks, of digits, dates and words."""

    marks: Counter[str]
    digits: Counter[str]
    dates: frozenset[str]
    words: Counter[str]


def print_of(layout: PageLayout) -> Print:
    """Return the print of a page."""
    words = Counter(_bare(token.text) for row in layout.rows for token in row.tokens)
    rows = ["".join(_bare(token.text) for token in row.tokens) for row in layout.rows]
    atoms = [atom for row in layout.cells for cell in row for atom in cell.atoms]
    return Print(
        marks=Counter(gram for row in rows for gram in _grams(row)),
        digits=Counter(gram for row in rows for gram in _grams(re.sub(r"\D", "", row))),
        dates=frozenset(str(atom.date) for atom in atoms if atom.date is not None),
        words=words,
    )


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.upper()))


def _grams(text: str) -> Iterator[str]:
    return (text[at : at + _GRAM] for at in range(max(len(text) - _GRAM + 1, 1 if text else 0)))


def is_same_print(one: Print, other: Print) -> bool:
    """True where both are one page that was read twice."""
    few, many = sorted((one.marks.total(), other.marks.total()))
    if few < _FEWEST_MARKS or 2 * few < _ALIKE * (few + many):
        return False
    if _share(one.marks, other.marks) < _ALIKE or _share(one.digits, other.digits) < _ALIKE:
        return False
    dates = len(one.dates) + len(other.dates)
    if dates and 2 * len(one.dates & other.dates) < _DATES_ALIKE * dates:
        return False
    return min(_others(one.words, other.words), _others(other.words, one.words)) < _FEWEST_OTHER


def _others(words: Counter[str], more: Counter[str]) -> int:
    """How many words of a page are none of the other's, not even read wrong, glued or cut."""
    left = [word for word in words - more if len(word) >= _LETTERS_OF_A_NAME]
    theirs = [word for word in more - words if word]
    whole = " ".join(more)
    return sum(
        word not in whole
        and not any(their in word for their in theirs if len(their) >= _LETTERS_OF_A_NAME)
        and not any(SequenceMatcher(None, word, their, autojunk=False).ratio() >= _MISREAD for their in theirs)
        for word in left
    )


def without_repeats(layouts: Sequence[PageLayout]) -> tuple[tuple[PageLayout, ...], int]:
    """Return the pages with each page once, and how many were left out."""
    if len(layouts) < _FEWEST_TO_REPEAT:
        return tuple(layouts), 0
    kept: list[tuple[PageLayout, Print]] = []
    for layout in layouts:
        print_ = print_of(layout)
        if not any(_may_be_one(layout, other) and is_same_print(print_, theirs) for other, theirs in kept):
            kept.append((layout, print_))
    return tuple(layout for layout, _ in kept), len(layouts) - len(kept)


def _may_be_one(one: PageLayout, other: PageLayout) -> bool:
    return one.number is None or other.number is None or one.number == other.number


def page_problems(layouts: Sequence[PageLayout], repeated: int) -> tuple[Problem, ...]:
    """What is wrong with the pages of a paper as a set."""
    problems = []
    if repeated:
        text = "A page of this paper was given twice; it was read once, nothing needs to be done."
        problems.append(Problem(kind="duplicate_page", text=text))
    printed = [number for layout in layouts for number in page_numbers(layout.cells)]
    numbers = {number for number, _ in printed}
    count = max((count for _, count in printed), default=0)
    missing = [number for number in range(1, count + 1) if number not in numbers]
    if missing and len(layouts) < count:
        which = ", ".join(str(number) for number in missing)
        text = f"The paper has {count} pages, and page {which} is missing; add it, or sums may not close."
        problems.append(Problem(kind="missing_page", text=text))
    return tuple(problems)


def _share(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
