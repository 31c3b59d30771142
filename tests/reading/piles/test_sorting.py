from dataclasses import replace

from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords
from plainbill.reading.piles.sorting import group_pages
from tests.reading.papers import page_of, printed_pages, read_pages


def piles(*pages: PageWords) -> tuple[tuple[int, ...], ...]:
    """The papers among the pages."""
    return group_pages(pages, [lay_out(page) for page in pages])


def test_two_pages_of_one_bill_are_one_paper() -> None:
    assert piles(*printed_pages("long-bill")) == ((0, 1),)


def test_pages_given_in_the_wrong_order_are_put_right() -> None:
    assert piles(*reversed(printed_pages("long-bill"))) == ((1, 0),)


def test_a_bill_and_a_notice_are_two_papers() -> None:
    assert piles(*printed_pages("sample-bill"), *printed_pages("sample-eob")) == ((0,), (1,))


def test_a_shop_receipt_is_in_no_pile() -> None:
    assert piles(*printed_pages("sample-bill"), *printed_pages("grocery-receipt")) == ((0,),)


def test_a_page_given_twice_is_read_once() -> None:
    (page,) = printed_pages("sample-bill")
    (once,) = read_pages(page)
    (twice,) = read_pages(page, replace(page, index=1))
    assert twice.document == once.document
    assert [problem.kind for problem in twice.problems] == ["duplicate_page"]


def test_a_missing_page_is_named() -> None:
    (parsed,) = read_pages(printed_pages("long-bill")[0])
    assert [problem.kind for problem in parsed.problems] == ["missing_page"]


def test_statements_of_two_accounts_are_two_papers() -> None:
    text = (
        "Larkspur Clinic\n\nPatient: Ada Lombard\nAccount: {}\n\nDate   Description   Charge\n04/02/2025 Visit  100.00"
    )
    assert piles(page_of(text.format("LC-10447")), page_of(text.format("LC-20999"), 1)) == ((0,), (1,))


FIRST = """\
Larkspur Clinic
41 Alder Street, Westerfield, CO 56461

Patient: {name}
Account: {account}       Statement date: {day}

Date         Code    Description             Charge
04/02/2025   99213   Office visit            100.00
04/02/2025   85025   Blood count              40.00
04/02/2025   80053   Metabolic panel          60.00

Questions? Call 917-555-0188                        Page 1 of 2
"""
SECOND = """\
Questions? Call 917-555-0188                        continued

Total charges            200.00
Plan discount             50.00
Please pay               150.00

Questions? Call 917-555-0188                        Page 2 of 2
"""


def first(name: str = "Ada Lombard", account: str = "LC-10447", day: str = "05/01/2025") -> str:
    return FIRST.format(name=name, account=account, day=day)


def test_a_page_of_sums_alone_belongs_to_the_bill_that_it_carries_on() -> None:
    assert not lay_out(page_of(SECOND)).medical
    assert piles(page_of(first()), page_of(SECOND, 1)) == ((0, 1),)


def test_a_last_page_given_first_finds_its_paper() -> None:
    other = page_of("Elmgrove Hospital\nPatient: Jo Crabtree\nAccount: 77-3081\nBalance due  $12.00\nPage 1 of 1", 1)
    assert piles(page_of(SECOND), other, page_of(first(), 2)) == ((2, 0), (1,))


def test_a_receipt_behind_a_first_page_does_not_belong_to_it() -> None:
    receipt = "Foxhaven Market\n\nCoffee   4.50\nBread    3.10\nTOTAL    7.60\n\nThank you!"
    assert piles(page_of(first()), page_of(receipt, 1)) == ((0,),)


def test_the_number_of_a_page_at_the_end_of_its_address_is_one() -> None:
    foot = "https://my.larkspur.example/view                    {}/2"
    printed = [
        page_of(
            text.replace(f"Page {n} of 2", "").replace("continued", "").replace("Questions? Call 917-555-0188", "")
            + foot.format(n)
        )
        for n, text in ((1, first()), (2, SECOND))
    ]
    assert [lay_out(page).number for page in printed] == [(1, 2), (2, 2)]
    assert piles(*printed) == ((0, 1),)


