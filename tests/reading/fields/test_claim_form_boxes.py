"""The official professional claim form: small labels, larger print below, rows torn by curl."""

from datetime import date
from decimal import Decimal

from plainbill.case import Document
from plainbill.reading.fields.claim_form_boxes import charge_box
from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords, Word
from plainbill.reading.rows.found import Found
from plainbill.testing.doubles import make_word
from tests.reading.papers import page_of, read_pages

SMALL, LARGE = 20, 34


def row(y: float, *words: tuple[float, str], height: float = LARGE) -> list[Word]:
    """Words of one row, each from its left edge; every row falls to the right, as curled paper does."""
    placed = []
    for x, text in words:
        for part in text.split():
            width = 0.52 * height * len(part)
            top = y + 0.02 * x
            placed.append(make_word(part, x, top, x + width, top + height))
            x += width + 0.4 * height
    return placed


def form(phone: tuple[str, ...] = ("843", "5550101")) -> Document:
    """A form with one service."""
    words = [
        *row(60, (150, "HEALTH INSURANCE CLAIM FORM"), (1200, "COASTAL PLAINS MUTUAL")),
        *row(110, (150, "APPROVED BY NATIONAL UNIFORM CLAIM COMMITTEE (NUCC) 02/12"), height=SMALL),
        *row(230, (1200, "1a. INSURED'S I.D. NUMBER"), height=SMALL),
        *row(270, (1210, "CPM719044206")),
        *row(300, (133, "2. PATIENT'S NAME (Last Name, First Name)"), height=SMALL),
        *row(300, (840, "3. PATIENT'S BIRTH DATE"), (1200, "4. INSURED'S NAME (Last Name, First Name)"), height=SMALL),
        *row(345, (145, "LOCKRIDGE,SERAPHINA,J"), (850, "03 27 1986"), (1210, "LOCKRIDGE, AMBROSE, T")),
        *row(300, (1060, "SEX"), height=SMALL), *row(345, (1050, "MX"), (1095, "F"), height=SMALL),
        *row(520, (790, "10. IS PATIENT'S CONDITION RELATED TO: JOB? NO"),
             (1200, "11. INSURED'S POLICY GROUP OR FECA NUMBER"), height=SMALL),
        *row(560, (1067, "X"), (1210, "PJC-0071")),
        *row(520, (431, "TELEPHONE (Include Area Code)"), height=SMALL),
        *row(560, (431, "843 5550128")),
        *row(1280, (133, "21. DIAGNOSIS OR NATURE OF ILLNESS OR INJURY"), height=SMALL),
        *row(1330, (155, "A. M1711"), (418, "B. M25561"), (690, "c. E119")),
        *row(1400, (140, "DATE(S) OF SERVICE"), (560, "PLACE"), (680, "PROCEDURES"), (900, "MODIFIER"),
             (1060, "POINTER"), (1240, "$ CHARGES"), (1440, "UNITS"), (1600, "RENDERING PROVIDER"), height=SMALL),
        *row(1440, (140, "03/18/2026"), (570, "11"), (680, "99213"), (900, "25"), (1060, "AB"), (1240, "162.00"),
             (1450, "1"), (1620, "NPI 1999900326")),
        *row(1960, (133, "26. PATIENT'S ACCOUNT NO"), (1200, "28. TOTAL CHARGE"), height=SMALL),
        *row(2000, (140, "LOCSE0041"), (1260, "162"), (1353, "00")),
        *row(2040, (1200, "33. BILLING PROVIDER INFO & PH #"), height=SMALL),
        *row(2040, *((1660 + 63 * i, part) for i, part in enumerate(phone)), height=SMALL),
        *row(2070, (1207, "WHITCOMB JOINT AND SPINE")),
        *row(2110, (1207, "2 PALMETTO DOCK ST")),
        *row(2145, (1207, "WHITCOMB SC 299990002")),
        *row(2185, (1227, "1888880938")),
    ]  # fmt: skip
    page = PageWords(index=0, file="form.jpg", number=1, width=2000, height=2600, words=tuple(words))
    (parsed,) = read_pages(page)
    return parsed.document


def test_names_birth_date_and_member_number_stand_below_their_small_labels() -> None:
    document = form()
    assert document.patient is not None and document.coverage is not None
    assert document.patient.name == "LOCKRIDGE, SERAPHINA, J"
    assert document.patient.date_of_birth == date(1986, 3, 27)
    assert document.coverage.member_id == "CPM719044206"
    assert document.coverage.subscriber_name == "LOCKRIDGE, AMBROSE, T"


def test_who_bills_is_read_from_box_33_and_no_phone_of_the_patient() -> None:
    provider = form().provider
    assert provider is not None
    assert (provider.npi, provider.phone) == ("1888880938", "843 5550101")
    assert provider.address == "2 PALMETTO DOCK ST, WHITCOMB SC 299990002"


def test_diagnoses_without_points_and_a_sum_with_its_cents_apart_are_read() -> None:
    document = form()
    assert document.diagnosis_codes == ("M1711", "M25561", "E119")
    assert document.totals is not None
    assert document.totals.charges == Decimal("162.00")


def test_the_number_of_who_gave_care_is_no_name_of_theirs() -> None:
    (line,) = form().lines
    assert line.rendering_provider is None


def test_a_phone_in_three_words_is_that_of_who_bills() -> None:
    provider = form(phone=("843", "555", "0101")).provider
    assert provider is not None
    assert provider.phone == "843 555 0101"


def test_the_group_below_its_label_and_the_crossed_one_of_two_letters_are_read() -> None:
    document = form()
    assert document.patient is not None and document.coverage is not None
    assert (document.patient.sex, document.coverage.group_number) == ("M", "PJC-0071")


def test_the_cents_of_the_sum_stand_in_a_box_of_their_own_behind_the_dollars_that_a_label_took() -> None:
    layout = lay_out(
        page_of("""
HEALTH INSURANCE CLAIM FORM                                  Larkspur Health Cooperative
APPROVED BY NATIONAL UNIFORM CLAIM COMMITTEE (NUCC) 02/12
25. FEDERAL TAX I.D. NUMBER      26. PATIENT'S ACCOUNT NO.      28. TOTAL CHARGE      29. AMOUNT PAID
48-1120934                       GAL20931                       $ 701 50              $ 40.25
""")
    )
    printed = {token.text: token for row in layout.rows for token in row.tokens}
    dollars = Found(value=Decimal("701.00"), tokens=(printed["$"], printed["701"]))
    whole = charge_box([layout], dollars)
    assert whole is not None and whole.value == Decimal("701.50")
    assert charge_box([layout], Found(value=Decimal("40.25"), tokens=(printed["40.25"],))) is None
