"""Evidence: every value with its place on the paper, and doubt where nothing confirmed the reading."""

from plainbill.case import Case, CheckResult, Source
from plainbill.checking import check
from tests.checking.making import bill, case_of, eob, found, line

TOTAL = "documents[0].totals.charges"


def wrong_total() -> Case:
    return case_of(bill(line(), totals={"charges": "210.00"}))


def with_source(confirmed_by: tuple[str, ...]) -> CheckResult:
    source = {"page": 2, "box": [10, 20, 30, 40], "text": "210.00", "confidence": 0.7, "confirmed_by": confirmed_by}
    return check(wrong_total(), sources={TOTAL: Source.model_validate(source)})


def test_a_value_carries_the_page_and_box_it_was_read_from() -> None:
    finding = found(with_source(("total",)), "arithmetic-error")

    (entry,) = [entry for entry in finding.evidence if entry.field == "totals.charges"]
    assert (entry.document, entry.value, entry.page, entry.box) == ("bill", "210.00", 2, (10, 20, 30, 40))


def test_wrapped_text_is_boxed_as_a_whole() -> None:
    source = Source(page=0, boxes=((10, 20, 30, 40), (5, 45, 25, 60)), text="210.00", confirmed_by=())

    finding = found(check(wrong_total(), sources={TOTAL: source}), "arithmetic-error")

    assert [entry.box for entry in finding.evidence if entry.box] == [(5, 20, 30, 60)]


def test_a_value_that_nothing_confirmed_makes_the_finding_ask_for_a_look_at_the_paper() -> None:
    finding = found(with_source(()), "arithmetic-error")

    assert finding.reading == "check_photo"
    assert finding.title.startswith("Check the paper first")


def test_confirmed_values_and_those_of_a_bare_case_need_no_second_look() -> None:
    assert found(with_source(("total",)), "arithmetic-error").reading == "confirmed"
    assert found(check(wrong_total()), "arithmetic-error").reading == "confirmed"


def test_a_doubtful_value_that_a_finding_does_not_rest_on_leaves_it_confirmed() -> None:
    doubtful = Source(page=0, text="Office visit", confirmed_by=())

    result = check(wrong_total(), sources={"documents[0].lines[0].description": doubtful})

    assert found(result, "arithmetic-error").reading == "confirmed"


def test_every_line_and_document_named_is_in_the_evidence() -> None:
    asked = bill(totals={"charges": "180.00", "balance_due": "100.00"})

    finding = found(check(case_of(asked, eob())), "contractual-amount-billed")

    assert set(finding.documents) <= {entry.document for entry in finding.evidence}
    assert ("eob", "1", "adjustments[0].amount") in {(e.document, e.line, e.field) for e in finding.evidence}
