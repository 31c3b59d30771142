"""Notices of a fund in everyday words: what others charged, what was cut, and each claim with its count."""

from tests.reading.papers import read_text

COUNTED = """
LARKSPUR WELFARE FUND
418 Adobe Walk, Mesa Alta, NM 87998
Notice date: 4/2/26
Patient: Ada Lombard

Claim 1 of 2: TR-0092215 - Quince Valley Doctors
Day       Care                   They charged     Cut by plan     Plan paid     Left to you
3/4/26    Foot exam                   $310.00         $110.00       $170.00          $30.00
3/4/26    Cast put on                  $90.00          $40.00        $50.00           $0.00
Claim total                           $400.00         $150.00       $220.00          $30.00

Claim 2 of 2: TR-0093018 - Mesa Alta Imaging
Day       Care                   They charged     Cut by plan     Plan paid     Left to you
3/9/26    Foot x-ray                  $120.00          $70.00        $40.00          $10.00
Claim total                           $120.00          $70.00        $40.00          $10.00
BOTH CLAIMS                           $520.00         $220.00       $260.00          $40.00
"""


def test_who_says_what_they_charged_is_a_plan() -> None:
    document = read_text(COUNTED)
    assert document.kind == "eob"
    assert document.payer is not None and document.payer.name == "LARKSPUR WELFARE FUND"
    assert document.provider is None


def test_what_both_claims_come_to_is_the_total_and_no_service() -> None:
    document = read_text(COUNTED)
    assert [str(line.charge) for line in document.lines] == ["310.00", "90.00", "120.00"]
    assert not document.payments
    totals = document.totals
    assert totals is not None
    assert (str(totals.charges), str(totals.adjustments)) == ("520.00", "220.00")
    assert (str(totals.plan_paid), str(totals.patient_responsibility)) == ("260.00", "40.00")


def test_each_line_has_the_number_of_its_claim_behind_the_count() -> None:
    assert [line.claim_number for line in read_text(COUNTED).lines] == ["TR-0092215", "TR-0092215", "TR-0093018"]


def test_points_part_the_count_of_a_claim_from_its_number_and_office() -> None:
    text = COUNTED
    for number, office in (("TR-0092215", "Quince Valley Doctors"), ("TR-0093018", "Mesa Alta Imaging")):
        text = text.replace(f": {number} - {office}", f" · {number} · Quince Valley Clinic (in network)")
    document = read_text(text)
    assert [line.claim_number for line in document.lines] == ["TR-0092215", "TR-0092215", "TR-0093018"]
    assert document.provider is not None and document.provider.name == "Quince Valley Clinic"
