"""Estimates of an office for what it plans to do: whose number "Plan no." is."""

from plainbill.case import Document
from tests.reading.papers import read_text


def estimate(title: str) -> Document:
    return read_text(f"""
Ferncross Dental Care                                        {title}
9 Assay Park, Velmont, NJ 07899                              Date prepared: 03/17/2026
Telephone 201-555-0131                                       Plan no. TP-3318

Patient: Ada Lombard                                         Insurance: Summit Dental PPO

ADA Code    Description                       Fee      Est. insurance    Est. patient
D0150       Comprehensive oral evaluation    108.00            108.00            0.00
D2740       Crown, porcelain                 985.00            492.50          492.50
Estimate totals                            1,093.00            600.50          492.50
""")


def test_the_number_of_a_treatment_plan_is_no_groups() -> None:
    document = estimate("Treatment Plan Estimate")
    assert document.coverage is None or document.coverage.group_number is None
    assert document.patient is not None
    assert document.patient.account_number == "TP-3318"


def test_where_no_treatment_is_planned_the_plans_number_is_that_of_the_group() -> None:
    document = estimate("Estimate of charges")
    assert document.coverage is not None
    assert document.coverage.group_number == "TP-3318"


def test_a_copy_of_a_treatment_plan_for_predetermination_is_the_dentists() -> None:
    document = read_text("""
Ferncross Family Dentistry                                   9 Assay Park, Velmont, NJ 07899
                                                             201-555-0131
PROPOSED TREATMENT PLAN - predetermination copy
Patient: Ada Lombard        Account 20418        Prepared 3/17/2026

Phase      Procedure                         ADA        Fee       Est. insurance
Visit 1    Crown, porcelain                  D2740      985.00            492.50
Visit 2    Root planing, one quadrant        D4341      268.00            134.00
Estimated total fees                                $1,253.00
""")
    assert (document.kind, document.payer) == ("estimate", None)
    assert document.provider is not None
    assert document.provider.name == "Ferncross Family Dentistry"


def test_a_sentence_below_the_sum_is_no_service_and_what_a_plan_might_pay_was_not_paid() -> None:
    document = read_text("""
Fenland Dental Plan                                   Pre-Treatment Estimate
PO Box 118, Velmont, NJ 07899                         Issued: May 4, 2026
Patient: Ada Lombard

ADA      Tooth   Proposed service     Dentist's   Contract   Deduct-   Plan might   You might
                                      fee         fee        ible      pay          pay
D2740    30      Crown, ceramic       1,200.00    900.00     50.00     425.00       475.00
D2950    30      Core buildup           300.00    200.00      0.00     100.00       100.00
         Total                        1,500.00  1,100.00     50.00     525.00       575.00

D2950 is  paid once a tooth, and the fee is shown as 0.00      where it       was done     before it.
""")
    assert [(line.code, str(line.charge), str(line.allowed)) for line in document.lines] == [
        ("D2740", "1200.00", "900.00"),
        ("D2950", "300.00", "200.00"),
    ]
    assert [str(line.patient_responsibility) for line in document.lines] == ["475.00", "100.00"]
    assert [line.plan_paid for line in document.lines] == [None, None]
