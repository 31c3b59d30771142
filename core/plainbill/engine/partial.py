"""A result that lacks a plugin's share says so on its pages."""

from collections.abc import Sequence

from plainbill.case import PageReport, Problem
from plainbill.plugins.boundary import describe_failure
from plainbill.plugins.records import Failure


def with_failures(pages: Sequence[PageReport], failures: Sequence[Failure]) -> tuple[PageReport, ...]:
    """Return the pages with each failure as a problem of the page it is about, of the first where it is about none."""
    told = list(pages)
    for failure in failures if told else ():
        at = failure.page if failure.page is not None and failure.page < len(told) else 0
        text = describe_failure(failure)
        if not any(text in problem.text for problem in told[at].problems):
            problem = Problem(kind="other", text=text)
            told[at] = told[at].but(problems=(*told[at].problems, problem))
    return tuple(told)
