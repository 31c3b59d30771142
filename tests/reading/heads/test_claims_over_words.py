"""Notices whose tables begin with the number of the claim in the place of a head over the services."""

from tests.reading.papers import read_text

NOTICE = """
Fenland Advantage (HMO)                              Explanation of Benefits
Ada Lombard                                          May 8, 2026
Member ID FA 22 904 417

Provider: Juniper Crest Clinic
                                         Amount the        Total cost
Claim number FA26-0310-7741              provider          (amount the        Plan's      Your
                                         billed the        plan               share       share
                                         plan              approved)

              Office visit (billing code
02/04/2026                                  $150.00            $90.00         $60.00      $30.00
              99213)

              Urine test (billing code
02/05/2026                                   $20.00             $4.00          $4.00       $0.00
              81002)
TOTAL of this claim                         $170.00            $94.00         $64.00      $30.00
"""


def test_services_stand_below_the_number_of_their_claim() -> None:
    document = read_text(NOTICE)
    assert [(str(line.service_date), line.code, line.description, str(line.charge)) for line in document.lines] == [
        ("2026-02-04", "99213", "Office visit", "150.00"),
        ("2026-02-05", "81002", "Urine test", "20.00"),
    ]
    assert [str(line.patient_responsibility) for line in document.lines] == ["30.00", "0.00"]
    assert document.claim_number == "FA26-0310-7741"


def test_whose_share_it_is_names_no_plan() -> None:
    coverage = read_text(NOTICE).coverage
    assert coverage is None or coverage.plan_name != "Your"
