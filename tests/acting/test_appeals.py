"""Days to appeal: a letter of denial starts them, and what the paper itself prints goes before what is counted."""

import datetime

import pytest

from plainbill.acting import Deadline, headline
from tests.acting.appeal_sentences import A_DAY, ANSWERS, FIRST, NO_DAY, STOCK
from tests.acting.making import typed
from tests.acting.refusal_sentences import GRANTED, NO_REFUSAL, PART
from tests.checking.making import Written, decided, eob

DAY = datetime.date
DENIED = decided("1", "PR-50 180.00", "0.00", status="denied")
REFUSAL = "We reviewed the request for a knee scan and cannot approve it."


def letter(text: str, **fields: object) -> Written:
    paper = {
        "id": "letter", "kind": "letter", "payer": {"name": "Harbor Lantern Health Plan"},
        "document_date": "2025-03-03", "text": text, **fields,
    }  # fmt: skip
    return {name: value for name, value in paper.items() if value is not None}


LEGAL = {DAY(2025, 8, 30), DAY(2025, 5, 7), DAY(2025, 5, 2)}
"""The days of the law for a letter of March 3, 2025 by a plan of a kind that its name does not tell."""


def around(text: str) -> str:
    """What a letter of denial says, with a text as one of its paragraphs."""
    return f"Dear Pat Doe,\n{REFUSAL}\n{text}\nIf you have questions, call Member Services.\nYour health plan"


def days(*papers: Written) -> tuple[Deadline, ...]:
    return typed(*papers).deadlines


def to_appeal(*papers: Written) -> tuple[Deadline, ...]:
    """The days of a first appeal."""
    return tuple(each for each in days(*papers) if each.purpose == "appeal")


@pytest.mark.parametrize(
    "text",
    [
        REFUSAL,
        "Your claim for the care of 02/11/2025 was denied.",
        "Your request was partially denied. See the reason below.",
        "We have decided to deny it because the records do not show why it is needed.",
        "NOTICE OF DENIAL OF MEDICAL COVERAGE\nDear member, please read this letter.",
        "We could not pay for the thyroid test. The plan pays for one such test in twelve months.",
        "We’re writing about your request. We won’t pay for this drug.",
        "The service was not authorized before it was given.",
        "Your plan does not cover this care.",
        "We denied your claim; if you do not agree you may appeal.",
        "Your claim was denied, since it was sent to us in error.",
        "This service is not covered. Please see your plan's rules.",
    ],
)
def test_a_plans_letter_that_refuses_starts_the_days_to_appeal(text: str) -> None:
    found = to_appeal(letter(text))

    assert {each.date for each in found} == {DAY(2025, 8, 30), DAY(2025, 5, 7), DAY(2025, 5, 2)}
    assert {each.purpose for each in found} == {"appeal"}
    assert all("the date on the letter" in each.how for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "We approved your request. If we deny a claim, you may appeal.",
        "Your claim was not denied. It is still under review.",
        "Until you tell us about other insurance, we cannot pay your claim.",
        "We cannot process your claim unless your doctor sends the records.",
        "We find that the scan is medically necessary. It is covered.",
        "Your claim was denied in January. We have changed our decision and will now pay it.",
        "You may have to pay for services that are not covered.",
        "Your primary insurance denied this claim. Send us its notice.",
        "The claim was denied by your other insurance.",
        "Your premium is due. You will not be covered unless it comes.",
        "You will not pay more than your share.",
        "Welcome. Your plan does not cover cosmetic surgery. You may appeal decisions.",
        "Some services are not covered by Medicare.",
        "Claims are denied when providers bill late.",
        "You asked why your claim was denied. That was done in error, and we have sent the payment.",
        "We are not able to pay claims unless they come in time.",
        "",
    ],
)
def test_a_letter_that_refuses_nothing_starts_none(text: str) -> None:
    assert days(letter(text)) == ()


@pytest.mark.parametrize(
    "without",
    [{"payer": None}, {"kind": "other"}, {"totals": {"balance_due": "80.00"}}],
)
def test_no_days_begin_without_a_plan_nor_with_a_demand(without: Written) -> None:
    assert days(letter(REFUSAL, **without)) == ()


def test_a_note_of_a_letter_can_say_that_it_refuses() -> None:
    noted = letter("Dear member,", remarks=[{"text": "The service was not authorized before it was given."}])

    assert "appeal" in {each.purpose for each in days(noted)}


def test_of_a_long_sentence_the_words_up_to_the_day_are_quoted() -> None:
    (found,) = days(letter(f"{REFUSAL} {'And so on, ' * 60}you must send your appeal by June 2, 2025 or later."))

    assert found.date == DAY(2025, 6, 2)
    assert found.how.endswith("you must send your appeal by June 2, 2025…”")
    assert len(found.how) < 250


