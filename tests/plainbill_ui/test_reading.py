"""How far reading is, over all pages of a case."""

import itertools

from plainbill.store import Progress
from plainbill_ui.screens.reading import ALONG, along

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
