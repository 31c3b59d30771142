import datetime
from decimal import Decimal

import pytest

from bench.agreement import differences, leaves, same
from bench.assignment import best_pairs
from bench.results import lost_to
from bench.scoring import Score, score_case
from plainbill.case import Case, Document, Line, Payment, Source

DAY = datetime.date(2025, 3, 4)
LINE = Line(
    id="1", service_date=DAY, code="99213", modifiers=("25",), description="OFFICE VISIT", charge=Decimal("180.00")
)
OTHER = Line(id="2", service_date=DAY, code="36415", description="VENIPUNCTURE", charge=Decimal("24.00"))


def case(*lines: Line, **more: object) -> Case:
    """A bill with these lines."""
    return Case(documents=(Document(id="d1", kind="bill", lines=lines).but(**more),))


def scored(printed: Case, read: Case) -> Score:
    """The score of a reading without sources."""
    return score_case(printed, read, {})


def f1(score: Score, measure: str) -> float | None:
    """F1 of one measure."""
    return score.count(measure).f1


def test_lines_are_compared_in_any_order() -> None:
    assert f1(scored(case(LINE, OTHER), case(OTHER, LINE)), "lines") == 1.0


def test_a_missed_line_costs_recall_and_an_extra_one_precision() -> None:
    assert f1(scored(case(LINE, OTHER), case(LINE)), "lines") == pytest.approx(2 / 3)
    assert f1(scored(case(LINE), case(LINE, OTHER)), "lines") == pytest.approx(2 / 3)


def test_a_printed_line_counts_once_however_often_it_was_read() -> None:
    score = scored(case(LINE), case(LINE, LINE.but(id="2")))
    assert (score.count("lines").right, score.count("lines").read) == (1, 2)


def test_the_same_line_printed_twice_has_to_be_read_twice() -> None:
    twice = case(LINE, LINE.but(id="2"))
    assert scored(twice, twice).count("lines").right == 2
    assert scored(twice, case(LINE)).count("lines").right == 1


@pytest.mark.parametrize(
    "changes", [{"charge": "18.00"}, {"code": "99214"}, {"service_date": "2025-03-05"}, {"allowed": "180.00"}]
)
def test_a_line_with_one_wrong_amount_code_or_date_is_wrong(changes: dict[str, object]) -> None:
    score = scored(case(LINE), case(LINE.but(**changes)))
    assert score.count("lines").right == 0
    assert score.count("lines").printed == score.count("lines").read == 1


def test_the_whole_line_asks_for_modifiers_and_words_too() -> None:
    score = scored(case(LINE), case(LINE.but(modifiers=())))
    assert (score.count("lines").right, score.count("whole lines").right) == (1, 0)


def test_the_date_at_the_head_may_be_repeated_on_the_lines() -> None:
    printed = case(LINE.but(service_date=None), service_from="2025-03-04")
    read = case(LINE, service_from="2025-03-04")
    score = scored(printed, read)
    assert (score.count("lines").right, score.invented) == (1, 0)


def test_another_date_than_that_at_the_head_is_invented() -> None:
    printed = case(LINE.but(service_date=None), service_from="2025-03-01")
    score = scored(printed, case(LINE, service_from="2025-03-01"))
    assert (score.count("lines").right, score.invented) == (0, 1)


@pytest.mark.parametrize(
    "read", [{"service_date": DAY, "service_date_to": "2025-03-06"}, {"service_date": "2025-03-06"}]
)
def test_the_period_at_the_head_says_nothing_of_a_line_that_is_dated(read: dict[str, object]) -> None:
    printed = case(LINE, service_from="2025-03-04", service_to="2025-03-06")
    score = scored(printed, case(LINE.but(**read), service_from="2025-03-04", service_to="2025-03-06"))
    assert score.count("lines").right == 0


def test_the_last_day_at_the_head_is_not_the_first_of_a_line() -> None:
    period = {"service_from": "2025-03-04", "service_to": "2025-03-06"}
    printed = case(LINE.but(service_date=None), **period)
    score = scored(printed, case(LINE.but(service_date="2025-03-06"), **period))
    assert (score.count("lines").right, score.invented) == (0, 1)


def test_an_amount_that_stands_for_another_reason_is_wrong() -> None:
    discount, share = Decimal("40.00"), Decimal("20.00")
    printed, read = (
        LINE.but(
            adjustments=({"group": "CO", "reason": "45", "amount": one}, {"group": "PR", "reason": "2", "amount": two})
        )
        for one, two in ((discount, share), (share, discount))
    )
    assert scored(case(printed), case(printed)).count("whole lines").right == 1
    assert scored(case(printed), case(read)).count("whole lines").right == 0


@pytest.mark.parametrize(
    ("field", "printed", "read"),
    [
        ("code", "99213", "99 213"),
        ("patient.account_number", "AB-1234", "ab1234"),
        ("diagnosis_codes[]", "E11.9", "E119"),
        ("provider.phone", "(303) 555-0110", "303-555-0110"),
        ("description", "OFFICE  VISIT", "Office Visit"),
        ("units", 1, 1.0),
    ],
)
def test_what_the_vocabulary_calls_equal_is_right(field: str, printed: object, read: object) -> None:
    assert same(field, printed, read)


@pytest.mark.parametrize(
    ("field", "printed", "read"),
    [
        ("charge", "180.00", "18.00"),
        ("patient.name", "Ada Lombard", "Ada Lombart"),
        ("description", "OFFICE VISIT", "LAB WORK"),
        ("modifiers[]", "25", "26"),
    ],
)
def test_what_differs_is_wrong(field: str, printed: object, read: object) -> None:
    assert not same(field, printed, read)


