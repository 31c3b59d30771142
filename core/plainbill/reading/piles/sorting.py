"""Which pages are one paper: by printed page numbers, by what they repeat, by their columns and by their order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords
from plainbill.reading.piles.marks import (
    OF_A_CLAIM,
    PAPER_FIELDS,
    PERSON_FIELDS,
    PageMarks,
    agreements,
    conflicts,
    marks_of,
)
from plainbill.reading.piles.repeats import is_same_print

# What ties two pages, in points; so many make them one paper.
_ENOUGH = 3.0
_ENOUGH_BY_NUMBER = 2.25
_NOT_ENOUGH = 2.0
_SAME_PRINT = 100.0
# Closing pages of two statements may be alike: each goes to its own first page before it counts as given twice.
_SAME_PRINT_OF_NOBODY = 99.0
_NUMBERS_FIT = 2.0
_SAME_NUMBER_OF_PAPER = 2.5
_SAME_DAY_OR_PERSON = 1.5
_MOST_FOR_PERSON = 2.0
_MOST_FOR_PHRASES = 2.0
_MOST_FOR_FACTS = 1.5
_SAME_COLUMNS = 1.5
_CARRIES_ON = 2.0
_OTHER_SHAPE = -1.5
_CONTRADICTED = -4.0
# Edges of one column of amounts, as a share of the page's width.
_SAME_EDGE = 0.012
_FEWEST_AMOUNTS, _MOSTLY_SHARED = 3, 0.8
_OF_A_CARD = frozenset({"coverage.member_id", "coverage.group_number"})
_FEWEST_TO_TELL_APART = 2


Pair = tuple[int, int]


def group_pages(pages: Sequence[PageWords], layouts: Sequence[PageLayout]) -> tuple[tuple[int, ...], ...]:
    """Return the papers among the pages, each as positions in reading order, the papers by their first page given.

    A page that does not look medical by itself belongs to a paper that it carries on; else it is in none.
    """
    if len(pages) < _FEWEST_TO_TELL_APART:
        return tuple((at,) for at, layout in enumerate(layouts) if layout.medical)
    marks = [marks_of(at, page, layout) for at, (page, layout) in enumerate(zip(pages, layouts, strict=True))]
    spread = Counter(words for mark in marks for words in mark.phrases | mark.facts)
    ties = {(one.at, other.at): _tie(one, other, spread) for one, other in combinations(marks, 2)}
    ranked = sorted(ties, key=lambda pair: (-(ties[pair] or 0.0), pair[1], pair[0]))
    piles: list[list[int]] = [[at] for at in range(len(marks))]
    apart = frozenset(pair for pair, points in ties.items() if points is None)
    alike = frozenset(pair for pair, points in ties.items() if points == _SAME_PRINT_OF_NOBODY)
    _join([pair for pair in ranked if pair not in alike and _is_enough(pair, marks, ties)], piles, apart | alike)
    _join(sorted(alike), piles, apart)
    papers = [pile for pile in piles if any(layouts[at].medical for at in pile)]
    return tuple(_in_reading_order(pile, layouts) for pile in sorted(papers, key=min))


def _join(pairs: Sequence[Pair], piles: list[list[int]], apart: frozenset[Pair]) -> None:
    """Put the piles of each pair together, the best first, unless that joins pages that are `apart`."""
    for pair in pairs:
        mine, theirs = (next(pile for pile in piles if at in pile) for at in pair)
        if mine is theirs or any((min(a, b), max(a, b)) in apart for a in mine for b in theirs):
            continue
        mine += theirs
        piles.remove(theirs)


def _is_enough(pair: Pair, marks: Sequence[PageMarks], ties: Mapping[Pair, float | None]) -> bool:
    one, other = (marks[at] for at in pair)
    points = ties[pair]
    return points is not None and points >= (_ENOUGH_BY_NUMBER if _fit(one, other) else _ENOUGH)


def _in_reading_order(pile: Sequence[int], layouts: Sequence[PageLayout]) -> tuple[int, ...]:
    """By printed numbers; a page whose number was not read takes the place of one that is missing."""
    numbers = {at: number[0] for at in pile if (number := layouts[at].number) is not None}
    count = max((number[1] for at in pile if (number := layouts[at].number) is not None), default=0)
    free = iter([number for number in range(1, count + 1) if number not in numbers.values()])
    places = {at: numbers[at] if at in numbers else next(free, 0) for at in sorted(pile)}
    return tuple(sorted(pile, key=lambda at: (places[at], at)))


def _fit(one: PageMarks, other: PageMarks) -> bool:
    """True where the printed numbers are those of two pages of one paper."""
    mine, theirs = one.number, other.number
    return mine is not None and theirs is not None and mine[1] == theirs[1] and mine[0] != theirs[0]


def _tie(one: PageMarks, other: PageMarks, spread: Counter[str]) -> float | None:
    """Points for both pages being of one paper, None where they cannot be; `other` was given after `one`."""
    against = conflicts(one, other)
    fit = _fit(one, other)
    if not fit and not against and is_same_print(one.print, other.print):
        return _SAME_PRINT if one.identity else _SAME_PRINT_OF_NOBODY
    if not fit and (_is_apart(one, other) or against - _may_differ(one, other) or _kinds_differ(one, other)):
        return None
    points = 1.0 / (other.at - one.at) + _for_identity(one, other) + _for_print(one, other, spread)
    if fit:
        return points + _NUMBERS_FIT + _CONTRADICTED * len(against - {"claim_number"} - _may_differ(one, other))
    if any(
        belongs(one, other) for belongs in (_carries_on, _comes_before, _is_next_leaf, _asks_the_same, _is_its_back)
    ):
        return points + _CARRIES_ON
    # Papers of one patient or of one look are not one paper.
    return points if agreements(one, other) & PAPER_FIELDS else min(points, _NOT_ENOUGH)


def _is_next_leaf(one: PageMarks, other: PageMarks) -> bool:
    """True where "Page 2" is printed right behind "Page 1", and nobody new is named on it."""
    first, second = one.layout.leaf, other.layout.leaf
    follows = first is not None and second == first + 1 and other.at == one.at + 1
    return follows and not PERSON_FIELDS & other.identity.keys() - one.identity.keys()


def _is_its_back(one: PageMarks, other: PageMarks) -> bool:
    """True for both sides of a member's card, given one right behind the other: only the front says whose it is."""
    cards = one.layout.kind == other.layout.kind == "insurance_card" and other.at == one.at + 1
    whose = [{label.field for label in mark.layout.labels} & _OF_A_CARD for mark in (one, other)]
    return cards and sum(map(bool, whose)) == 1


