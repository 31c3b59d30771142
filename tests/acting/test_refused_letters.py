"""A plan's letter that refuses something leads to a call and a letter, also where no finding is about it."""

import pytest

from plainbill.acting import Report, headline
from plainbill.acting.letters import Letter
from plainbill.case import Case, Source, read_as
from tests.acting.making import acted, report_of, typed, words_of
from tests.acting.test_appeals import letter
from tests.checking.making import Written, bill, decided, eob, line

REFUSED = "Your colonoscopy was denied because it is not medically necessary. If you do not agree, you may appeal."
ANSWER = "We have denied your appeal. The colonoscopy was not approved."
PLAN = {"name": "Harbor Lantern Health Plan", "phone": "555-0142"}


def appeal_of(*papers: Written) -> Letter:
    """The only letter to a plan."""
    (found,) = (each for each in typed(*papers).letters if each.desk == "payer")
    return found


def test_a_letter_of_denial_alone_gives_the_call_to_the_plan() -> None:
    report = typed(letter(REFUSED, payer=PLAN))

    (sheet,) = report.call_sheets
    assert report.findings == ()
    assert (sheet.desk, sheet.name) == ("payer", "Harbor Lantern Health Plan")
    assert [contact.phone for contact in sheet.contacts] == ["555-0142"]
    asked = sheet.questions[0].ask.text
    assert all(word in asked for word in ("reason", "standard (criteria)", "file", "How do I appeal"))


def test_the_call_reads_out_the_letters_own_words_with_where_they_stand() -> None:
    (said,) = typed(letter(REFUSED)).call_sheets[0].questions[0].read_out

    words = "Your colonoscopy was denied because it is not medically necessary."
    assert said.text == f"Letter of March 3, 2025: “{words}”"
    assert ("letter", "text", words) in {(fact.document, fact.field, fact.value) for fact in said.facts}


def test_each_reason_that_the_plan_may_name_has_what_it_would_mean() -> None:
    (settled,) = typed(letter(REFUSED)).refused[0].settles

    assert len(settled.meanings) == 5
    assert all(meaning.means and meaning.sets is None for meaning in settled.meanings)


def test_an_appeal_holds_what_the_letter_prints_and_blanks_for_the_rest() -> None:
    known = {"patient": {"name": "Pat Doe"}, "coverage": {"member_id": "HL-4471"}}

    appeal = appeal_of(letter(REFUSED, **known))

    assert appeal.name == "appeal"
    assert [sentence.text for sentence in appeal.about] == ["Patient: Pat Doe", "Member number: HL-4471"]
    assert appeal.blanks == ("Claim number", "Date of care")
    assert appeal.own_words
    assert appeal.points[0].finding is None
    assert [sentence.text for sentence in appeal.enclosures] == ["Copy of the letter of March 3, 2025"]
    assert "Claim number" in words_of(typed(letter(REFUSED, **known)), "letter").splitlines()


def test_the_answer_to_an_appeal_leads_to_the_next_step_and_to_no_second_first_appeal() -> None:
    asks = " ".join(sentence.text for sentence in appeal_of(letter(ANSWER)).asks)

    assert appeal_of(letter(ANSWER)).name == "next-appeal"
    assert "your last no" in asks and "outside review" in asks
    assert "Is this your last no?" in typed(letter(ANSWER)).refused[0].ask.text


def test_a_letter_that_may_be_either_is_written_to_as_both() -> None:
    opening = " ".join(sentence.text for sentence in appeal_of(letter("Your colonoscopy was denied.")).opening)

    assert "Please treat this letter as an appeal." in opening
    assert "If this was your answer to an appeal of mine" in opening
    assert "your answer to an appeal" not in " ".join(sentence.text for sentence in appeal_of(letter(REFUSED)).opening)


def test_a_refusal_by_letter_and_on_the_plans_notice_is_one_call_and_one_appeal() -> None:
    denied = eob(decided("1", "PR-50 180.00", "0.00", status="denied"), payer=PLAN)

    report = typed(denied, letter(REFUSED, payer=PLAN))

    (sheet,) = (each for each in report.call_sheets if each.desk == "payer")
    (appeal,) = (each for each in report.letters if each.name == "appeal")
    assert [question.document for question in sheet.questions] == [None, "letter"]
    assert [point.finding for point in appeal.points] == [0, None]
    assert {paper.text for paper in appeal.enclosures} > {"Copy of the letter of March 3, 2025"}


def test_a_line_that_the_letter_denies_is_read_out() -> None:
    refused = letter("Dear member,", lines=[dict(line("1"), status="denied")])

    (said,) = typed(refused).refused[0].read_out

    assert said.text.startswith("Letter of March 3, 2025, line 1: May 6, 2024, code 99213")


