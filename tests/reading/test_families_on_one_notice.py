from datetime import date

from plainbill.case import Document
from plainbill.reading.fields.patients import by_patient
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_pages

NOTICE = """
ORCHARD SHIELD HEALTH                          7100 Slate Rd, Elmgrove, NM 87999
Benefit explanation dated 09/04/2026 for the family of HUGO LOMBARD
Subscriber  HUGO LOMBARD     Subscriber no.  OSH-7719-0042     Group no.  K2250

PATIENT  ADA LOMBARD  (OSH-7719-0042-02)       Claim  2609010-55A
Provider:  Sandhill Urgent Care
Date    Code       Service                Billed   Discount   Allowed   Deduct    Copay    Paid
08/14   99203      Urgent care visit      285.00     118.60    166.40     0.00    50.00  116.40
08/14   87804 QW   Flu test                62.00      40.15     21.85     0.00     0.00   21.85
                   Patient total          347.00     158.75    188.25     0.00    50.00  138.25

PATIENT  OTTO LOMBARD  (OSH-7719-0042-03)      Claim  2609011-18C
Provider:  Quarry Bone Clinic
Date    Code       Service                Billed   Discount   Allowed   Deduct    Copay    Paid
08/21   99214      Office visit           240.00      97.25    142.75   142.75     0.00    0.00
08/21   Q4010      Cast supplies           74.00   pending R8
                   Patient total          314.00      97.25    142.75   142.75     0.00    0.00

R8   Records were asked of the provider. Nothing has been decided.
THIS IS NOT A BILL.
"""


def papers_of_the_family() -> list[Document]:
    page = page_of(NOTICE)
    return [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]


def test_the_number_behind_a_name_is_that_of_the_one_of_the_family() -> None:
    papers = papers_of_the_family()
    assert [paper.coverage.member_id for paper in papers if paper.coverage is not None] == [
        "OSH-7719-0042-02",
        "OSH-7719-0042-03",
    ]


def test_the_day_in_a_title_that_goes_on_gives_days_their_year() -> None:
    papers = papers_of_the_family()
    assert [paper.processed_date for paper in papers] == [date(2026, 9, 4)] * 2
    assert [line.service_date for line in papers[0].lines] == [date(2026, 8, 14)] * 2


def test_a_decision_in_the_place_of_amounts_is_none_of_them() -> None:
    _, second = papers_of_the_family()
    decided, pending = second.lines
    assert decided.status is None
    assert pending.status == "pending"
    assert [remark.code for remark in pending.remarks] == ["R8"]
    assert [remark.code for remark in second.remarks] == ["R8"]


IN_BOXES = """
Orchard Shield Health
7100 Slate Rd, Elmgrove, NM 87999
Subscriber: Hugo Lombard     ID OSH 77 190 042

Patient          Relation    Claim no.        Provider
Ada Lombard      self        E26-204-11870    Sandhill Ear Clinic
Date          Code      Service         Billed    Discount    Allowed    Plan paid    You owe
08/14/2026    31231     Scope           400.00      200.00     200.00         0.00     200.00
08/14/2026    99204     New visit       300.00      140.00     160.00       120.00      40.00
Sum                                     700.00      340.00     360.00       120.00     240.00

Patient          Relation    Claim no.        Provider
Otto Lombard     child       E26-209-00412    Quarry Bone Clinic
Date          Code      Service         Billed    Discount    Allowed    Plan paid    You owe
08/21/2026    73110     Wrist film      120.00       60.00      60.00        60.00       0.00
08/21/2026    99213     Visit           180.00       90.00      90.00        90.00       0.00
Sum                                     300.00      150.00     150.00       150.00       0.00

This is not a bill.
"""


def test_names_below_their_labels_open_the_claims_of_each_patient() -> None:
    page = page_of(IN_BOXES)
    papers = [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]
    assert [paper.patient.name for paper in papers if paper.patient is not None] == ["Ada Lombard", "Otto Lombard"]
    assert [paper.claim_number for paper in papers] == ["E26-204-11870", "E26-209-00412"]
    assert [len(paper.lines) for paper in papers] == [2, 2]


NAMES_ABOVE_NUMBERS = """
Orchard Shield Health                             Family notice     Statement date 09/04/2026
Hugo Lombard
70 Orchard Gate
Elmgrove, NM 87999

Subscriber: Hugo Lombard     Group: 30915     Customer care: (505) 555-0150

Vesna Okoye-Lombard
Member ID OSH2208174-04   Claim E26-100418   Sandhill Pediatrics
Date of service   Service                 Billed     Plan allowed   Plan paid   You pay
08/02/2026        Well child visit        198.00           142.00      142.00      0.00
08/02/2026        Vision screen            32.00            18.00       18.00      0.00
Total for Vesna                           230.00           160.00      160.00      0.00

Ngozi Okoye
Member ID OSH2208174-02   Claim E26-101106   Quarry Bone Clinic
Date of service   Service                 Billed     Plan allowed   Plan paid   You pay
08/11/2026        Ultrasound              465.00           208.00        0.00    208.00
08/11/2026        Office visit            214.00           118.00       78.00     40.00
Total for Ngozi                           679.00           326.00       78.00    248.00

THIS IS NOT A BILL.
"""


def test_names_alone_above_numbers_open_the_claims_of_each_patient() -> None:
    page = page_of(NAMES_ABOVE_NUMBERS)
    papers = [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]
    assert [paper.patient.name for paper in papers if paper.patient is not None] == [
        "Vesna Okoye-Lombard",
        "Ngozi Okoye",
    ]
    assert [paper.claim_number for paper in papers] == ["E26-100418", "E26-101106"]
    assert [str(paper.totals.charges) for paper in papers if paper.totals is not None] == ["230.00", "679.00"]
    assert [paper.provider.name for paper in papers if paper.provider is not None] == [
        "Sandhill Pediatrics",
        "Quarry Bone Clinic",
    ]
