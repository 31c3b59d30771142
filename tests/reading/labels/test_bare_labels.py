"""Labels that end the words of a row: their value begins the next one."""

from tests.reading.papers import read_text

CARD = """
Sunflower Health                                              Cobalt Select HMO
PARTICIPANT: Tobias Ellsworth   MEMBER NUMBER:                RxBIN    RxPCN
{}                                                            623415   MCD
                                                              RxGrp
                                                              RX4798
PCP $20   Specialist $35   Urgent care $10
Contact us 269-555-0174   This card does not guarantee coverage.
"""


def member_id(below: str) -> str | None:
    coverage = read_text(CARD.format(f"{below:62}"[:62])).coverage
    return coverage.member_id if coverage is not None else None


def test_the_number_that_begins_the_next_row_is_the_value_of_the_label_that_ends_this_one() -> None:
    assert member_id("W656132096   GROUP #: 0071475") == "W656132096"


def test_a_plan_of_open_access_is_named_beside_its_insurer() -> None:
    coverage = read_text(CARD.replace("Cobalt Select HMO", "Cobalt Open Access").format(" " * 62)).coverage
    assert coverage is not None and coverage.plan_name == "Cobalt Open Access"


def test_a_street_below_a_name_is_no_number_of_a_member() -> None:
    assert member_id("4417 Alder Road") is None


def test_what_stands_below_the_label_itself_goes_before_what_begins_the_row() -> None:
    assert member_id("20-31 years                     W656132096") == "W656132096"


def test_a_letter_greets_behind_the_name_that_ended_the_row_above() -> None:
    document = read_text(
        """
Redwood Trust HMO                                          Coverage Decision
PO Box 9138, Juniper Flats, ME 67907
Dated: 03/25/2025 Name of Patient: Sabina Ashgrove Doctor or facility: Ashford Reference Lab
Dear Subscriber:
We have reviewed the request for the service specimen handling and cannot approve it.
"""
    )
    assert document.provider is not None and document.provider.name == "Ashford Reference Lab"


def test_a_day_without_marks_in_a_sentence_is_one() -> None:
    document = read_text(
        """
Maple Hollow Internal Medicine              Billing Statement
Patient: Ivo Quenby
Use account 6741-56538 when you call. Printed on 032624. Kindly remit by 042224.

Service            Date          Code     Charge
Hearing test       02/06/2024    92557    120.00
"""
    )
    assert str(document.document_date) == "2024-03-26"


def test_an_amount_in_a_sentence_below_a_sum_makes_no_column_of_it() -> None:
    document = read_text(
        """
Silver Fork General Hospital                Cost Estimate
Patient: Ivo Quenby   Good Faith Estimate #: 6460915   Prepared: January 3, 2025

  Est. Cost     Code      What was done
    $389.95     71046     Chest X-ray, two views
     $30.00               Acetaminophen tablet
  $1,044.50     C1713     Anchor or screw for bone

                                 Estimated total
                                    $1,464.45

This is not a bill. If you are asked $400 or more above this you have the right to dispute it.
"""
    )
    assert document.totals is not None and str(document.totals.estimate) == "1464.45"


def test_the_last_word_of_an_office_begins_no_label() -> None:
    document = read_text(
        """
Remittance Advice                                        Check 0099812  06/30/2026
Payer: UNITED PRAIRIE HEALTH      Payee: HILLTOP FAMILY CLINIC NPI 1447002215
Patient: BAKER, JUNE   Claim: 261700331

Service         Date          Billed     Paid     You owe
Office visit    06/03/2026    210.00    105.74      26.44
"""
    )
    provider = document.provider
    assert provider is not None and (provider.name, provider.npi) == ("HILLTOP FAMILY CLINIC", "1447002215")
