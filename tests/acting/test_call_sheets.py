"""Call sheets: whom to call, what to have ready, what to ask, and what to say when somebody sends you on."""

import pytest

from plainbill.acting import headline, writings_of
from plainbill.acting.contacts import find_contacts
from plainbill.case import Case, read_as
from tests.acting.making import acted, report_of, typed, words_of
from tests.checking.making import bill, decided, eob, line

TWICE = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"})


def test_sheets_stand_in_the_order_in_which_a_fault_travels() -> None:
    assert [sheet.desk for sheet in report_of("mixed-ed").call_sheets] == [
        "clinician_or_coder", "billing_office", "payer",
    ]  # fmt: skip


def test_the_number_on_the_paper_is_named_with_where_it_stands() -> None:
    report = typed({**TWICE, "provider": {"name": "Willow Brook Clinic", "phone": "(555) 201-7788"}})

    (sheet,) = report.call_sheets
    assert [(contact.phone, contact.source) for contact in sheet.contacts] == [
        ("(555) 201-7788", "printed on the bill of June 10, 2024")
    ]
    assert "(555) 201-7788 (printed on the bill of June 10, 2024)" in words_of(report, "call_sheet")


def test_without_a_number_the_sheet_says_where_to_look() -> None:
    assert "No number was found on your papers." in words_of(typed(TWICE), "call_sheet")


def test_a_number_of_another_office_is_not_given() -> None:
    other = {**eob(), "provider": {"name": "Elm Street Labs", "phone": "555-0199"}}

    (sheet,) = (each for each in typed(TWICE, other).call_sheets if each.desk == "billing_office")

    assert sheet.contacts == ()


@pytest.mark.parametrize(("other", "name"), [("Willow Brook Clinic", "Willow Brook Clinic"), ("Elm Street Labs", None)])
def test_a_paper_that_names_no_office_is_of_the_only_one_there_is(other: str, name: str | None) -> None:
    refused = dict(line("1"), adjustments=[{"group": "CO", "reason": "288", "amount": "180.00"}], status="denied")
    nameless = {**eob(refused), "provider": None}

    sheets = typed(nameless, bill(), {**bill(), "id": "other", "provider": {"name": other}}).call_sheets

    assert name in [sheet.name for sheet in sheets if "referral" in sheet.questions[0].title]


def test_a_card_gives_the_number_of_its_plan() -> None:
    card = read_as(
        Case, {"documents": [{"id": "card", "kind": "insurance_card", "payer": {"name": "Plan", "phone": "555-0123"}}]}
    ).documents[0]

    assert [(each.desk, each.phone, each.source) for each in find_contacts(card, ())] == [
        ("payer", "555-0123", "printed on the insurance card")
    ]


def test_each_question_reads_out_its_line_with_day_and_code() -> None:
    said = words_of(typed(TWICE), "call_sheet")

    assert "Bill of June 10, 2024, line 2: May 6, 2024, code 99213, “Office visit”, charge $180.00." in said


def test_being_sent_on_is_called_normal_and_the_exact_code_is_named() -> None:
    said = words_of(typed(TWICE), "call_sheet")

    assert "If they say “talk to the doctor”" in said
    assert "That is normal. They are not brushing you off" in said
    assert "ask a clinician or a coder to review it, with that code in front of them" in said
    assert "Codes on this sheet: 99213." in said


def test_a_corrected_claim_leads_to_the_field_that_changes() -> None:
    said = words_of(typed(TWICE), "call_sheet")

    assert "If they say “corrected claim” or “rebilling”" in said
    assert "Which field of the claim will change?" in said


def test_nobody_without_insurance_is_told_what_to_say_of_a_plan() -> None:
    said = words_of(report_of("est-added-service"), "call_sheet")

    assert "If they say “talk to the doctor”" in said
    assert "talk to your insurance" not in said


def test_answers_say_what_they_mean_and_what_to_note() -> None:
    denied = eob(dict(line("1"), adjustments=[{"group": "CO", "reason": "197", "amount": "180.00"}], status="denied"))

    settled = [each for question in typed(denied).questions for each in question.settles]

    meanings = {meaning.answer: meaning for each in settled for meaning in each.meanings}
    assert meanings["Yes."].sets == {"story.authorization_obtained": True}
    assert "The billing office acts first then." in meanings["Yes."].means


def test_a_question_on_a_value_nobody_confirmed_comes_after_a_look_at_the_paper() -> None:
    report = acted(read_as(Case, {"documents": [TWICE]}), doubtful=True)

    (sheet,) = report.call_sheets
    assert sheet.questions == () and len(sheet.check) == 1
    assert "Look at your paper first." in words_of(report, "call_sheet")
    assert report.steps[0].doing == "check_paper"


def test_papers_that_agree_need_no_call() -> None:
    report = typed(bill(), eob())

    assert report.call_sheets == ()
    assert {finding.acts_first for finding in report.findings} == {"nobody"}


def test_a_finding_on_many_lines_is_not_read_out_in_full() -> None:
    copies = [line(str(number)) for number in range(1, 31)]

    report = typed(bill(*copies, totals={}))

    (place,) = (place for place, each in enumerate(report.findings) if each.kind == "duplicate-line")
    question = report.questions[place]
    assert len(question.read_out) == 13
    assert question.read_out[-1].text == "There are 18 more such lines."


def test_names_of_files_hold_no_word_of_the_papers() -> None:
    hostile = {**TWICE, "provider": {"name": "../../etc/passwd"}}

    assert [writing.name for writing in writings_of(typed(hostile))] == [
        "report", "1-billing-office", "1-account-correction", "2-hold", "comparison",
    ]  # fmt: skip


def test_a_code_refused_for_another_is_read_out_with_the_other_codes_of_the_day() -> None:
    paid, other = decided("1", "CO-45 20.00", "160.00"), decided("3", "CO-45 20.00", "160.00")
    refused = decided("2", "CO-97 180.00", "0.00", status="denied")
    notice = eob({**paid, "code": "20610"}, {**refused, "code": "99213"}, {**other, "service_date": "2024-05-09"})

    (place,) = (place for place, each in enumerate(typed(notice).findings) if each.kind == "denied-code-combination")

    said = [sentence.text for sentence in typed(notice).questions[place].read_out]
    assert said[-1] == "On this paper for the same day: code 20610."


def test_where_nothing_looks_wrong_but_there_is_something_to_ask_the_report_says_so() -> None:
    alone = typed(bill(totals={"charges": "180.00", "balance_due": "180.00"}), insured=False)

    assert [sheet.desk for sheet in alone.call_sheets] == ["billing_office"]
    assert headline(alone)[0].startswith("Nothing here looks wrong so far.")
    assert headline(typed(bill(), eob()))[0] == "Nothing here is worth a question so far."
