from tests.reading.papers import read_text

NOTICE = """
Tamarack Ridge Health                                         Page 1 of 1
Hi Ansel,
Tamarack Ridge paid a claim from Sandhill Clinic. {more}

Sandhill charged     Network savings     Tamarack paid     You may owe
$150.00              $40.00              $88.00            $22.00

Claim number       25-118840
Date processed     06/11/2025
Patient            Ansel Pruitt
Group              Marlow & Stave Ltd (MS-118)
Network            In-network
"""


def test_the_office_whose_claim_a_sentence_is_about_is_the_provider() -> None:
    paper = read_text(NOTICE.format(more="The boxes below give the sums."))
    assert paper.provider is not None
    assert paper.provider.name == "Sandhill Clinic"


def test_sentences_that_name_two_offices_name_no_provider() -> None:
    paper = read_text(NOTICE.format(more="A bill from Quarry Hospital is to come."))
    assert paper.provider is None or paper.provider.name is None


def test_what_an_office_charged_is_the_sum_of_charges() -> None:
    totals = read_text(NOTICE.format(more="")).totals
    assert totals is not None
    assert [totals.charges, totals.patient_responsibility] == [150, 22]


def test_the_number_of_a_group_may_stand_in_parentheses_behind_its_name() -> None:
    coverage = read_text(NOTICE.format(more="")).coverage
    assert coverage is not None
    assert coverage.group_number == "MS-118"


def test_an_office_whose_bill_may_come_is_no_provider() -> None:
    paper = read_text("""
Blue Oak Health Plan
Explanation of Benefits
Claim number: 88123-01   Processed: 04/03/2026    Patient: Ada Lombard
You may get a bill from Summit Collection Agency or a claim from Ridge Ambulance Company.

Date          Service       Billed    Allowed   Plan paid    You owe
03/02/2026    Office visit  140.00    120.00    100.00       20.00
03/02/2026    Lab            40.00     30.00     30.00        0.00
Total                       180.00    150.00    130.00       20.00
""")
    assert paper.kind == "eob"
    assert paper.provider is None


def test_the_provider_that_sent_the_claim_is_named_by_the_sentence_that_says_so() -> None:
    told = "Your health care provider {} sent us a claim for $180.00."
    paper = """
Blue Oak Health Plan
Explanation of Benefits
Claim number: 88123-01   Processed: 04/03/2026    Patient: Ada Lombard
{}

Date          Service       Billed    Allowed   Plan paid    You owe
03/02/2026    Office visit  140.00    120.00    100.00       20.00
03/02/2026    Lab            40.00     30.00     30.00        0.00
Total                       180.00    150.00    130.00       20.00
"""
    provider = read_text(paper.format(told.format("Ridge Neurology PSC"))).provider
    assert provider is not None
    assert provider.name == "Ridge Neurology PSC"
    assert read_text(paper.format(told.format("Ridge Neurology PSC").replace("sent", "never sent"))).provider is None
