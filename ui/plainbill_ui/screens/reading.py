"""Reading: how far it is, in words; it goes on while nobody looks."""

from collections.abc import Sequence

import streamlit as st

from plainbill.engine.watching import FoundLine, FoundLines
from plainbill.knowledge.languages import ENGLISH
from plainbill.store import Progress
from plainbill_ui.cards import page
from plainbill_ui.languages import N_, _
from plainbill_ui.leaving import look_again, look_at_all_again
from plainbill_ui.markup import Markup, tag
from plainbill_ui.services import services
from plainbill_ui.status import say_status
from plainbill_ui.visit import current_case, delete_link, go_home, require
from plainbill_ui.wording import STEPS

READING = N_("Reading")
# Seconds between looks at how far it is; the answer stands on the screen so much later than it is there.
LOOK_EVERY_S = 0.25
# Seconds between looks of the whole screen, for the case that the browser stopped asking how far it is.
LOOK_AT_ALL_EVERY_S = 5.0
# How far each step is along the way through one page, for the bar.
ALONG = {
    "loaded": 0.15,
    "cleaned": 0.6,
    "read": 0.7,
    "laid_out": 0.72,
    "doubted": 0.75,
    "reread": 0.78,
    "parsed": 0.8,
    "described": 0.9,
    "checked": 1.0,
}


def show() -> None:
    """Show how far reading is until there is an answer."""
    require("reading")
    st.html(
        page(
            tag("h1", _("We are reading your papers")),
            tag(
                "p",
                _("A page takes a few seconds. You can leave this page and come back: reading goes on."),
                class_="pb-lead",
            ),
        )
    )
    look_again(_show_progress, LOOK_EVERY_S)()
    look_at_all_again(LOOK_AT_ALL_EVERY_S)
    delete_link()


def _show_progress() -> None:
    case = current_case()
    if case is None or case.state != "reading":
        go_home(case)
        return
    pages = _count_pages(case.id)
    st.progress(along(case.progress, pages))
    say_status(_in_words(case.progress, pages))
    # With one page the answer itself is next.
    found = found_so_far(services().pool.found(case.id)) if pages != 1 else ""
    if found:
        st.html(page(found))


def _count_pages(case_id: str) -> int:
    """Return how many pages there are to read, 0 as long as nobody has looked at all the files."""
    store = services().store
    looked_at = store.glances(case_id)
    known = len(looked_at) == len(store.file_names(case_id))
    return sum(len(pages) for pages in looked_at.values()) if known else 0


def found_so_far(pages: Sequence[FoundLines]) -> Markup:
    """Return the lines of the pages that are done as they are printed, nothing judged; nothing where there are none."""
    told = [each for each in pages if each.lines]
    if not told:
        return Markup()
    return tag(
        "section",
        tag("h2", _("Found so far")),
        tag("p", _("We are still reading. This may change."), class_="pb-quiet"),
        *(_page_of(each) for each in told),
    )


def _page_of(found: FoundLines) -> Markup:
    heading = tag("h3", _("Page {number}").format(number=found.page + 1))
    return tag("div", heading, tag("ul", *map(_line, found.lines), class_="pb-facts", lang=ENGLISH))


def _line(line: FoundLine) -> Markup:
    words = " ".join(part for part in (line.day, line.words) if part)
    return tag("li", tag("span", words), " ", tag("span", line.amount, class_="pb-printed"), class_="pb-found")


def along(progress: Progress, pages: int) -> float:
    """Return how far reading is on the way through all pages; the bar never goes back."""
    here = ALONG.get(progress.step, 0.03)
    page = progress.page or (pages if progress.step else 1)
    return here if not pages or page > pages else (page - 1 + here) / pages


def _in_words(progress: Progress, pages: int) -> str:
    if not progress.step:
        return _("Starting")
    doing = _(STEPS.get(progress.step, READING))
    said = f"{doing[0].lower()}{doing[1:]}"
    if not progress.page:
        return doing
    if progress.page <= pages and pages > 1:
        return _("Page {number} of {count}: {doing}").format(number=progress.page, count=pages, doing=said)
    return _("Page {number}: {doing}").format(number=progress.page, doing=said)
