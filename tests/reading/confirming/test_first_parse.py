"""What a paper says by itself is worked out once while files are read, and forgotten with them."""

from plainbill.reading.confirming.first_parse import first_parses_kept, parsed_once
from plainbill.reading.documents import parse
from plainbill.reading.layout import PageLayout, lay_out
from tests.reading.papers import SERVICES, page_of


def test_the_same_layouts_are_parsed_once_while_they_are_kept() -> None:
    given: list[object] = []
    layouts = [PageLayout()]
    with first_parses_kept():
        for _ in range(2):
            parsed_once(layouts, None, lambda own, kind: given.append(own))
    assert given == [layouts]


def test_equal_layouts_of_other_pages_are_parsed_for_themselves() -> None:
    given: list[object] = []
    with first_parses_kept():
        for layouts in ([PageLayout()], [PageLayout()]):
            parsed_once(layouts, None, lambda own, kind: given.append(own))
    assert len(given) == 2


def test_nothing_is_kept_between_two_readings() -> None:
    given: list[object] = []
    layouts = [PageLayout()]
    for _ in range(2):
        with first_parses_kept():
            parsed_once(layouts, None, lambda own, kind: given.append(own))
    assert len(given) == 2


def test_a_paper_parsed_again_is_what_it_was() -> None:
    page = page_of(SERVICES)
    layouts = [lay_out(page)]
    alone = parse([page], layouts)
    with first_parses_kept():
        parse([page], layouts)
        again = parse([page], layouts)
    assert again == alone