def test_each_value_is_right_wrong_missed_or_invented() -> None:
    found = differences({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9", "d": "4"})
    assert {each.field: each.verdict for each in found} == {"a": "right", "b": "wrong", "c": "missed", "d": "invented"}


def test_lists_are_compared_without_regard_to_order() -> None:
    found = differences({"modifiers": ["25", "LT"]}, {"modifiers": ["LT", "25"]})
    assert {each.verdict for each in found} == {"right"}


def test_doubt_is_counted_for_wrong_and_right_values_apart() -> None:
    sources = {
        "documents[0].lines[0].charge": Source(page=0, text="18.00", confirmed_by=()),
        "documents[0].lines[0].code": Source(page=0, text="99213", confirmed_by=("code_table",)),
    }
    doubts = score_case(case(LINE), case(LINE.but(charge="18.00")), sources).doubts
    assert (doubts["money"].wrong, doubts["money"].wrong_doubtful, doubts["money"].right) == (1, 1, 0)
    assert (doubts["other"].right, doubts["other"].right_doubtful, doubts["other"].wrong) == (1, 0, 0)


def test_a_wrong_value_whose_place_is_not_told_is_not_marked_doubtful() -> None:
    doubts = score_case(case(LINE), case(LINE.but(charge="18.00")), {}).doubts
    assert (doubts["money"].wrong, doubts["money"].wrong_doubtful, doubts["other"].right) == (1, 0, 0)


def test_a_refused_paper_misses_every_line() -> None:
    score = score_case(case(LINE, OTHER), None, {})
    assert (score.count("lines").printed, score.count("lines").read, score.values_read) == (2, 0, 0)


def test_what_is_read_from_a_paper_that_is_to_be_refused_is_invented() -> None:
    score = score_case(None, case(LINE), {})
    assert score.invented == score.values_read > 0


def test_a_payment_needs_its_amount_date_and_kind() -> None:
    paid = Payment(date=DAY, description="Check", kind="patient_payment", amount=Decimal("20.00"))
    assert scored(case(payments=(paid,)), case(payments=(paid,))).count("payments").right == 1
    other = paid.but(kind="insurance_payment")
    assert scored(case(payments=(paid,)), case(payments=(other,))).count("payments").right == 0


def test_a_payment_that_is_not_printed_costs_precision() -> None:
    paid = Payment(date=DAY, description="Check", kind="patient_payment", amount=Decimal("20.00"))
    count = scored(case(), case(payments=(paid,))).count("payments")
    assert (count.right, count.printed, count.read) == (0, 0, 1)


def test_payments_are_paired_by_their_amounts() -> None:
    one, other = (
        Payment(date=DAY, description=words, kind="patient_payment", amount=Decimal(amount))
        for words, amount in (("Visa", "20.00"), ("Check", "30.00"))
    )
    read = (one.but(description="Check"), other.but(description="Visa"))
    assert scored(case(payments=(one, other)), case(payments=read)).count("payments").right == 2


def test_a_misread_value_is_wrong_and_not_invented() -> None:
    score = scored(case(LINE), case(LINE.but(charge="18.00")))
    assert (score.invented, score.values_read) == (0, len(list(leaves(LINE.model_dump(mode="json")))))


def test_lines_are_paired_so_that_most_of_them_are_right() -> None:
    printed = LINE.but(modifiers=("25", "59"))
    garbled, exact = printed.but(id="2", charge="18.00"), LINE.but(description="OFFICE CALL", modifiers=())
    assert scored(case(printed), case(garbled, exact)).count("lines").right == 1


def test_sums_names_and_notes_are_counted_apart() -> None:
    more = {
        "totals": {"charges": "180.00"}, "previous_balance": "5.00", "fees": "1.00", "provider": {"name": "Elm Clinic"},
        "due_date": "2025-04-04", "remarks": ({"code": "A1"},),
    }  # fmt: skip
    score = scored(case(**more), case(**more))
    assert [score.count(each).right for each in ("totals", "names", "notes")] == [3, 2, 1]


@pytest.mark.parametrize(("read", "right"), [("OFFICE VISITS EST", True), ("OFFICE VISIT NEW", False)])
def test_a_description_may_differ_in_a_tenth_of_its_letters(read: str, right: bool) -> None:
    assert same("description", "OFFICE VISIT EST", read) is right


def test_two_papers_are_told_apart_before_their_lines_are_compared() -> None:
    bill, letter = Document(id="d1", kind="bill", lines=(LINE,)), Document(id="d2", kind="letter")
    read = Case(documents=(letter.but(id="d1"), bill.but(id="d2")))
    score = scored(Case(documents=(bill, letter)), read)
    assert (score.count("kinds").right, score.count("lines").right) == (2, 1)


def test_a_lost_line_says_what_it_was_lost_to() -> None:
    (pair,) = scored(case(LINE), case(LINE.but(charge="18.00", modifiers=()))).lines
    assert lost_to(pair) == "charge wrong"


@pytest.mark.parametrize("turned", [False, True])
def test_the_best_assignment_is_not_the_greedy_one(turned: bool) -> None:
    weights = [[10.0, 9.0, 0.0], [9.0, 1.0, 0.0]]
    pairs = best_pairs([list(column) for column in zip(*weights, strict=True)] if turned else weights)
    assert pairs == ([(0, 1), (1, 0)])


def test_pairs_that_share_nothing_are_left_out() -> None:
    assert best_pairs([[0.0, 2.0], [0.0, 0.0]]) == [(0, 1)]
