"""What next: steps in order, who waits for whom, days that count, the money, and everything to keep."""

import streamlit as st

from plainbill.acting import Deadline
from plainbill.acting.steps import Step
from plainbill_ui.cards import note, page
from plainbill_ui.downloads import download_link
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import _, lang_of
from plainbill_ui.markup import Markup, join, label, tag
from plainbill_ui.screens.calls import say_call
from plainbill_ui.visit import button_to, delete_link
from plainbill_ui.wording import CALLED, day_in_words, money


def show() -> None:
    """Show what to do next."""
    explained = current()
    st.html(page(tag("h1", _("What to do next"))))
    _show_steps(explained)
    st.html(page(_calls(explained), _dates(explained), _money(explained), _keep(explained)))
    if explained.report.letters:
        button_to("letters", _("Write a letter"), key="letters")
    button_to("help", _("The bill is right, but I cannot pay it"), key="help")
    delete_link()
    with st.bottom:
        if explained.report.call_sheets:
            button_to("calls", _("What to say when you call"), key="calls", main=True)
        button_to("answer", _("Back to the answer"), key="back")


def _show_steps(explained: Explained) -> None:
    steps = zip(explained.report.steps, explained.told_report.steps, strict=True)
    to_do = [(step, told) for step, told in steps if step.doing in ("check_paper", "call", "ask_paper")]
    if not to_do:
        st.html(page(tag("p", _("There is nothing that you have to do."), class_="pb-lead")))
    for place, (step, told) in enumerate(to_do, start=1):
        done = step.said.text in explained.answers.done
        st.html(page(_step(told, place, done)))
        said = _("Step {number} is not done") if done else _("Step {number} is done")
        if st.button(label(said.format(number=place)), key=f"done_{place}"):
            _mark(explained, step, not done)
            st.rerun()


def _step(step: Step, place: int, done: bool) -> Markup:
    mark = tag("strong", _("Done. ")) if done else ""
    who = (
        ""
        if step.doing != "call"
        else tag("p", _("Waits for: {desk}").format(desk=_(CALLED[step.desk])), class_="pb-quiet")
    )
    return tag("article", tag("p", mark, tag("strong", f"{place}. "), step.said.text), who, class_="pb-card")


def _mark(explained: Explained, step: Step, done: bool) -> None:
    """Keep whether a step is done, by its English words."""
    explained.change(lambda answers: answers.mark(step.said.text, done=done))


def _calls(explained: Explained) -> Markup:
    calls = explained.answers.calls
    if not calls:
        return Markup()
    return tag(
        "section",
        tag("h2", _("Calls you made")),
        *(join(tag("h3", call.office or _(CALLED[call.desk])), say_call(call)) for call in calls),
    )


def _dates(explained: Explained) -> Markup:
    deadlines = explained.report.deadlines
    if not deadlines:
        return Markup()
    dated = any(each.date for each in deadlines)
    save = (
        download_link(explained.tag, "dates.ics", _("Save these days for your calendar"), explained.language)
        if dated
        else ""
    )
    return tag(
        "section", tag("h2", _("Days that count")), *map(_date, deadlines, explained.told_report.deadlines), save
    )


def _date(english: Deadline, told: Deadline) -> Markup:
    """Return one day, as it is said to the visitor; what only a payer's page says stays English, and says so."""
    day = day_in_words(told.date) if told.date else told.length
    return tag(
        "article",
        tag("h3", told.title),
        tag("p", tag("strong", day)),
        tag("p", _left(told)) if told.date else "",
        tag("p", told.how),
        tag("p", told.depends, lang=lang_of(told.depends, english.depends)) if told.depends else "",
        tag("p", _("Source: {source}").format(source=told.source), class_="pb-quiet"),
        class_="pb-card",
    )


def _left(deadline: Deadline) -> str:
    left = deadline.days_left
    if left is None:
        return ""
    if left < 0:
        return _("This day is over. Ask anyway: sometimes there is more time.")
    return _("That is today.") if left == 0 else _("Days left: {count}.").format(count=left)


def _money(explained: Explained) -> Markup:
    amounts = explained.report.amounts
    rows = [
        tag(
            "li",
            _("{desk}: {amount}").format(desk=_(CALLED[each.desk]), amount=money(each.amount)),
            _counted(each.counted_before > 0, money(each.counted_before)),
        )
        for each in amounts.by_desk
    ]
    payable = [
        tag("p", " ".join(sentence.text for sentence in each.sentences)) for each in explained.told_report.payable
    ]
    total = (
        tag("p", _("In all, {amount} is in question. Each dollar counts once.").format(amount=money(amounts.total)))
        if rows
        else ""
    )
    check = (
        note(
            _("Check the photo first."),
            _("Another {amount} may be in question.").format(amount=money(amounts.to_check)),
        )
        if amounts.to_check
        else ""
    )
    if not (rows or payable or check):
        return Markup()
    return tag("section", tag("h2", _("The money")), tag("ul", *rows) if rows else "", total, check, *payable)


def _counted(some: bool, amount: str) -> str:
    return " " + _("({amount} of it is already in an amount further up)").format(amount=amount) if some else ""


def _keep(explained: Explained) -> Markup:
    return tag(
        "section",
        tag("h2", _("Keep it")),
        tag("p", _("Everything on one paper, to print or to show to somebody who helps you.")),
        download_link(explained.tag, "report.pdf", _("Save the whole answer (PDF)"), explained.language),
        download_link(explained.tag, "sent-to-model.txt", _("Save what was sent")) if explained.answers.asked else "",
    )
