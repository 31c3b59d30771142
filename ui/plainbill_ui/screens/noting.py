"""What they said: name, day, reference number and answer of a call, kept in the case."""

import streamlit as st

from plainbill.acting.call_sheets import CallSheet
from plainbill.engine.amending import key_of
from plainbill.store import Call
from plainbill_ui.cards import page
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import _, lang_of
from plainbill_ui.markup import tag
from plainbill_ui.screens.calls import calls_of, place_of, say_call
from plainbill_ui.services import today
from plainbill_ui.visit import button_to, delete_link, go

LONGEST = 400


def show() -> None:
    """Ask what was said in the call that the address names; afterwards ask what that settles."""
    explained = current()
    place = place_of(st.query_params.get("call"), explained.told_report.call_sheets)
    if place is None:
        go("calls")
        return
    sheet = explained.told_report.call_sheets[place]
    made = calls_of(sheet, explained)
    _show_form(explained, sheet, place, again=bool(made))
    if made:
        st.html(page(tag("h2", _("Noted")), *(say_call(call) for call in made)))
        _show_settling(explained, sheet)
    delete_link()
    with st.bottom:
        button_to("next", _("What to do next"), key="next", main=bool(made))
        button_to("calls", _("Back to what to say"), key="back", call=str(place + 1))


def _show_form(explained: Explained, sheet: CallSheet, place: int, *, again: bool) -> None:
    st.html(
        page(
            tag("h1", _("What did they say?")),
            tag("p", _("Write down what you have. You can leave any of it empty."), class_="pb-lead"),
        )
    )
    with st.form(f"call_{place}", clear_on_submit=True, border=False):
        spoke_to = st.text_input(_("Whom did you speak to?"), max_chars=LONGEST)
        reference = st.text_input(_("Reference number of the call"), max_chars=LONGEST)
        promised = st.text_area(_("What will they do, and by when?"), max_chars=4 * LONGEST)
        day = st.date_input(_("Day of the call"), value=today(), max_value=today(), format="MM/DD/YYYY")
        said = _("Note another call") if again else _("Keep this note")
        if st.form_submit_button(said, type="secondary" if again else "primary", width="stretch"):
            call = Call(
                desk=sheet.desk,
                office=sheet.name,
                day=day,
                spoke_to=spoke_to.strip() or None,
                reference=reference.strip() or None,
                promised=promised.strip() or None,
            )
            explained.change(lambda answers: answers.but(calls=(*answers.calls, call)))
            st.rerun()


def _show_settling(explained: Explained, sheet: CallSheet) -> None:
    """Lead to the questions of the sheet, so that what was answered there moves the case."""
    asked = (*sheet.questions, *sheet.check)
    # The answer to a question about a letter moves no finding.
    numbered = [
        (number, question, question.finding)
        for number, question in enumerate(asked, start=1)
        if question.finding is not None
    ]
    if numbered:
        st.html(page(tag("h2", _("Did they answer a question?")), tag("p", _("Say so there, and we check anew."))))
    for number, question, place in numbered:
        finding = explained.result.findings[place]
        english = explained.report.questions[place].title
        st.html(page(tag("p", question.title, lang=lang_of(question.title, english))))
        button_to(
            "finding",
            _("Answer number {number}").format(number=number),
            key=f"settle_{place}",
            about=key_of(finding),
        )
