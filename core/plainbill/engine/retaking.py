"""Pages of which a new photo would help, and why; and what can be said of them before they are read."""

from collections.abc import Sequence

from plainbill.case import PageReport, Problem, ProblemKind

RETAKEN: frozenset[ProblemKind] = frozenset(
    {"blurred", "glare", "dark", "too_small", "cut_edge", "no_text", "unreadable", "missing_page"}
)
# What keeps a file from being read at all; it is worth saying before anybody waits for it.
STOPPED: frozenset[ProblemKind] = frozenset({"unreadable", "encrypted"})


def pages_to_retake(pages: Sequence[PageReport]) -> dict[int, tuple[Problem, ...]]:
    """Return the pages that a new photo would help, by their index from 0, each with what is wrong with it."""
    found = {i: tuple(each for each in page.problems if each.kind in RETAKEN) for i, page in enumerate(pages)}
    return {i: problems for i, problems in found.items() if problems}


def worth_saying(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return what a person should know of a page before it is read."""
    return tuple(each for each in problems if each.kind in RETAKEN | STOPPED)
