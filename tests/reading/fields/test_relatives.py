import pytest

from plainbill.case import Document
from plainbill.reading.fields.patients import by_patient
from plainbill.reading.fields.relatives import only_relative
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_pages


def row(*values: object) -> list[object]:
    """Values to compare, whatever their types."""
    return list(values)


HEAD = """
Larchmere Employees Health Plan                     Explanation of benefits
Subscriber             Member ID           Group         Processed
Ottilie Brandvold      LE 4410 7702        K-2207        Jun 11, 2026
"""
BODY = """
{first}                                        Claim LE-5531-208
{office}, seen May 4, 2026
Ear check                             Billed       Discount       We paid      You owe
92567                                 $80.00       $30.00         $50.00       $0.00
                                                   Allowed
                                                   $50.00
Hearing test                          Billed       Discount       We paid      You owe
92557                                 $120.00      $30.00         $44.00       $46.00
                                                   Allowed                     copay $46.00
                                                   $90.00
{word} total: billed $200.00   discount $60.00   allowed $140.00   we paid $94.00   you owe $46.00

{second}                                       Claim LE-5531-311
Sandhill Skin Clinic, seen May 9, 2026
Wart removal                          Billed       Discount       We paid      You owe
17110                                 $210.00      $90.00         $60.00       $60.00
                                                   Allowed                     deductible $40.00 +
                                                   $120.00                     coinsurance $20.00
Office visit                          Billed       Discount       We paid      You owe
99212                                 $90.00       $30.00         $60.00       $0.00
                                                   Allowed
                                                   $60.00
{word} total: billed $300.00   discount $120.00   allowed $180.00   we paid $120.00   you owe $60.00
"""


def papers(first: str, second: str, word: str = "Their") -> list[Document]:
    body = BODY.format(first=first, second=second, word=word, office="Pinewater Hearing Center")
    page = page_of(HEAD + body)
    return [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]


def test_each_of_a_family_named_beside_how_they_are_related_has_a_paper() -> None:
    first, second = papers("Soren Brandvold  Child", "Ottilie Brandvold  (Subscriber)")
    assert [paper.patient.name for paper in (first, second) if paper.patient] == [
        "Soren Brandvold",
        "Ottilie Brandvold",
    ]
    assert [line.code for line in first.lines] == ["92567", "92557"]
    assert [line.code for line in second.lines] == ["17110", "99212"]


def test_each_paper_of_a_family_has_its_own_claim_office_day_and_sums() -> None:
    first, second = papers("Soren Brandvold  Child", "Ottilie Brandvold  Self")
    assert row(first.claim_number, second.claim_number) == row("LE-5531-208", "LE-5531-311")
    assert [paper.provider.name for paper in (first, second) if paper.provider] == [
        "Pinewater Hearing Center",
        "Sandhill Skin Clinic",
    ]
    assert {str(line.service_date) for line in first.lines} == {"2026-05-04"}
    assert [paper.totals.charges for paper in (first, second) if paper.totals] == [200, 300]


def test_amounts_below_captions_among_captions_beside_their_amounts_are_of_their_service() -> None:
    first, second = papers("Soren Brandvold  Child", "Ottilie Brandvold  Self")
    assert [row(line.allowed, line.copay) for line in first.lines] == [row(50, None), row(90, 46)]
    assert [row(line.allowed, line.deductible, line.coinsurance) for line in second.lines] == [
        row(120, 40, 20),
        row(60, None, None),
    ]


def test_namesakes_of_the_subscriber_before_their_claims_are_patients() -> None:
    found = papers("Soren Brandvold", "Astrid Brandvold")
    assert [paper.patient.name for paper in found if paper.patient] == ["Soren Brandvold", "Astrid Brandvold"]


def test_others_before_their_claims_are_no_patients() -> None:
    assert len(papers("Ivo Castellan", "Petra Marsh")) == 1


@pytest.mark.parametrize(
    "named", ["Mira Grove Employee Benefit", "Mira Grove   Subscriber   Group", "Claim Detail   Self"]
)
def test_words_before_how_somebody_is_related_may_name_nobody(named: str) -> None:
    page = page_of(f"""
    Larchmere Health Plan                     Explanation of benefits

    {named}
    Claim number: LE-5531-208
    Ear check                             Billed       Discount       We paid      You owe
    92567                                 $80.00       $30.00         $50.00       $0.00
    """)
    assert only_relative(lay_out(page)) is None


def test_the_word_subscriber_in_the_head_of_a_table_relates_nobody() -> None:
    notice = """
Tamarack Medicaid                                 Notice of services paid
PO Box 8601, Larchmere, MN 62392
Services provided to: Ottilie Brandvold    Member ID: LE44107702    Account: 6585-99587
It was decided on June 24, 2026.

Service                           Billed     Maximum     Other       Subscriber
Date        What was done         Amount     Allowed     Insurance   Liability
Claim control # 30688-8129713
Jun 2       Ear check              80.00       50.00        0.00          0.00
Jun 2       Hearing test          120.00       90.00       44.00         46.00
Claim totals                      200.00      140.00       44.00         46.00
"""
    page = page_of(notice)
    assert len(by_patient([page], [lay_out(page)])) == 1