def test_a_page_without_a_number_carries_on_where_it_says_so() -> None:
    unnumbered = [page_of(text.replace("Page 1 of 2", "").replace("Page 2 of 2", "")) for text in (first(), SECOND)]
    assert piles(*unnumbered) == ((0, 1),)


def test_bills_of_two_patients_that_look_alike_are_two_papers() -> None:
    sibling = first(name="Grace Lombard", account="LC-20999")
    pages = [page_of(text, i) for i, text in enumerate((first(), SECOND, sibling, SECOND))]
    assert piles(*pages) == ((0, 1), (2, 3))


def test_statements_of_two_months_that_repeat_all_charges_are_two_papers() -> None:
    one, later = (first(day=day).replace("Page 1 of 2", "") for day in ("05/01/2025", "06/01/2025"))
    assert piles(page_of(one), page_of(later, 1)) == ((0,), (1,))


def test_a_number_read_with_a_wrong_letter_parts_no_pages() -> None:
    carried_on = f"Patient: Ada Lombard\nAccount: LC-1O447\n\n{SECOND}"
    assert piles(page_of(first()), page_of(carried_on, 1)) == ((0, 1),)


def test_pages_of_one_number_are_never_one_paper() -> None:
    assert piles(page_of(first()), page_of(first(account="LC-20999", name="Jo Crabtree"), 1)) == ((0,), (1,))


def test_closing_pages_that_are_alike_go_each_to_its_own_first_page() -> None:
    sibling = first(name="Grace Lombard", account="LC-20999")
    pages = [page_of(text, i) for i, text in enumerate((SECOND, first(), SECOND, sibling))]
    assert piles(*pages) == ((1, 0), (3, 2))


def test_a_page_read_twice_with_words_glued_and_cut_is_one_page() -> None:
    glued = (
        first().replace("Ada Lombard", "AdaLombard").replace("Blood count", "Bloodcount").replace("100.00", "10 0.00")
    )
    assert piles(page_of(first()), page_of(glued, 1)) == ((0, 1),)


def test_bills_alike_but_for_the_patient_are_no_page_given_twice() -> None:
    one, other = (first(name=name).replace("Account: LC-10447", "") for name in ("Ada Lombard", "Jo Crabtree"))
    unnumbered = [page_of(text.replace("Page 1 of 2", ""), i) for i, text in enumerate((one, other))]
    assert piles(*unnumbered) == ((0,), (1,))


def test_two_cards_of_one_look_are_two_papers() -> None:
    card = (
        "{}\n\nInsured name: {}   Group: {}\nPCP $20   Specialist $35   Urgent care $50   ER $250\n"
        "Member services 555-0188\nThis card does not guarantee coverage."
    )
    one = page_of(card.format("Harborstone HMO", "Ada Lombard", "550010"))
    assert piles(one, page_of(card.format("Starling PPO", "Jo Crabtree", "771204"), 1)) == ((0,), (1,))


def test_a_page_whose_number_was_not_read_takes_the_free_place() -> None:
    middle = (
        "Account: LC-10447\n\nDate         Code    Description    Charge\n04/09/2025   99213   Office visit   80.00\n"
    )
    texts = [first(), middle, SECOND.replace("continued", "Account: LC-10447")]
    texts = [text.replace("of 2", "of 3").replace("Page 2", "Page 3") for text in texts]
    assert piles(*(page_of(texts[i], place) for place, i in enumerate((2, 1, 0)))) == ((2, 1, 0),)