def test_a_long_refusal_is_cut_where_it_is_quoted_and_no_more_than_two_are() -> None:
    words = f"Your colonoscopy was denied because {'of this and that and ' * 30}more."
    told = typed(letter(f"{words} Your stay was denied. Your scan was denied.")).refused[0].read_out

    assert len(told) == 2
    assert all(len(sentence.text) < 340 for sentence in told)


def headline_of(report: Report) -> str:
    """What stands at the top of a report."""
    return " ".join(headline(report))


def test_the_report_says_that_the_letter_says_no_and_what_to_do() -> None:
    twice = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"})
    alone, both = typed(letter(REFUSED)), typed(twice, letter(REFUSED))

    assert headline_of(alone).startswith("Your plan's letter says no to something.")
    assert headline_of(both).startswith("One thing here is worth a question.")
    assert "Your plan's letter says no to something." in headline_of(both)
    assert [(step.doing, step.desk) for step in alone.steps] == [("call", "payer")]
    assert "Your plan says no in a letter" in words_of(alone, "report")


def test_a_letter_that_grants_what_was_asked_leads_to_no_call() -> None:
    report = typed(letter("We approved your colonoscopy."))

    assert (report.refused, report.call_sheets, report.letters, report.steps) == ((), (), (), ())


def test_a_denial_letter_of_our_own_cases_leads_to_the_letter_that_fits() -> None:
    cases = ("alone", "in-part", "of-either-kind", "after-appeal")

    written = {case: [each.name for each in report_of(f"denial-letter-{case}").letters] for case in cases}

    assert written == {
        "alone": ["appeal"], "in-part": ["appeal"], "of-either-kind": ["appeal"], "after-appeal": ["next-appeal"],
    }  # fmt: skip


def read_letter(*confirmed_by: str, text: str = REFUSED) -> Report:
    """The report of a letter that was read from a page, its plan's name confirmed as said."""
    case = read_as(Case, {"documents": [letter(text, payer=PLAN)]})
    name = {"page": 0, "text": PLAN["name"], "confirmed_by": list(confirmed_by)}
    return acted(case, sources={"documents[0].payer.name": read_as(Source, name)})


@pytest.mark.parametrize("confirmed_by", [(), ("second_reader",), ("person",)])
def test_words_read_from_a_picture_are_to_be_looked_at_before_the_call(confirmed_by: tuple[str, ...]) -> None:
    report = read_letter(*confirmed_by)

    (sheet,) = report.call_sheets
    assert (sheet.questions, [question.document for question in sheet.check]) == ((), ["letter"])
    assert "Look at your paper first." in words_of(report, "call_sheet")
    assert sheet.check[0].title == "Check the paper first: Your plan says no in a letter"
    assert [(step.doing, step.desk) for step in report.steps] == [("check_paper", "patient"), ("call", "payer")]
    assert "seems to say no" in headline_of(report)


def test_words_read_from_a_picture_are_not_quoted_in_the_letter_to_the_plan() -> None:
    (appeal,) = read_letter().letters

    assert [sentence.text for point in appeal.points for sentence in point.lines] == ["Letter of March 3, 2025."]
    assert "medically necessary" not in words_of(read_letter(), "letter")
    assert [sentence.text for sentence in appeal.enclosures] == ["Copy of the letter of March 3, 2025"]


def test_words_of_a_text_layer_are_called_about_as_they_are() -> None:
    report, typed_in = read_letter("text_layer"), typed(letter(REFUSED, payer=PLAN))

    assert (report.call_sheets, report.letters, report.steps) == (
        typed_in.call_sheets, typed_in.letters, typed_in.steps,
    )  # fmt: skip


def test_a_picture_of_another_paper_says_nothing_of_the_letter() -> None:
    case = read_as(Case, {"documents": [bill(), letter(REFUSED, payer=PLAN)]})
    photographed = read_as(Source, {"page": 0, "text": "Willow Brook Clinic", "confirmed_by": []})

    report = acted(case, sources={"documents[0].provider.name": photographed})

    assert [question.reading for question in report.refused] == ["confirmed"]


@pytest.mark.parametrize("said", ["approved except ", "approved and ", "paid by ", "we asked for "])
def test_words_without_end_take_no_time_without_end(said: str) -> None:
    # Gaps between words without a limit took longer than a test may.
    assert typed(letter(said * (60_000 // len(said)))).refused == ()


def test_a_part_that_is_excepted_is_refused_in_part() -> None:
    (refused,) = typed(letter("We approved your stay, except for two nights that we did not find necessary.")).refused

    assert refused.title == "Your plan says no to a part in a letter"
