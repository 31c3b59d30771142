"""The corner of a claim form with the plan it is sent to, and boxes whose print is no larger than their labels."""

from plainbill.case import Document
from plainbill.reading.page import PageWords, Word
from tests.reading.fields.test_claim_form_boxes import row
from tests.reading.papers import read_pages

SMALL, LARGE = 20, 22


CARRIER = [
    *row(20, (1300, "FENLAND SELECT"), height=LARGE),
    *row(55, (1270, "44 QUINCE HARBOR RD"), height=LARGE),
    *row(90, (1350, "ALDER BAY, ME 04401"), height=LARGE),
]
FIRST_BOX = row(230, (150, "1. MEDICARE MEDICAID"), (1200, "1a. INSURED'S I.D. NUMBER"), height=SMALL)


def form(carrier: list[Word] = CARRIER, first_box: list[Word] = FIRST_BOX) -> Document:
    words = [
        *carrier,
        *row(150, (150, "HEALTH INSURANCE CLAIM FORM"), height=30),
        *row(190, (150, "APPROVED BY NATIONAL UNIFORM CLAIM COMMITTEE (NUCC) 02/12"), height=SMALL),
        *first_box,
        *row(290, (1210, "CPM719044206"), height=LARGE),
        *row(330, (133, "2. PATIENT'S NAME"), (1200, "4. INSURED'S NAME"), height=SMALL),
        *row(390, (145, "LOCKRIDGE, SERAPHINA, J"), (1210, "LOCKRIDGE, AMBROSE, T"), height=LARGE),
        *row(430, (133, "9. OTHER INSURED'S NAME"), (1200, "11. INSURED'S POLICY GROUP OR FECA NUMBER"), height=SMALL),
        *row(490, (1210, "PJC-0071"), height=LARGE),
        *row(530, (133, "12. PATIENT'S OR AUTHORIZED PERSON'S SIGNATURE"),
             (1200, "c. INSURANCE PLAN NAME OR PROGRAM NAME"), height=SMALL),
        *row(590, (1210, "BRIDGE CHOICE 40"), height=LARGE),
        *row(1280, (133, "21. DIAGNOSIS OR NATURE OF ILLNESS"), (1200, "23. PRIOR AUTHORIZATION NUMBER"), height=SMALL),
        *row(1340, (155, "A. M1711"), (1210, "QA5517208"), height=LARGE),
        *row(1400, (140, "DATE(S) OF SERVICE"), (560, "PLACE"), (680, "PROCEDURES"), (900, "MODIFIER"),
             (1060, "POINTER"), (1240, "$ CHARGES"), (1440, "UNITS"), (1600, "RENDERING PROVIDER"), height=SMALL),
        *row(1440, (140, "03/18/2026"), (570, "11"), (680, "99213"), (900, "25"), (1060, "A"), (1240, "162.00"),
             (1450, "1"), height=LARGE),
        *row(1960, (133, "26. PATIENT'S ACCOUNT NO"), (1200, "28. TOTAL CHARGE"), height=SMALL),
        *row(2000, (140, "LOCSE0041"), (1260, "162"), (1353, "00"), height=LARGE),
        *row(2040, (1200, "33. BILLING PROVIDER INFO & PH #"), height=SMALL),
        *row(2080, (1207, "WHITCOMB FOOT CLINIC"), height=LARGE),
        *row(2115, (1207, "2 PALMETTO DOCK ST"), height=LARGE),
        *row(2150, (1207, "WHITCOMB, SC"), (1380, "29999"), height=LARGE),
    ]  # fmt: skip
    page = PageWords(index=0, file="form.jpg", number=1, width=2000, height=2600, words=tuple(words))
    (parsed,) = read_pages(page)
    return parsed.document


def test_the_block_in_the_upper_right_corner_is_the_plan_and_not_who_bills() -> None:
    document = form()
    assert document.payer is not None and document.provider is not None
    assert document.payer.name == "FENLAND SELECT"
    assert document.payer.address == "44 QUINCE HARBOR RD, ALDER BAY, ME 04401"
    assert document.provider.name == "WHITCOMB FOOT CLINIC"
    assert document.provider.address == "2 PALMETTO DOCK ST, WHITCOMB, SC 29999"


def test_print_no_larger_than_the_labels_is_told_by_its_distance() -> None:
    document = form()
    assert document.coverage is not None
    assert document.coverage.subscriber_name == "LOCKRIDGE, AMBROSE, T"
    assert document.coverage.group_number == "PJC-0071"
    assert document.coverage.plan_name == "BRIDGE CHOICE 40"
    assert document.authorization_number == "QA5517208"


def test_whoever_bills_at_the_foot_is_no_plan_where_the_words_of_the_first_box_are_too_faint() -> None:
    document = form(carrier=[], first_box=[])
    assert document.payer is None or document.payer.address is None
