import pytest

from plainbill.reading.fields.patients import by_patient
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_pages, read_text

REMITTANCE = """
Larchmont Mutual Insurance Company
PO Box 812
Elmgrove, NM 87999
Remittance Advice                           Processed: 05/09/2025
Provider: Quarrytown Clinic

Date          Procedure   Billed    Allowed    Plan paid   You owe
NAME Ada Lombard ID UHP 3321 8441 PT ACCT QC10447 CLAIM 2107975865
04/02/2025    99213       100.00      80.00        60.00     20.00
04/03/2025    36415        24.00      20.00        20.00      0.00
Claim totals              124.00     100.00        80.00     20.00
NAME {second} ID UHP 5512 7710 PT ACCT QC20881 CLAIM 2107975866
04/09/2025    99212        60.00      50.00        40.00     10.00
04/09/2025    71046        90.00      70.00        50.00     20.00
Claim totals              150.00     120.00        90.00     30.00
"""


def test_each_patient_of_a_remittance_is_a_paper_with_the_shared_head() -> None:
    page = page_of(REMITTANCE.format(second="Theo Marsh"))
    parts = by_patient([page], [lay_out(page)])
    papers = [read_pages(*part)[0].document for part in parts]
    assert [paper.patient.name for paper in papers if paper.patient] == ["Ada Lombard", "Theo Marsh"]
    assert [[line.code for line in paper.lines] for paper in papers] == [["99213", "36415"], ["99212", "71046"]]
    assert [str(paper.totals.charges) for paper in papers if paper.totals] == ["124.00", "150.00"]
    assert {paper.payer.name for paper in papers if paper.payer} == {"Larchmont Mutual Insurance Company"}


def test_several_claims_of_one_patient_are_one_paper() -> None:
    page = page_of(REMITTANCE.format(second="Ada Lombard"))
    assert by_patient([page], [lay_out(page)]) == ((page,),)


def test_a_claim_whose_name_was_not_read_is_told_by_its_member_number() -> None:
    for number, parts in (("UHP 5512 7710", 2), ("UHP 3321 8441", 1)):
        printed = REMITTANCE.format(second="Theo Marsh").replace("NAME Theo Marsh", "NAMETheo Marsh")
        page = page_of(printed.replace("UHP 5512 7710", number))
        assert len(by_patient([page], [lay_out(page)])) == parts


def test_a_number_that_a_family_shares_does_not_tell_whose_claim_it_is() -> None:
    shared = REMITTANCE.format(second="Theo Marsh").replace("UHP 5512 7710", "UHP 3321 8441")
    page = page_of(
        shared
        + """\
NAMETheo Marsh ID UHP 3321 8441 PT ACCT QC20899 CLAIM 2107975869
04/16/2025    99213        60.00      50.00        40.00     10.00
Claim totals               60.00      50.00        40.00     10.00
"""
    )
    papers = [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]
    assert [[line.code for line in paper.lines] for paper in papers] == [
        ["99213", "36415"],
        ["99212", "71046", "99213"],
    ]


@pytest.mark.parametrize(
    ("first", "second", "parts"),
    [
        # All names are blacked out, the other numbers are or are not.
        (
            "NAME     ID XXP 3321 8441 PT ACCT QC10447 CLAIM 2107975865",
            "NAME     ID 8855127710 PT ACCT QC20881 CLAIM 2107975866",
            2,
        ),
        ("NAME     ID XXP 3321 8441 PT ACCT     CLAIM", "NAME     ID 8855127710 PT ACCT     CLAIM", 2),
        # One number read in two ways, or of one family.
        ("NAME     ID UHP 3321 8441 PT ACCT     CLAIM", "NAME     ID UHP 3321 8447 PT ACCT     CLAIM", 1),
        ("NAME     ID UHP 3321 8441-01 PT ACCT     CLAIM", "NAME     ID UHP 3321 8441-02 PT ACCT     CLAIM", 1),
    ],
)
def test_where_all_names_are_blacked_out_the_member_numbers_tell_whose_claim_it_is(
    first: str, second: str, parts: int
) -> None:
    printed = REMITTANCE.replace("NAME Ada Lombard ID UHP 3321 8441 PT ACCT QC10447 CLAIM 2107975865", first).replace(
        "NAME {second} ID UHP 5512 7710 PT ACCT QC20881 CLAIM 2107975866", second
    )
    page = page_of(printed)
    papers = [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]
    codes = ["99213", "36415", "99212", "71046"]
    assert [[line.code for line in paper.lines] for paper in papers] == (
        [codes[:2], codes[2:]] if parts == 2 else [codes]
    )


def test_a_clinician_above_a_street_is_no_patient() -> None:
    document = read_text("""
    Your Claims for Part B (Medical Insurance)                          Page 3 of 4
    AURELIO SANDOVAL-PRICE      Medicare Number: 2FH7-WN4-PC20      Date of this notice: March 16, 2026
    THIS IS NOT A BILL
    January 15, 2026
    Dr. Fennimore Adeyemi
    240 Wasatch Pl, Alder City, UT 84999-0240

    Service Provided & Billing Code     Service Approved?     Amount Charged     Medicare Paid     You May Be Billed
    Skin growth removed (17000)         Yes                          $185.00            $53.49                $13.64
    Office visit (99213-25)             Yes                          $160.00            $72.37                $18.46
    """)
    assert document.patient is not None and document.patient.name == "AURELIO SANDOVAL-PRICE"


@pytest.mark.parametrize("words", ["TOTALS", "REMIT TOTALS", "Grand total"])
def test_what_a_remittance_sums_up_for_all_its_claims_is_nobodys_own(words: str) -> None:
    page = page_of(
        REMITTANCE.format(second="Theo Marsh")
        + f"""\
{words:25} 274.00     220.00       170.00     50.00
PAYMENT AMOUNT            170.00
"""
    )
    papers = [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]
    assert [str(paper.totals.charges) for paper in papers if paper.totals] == ["124.00", "150.00"]
    assert [str(paper.totals.plan_paid) for paper in papers if paper.totals] == ["80.00", "90.00"]


@pytest.mark.parametrize("care", ["Lab Work", "March Visits", "Physician Services"])
def test_what_a_bill_is_for_is_no_patient(care: str) -> None:
    paper = f"""
Elm Heart Clinic
100 Main St
Reno, NV 89501

Bill for {care}
Account: 12345                     Statement date: 04/10/2026

Date          Code     Description          Amount
03/02/2026    99213    Office visit         140.00
Amount due                                  140.00
"""
    patient = read_text(paper).patient
    assert patient is not None and patient.name is None
