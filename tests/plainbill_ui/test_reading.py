"""How far reading is, over all pages of a case."""

import itertools

from plainbill.engine.watching import FoundLine, FoundLines
from plainbill.store import Progress
from plainbill_ui.screens.reading import ALONG, along, found_so_far

OF_A_PAGE = ("loaded", "cleaned", "read", "laid_out", "doubted", "reread")
OF_ALL = ("parsed", "described", "checked")


def test_the_bar_never_goes_back_however_many_pages_there_are() -> None:
    for pages in (1, 2, 30):
        steps = [Progress()]
        steps += [Progress(step=step, page=page) for page, step in itertools.product(range(1, pages + 1), OF_A_PAGE)]
        steps += [Progress(step=step) for step in OF_ALL]
        shown = [along(each, pages) for each in steps]

        assert shown == sorted(shown)
        assert shown[0] < 0.05
        assert shown[-1] == 1.0


def test_as_long_as_nobody_knows_how_many_pages_there_are_the_bar_is_of_one() -> None:
    assert along(Progress(step="read", page=2), 0) == ALONG["read"]
    assert along(Progress(step="parsed"), 0) == ALONG["parsed"]
    assert along(Progress(), 0) < ALONG["loaded"]


def test_lines_found_so_far_are_shown_as_printed_under_their_page_and_said_to_be_preliminary() -> None:
    line = FoundLine(words="Visit <b>long</b>", day="01/05/2025", amount="$210.00")
    shown = found_so_far([FoundLines(page=0, lines=()), FoundLines(page=1, lines=(line,))])

    assert "This may change." in shown
    assert "Page 1" not in shown
    assert shown.index("Page 2") < shown.index("01/05/2025 Visit &lt;b&gt;long&lt;/b&gt;") < shown.index("$210.00")


def test_as_long_as_no_line_is_found_nothing_is_shown_of_them() -> None:
    assert found_so_far([]) == ""
    assert found_so_far([FoundLines(page=0, lines=())]) == ""
