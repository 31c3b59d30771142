from plainbill.case import Document
from plainbill.reading.fields.patients import by_patient
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_pages

PAGE = """
Harrow Bend Mutual                                       Subscriber: Imre Castellan
Explanation of benefits. This is not a bill.             Member ID: HBM 2207 9914
                                                         Statement date: May 9, 2026

Odile              Imre              Family total
$12.00             $80.00            $92.00

{first}
Clearwell Hearing Center (in network) on April 2, 2026
Claim HB-7710-338, processed April 20, 2026                        may owe $12.00

Service                      Provider charged    Your discount    We paid    You may owe
Hearing test                 140.00              40.00             88.00     12.00
Ear wax removal               75.00              25.00             50.00      0.00
Total                       $215.00             $65.00           $138.00    $12.00

{second}
Tansy Hill Physical Therapy (in network) on April 7, 2026
Claim HB-7710-341, processed April 20, 2026                        may owe $80.00

Service                      Provider charged    Your discount    We paid    You may owe
Therapy visit                190.00              50.00             90.00     50.00
Exercise training            110.00              30.00             50.00     30.00
Total                       $300.00             $80.00           $140.00    $80.00
"""


def papers(first: str, second: str) -> list[Document]:
    page = page_of(PAGE.format(first=first, second=second))
    return [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]


def test_namesakes_of_the_subscriber_above_their_claims_have_a_paper_each() -> None:
    found = papers("Odile Castellan", "Imre Castellan")
    assert [paper.patient.name for paper in found if paper.patient] == ["Odile Castellan", "Imre Castellan"]
    assert [paper.claim_number for paper in found] == ["HB-7710-338", "HB-7710-341"]
    assert [[line.charge for line in paper.lines] for paper in found] == [[140, 75], [190, 110]]


def test_others_above_the_claims_are_no_patients() -> None:
    assert len(papers("Odile Marsh", "Petra Brandvold")) == 1


def test_the_heads_over_the_claims_of_others_begin_no_services() -> None:
    _, second = papers("Odile Castellan", "Imre Castellan")
    assert [line.description for line in second.lines] == ["Therapy visit", "Exercise training"]
    assert second.totals is not None
    assert second.totals.patient_responsibility == 80


def test_an_office_with_its_network_and_a_day_gave_the_care_on_that_day() -> None:
    found = papers("Odile Castellan", "Imre Castellan")
    assert [paper.provider.name for paper in found if paper.provider] == [
        "Clearwell Hearing Center",
        "Tansy Hill Physical Therapy",
    ]
    assert [str(paper.lines[0].service_date) for paper in found] == ["2026-04-02", "2026-04-07"]
    assert [str(paper.processed_date) for paper in found] == ["2026-04-20", "2026-04-20"]
