"""The bill is right, but it cannot be paid: help with the cost, a lower price, more time, and what to ask."""

import streamlit as st

from plainbill_ui.cards import page
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import N_, _
from plainbill_ui.markup import Markup, tag
from plainbill_ui.visit import button_to, delete_link

# What to ask, and why it is worth a call. Nothing here promises that an office says yes.
ASKS = (
    (
        N_("Help with the cost"),
        N_("Many hospitals have a program for people with a low income, also for some who have insurance."),
        N_("“Do you have a financial assistance policy? Please send me the form, and hold my bill until then.”"),
    ),
    (
        N_("A price for people who pay by themselves"),
        N_("The price on a bill is often not the lowest one. Without insurance you can ask for the self-pay price."),
        N_("“What is your price for people who pay by themselves? Can you lower this bill to it?”"),
    ),
    (
        N_("More time"),
        N_("Most offices let you pay a little each month. Say how much you can pay; you decide that, not they."),
        N_("“I can pay this much each month. Can we agree on that without interest, in writing?”"),
    ),
    (
        N_("Somebody at your side"),
        N_("A social worker at the hospital, a patient advocate, or legal aid in your town may help at no cost."),
        N_("“Who in your hospital helps patients with bills they cannot pay?”"),
    ),
)  # fmt: skip


def show() -> None:
    """Show what can be asked for."""
    explained = current()
    st.html(
        page(
            tag("h1", _("Is the bill right, but too much to pay?")),
            tag(
                "p",
                _("You can ask for help before you pay. Asking costs nothing, and you may ask for all of these."),
                class_="pb-lead",
            ),
            *(_ask(*each) for each in ASKS),
            _day(explained),
        )
    )
    letter = _letter_on_cost(explained)
    if letter is not None:
        button_to("letters", _("Read a letter that asks for help"), key="letter", letter=str(letter + 1))
    delete_link()
    with st.bottom:
        button_to("next", _("Back to what to do next"), key="back")


def _ask(title: str, why: str, say: str) -> Markup:
    return tag("section", tag("h2", _(title)), tag("p", _(why)), tag("p", _(say), class_="pb-say"))


def _day(explained: Explained) -> Markup:
    """Return until when help can be asked for, where the papers give a day to count from."""
    found = [each for each in explained.told_report.deadlines if each.purpose == "help"]
    return (
        tag("section", *(tag("p", f"{each.title}: {each.length}. {each.how}") for each in found)) if found else Markup()
    )


def _letter_on_cost(explained: Explained) -> int | None:
    letters = enumerate(explained.report.letters)
    return next((place for place, letter in letters if letter.name == "self-pay"), None)
