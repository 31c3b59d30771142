"""Checking as a whole: gaps that do not repeat themselves, foreign money, and sizes."""

import datetime
import decimal

from plainbill.case import PageReport, Problem
from plainbill.checking import check
from tests.checking.making import bill, case_of, checked, decided, eob, found, kinds, line


def test_an_amount_in_another_currency_is_not_judged() -> None:
    page = PageReport(
        file="a.jpg",
        page=1,
        document="bill",
        width=10,
        height=10,
        problems=(Problem(kind="foreign_currency", text="Amounts in euros."),),
    )

    result = check(case_of(bill(line(), line(number="2"), totals={"charges": "999.00"}), eob()), pages=[page])

    assert kinds(result) == []
    assert [(gap.needs, gap.document) for gap in result.not_assessed][0] == ("currency", "bill")


def test_what_is_missing_for_one_reason_on_one_paper_is_told_once() -> None:
    gaps = checked(bill(line(), line("2", code="85025", service_date="2024-05-20"), totals={})).not_assessed

    assert len({(gap.needs, gap.document, gap.why) for gap in gaps}) == len(gaps)


def test_nothing_depends_on_the_day() -> None:
    case = case_of(bill(totals={"charges": "999.00"}), eob())

    assert check(case, today=datetime.date(2031, 1, 1)) == check(case)


def test_the_callers_decimal_settings_change_nothing() -> None:
    lines = [line(str(n), code=f"8502{n}", charge="99999999999999.99") for n in range(3)]
    case = case_of(bill(*lines, totals={"charges": "299999999999999.97"}))

    with decimal.localcontext() as context:
        context.prec = 4
        assert check(case).findings == ()


def test_a_paper_of_five_thousand_lines_is_judged() -> None:
    lines = [line(str(n), code=f"{50000 + n}") for n in range(5000)]

    assert checked(bill(*lines, totals={"charges": "900000.00"})).findings == ()


def test_a_code_a_hundred_times_on_a_bill_and_an_eob_is_one_finding() -> None:
    lines = [line(str(n)) for n in range(100)]
    plan = [decided(str(n), allowed="110.00") for n in range(100)]

    assert kinds(checked(bill(*lines, totals={}), eob(*plan))) == ["duplicate-line"]


def test_a_charge_that_the_plan_refused_without_a_reason_is_named() -> None:
    refused = decided("2", code="85025", status="denied", plan_paid="0.00")

    result = checked(eob(decided(), refused))

    assert found(result, "denied-unspecified").lines == ("eob:2",)


def test_nothing_is_said_of_refusals_where_the_plan_paid_every_charge() -> None:
    assert kinds(checked(eob(decided()))) == []


def test_gaps_stand_in_the_order_of_their_papers() -> None:
    papers = [bill(id=name, provider={"name": f"Clinic {name}"}) for name in ("b10", "b9", "b2")]

    gaps = checked(*papers).not_assessed
    assert [gap.document for gap in gaps] == ["b2", "b9", "b10"]


def test_a_paper_in_another_currency_leaves_every_kind_about_money_unjudged() -> None:
    page = PageReport(
        file="a.jpg",
        page=1,
        document="bill",
        width=800,
        height=1000,
        problems=(Problem(kind="foreign_currency", text="euros"),),
    )

    gaps = check(case_of(bill(totals={"charges": "999.00"})), pages=[page]).not_assessed
    assert {"arithmetic-error", "surprise-balance-bill", "contractual-adjustment", "self-pay-review"} <= {
        kind for gap in gaps for kind in gap.kinds
    }
