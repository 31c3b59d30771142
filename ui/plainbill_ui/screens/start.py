"""Start: nothing to type, one photo to give; then the papers so far, and what to do when they could not be read."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from plainbill.store import StoredCase
from plainbill_ui.cards import note, page
from plainbill_ui.choosing import language_links
from plainbill_ui.languages import N_, _
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.services import services
from plainbill_ui.visit import add_files, begin_reading, case_to_fill, current_case, delete_link, go, go_home
from plainbill_ui.wording import count

SAMPLE = Path(__file__).parent.parent / "sample"
TYPES = ["jpg", "jpeg", "png", "webp", "heic", "heif", "tif", "tiff", "pdf", "txt"]

PRIVATE = N_("Nothing is sent anywhere else, there is no account, and you can delete everything at any time.")


def show() -> None:
    """Show the start, or the papers that wait to be read."""
    case = current_case()
    if case is not None and case.state in ("reading", "done"):
        go_home(case)
    files = services().store.file_names(case.id) if case is not None else ()
    if case is None or not files:
        _show_welcome(case)
    else:
        _show_papers(case, files)


def _show_welcome(case: StoredCase | None) -> None:
    st.html(
        page(
            tag("h1", _("What does your medical bill say?")),
            tag(
                "p",
                _(
                    "Take a photo of your bill. We tell you what each charge is, what is worth a question, "
                    "and whom to ask."
                ),
                class_="pb-lead",
            ),
            _complaints(case),
        )
    )
    _uploader(_("Photo or file of your bill"))
    st.html(
        page(
            tag("p", _("Several pages? Take a photo of each. A PDF or a scan works too, up to 50 MB a file.")),
            tag("p", tag("strong", _("Your papers stay on this computer.")), " ", _(PRIVATE), class_="pb-quiet"),
            tag("h2", _("No bill at hand?")),
        )
    )
    if st.button(_("Try it with a sample bill"), key="sample", width="stretch"):
        _read_sample()
    st.html(page(language_links()))


def _show_papers(case: StoredCase, files: Sequence[tuple[int, str]]) -> None:
    failed = case.state == "failed"
    heading = _("We could not read this") if failed else _("Is that every page?")
    lead = (
        ""
        if failed
        else _("{files} so far. Add the others, or go on.").format(files=count(len(files), "file", "files"))
    )
    st.html(page(tag("h1", heading), tag("p", lead, class_="pb-lead") if lead else "", _complaints(case)))
    for number, (position, name) in enumerate(files, start=1):
        with st.container(horizontal=True, vertical_alignment="center", key=f"file_{position}"):
            st.html(tag("p", f"{number}. {name}", class_="pb-file"))
            if st.button(_("Remove file {number}").format(number=number), key=f"remove_{position}"):
                services().store.remove_file(case.id, position)
                st.rerun()
    if st.button(_("Try again") if failed else _("Read my papers"), key="read", type="primary", width="stretch"):
        begin_reading(case.id)
        go("reading")
    with st.container(key="more"):
        _uploader(_("Another page"))
    delete_link()


def _complaints(case: StoredCase | None) -> Markup:
    told = [*(case.trouble if case is not None else ()), *st.session_state.pop("complaints", ())]
    return join(*(note(_("Please note."), each) for each in told))


def _uploader(label: str) -> None:
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


def _read_sample() -> None:
    papers = sorted(path for path in SAMPLE.iterdir() if path.suffix in (".jpg", ".png", ".pdf"))
    st.session_state["complaints"] = add_files([(path.name, path.read_bytes()) for path in papers])
    case = case_to_fill(services())
    if case is None:
        st.rerun()
    else:
        begin_reading(case.id)
        go("reading")
