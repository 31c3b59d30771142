"""The script that Streamlit runs for every visitor and every tap."""

from pathlib import Path

import streamlit as st

from plainbill_ui.explained import forget_cases
from plainbill_ui.leaving import is_on_the_way, show_the_way
from plainbill_ui.screens import (
    answer,
    calls,
    charges,
    deleting,
    finding,
    guesses,
    helping,
    letters,
    next_steps,
    noting,
    proofreading,
    readable,
    reading,
    review,
    start,
    story,
)
from plainbill_ui.services import broom, services
from plainbill_ui.visit import go

HERE = Path(__file__).parent


def main() -> None:
    """Show the screen that the address names."""
    st.set_page_config(page_title="plainbill", page_icon=str(HERE / "icon.png"), layout="centered")
    st.html(HERE / "look.css")
    pages = {
        "start": st.Page(start.show, title="Start", url_path="start", default=True),
        "reading": st.Page(reading.show, title="Reading", url_path="reading"),
        "answer": st.Page(answer.show, title="Your answer", url_path="answer"),
        "charges": st.Page(charges.show, title="Every charge", url_path="charges"),
        "guesses": st.Page(guesses.show, title="Ask a language model", url_path="guesses"),
        "finding": st.Page(finding.show, title="One question", url_path="finding"),
        "calls": st.Page(calls.show, title="What to say", url_path="calls"),
        "noting": st.Page(noting.show, title="What they said", url_path="noting"),
        "next": st.Page(next_steps.show, title="What next", url_path="next"),
        "letters": st.Page(letters.show, title="Letters", url_path="letters"),
        "help": st.Page(helping.show, title="If you cannot pay", url_path="help"),
        "readable": st.Page(readable.show, title="Is it readable?", url_path="readable"),
        "proofreading": st.Page(proofreading.show, title="Did we read it right?", url_path="proofreading"),
        "story": st.Page(story.show, title="A few questions", url_path="story"),
        "review": st.Page(review.show, title="Review of the words", url_path="review"),
        "delete": st.Page(deleting.show, title="Delete everything", url_path="delete"),
    }
    st.session_state["screens"] = pages
    if broom.sweep(services().store):
        forget_cases()
    screen = st.navigation(list(pages.values()), position="hidden")
    if not is_on_the_way():
        screen.run()
    elif (going := show_the_way()) is not None:
        name, named = going
        go(name, **named)


# The guard keeps a process that multiprocessing starts from running the screen.
if __name__ == "__main__":
    main()
