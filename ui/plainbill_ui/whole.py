"""A whole page with the places marked that are spoken of, closed until somebody wants to see it."""

from collections.abc import Iterable
from dataclasses import replace

from plainbill.case import ExplainResult, PageReport
from plainbill_ui.languages import _
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.places import Place

# Paper between a place and the line around it, in parts of the page's height: print is not to be struck through.
AROUND = 0.004


def whole_pages(places: Iterable[Place], result: ExplainResult, tag_of_case: str) -> Markup:
    """Return the pages on which the places are, each with all its places marked; nothing where there is none."""
    by_page: dict[int, list[Place]] = {}
    for place in places:
        by_page.setdefault(place.page, []).append(place)
    shown = [_page(index, here, result.pages[index], tag_of_case) for index, here in sorted(by_page.items())]
    if not shown:
        return Markup()
    hint = tag("p", _("Tap the page to see it large."), class_="pb-quiet")
    return tag("details", tag("summary", _("Show it on the whole page")), hint, *shown)


def _page(index: int, places: Iterable[Place], report: PageReport, tag_of_case: str) -> Markup:
    src = f"/page/{tag_of_case}/{index}"
    said = _("{file}, page {number}, with the places marked").format(file=report.file, number=report.page)
    picture = tag("img", src=src, alt=said, loading="lazy")
    marks = join(*(_mark(place, report) for place in places))
    return tag("a", picture, marks, href=src, target="_blank", class_="pb-whole")


def _mark(place: Place, report: PageReport) -> Markup:
    room = round(AROUND * report.height)
    roomy = replace(place, x0=place.x0 - room, y0=place.y0 - room, x1=place.x1 + room, y1=place.y1 + room)
    return tag("span", class_="pb-mark", style=placed_in(roomy, whole_place(place.page, report)))


def whole_place(page: int, report: PageReport) -> Place:
    """Return all of a page, by its index among all pages."""
    return Place(page=page, x0=0, y0=0, x1=max(report.width, 1), y1=max(report.height, 1))


def placed_in(place: Place, around: Place) -> str:
    """Return where a place is within another, as CSS in percent of the other's size."""
    width, height = around.x1 - around.x0, around.y1 - around.y0
    left, top = (place.x0 - around.x0) / width, (place.y0 - around.y0) / height
    wide, high = (place.x1 - place.x0) / width, (place.y1 - place.y0) / height
    sides = {"left": left, "top": top, "width": wide, "height": high}
    return ";".join(f"{side}:{100 * share:.2f}%" for side, share in sides.items())
