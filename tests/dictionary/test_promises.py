"""Promises and instructions are found; facts about what plans pay are not taken for them."""

import pytest

from plainbill.dictionary.promises import promises_in


@pytest.mark.parametrize(
    "text",
    [
        "You should pay this bill first.",
        "You must not pay it.",
        "Do not pay until you hear from them.",
        "Don’t pay before they answer.",
        "Pay the difference and ask later.",
        "Call them, then pay the rest.",
        "It is best not to pay.",
        "Refuse to pay this charge.",
        "You don't have to pay for it.",
        "Please pay at the desk.",
        "Wait for the plan's paper before you pay.",
    ],
)
def test_a_text_that_tells_to_pay_or_not_is_found(text: str) -> None:
    assert [said.split(" (")[0] for said in promises_in(text)] == ["tells the reader to pay or not to pay"]


@pytest.mark.parametrize(
    "text",
    [
        "You will get your money back.",
        "The plan will not pay for it.",
        "We guarantee that it is wrong.",
        "You'll win.",
        "This is illegal.",
        "The hospital will have to pay for it.",
    ],
)
def test_a_text_that_promises_is_found(text: str) -> None:
    assert [said.split(" (")[0] for said in promises_in(text)] == ["promises something"]


@pytest.mark.parametrize(
    "text",
    [
        "Many plans do not pay for it.",
        "A fee for paying late. It is not for any medical care.",
        "The plan that has to pay first when you are in two.",
        "The person who has agreed to pay the bill.",
        "The sum that you owe each year before your plan starts to pay.",
        "Ask what it was, and for which test.",
        "It is not yet known for sure what it is.",
        "",
    ],
)
def test_a_fact_is_no_promise(text: str) -> None:
    assert list(promises_in(text)) == []
