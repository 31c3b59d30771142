"""A page with a box around each charge: a box leads to the row that explains it, and the row back to its box."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.case import Line, PageReport
from plainbill_ui.languages import _
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.places import Place
from plainbill_ui.whole import placed_in, whole_place
from plainbill_ui.wording import money


def first_page(places: Sequence[Place]) -> int | None:
    """Return the index of the page on which a charge begins, None where it stands on no picture."""
    return places[0].page if places else None


def row_id(paper: int, line: int) -> str:
    """Return the name of a charge's row in the page's address, by the index of its paper and its own."""
    return f"charge-{paper}-{line}"


def box_id(paper: int, line: int) -> str:
    """Return the name of a charge's box in the page's address, by the index of its paper and its own."""
    return f"box-{paper}-{line}"


def boxed_page(
    paper: int, lines: Sequence[Line], places: Mapping[int, Sequence[Place]], page: int, report: PageReport, tag_: str
) -> Markup:
    """Return a page of a paper, by its index among all pages, with boxes around the charges that begin on it.

    `places` has where each charge of the paper stands, by its index; `tag_` stands for the case in addresses.
    """
    said = _("{file}, page {number}, with a box around each charge").format(file=report.file, number=report.page)
    whole = whole_place(page, report)
    picture = tag(
        "img", src=f"/page/{tag_}/{page}", alt=said, loading="lazy", width=str(whole.x1), height=str(whole.y1)
    )
    here = {index: each for index, each in places.items() if first_page(each) == page}
    links = [_box(paper, index, lines[index], each, whole) for index, each in here.items()]
    # What is chosen is marked at both ends: only the address knows what that is, and no script of ours runs.
    both = "".join(_marked_with(paper, index) for index in here)
    return join(
        tag("style", Markup(both)),
        tag("p", _("Tap a box to see what that charge is."), class_="pb-quiet"),
        tag("div", picture, *links, class_="pb-boxed"),
    )


def link_to_box(paper: int, line: int) -> Markup:
    """Return the way from the row of a charge to its box."""
    return tag("a", _("Show it on the photo"), href=f"#{box_id(paper, line)}", target="_self", class_="pb-way-on")


def _box(paper: int, index: int, line: Line, places: Sequence[Place], whole: Place) -> Markup:
    """Return the link around a charge; each piece of it has its own line, since rows on a photo may lean."""
    here = [each for each in places if each.page == whole.page]
    around = replace(
        here[0],
        x0=min(each.x0 for each in here),
        y0=min(each.y0 for each in here),
        x1=max(each.x1 for each in here),
        y1=max(each.y1 for each in here),
    )
    name = _("Charge {number}").format(number=line.id)
    return tag(
        "a",
        *(tag("span", style=placed_in(each, around)) for each in here),
        id=box_id(paper, index),
        href=f"#{row_id(paper, index)}",
        target="_self",
        class_="pb-box",
        style=placed_in(around, whole),
        aria_label=name if line.charge is None else f"{name}: {money(line.charge)}",
    )


def _marked_with(paper: int, index: int) -> str:
    row, box = f"#{row_id(paper, index)}", f"#{box_id(paper, index)}"
    return (
        f".pb:has({row}:target) {box} span,.pb {box}:target span{{outline:3px solid #b45309;box-shadow:0 0 0 5px #fff}}"
        f".pb:has({box}:target) {row},.pb {row}:target{{border:3px solid var(--pb-warn)}}"
    )
