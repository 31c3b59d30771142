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
