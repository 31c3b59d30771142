"""Pages of which a new photo would help, and why."""

from collections.abc import Sequence

from plainbill.case import PageReport, Problem, ProblemKind

RETAKEN: frozenset[ProblemKind] = frozenset(
    {"blurred", "glare", "dark", "too_small", "cut_edge", "no_text", "unreadable", "missing_page"}
)


def pages_to_retake(pages: Sequence[PageReport]) -> dict[int, tuple[Problem, ...]]:
    """Return the pages that a new photo would help, by their index from 0, each with what is wrong with it."""
    found = {i: tuple(each for each in page.problems if each.kind in RETAKEN) for i, page in enumerate(pages)}
    return {i: problems for i, problems in found.items() if problems}