def test_two_pages_of_a_remittance_on_several_people_are_one_paper() -> None:
    head = """
    HIGHLAND NORTHWEST HEALTH PLAN                            PAYMENT DATE 03/18/2026
    ELECTRONIC REMITTANCE ADVICE (835)                        EFT 770028814     PAGE {number} 0F 2

    SVC DATE      PROC     BILLED    ALLOWED     PAID
    """
    claim = """
    PATIENT    MEMBER ID HNW{member}     PATIENT CTRL NO {account}     PAYER CLAIM NO 2026074A00{claim}
    02/25/2026    99213    158.00      98.20    22.44
    CLAIM TOTAL            158.00      98.20    22.44
    """
    texts = [
        head.format(number=number)
        + "".join(claim.format(member=f"{member}0127715", account=member, claim=member) for member in members)
        for number, members in (("1", ("46120", "46133")), ("2", ("46151", "46160")))
    ]
    pages = [page_of(text, index=index) for index, text in enumerate(texts)]
    assert group_pages(pages, [lay_out(page) for page in pages]) == ((0, 1),)


def test_a_number_behind_a_misread_page_is_one() -> None:
    for misread in ("Paqe 1 of 2", "[age 1 of 2"):
        text = first().replace("Account: LC-10447", "Acruunt LC-10447").replace("Page 1 of 2", misread)
        named = SECOND.replace("continued", "Continued from previous page     Account: LC-10447     05/22/2025")
        pages = [page_of(text), page_of(named, 1)]
        assert lay_out(pages[0]).number == (1, 2)
        assert piles(*pages) == ((0, 1),)


REMITTANCE = """
{head}                                                          {number} of 2

SVC DATE      PROC     BILLED    ALLOWED     PAID
PATIENT {name}    MEMBER ID {member}     ACCOUNT {account}     CLAIM NO {claim}
02/25/2026    99213    158.00      98.20    22.44
CLAIM TOTAL            158.00      98.20    22.44
"""


def remittance(head: str = "Continued from previous page") -> list[PageWords]:
    """Two pages with the claim of one person each."""
    title = "HIGHLAND NORTHWEST HEALTH PLAN     REMITTANCE ADVICE"
    people = [
        ("Ada Lombard", "HNW4612012", "46120", "2026074A001"),
        ("Jo Crabtree", "HNW7781330", "90377", "2026081B442"),
    ]
    return [
        page_of(
            REMITTANCE.format(head=top, number=i + 1, name=name, member=member, account=account, claim=claim), index=i
        )
        for i, (top, (name, member, account, claim)) in enumerate(zip((title, head), people, strict=True))
    ]


def test_a_remittance_goes_on_with_the_claim_of_somebody_else() -> None:
    assert piles(*remittance()) == ((0, 1),)


def test_a_second_page_of_somebody_else_that_does_not_go_on_is_another_paper() -> None:
    assert piles(*remittance("HIGHLAND NORTHWEST HEALTH PLAN")) == ((0,), (1,))


NOTICE = """
Summit Crest Blue Plan                      Explanation of your benefits
Patient: Ada Lombard     Member ID: W432182901     Group: G11061
Claim No. 535536133849
Date          Code     Billed      Allowed     Plan paid     You owe
01/27/2025    A0429    1,190.50     666.68        533.34      133.34
01/28/2025    A0433    2,425.75   1,892.08        189.21    1,702.87
Claim totals           3,616.25   2,558.76        722.55    1,836.21
"""
CARRIED_ON = """
continued
Date          Code     Billed      Allowed     Plan paid     You owe
Claim No. E37644862262
01/29/2025    A0398       59.00      40.00         30.00       10.00
01/30/2025    A0422      116.75      47.87         47.87        0.00
Claim totals             175.75      87.87         77.87       10.00
                                                           Page 2 of 2
"""


def test_the_next_claim_may_open_on_the_page_that_carries_a_notice_on() -> None:
    assert piles(page_of(NOTICE), page_of(CARRIED_ON, 1)) == ((0, 1),)
    (paper,) = read_pages(page_of(NOTICE), page_of(CARRIED_ON, 1))
    assert paper.document.payer is not None
    assert paper.document.payer.name == "Summit Crest Blue Plan"


