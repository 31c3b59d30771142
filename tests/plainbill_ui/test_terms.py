"""Words of the trade are explained below the text that uses them, and nothing is added where there are none."""

from plainbill.describing.glossary import term_of
from plainbill_ui.cards import finding_card
from plainbill_ui.terms import words_used
from tests.plainbill_ui.explanation import HOSTILE, explanation


def test_each_term_is_explained_once_in_the_order_of_its_use() -> None:
    shown = words_used("Your copay.", "A corrected claim, and a copay.")

    assert shown.count("<dfn>") == 2
    assert shown.index("<dfn>copay</dfn>") < shown.index("<dfn>corrected claim</dfn>")
    copay = term_of("copay")
    assert copay is not None
    assert copay.plain in shown


def test_a_text_without_terms_adds_nothing() -> None:
    assert words_used("The bill came late.", "") == ""


def test_a_finding_explains_the_terms_of_all_that_it_says() -> None:
    result = explanation()
    duplicate = finding_card(result.findings[0], result, "tag")
    cost_share = next(each for each in result.findings if each.kind == "cost-share")

    assert "<dfn>billing office</dfn>" in duplicate
    assert "<dfn>corrected bill</dfn>" in duplicate
    assert "<dfn>copay</dfn>" in finding_card(cost_share, result, "tag")


def test_words_of_a_paper_cannot_break_out() -> None:
    assert "<img" not in words_used(f"{HOSTILE} copay")
