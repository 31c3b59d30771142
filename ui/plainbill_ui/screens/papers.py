"""The papers so far, each as a small picture with what is wrong with it, and what to do when they could not be read."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from plainbill.knowledge.languages import ENGLISH
from plainbill.store import StoredCase, StoredGlance
from plainbill_ui.cards import note, page, say_trouble
from plainbill_ui.languages import N_, _, language
from plainbill_ui.leaving import look_again
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.pictures import case_tag
from plainbill_ui.services import services
from plainbill_ui.visit import add_files, begin_reading, delete_link, go, settle_complaints
from plainbill_ui.wording import ADVICE, TROUBLE, count

TYPES = ["jpg", "jpeg", "png", "webp", "heic", "heif", "tif", "tiff", "pdf", "txt"]
# Seconds between looks at whether all small pictures are there.
LOOK_EVERY_S = 1.0

# Papers that settle most questions, and how to come by them.
HELPFUL = (
    (
        N_("The letter from your insurance about this care."),
        N_("It is called Explanation of Benefits. It comes by mail, or stands on your plan’s website under claims."),
    ),
    (
        N_("An itemized bill, with a line for each charge."),
        N_("Call the number on your bill and ask for it."),
    ),
    (
        N_("Your visit summary."),
        N_("Your doctor’s office has it; it is often on the website where you see your results."),
    ),
)


def show_papers(case: StoredCase, files: Sequence[tuple[int, str]]) -> None:
    """Show the files that wait to be read."""
    failed = case.state == "failed"
    heading = _("We could not read this") if failed else _("Is that every page?")
    said = _("{files} so far. Add the others, or go on.").format(files=count(len(files), "file", "files"))
    lead = "" if failed else tag("p", said, class_="pb-lead")
    st.html(page(tag("h1", heading), lead, complaints_of(case)))
    waiting = _is_waiting(services().store.glances(case.id), files)
    if waiting:
        services().pool.glance(case.id)
    look_again(_show_files, LOOK_EVERY_S if waiting else None)(case, files, waiting=waiting)
    if st.button(_("Try again") if failed else _("Read my papers"), key="read", type="primary", width="stretch"):
        begin_reading(case.id)
        go("reading")
    with st.container(key="more"):
        show_uploader(_("Another page"))
    st.html(page(_helpful()))
    delete_link()


def _is_waiting(glances: dict[int, tuple[StoredGlance, ...]], files: Sequence[tuple[int, str]]) -> bool:
    return any(position not in glances for position, _name in files)


def _show_files(case: StoredCase, files: Sequence[tuple[int, str]], *, waiting: bool) -> None:
    """Show each file with its small picture; once all are there, this stops looking by itself."""
    glances = services().store.glances(case.id)
    if waiting and not _is_waiting(glances, files):
        st.rerun()
    for number, (position, name) in enumerate(files, start=1):
        with st.container(key=f"file_{position}"):
            st.html(page(_file(f"{number}. {name}", glances.get(position), case)))
            said = _("Remove file {number}").format(number=number)
            # Removed before anything is shown: a run that the next look cuts short would lose the tap.
            if st.button(said, key=f"remove_{position}", type="tertiary", on_click=partial(_remove, case.id, position)):
                st.rerun()


def _remove(case_id: str, position: int) -> None:
    settle_complaints()
    services().store.remove_file(case_id, position)


def _file(title: str, glances: Sequence[StoredGlance] | None, case: StoredCase) -> Markup:
    """Return a file by its title, with a small picture of the page that is in trouble, else of its first."""
    if glances is None:
        return _card(title, tag("div", class_="pb-thumb"), tag("p", _("Looking at it…")))
    troubled = next((each for each in glances if each.problems), None)
    picture = _picture(troubled or next(iter(glances), None), title, case_tag(case.id))
    if troubled is None:
        # A file that could not be read is not called readable, whatever a first look said.
        return _card(title, picture, tag("p", _("Looks readable.")) if glances and case.state != "failed" else "")
    hint = tag("p", _("You can also go on: we read what we can."), class_="pb-quiet")
    return _card(title, picture, say_trouble(troubled.problems[0]), hint, looks="pb-paper pb-troubled")


def _picture(glance: StoredGlance | None, title: str, tag_of_case: str) -> Markup:
    if glance is None or not glance.picture:
        return tag("div", class_="pb-thumb")
    source = f"/waiting/{tag_of_case}/{glance.picture}/{glance.page}"
    return tag("img", src=source, alt=_("Small picture of {name}").format(name=title), class_="pb-thumb")


def _card(title: str, picture: Markup, *said: str, looks: str = "pb-paper") -> Markup:
    return tag("div", picture, tag("div", tag("p", title, class_="pb-file"), *said), class_=looks)


def _helpful() -> Markup:
    """Return which other papers help, and how to get them, closed."""
    each = (tag("li", tag("strong", _(what)), " ", _(how)) for what, how in HELPFUL)
    return tag("details", tag("summary", _("Which other papers help?")), tag("ul", *each))


def complaints_of(case: StoredCase | None) -> Markup:
    """Return what went wrong with the papers that were given last."""
    trouble = map(_trouble_said, case.trouble if case is not None else ())
    return join(*(note(_("Please note."), each) for each in (*trouble, *st.session_state.get("complaints", ()))))


def _trouble_said(trouble: str) -> str:
    """Return why a paper could not be read: as it is kept in English, behind what can be said in each language."""
    if language() == ENGLISH:
        return trouble
    said = " ".join((_(TROUBLE["unreadable"]), _(ADVICE["unreadable"])))
    return join(said, " ", tag("span", trouble, lang=ENGLISH))


def show_uploader(label: str) -> None:
    """Take files and move them out of the session at once; the widget starts anew, so that none comes twice."""
    take, add = _("Take a photo or choose files"), _("Add another page")
    st.html(f'<style>:root {{ --pb-take: "{take}"; --pb-add: "{add}"; }}</style>')
    turn = st.session_state.setdefault("upload_turn", 0)
    uploaded = st.file_uploader(
        label, type=TYPES, accept_multiple_files=True, key=f"upload_{turn}", label_visibility="collapsed"
    )
    if uploaded:
        st.session_state["complaints"] = add_files([(each.name, each.getvalue()) for each in uploaded])
        st.session_state["upload_turn"] = turn + 1
        st.rerun()
