"""A language model on the screen: nothing leaves before every word of it was shown and a button was pressed."""

from pathlib import Path

import pytest

from plainbill.case import ExplainResult, read_as
from tests.browser.browsing import Open
from tests.browser.serving import served
from tests.plainbill_litellm.serving import ModelServer, entries

GUESS = "This is probably a thing that is used to care for a wound."
ASK = "Ask a language model about what is not clear"
# litellm takes seconds to load, in the process of the screen.
LOADING_MS = 60_000


def result() -> ExplainResult:
    """A bill of two charges that no table explains, the second with the patient's name among its words."""
    rows = [
        {"id": "1", "description": "WOUND ZQ Jane Roe", "charge": "5.00"},
        {"id": "2", "description": "Jane Roe", "charge": "7.00"},
    ]
    bill = {"id": "d1", "kind": "bill", "patient": {"name": "Jane Roe"}, "lines": rows}
    words = {
        "plain": "Our tables do not know these words.", "group": "other", "basis": "description", "confidence": 0.1,
        "vague": True, "source": "vague/unknown", "alternatives": [], "review": None,
    }  # fmt: skip
    written = {
        "case": {"documents": [bill]},
        "sources": {},
        "pages": [{"file": "bill.jpg", "page": 1, "document": "d1", "width": 1950, "height": 2600}],
        "translations": [words | {"line": f"d1:{row['id']}"} for row in rows],
        "findings": [],
        "not_assessed": [],
    }
    return read_as(ExplainResult, written)


@pytest.mark.timeout(120)
def test_nothing_leaves_before_it_was_shown_and_what_was_accepted_is_not_asked_again(
    open_as: Open, tmp_path: Path
) -> None:
    with ModelServer(script=lambda lines: entries(*(GUESS for _ in lines))).running() as model:
        own = f'[plugins.litellm]\nmodel = "openai/scripted"\napi_base = "{model.base_for("openai/scripted")}"\n'
        with served(tmp_path, own) as screen:
            visitor = open_as(cookie=screen.keep(result()), address=f"{screen.address}/charges")
            visitor.press(ASK)
            visitor.heading("Ask a language model?")
            shown = visitor.page.locator("pre").inner_text()
            assert visitor.serious() == []
            assert "1. words: WOUND [?]" in shown
            assert visitor.page.locator("pre").evaluate("box => box.scrollWidth <= box.clientWidth")
            assert "Jane" not in shown
            assert not model.requests

            visitor.press("Send this")
            visitor.page.get_by_text(GUESS).wait_for(timeout=LOADING_MS)
            (sent,) = model.texts
            assert " ".join(sent.split()) == " ".join(shown.split())
            visitor.says("nobody has checked it")

            visitor.press(ASK)
            visitor.page.get_by_text("What was sent before", exact=True).click()
            assert visitor.page.locator("details pre").inner_text().split() == shown.split()
            with visitor.page.expect_download() as saved:
                visitor.page.get_by_text("Save what was sent").click()
            assert saved.value.path().read_text(encoding="utf-8").split()[-len(shown.split()) :] == shown.split()
            visitor.press("No, back to the charges")
            visitor.press("Check the words, as somebody who knows them")
            visitor.page.get_by_label("Your name").fill("Ana Adler")
            visitor.press("Begin")
            visitor.press("Take the words of the language model")
            visitor.page.get_by_text("1 left to check.").wait_for()
            kept = (tmp_path / "plainbill" / "accepted.tsv").read_text(encoding="utf-8")
            assert "model, reviewed by Ana Adler on " in kept
            assert not any(word in kept for word in ("Jane", "Roe", "ZQ"))
            visitor.press("Change the words")
            visitor.page.get_by_label("Your words").fill("This is what Bob Stone from Elm Street got.")
            visitor.press("Keep my words")
            visitor.heading("All words are checked")
            assert (tmp_path / "plainbill" / "accepted.tsv").read_text(encoding="utf-8") == kept

            another = open_as(cookie=screen.keep(result()), address=f"{screen.address}/guesses")
            another.page.get_by_text("Nothing would leave").wait_for()
            assert len(model.requests) == 1


def test_without_a_model_the_screen_does_not_speak_of_one(open_as: Open, cookie: str) -> None:
    visitor = open_as(cookie=cookie)
    visitor.press("See every charge in plain words")
    visitor.heading("What is each charge?")

    assert "language model" not in visitor.text()
