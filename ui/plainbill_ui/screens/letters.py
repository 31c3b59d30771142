"""Letters: choose one, read it as it will be sent, and save it to print or to paste into a portal.

A letter goes out in English, since an office reads English; whoever reads the screen in another language has the same
letter in that one beside it, to read and not to send.
"""

from collections.abc import Sequence

import streamlit as st

from plainbill.acting.letter_writing import write_letter
from plainbill.acting.letters import Letter
from plainbill.acting.writing import Writing
from plainbill.engine.acting import path_of
from plainbill.knowledge.languages import ENGLISH, say_in
from plainbill_ui.cards import note, page
from plainbill_ui.downloads import download_link
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import N_, _
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.visit import button_to, delete_link
from plainbill_ui.wording import CALLED
from plainbill_ui.written import write_blocks

FORMATS = {
    ".pdf": N_("Save to print (PDF)"),
    ".docx": N_("Save to change it (Word)"),
    ".txt": N_("Save as plain text"),
}


def show() -> None:
    """Show the letter that the address names; else ask which one."""
    explained = current()
    letters = explained.told_report.letters
    named = st.query_params.get("letter", "")
    chosen = next((place for place in range(len(letters)) if named == str(place + 1)), None)
    if chosen is None:
        _show_choice(letters)
    else:
        _show_letter(explained, chosen)
    delete_link()
    with st.bottom:
        if chosen is None:
            button_to("next", _("Back to what to do next"), key="back")
        else:
            button_to("letters", _("Another letter"), key="others")


def _show_choice(letters: Sequence[Letter]) -> None:
    if not letters:
        st.html(
            page(
                tag("h1", _("There is no letter to write yet")),
                tag(
                    "p", _("Letters say only what we are sure to have read right, and what you have a question about.")
                ),
            )
        )
        return
    st.html(page(tag("h1", _("Which letter do you want?"))))
    for place, letter in enumerate(letters):
        said = _("To: {desk}").format(desk=_(CALLED[letter.desk]))
        st.html(page(tag("h2", letter.subject), tag("p", said)))
        button_to(
            "letters", _("Read letter {number}").format(number=place + 1), key=f"letter_{place}", letter=str(place + 1)
        )


def _show_letter(explained: Explained, place: int) -> None:
    sent = write_letter(explained.report.letters[place], place)
    with say_in(explained.language):
        told = write_letter(explained.told_report.letters[place], place)
    st.html(
        page(
            tag("h1", told.title),
            tag("p", _("Read it first. Sign it, and keep a copy of what you send."), class_="pb-lead"),
            *_to_fill_in(explained.told_report.letters[place]),
            _sheet(sent) if told == sent else _side_by_side(sent, told),
            _files(explained, sent),
        )
    )


def _to_fill_in(letter: Letter) -> list[Markup]:
    """Return what the letter leaves to its sender, which has room on paper and none on a screen."""
    rows = [*letter.blanks, *letter.own_words]
    return [note(_("Fill in by hand:"), "; ".join(rows))] if rows else []


def _sheet(letter: Writing) -> Markup:
    return tag("div", write_blocks(letter.blocks), class_="pb-letter")


def _side_by_side(sent: Writing, told: Writing) -> Markup:
    """Return a letter as it is sent, and beside it what it says in the language of the visitor."""
    return join(
        tag("p", _("The letter goes out in English, because the office reads English. Beside it you can read it.")),
        tag(
            "div",
            tag("section", tag("h2", _("To send, in English")), tag("div", _sheet(sent), lang=ENGLISH)),
            tag("section", tag("h2", _("To read, not to send")), _sheet(told)),
            class_="pb-beside",
        ),
    )


def _files(explained: Explained, writing: Writing) -> Markup:
    return join(*(download_link(explained.tag, path_of(writing, each), _(said)) for each, said in FORMATS.items()))
