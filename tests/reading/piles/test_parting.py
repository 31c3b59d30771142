from plainbill.reading.page import PageWords
from plainbill.reading.piles.parting import papers_on
from tests.reading.papers import moved, page_of, printed_pages, read_pages

BILL = """\
{issuer}
41 Alder Street, Westerfield, CO 56461

Statement of services
Patient: {name}
Account: {account}       Statement date: 05/01/2025

Date         Code    Description             Charge
04/02/2025   99213   Office visit            {charge}
04/02/2025   85025   Blood count             40.00

Please pay this amount                       60.00
"""
ONE = BILL.format(issuer="Larkspur Clinic", name="Ada Lombard", account="LC-10447", charge="100.00")
OTHER = BILL.format(issuer="Foxhaven Hospital", name="Jo Crabtree", account="77-308155", charge="250.00")


def beside(one: str, other: str, gap: int = 12) -> str:
    """Two papers side by side, the other a little lower."""
    left, right = one.splitlines(), ["", *other.splitlines()]
    wide = max(map(len, left)) + gap
    rows = max(len(left), len(right))
    left, right = (side + [""] * (rows - len(side)) for side in (left, right))
    return "\n".join(row.ljust(wide) + more for row, more in zip(left, right, strict=True))


def charges(page: PageWords) -> list[list[str]]:
    return [[str(line.charge) for line in parsed.document.lines] for parsed in read_pages(*papers_on(page))]


def test_papers_side_by_side_are_read_as_two() -> None:
    assert charges(page_of(beside(ONE, OTHER))) == [["100.00", "40.00"], ["250.00", "40.00"]]


def test_papers_one_above_the_other_are_read_as_two() -> None:
    assert charges(page_of(f"{ONE}\n\n\n{OTHER}")) == [["100.00", "40.00"], ["250.00", "40.00"]]


def test_two_pages_of_one_bill_side_by_side_are_one_paper_of_two_pages() -> None:
    second = (
        "Account: LC-10447\n\nDate         Code    Description    Charge\n04/09/2025   71046   X-ray   120.00\n\n"
        "We thank you for choosing us and wish you well, the whole team of the clinic\nPage 2 of 2"
    )
    page = page_of(beside(f"{ONE}\nPage 1 of 2", second))
    assert len(papers_on(page)) == 2
    assert charges(page) == [["100.00", "40.00", "120.00"]]


NOTICE = """\
Ridgeline Dental Plan
Explanation of benefits - this is not a bill

Patient      {name}
Member ID    RD 4402-1187
Dentist      Foxhaven Dental
Processed    05/12/2025

Service                 Submitted    Approved    Plan paid    You owe
04/16/2025   D0150      81.00        60.00       60.00        0.00
04/16/2025   D2391      190.00       140.00      112.00       28.00
Total                   271.00       200.00      172.00       28.00
"""


def test_a_bill_and_a_notice_that_name_one_patient_are_two_papers() -> None:
    page = page_of(beside(ONE, NOTICE.format(name="Ada Lombard")))
    assert charges(page) == [["100.00", "40.00"], ["81.00", "190.00"]]


def test_turning_and_moving_the_photo_changes_no_part() -> None:
    page = page_of(beside(ONE, OTHER))
    assert charges(moved(page, by=60.0, scale=1.3, turn=0.01)) == charges(page)


def test_a_bill_with_its_coupon_is_one_paper() -> None:
    coupon = "Larkspur Clinic\n41 Alder Street, Westerfield, CO 56461\nPatient: Ada Lombard  Account: LC-10447\n"
    coupon += (
        "Please detach and return this portion with your payment. Statement date: 05/01/2025\nPay this amount 60.00"
    )
    page = page_of(f"{ONE}\n\n\n\n{coupon}")
    assert papers_on(page) == (page,)


def test_printed_papers_are_never_parted() -> None:
    for paper in ("sample-bill", "sample-eob", "long-bill", "hospital-itemized", "grocery-receipt"):
        for page in printed_pages(paper):
            assert papers_on(page) == (page,)


def test_two_bills_of_one_patient_with_heads_days_and_services_of_their_own_are_two_papers() -> None:
    other = OTHER.replace("Jo Crabtree", "Ada Lombard").replace("05/01/2025", "04/20/2025")
    assert charges(page_of(beside(ONE, other))) == [["100.00", "40.00"], ["250.00", "40.00"]]