def test_the_answer_to_an_appeal_starts_no_first_appeal() -> None:
    found = days(letter("We reviewed your appeal. Your appeal is denied."))

    assert {each.purpose for each in found} == {"external_review"}
    (review,) = (each for each in found if each.title.startswith("Outside review"))
    assert (review.depends or "").startswith("Some plans have a second appeal")


def test_the_last_no_of_a_private_plan_starts_the_outside_review() -> None:
    last = letter("We reviewed your appeal. This is our final adverse benefit determination.")
    (found,) = (each for each in days(last) if "plan's last no" in each.title)

    assert (found.purpose, found.date) == ("external_review", DAY(2025, 7, 3))
    assert found.how == "Counted from March 3, 2025, the date on the letter: 4 months on."
    assert "second appeal" not in (found.depends or "")


def test_a_last_day_that_the_notice_prints_goes_before_any_counted_one() -> None:
    printed = {"payer": {"name": "Medicare"}, "text": "File an Appeal\nWe must receive your appeal by: October 2, 2024"}

    (found,) = days(eob(DENIED, **printed))

    assert found.date == DAY(2024, 10, 2)
    assert found.title == "Last day to appeal, as your paper prints it"
    assert "“We must receive your appeal by: October 2, 2024”" in found.how
    assert [(fact.document, fact.field, fact.value) for fact in found.facts] == [
        ("eob", "text", "We must receive your appeal by: October 2, 2024")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "You have to ask for a\nreview of this decision no later than 09/30/2024.",
        "The last day to appeal is Sept. 30, 2024.",
        "Appeal deadline: 2024-09-30",
        "To appeal, write to us by\nSeptember 30, 2024.",
        "We must get your appeal by September 30, 2024. Page 1. We must get your appeal by 9/30/24.",
    ],
)
def test_a_last_day_is_found_in_whatever_words_it_is_printed(text: str) -> None:
    found = to_appeal(eob(DENIED, text=text))

    assert [each.date for each in found] == [DAY(2024, 9, 30)]


@pytest.mark.parametrize(
    "text",
    [
        "We will decide your appeal by September 30, 2024.",
        "Ask for a state hearing about the appeal by September 30, 2024.",
        "You may appeal. Pay your premium by September 30, 2024.",
        "Ask for an outside review of your appeal by September 30, 2024.",
        "Your appeal of September 30, 2024 has come.",
        "Send the appeal by September 30, 2024. Send the appeal by October 9, 2024.",
        "We must get your appeal by September 30, 2019.",
        "We must get your appeal by September 31, 2024.",
    ],
)
def test_no_day_is_taken_for_the_last_one_that_is_something_else(text: str) -> None:
    found = to_appeal(eob(DENIED, text=text))

    assert len(found) == 3
    assert {each.date for each in found} == {DAY(2024, 7, 21), DAY(2024, 11, 18)}


def test_a_time_that_a_letter_prints_goes_before_the_rules() -> None:
    (found,) = days(letter(f"{REFUSAL} You may file an appeal within 90 (ninety) days from the date of this notice."))

    assert found.date == DAY(2025, 6, 1)
    assert found.how.startswith("Counted from March 3, 2025: 90 days on. The letter of March 3, 2025 says: “You may")
    assert {fact.field for fact in found.facts} == {"text", "document_date"}


@pytest.mark.parametrize(("printed", "last"), [("2024-12-31", DAY(2025, 3, 1)), ("2025-01-01", DAY(2025, 3, 7))])
def test_medicare_advantage_gives_five_days_more_from_2025_on(printed: str, last: datetime.date) -> None:
    paper = letter(REFUSAL, payer={"name": "Plumtree Medicare Advantage"}, document_date=printed)

    assert [each.date for each in to_appeal(paper)] == [last]


def test_a_letter_of_denial_alone_is_not_said_to_be_worth_nothing() -> None:
    assert "says no to something" in headline(typed(letter(REFUSAL)))[0]
    assert "says no" not in headline(typed(letter("We approved your request.")))[0]


def test_letter_and_notice_of_one_refusal_each_have_their_days() -> None:
    found = days(eob(DENIED, processed_date="2025-02-20"), letter(REFUSAL))

    assert {each.document for each in found if each.purpose == "appeal"} == {"eob", "letter"}


@pytest.mark.parametrize("text", NO_DAY)
def test_a_day_of_something_else_near_an_appeal_leaves_the_days_of_the_law(text: str) -> None:
    found = to_appeal(letter(around(text)))

    assert {each.date for each in found} == LEGAL
    assert not [each.title for each in found if "your paper" in each.title]


