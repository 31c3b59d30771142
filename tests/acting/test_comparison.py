"""Papers side by side: what is one service, what differs, and what a paper lacks."""

from plainbill.acting.comparison import Comparison
from tests.acting.making import report_of, typed, words_of
from tests.checking.making import Written, bill, decided, eob, line, record


def compared(*documents: Written) -> Comparison:
    return typed(*documents).comparison


def shape(comparison: Comparison) -> list[tuple[list[str], tuple[str, ...], tuple[str, ...]]]:
    return [
        ([f"{each.document}:{each.line}" for each in service.printed], service.differs, service.missing)
        for service in comparison.services
    ]


def test_a_service_stands_in_one_row_for_all_papers() -> None:
    seen = record(dict(line("1"), charge=None))

    assert shape(compared(bill(), eob(), seen)) == [(["bill:1", "eob:1", "record:1"], (), ())]


def test_codes_that_differ_are_marked() -> None:
    found = compared(bill(line(code="99214")), eob(decided(code="99213")))

    assert shape(found) == [(["bill:1", "eob:1"], ("code",), ())]
    assert "99214 Office visit: the papers differ in the code." in words_of(
        typed(bill(line(code="99214")), eob(decided(code="99213"))), "comparison"
    )


def test_what_a_paper_leaves_out_is_no_difference() -> None:
    found = compared(bill(line(modifiers=["25"], units=1)), eob())

    assert shape(found) == [(["bill:1", "eob:1"], (), ())]


def test_copies_on_a_bill_stay_two_rows() -> None:
    found = compared(bill(line("1"), line("2")), eob())

    assert shape(found) == [(["bill:1", "eob:1"], (), ()), (["bill:2"], (), ("eob",))]


def test_the_surest_pairs_are_made_first() -> None:
    two_days = bill(line("1", service_date="2024-05-06"), line("2", service_date="2024-05-08"))
    turned = eob(decided("1", service_date="2024-05-08"), decided("2", service_date="2024-05-06"))

    assert [row[0] for row in shape(compared(two_days, turned))] == [["bill:1", "eob:2"], ["bill:2", "eob:1"]]


def test_visits_of_other_days_are_not_laid_together() -> None:
    found = compared(bill(), eob(decided(service_date="2024-05-09", charge="95.00")))

    assert len(found.services) == 2


def test_a_line_without_a_day_goes_with_its_code_and_charge() -> None:
    found = compared({**bill(line(service_date=None)), "service_from": None}, eob())

    assert [row[0] for row in shape(found)] == [["bill:1", "eob:1"]]


def test_one_code_of_two_providers_on_one_day_is_two_services() -> None:
    hospital = bill(line(code="99284", charge="900.00"))
    doctors = {**bill(line(code="99284", charge="410.00")), "id": "doctors", "provider": {"name": "ER Doctors"}}
    by_plan = {**eob(decided(code="99284", charge="410.00")), "provider": {"name": "ER Doctors"}}

    assert [row[0] for row in shape(compared(hospital, doctors, by_plan))] == [["bill:1"], ["doctors:1", "eob:1"]]


def test_a_provider_written_in_two_ways_is_one_where_code_day_and_charge_agree() -> None:
    by_plan = {**eob(), "provider": {"name": "WILLOW BROOK CLINIC LLC"}}

    assert [row[0] for row in shape(compared(bill(), by_plan))] == [["bill:1", "eob:1"]]


def test_days_that_a_finding_holds_against_each_other_are_one_service() -> None:
    services = report_of("date-one-line").comparison.services

    assert [service for service in services if "service_date" in service.differs]


def test_a_plan_paper_tells_paid_or_denied() -> None:
    assert "denied" in words_of(typed(bill(), eob(decided("1", "CO-50 180.00", "0.00", status="denied"))), "comparison")


def test_one_paper_alone_has_nothing_to_compare() -> None:
    assert "Only one of your papers lists services" in words_of(typed(bill()), "comparison")