def _asks_the_same(one: PageMarks, other: PageMarks) -> bool:
    """True where one page, of several by its number, asks for the amount of a page without one, as its first does."""
    numbered = [mark.number is not None for mark in (one, other)]
    return sum(numbered) == 1 and bool(one.asked & other.asked)


def _is_apart(one: PageMarks, other: PageMarks) -> bool:
    """True where the printed numbers say that both are not of one paper."""
    numbers = [mark.number for mark in (one, other) if mark.number is not None]
    return len(numbers) == 2 or any(count == 1 for _, count in numbers)


def _may_differ(one: PageMarks, other: PageMarks) -> frozenset[str]:
    """A notice on several claims carries other numbers on each page, a remittance on several people other names too."""
    if one.of_several or other.of_several or _opens_the_next_claim(one, other):
        return OF_A_CLAIM
    return frozenset({"claim_number"}) if one.continues or other.continues else frozenset()


def _opens_the_next_claim(one: PageMarks, other: PageMarks) -> bool:
    """True where a page that says it carries on opens a claim as the page right before it does."""
    if other.at != one.at + 1 or one.number is None or other.number is None:
        return False
    follows = other.number == (one.number[0] + 1, one.number[1])
    return follows and other.continues and one.opens and other.opens


def _kinds_differ(one: PageMarks, other: PageMarks) -> bool:
    mine, theirs = one.layout.kind, other.layout.kind
    return mine != theirs and not {mine, theirs} & {None, "other"}


def _for_identity(one: PageMarks, other: PageMarks) -> float:
    same = agreements(one, other)
    person = min(_SAME_DAY_OR_PERSON * len(same & PERSON_FIELDS), _MOST_FOR_PERSON)
    numbers = _SAME_NUMBER_OF_PAPER * len((same & PAPER_FIELDS) - {"document_date"})
    return person + numbers + (_SAME_DAY_OR_PERSON if "document_date" in same else 0.0)


def _for_print(one: PageMarks, other: PageMarks, spread: Counter[str]) -> float:
    """Points for the same running words, dates and amounts, the rarer the more, for the same columns and shape."""
    phrases = sum(1.0 / (spread[words] - 1) for words in one.phrases & other.phrases)
    facts = sum(1.0 / (spread[fact] - 1) for fact in one.facts & other.facts)
    shape = 0.0 if one.landscape == other.landscape else _OTHER_SHAPE
    shared = min(phrases, _MOST_FOR_PHRASES) + min(facts, _MOST_FOR_FACTS)
    return shared + _SAME_COLUMNS * _columns_shared(one.edges, other.edges) + shape


def _columns_shared(one: Sequence[float], other: Sequence[float]) -> float:
    """The share of amounts that end where amounts of the other page do."""
    if min(len(one), len(other)) < _FEWEST_AMOUNTS:
        return 0.0
    met = sum(any(abs(edge - far) < _SAME_EDGE for far in one) for edge in other)
    met += sum(any(abs(edge - far) < _SAME_EDGE for far in other) for edge in one)
    return met / (len(one) + len(other))


def _carries_on(one: PageMarks, other: PageMarks) -> bool:
    """True where a page right behind another repeats some of its names and numbers and has none of its own.

    The next claim may open on a page that says it carries on and has the columns of the one before.
    """
    if other.at != one.at + 1 or (other.number is not None and other.number[0] == 1):
        return False
    if len(other.identity) >= max(len(one.identity), 1):
        return False
    same_table = other.continues and _columns_shared(one.edges, other.edges) >= _MOSTLY_SHARED
    if other.identity.keys() - ({"claim_number"} if same_table else set()) - agreements(one, other):
        return False
    return other.layout.medical or other.continues


def _comes_before(one: PageMarks, other: PageMarks) -> bool:
    """True where a page that says it carries on was given first of all, before the page that names the people.

    One of both is numbered, and the number leaves the other its place; both have the columns of one table.
    """
    if one.at or not one.continues or other.continues or one.identity.keys() - agreements(one, other):
        return False
    if one.number is not None:
        is_free = other.number is None and one.number[0] > 1
    else:
        is_free = other.number is not None and other.number[0] < other.number[1]
    return is_free and _columns_shared(one.edges, other.edges) >= _MOSTLY_SHARED