@pytest.mark.parametrize("text", A_DAY)
def test_a_sentence_on_how_long_the_reader_may_appeal_tells_the_day(text: str) -> None:
    assert [each.title for each in days(letter(around(text))) if "your paper" in each.title]


@pytest.mark.parametrize("text", STOCK)
def test_what_else_a_first_refusal_says_takes_none_of_its_days(text: str) -> None:
    assert {each.date for each in to_appeal(letter(around(text)))} == LEGAL


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_to_an_appeal_in_any_words_starts_no_first_appeal(text: str) -> None:
    found = days(letter(f"Dear Pat Doe,\n{text}\nYour health plan"))

    assert {each.purpose for each in found} == {"external_review"}


@pytest.mark.parametrize("text", FIRST)
def test_a_first_refusal_is_not_taken_for_an_answer(text: str) -> None:
    assert to_appeal(letter(f"Dear Pat Doe,\n{text}\nYour health plan"))


@pytest.mark.parametrize("text", PART)
def test_a_letter_that_grants_a_part_and_refuses_a_part_starts_the_days(text: str) -> None:
    assert to_appeal(letter(f"Dear Pat Doe,\n{text}\nYour health plan"))


@pytest.mark.parametrize("text", GRANTED)
def test_a_letter_that_grants_all_starts_no_days(text: str) -> None:
    assert days(letter(f"Dear Pat Doe,\n{text}\nYour health plan")) == ()


@pytest.mark.parametrize("text", NO_REFUSAL)
def test_a_letter_that_names_a_refusal_and_makes_none_starts_no_days(text: str) -> None:
    assert days(letter(f"Dear Pat Doe,\n{text}\nYour health plan")) == ()


def test_a_printed_limit_before_every_day_of_the_law_stands_beside_them() -> None:
    found = days(letter(around("You may appeal this decision within 45 days of the date of this letter.")))

    assert {each.date for each in found} == {DAY(2025, 4, 17), *LEGAL}
    (printed,) = (each for each in found if each.date == DAY(2025, 4, 17))
    assert "later than this one" in (printed.depends or "")


def test_a_short_time_for_care_to_go_on_is_no_time_to_appeal() -> None:
    found = to_appeal(
        letter(around("You can keep your care meanwhile. File your appeal within 10 days of this notice."))
    )

    assert {each.date for each in found} == LEGAL


def test_a_refusal_on_the_day_of_the_letter_counts() -> None:
    assert {each.date for each in to_appeal(letter("Your claim was denied on March 3, 2025."))} == LEGAL


def test_a_refusal_that_does_not_say_which_it_is_names_the_days_of_both() -> None:
    found = days(letter(REFUSAL))

    depends = {each.purpose: each.depends or "" for each in found}
    assert LEGAL | {DAY(2025, 7, 3)} <= {each.date for each in found}
    assert depends["appeal"].startswith("This day is yours if you have not appealed yet.")
    assert depends["external_review"].startswith("This day is yours if the letter answers an appeal that you sent.")


def test_a_refusal_that_offers_an_appeal_is_a_first_one() -> None:
    found = days(letter(around("If you do not agree, you may file an appeal.")))

    assert {each.purpose for each in found} == {"appeal"}
    assert not [each for each in found if "does not say" in (each.depends or "")]


@pytest.mark.parametrize(
    "text",
    [
        "You may file a second-level appeal by June 2, 2025.",
        "You can ask for an external review until June 2, 2025.",
        "Your request for an independent review must be received by June 2, 2025.",
    ],
)
def test_the_day_that_an_answer_prints_for_the_next_step_goes_before_any_counted_one(text: str) -> None:
    (found,) = days(letter(f"We have denied your appeal. The scan was not approved. {text}"))

    assert (found.date, found.purpose) == (DAY(2025, 6, 2), "external_review")
    assert found.title == "Last day for the step after your appeal, as your paper prints it"


@pytest.mark.parametrize(
    ("payer", "last"),
    [
        ("Plumtree Medicaid Plan", DAY(2025, 6, 1)),
        ("Medicare", DAY(2025, 9, 4)),
        ("Plumtree Medicare Advantage", None),
    ],
)
def test_what_comes_after_an_answer_goes_by_the_kind_of_plan(payer: str, last: datetime.date | None) -> None:
    found = days(letter("We have denied your appeal. The scan was not approved.", payer={"name": payer}))

    assert [each.date for each in found] == ([last] if last else [])


def test_a_letter_without_a_date_has_the_day_that_it_prints_or_the_length() -> None:
    (printed,) = days(letter(around("You may appeal until June 2, 2025."), document_date=None))
    counted = days(letter(around("You may appeal."), document_date=None))

    assert printed.date == DAY(2025, 6, 2)
    assert {each.date for each in counted} == {None}
    assert all(each.how == "No paper here prints the date to count from." for each in counted)