def test_a_page_that_does_not_say_it_carries_on_and_has_a_claim_of_its_own_is_another_paper() -> None:
    assert piles(page_of(NOTICE), page_of(CARRIED_ON.replace("continued", "Larkspur Plan"), 1)) == ((0,), (1,))


LAST_OF_A_CLAIM = CARRIED_ON.replace("Claim No. E37644862262\n", "")


def test_a_page_that_carries_on_finds_its_paper_behind_it_when_only_one_of_both_is_numbered() -> None:
    opening = NOTICE.replace("Claim totals           3,616.25   2,558.76        722.55    1,836.21\n", "")
    assert piles(page_of(LAST_OF_A_CLAIM), page_of(opening, 1)) == ((1, 0),)
    unnumbered = LAST_OF_A_CLAIM.replace("Page 2 of 2", "")
    assert piles(page_of(unnumbered), page_of(f"{opening}\n{'Page 1 of 2':>70}", 1)) == ((1, 0),)
    (paper,) = read_pages(page_of(LAST_OF_A_CLAIM), page_of(opening, 1))
    assert [str(line.charge) for line in paper.document.lines] == ["1190.50", "2425.75", "59.00", "116.75"]


def test_a_page_that_carries_on_belongs_to_no_paper_behind_it_that_is_whole() -> None:
    assert piles(page_of(LAST_OF_A_CLAIM), page_of(f"{NOTICE}\n{'Page 1 of 1':>70}", 1)) == ((0,), (1,))


def test_the_number_of_a_run_at_the_head_is_that_of_the_account_on_the_coupon() -> None:
    head = """
        Pinecrest County Ambulance
        Statement date: 02/25/2024     Run number: 4545-31107     Patient: Ada Lombard
        Date          Code      What was done              Charge
        02/06/2024    A0427     Advanced life support    1,611.00
        02/06/2024    A0425     Mileage                    240.00
    """
    middle = """
        Date          Code      What was done              Charge
        02/06/2024    A0398     Supplies                    54.00
        02/06/2024    A0422     Oxygen                     108.90
    """
    last = """
        (continued)
        Date          Code      What was done              Charge
        02/06/2024    A0394     Supplies for drugs          69.00
        Total due                                        2,082.90
        Please detach and return.      Your account 4545-31107      Page 3 of 3
    """
    assert piles(page_of(head), page_of(middle, 1), page_of(last, 2)) == ((0, 1, 2),)


FRONT = """
Lakeland Health Plan                 Choice EPO
Member                               PCP visit $25
ADA LOMBARD                          Specialist $60
Identification No.                   Urgent care $75
LKF 440 21 1187
Group No. LK0417
RxBIN 610555   RxPCN LKRX            Emergency room $300
"""
BACK = """
Members: call Member Services 1-800-555-0177 (TTY 711).
Prior authorization is required for inpatient care and for surgery
Providers: submit claims to
Lakeland Health Plan
PO Box 2763
Inkwell, NJ 07999
Payer ID LK441
This card does not guarantee coverage.
"""


def test_the_back_of_a_card_belongs_to_its_front() -> None:
    assert piles(page_of(FRONT), page_of(BACK, 1)) == ((0, 1),)


def test_the_back_of_a_card_says_where_claims_go() -> None:
    (parsed,) = read_pages(page_of(FRONT), page_of(BACK, 1))
    payer = parsed.document.payer
    assert payer is not None
    assert (payer.payer_id, payer.address) == ("LK441", "PO Box 2763, Inkwell, NJ 07999")


def test_two_fronts_of_cards_are_two_cards() -> None:
    other = FRONT.replace("ADA LOMBARD", "ROWAN PELL").replace("LKF 440 21 1187", "QRS 118 40 2290")
    assert piles(page_of(FRONT), page_of(BACK, 1), page_of(other, 2)) == ((0, 1), (2,))


def test_a_sentence_below_a_label_of_members_names_nobody() -> None:
    (parsed,) = read_pages(page_of(BACK))
    assert parsed.document.coverage is None or parsed.document.coverage.subscriber_name is None
