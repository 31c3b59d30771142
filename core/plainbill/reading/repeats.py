"""Pages that were photographed twice, and pages that are missing."""

from collections import Counter
from collections.abc import Sequence

from plainbill.case import Problem
from plainbill.reading.layout import PageLayout

# Two photos of one page differ in a few words that were read wrong; two pages of one bill differ in most amounts.
_ALIKE = 0.8
_FEWEST_WORDS = 12


def is_same_page(one: PageLayout, other: PageLayout) -> bool:
    """True where both show the same print."""
    if one.number and other.number and one.number != other.number:
        return False
    return is_same_print(words_of(one), words_of(other))


def is_same_print(words: Counter[str], more: Counter[str]) -> bool:
    """True where two pages carry the same words, as `words_of` gives them, but for a few."""
    few, many = sorted((words.total(), more.total()))
    if few < _FEWEST_WORDS or 2 * few < _ALIKE * (few + many):
        return False
    return _share(words, more) >= _ALIKE and _share(_values(words), _values(more)) >= _ALIKE


def without_repeats(layouts: Sequence[PageLayout]) -> tuple[tuple[PageLayout, ...], int]:
    """Return the pages with each page once, and how many were left out."""
    kept: list[PageLayout] = []
    for layout in layouts:
        if not any(is_same_page(layout, other) for other in kept):
            kept.append(layout)
    return tuple(kept), len(layouts) - len(kept)


def page_problems(layouts: Sequence[PageLayout], repeated: int) -> tuple[Problem, ...]:
    """What is wrong with the pages of a paper as a set."""
    problems = []
    if repeated:
        text = "A page of this paper was given twice; it was read once, nothing needs to be done."
        problems.append(Problem(kind="duplicate_page", text=text))
    numbers = {layout.number[0] for layout in layouts if layout.number}
    count = max((layout.number[1] for layout in layouts if layout.number), default=0)
    missing = [number for number in range(1, count + 1) if number not in numbers]
    if missing and len(layouts) < count:
        which = ", ".join(str(number) for number in missing)
        text = f"The paper has {count} pages, and page {which} is missing; add it, or sums may not close."
        problems.append(Problem(kind="missing_page", text=text))
    return tuple(problems)


def words_of(layout: PageLayout) -> Counter[str]:
    """Return how often each word stands on the page."""
    return Counter(token.text.upper() for row in layout.rows for token in row.tokens)


def _values(words: Counter[str]) -> Counter[str]:
    """Words with digits: amounts, dates, codes and numbers."""
    return Counter({text: n for text, n in words.items() if any(mark.isdigit() for mark in text)})


def _share(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
