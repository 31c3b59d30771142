"""Which pages are one paper: by printed page numbers, by the numbers and names that they repeat, by their kind."""

from collections.abc import Sequence

from plainbill.reading.labels import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords
from plainbill.reading.repeats import is_same_page

_IDENTITY = ("account", "claim_number", "coverage.member_id", "patient.name", "document_date", "invoice")


def group_pages(pages: Sequence[PageWords], layouts: Sequence[PageLayout]) -> tuple[tuple[int, ...], ...]:
    """Return the papers among the pages, each as positions in reading order; a page that is not medical is in none."""
    piles: list[list[int]] = []
    for at, layout in enumerate(layouts):
        if not layout.medical:
            continue
        home = next((pile for pile in reversed(piles) if _belongs(layouts, pile, at)), None)
        if home is None:
            piles.append([at])
        else:
            home.append(at)
    return tuple(tuple(sorted(pile, key=lambda at: (_number(layouts[at]), at))) for pile in piles)


def _number(layout: PageLayout) -> int:
    return layout.number[0] if layout.number else 0


def _belongs(layouts: Sequence[PageLayout], pile: Sequence[int], at: int) -> bool:
    """True where the page carries on the paper of the pile."""
    here = layouts[at]
    others = [layouts[other] for other in pile]
    if any(is_same_page(here, other) for other in others):
        return True
    if any(_contradict(here, other) for other in others):
        return False
    if here.number and any(other.number for other in others):
        same_count = all(other.number is None or other.number[1] == here.number[1] for other in others)
        taken = any(other.number == here.number for other in others)
        return same_count and not taken and here.number[1] > 1 and (_agree(here, others) or pile[-1] == at - 1)
    if here.number is not None and here.number[1] == 1:
        return False
    if _starts_anew(here):
        return False
    return _agree(here, others) or (pile[-1] == at - 1 and not _identity(here))


def _starts_anew(layout: PageLayout) -> bool:
    """True where the page says that it is a first page."""
    return layout.number is not None and layout.number[0] == 1


def _identity(layout: PageLayout) -> dict[str, str]:
    return {label.field: _bare(label) for label in layout.labels if label.field in _IDENTITY}


def _bare(label: Labeled) -> str:
    return "".join(mark for mark in str(label.value.value).upper() if mark.isalnum())


def _contradict(one: PageLayout, other: PageLayout) -> bool:
    mine, theirs = _identity(one), _identity(other)
    if one.kind != other.kind and "other" not in {one.kind, other.kind} and not (one.number and other.number):
        return True
    telling = {"account", "patient.name", "document_date"}
    # One notice may hold several claims, each on a page of its own.
    telling |= set() if _are_of_one_count(one, other) else {"claim_number"}
    return any(field in theirs and theirs[field] != value for field, value in mine.items() if field in telling)


def _are_of_one_count(one: PageLayout, other: PageLayout) -> bool:
    """True where both pages are numbered, and as different pages of the same count."""
    return (
        one.number is not None
        and other.number is not None
        and one.number[1] == other.number[1]
        and one.number != other.number
    )


def _agree(one: PageLayout, others: Sequence[PageLayout]) -> bool:
    mine = _identity(one)
    return any(_identity(other).get(field) == value for other in others for field, value in mine.items())
