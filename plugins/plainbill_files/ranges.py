"""Which pages of a file are loaded, and in what words the others are named."""

from dataclasses import dataclass

from plainbill.case import Problem
from plainbill.plugins.records import LoadedPage, PageRange
from plainbill_files.refusal import refused_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Pages to load, counted from 1, and the problem that names those that were wanted and are left out."""

    numbers: range
    left_out: Problem | None

    def problems_of(self, number: int) -> tuple[Problem, ...]:
        """The left-out pages are told once, with the last page that is loaded."""
        return (self.left_out,) if self.left_out and number == self.numbers[-1] else ()


def select(pages: PageRange, count: int) -> Selection:
    """The wanted pages that exist, at most `pages.limit` of them."""
    first, last = max(pages.first, 1), min(pages.last or count, count)
    end = min(last, first + pages.limit - 1)
    left_out = _left_out(end + 1, last, pages.limit) if end < last else None
    return Selection(numbers=range(first, end + 1), left_out=left_out)


def nothing_selected(pages: PageRange, count: int) -> LoadedPage:
    """The page that says that none of the wanted pages exists."""
    has = "1 page" if count == 1 else f"{count} pages"
    return refused_page("other", f"the file has {has}, so there is no page {pages.first}; name pages up to {count}")


def _left_out(first: int, last: int, limit: int) -> Problem:
    which = f"page {first} was" if first == last else f"pages {first} to {last} were"
    wanted = f"{first}-{min(last, first + limit - 1)}"
    return Problem(
        kind="other", text=f"{which} not read, since at most {limit} are read at once; read on with --pages {wanted}"
    )
