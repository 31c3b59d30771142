"""Is it readable? Only pages in trouble, each with the piece of the photo that is hard to read, and what to do."""

from collections.abc import Mapping, Sequence

import streamlit as st

from plainbill.case import PageReport, Problem
from plainbill.engine.retaking import pages_to_retake
from plainbill_ui.cards import page, say_trouble
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import N_, _
from plainbill_ui.markup import Markup, label, tag
from plainbill_ui.places import place_of_box
from plainbill_ui.services import services
from plainbill_ui.visit import delete_link, go
from plainbill_ui.whole import whole_pages

HARD_TO_READ = (
    N_("Is this photo good enough?"),
    N_("We read what we could. A better photo may give a better answer."),
    N_("Take it again"),
    N_("Use it as it is"),
)
PAGE_MISSING = (
    N_("Do you have the missing page?"),
    N_("We read what is here. With the missing page the answer may be better."),
    N_("Add the missing page"),
    N_("Go on without it"),
)


def show() -> None:
    """Show the pages in trouble, and ask whether to take them again."""
    explained = current()
    troubled = pages_to_retake(explained.result.pages)
    waiting = bool(services().store.file_names(explained.case.id))
    if not troubled or not waiting:
        go("answer")
        return
    heading, lead, again, as_it_is = map(_, _asking(troubled))
    st.html(
        page(
            tag("h1", heading),
            tag("p", lead, class_="pb-lead"),
            *(_trouble(explained, index, problems) for index, problems in troubled.items()),
        )
    )
    if st.button(label(again), key="retake", type="primary", width="stretch"):
        services().store.reopen(explained.case.id)
        go("start")
    if st.button(label(as_it_is), key="use", width="stretch"):
        services().store.drop_files(explained.case.id)
        go("answer")
    delete_link()


def _asking(troubled: Mapping[int, Sequence[Problem]]) -> tuple[str, str, str, str]:
    """Return the question, what stands below it, and the two answers: a page that lacks is not taken again."""
    kinds = {each.kind for problems in troubled.values() for each in problems}
    return PAGE_MISSING if kinds == {"missing_page"} else HARD_TO_READ


def _trouble(explained: Explained, index: int, problems: tuple[Problem, ...]) -> Markup:
    report = explained.result.pages[index]
    said = [say_trouble(each) for each in problems]
    pictures = [_crop(explained, index, report, each) for each in problems[:1]]
    heading = tag("h2", _("{file}, page {number}").format(file=report.file, number=report.page))
    places = [place_of_box(index, each.box) for each in problems if each.box is not None]
    whole = whole_pages(places, explained.result, explained.tag)
    return tag("article", heading, *pictures, *said, whole, class_="pb-card")


def _crop(explained: Explained, index: int, report: PageReport, problem: Problem) -> Markup:
    """Return the piece of the page that is in trouble, or the page where no single piece is."""
    if not report.width:
        return Markup()
    x0, y0, x1, y1 = (round(each) for each in problem.box or (0, 0, report.width, report.height))
    src = f"/page/{explained.tag}/{index}/{max(x0, 0)}-{max(y0, 0)}-{max(x1, x0 + 1)}-{max(y1, y0 + 1)}"
    return tag("img", src=src, alt=_("The part of your photo that is hard to read"), class_="pb-trouble")
