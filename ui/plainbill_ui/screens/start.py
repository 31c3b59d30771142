"""Start: nothing to type, one photo to give."""

from pathlib import Path

import streamlit as st

from plainbill.store import StoredCase
from plainbill_ui.cards import page
from plainbill_ui.choosing import language_links
from plainbill_ui.languages import N_, _
from plainbill_ui.markup import tag
from plainbill_ui.screens.papers import complaints_of, show_papers, show_uploader
from plainbill_ui.services import services
from plainbill_ui.visit import add_files, begin_reading, case_to_fill, current_case, go, go_home

SAMPLE = Path(__file__).parent.parent / "sample"

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
        show_papers(case, files)


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
            complaints_of(case),
        )
    )
    show_uploader(_("Photo or file of your bill"))
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


def _read_sample() -> None:
    papers = sorted(path for path in SAMPLE.iterdir() if path.suffix in (".jpg", ".png", ".pdf"))
    st.session_state["complaints"] = add_files([(path.name, path.read_bytes()) for path in papers])
    case = case_to_fill(services())
    if case is None:
        st.rerun()
    else:
        begin_reading(case.id)
        go("reading")
