import pytest

from tests.reading.papers import moved, page_of, read_pages

FIRST = """\
Larkspur Clinic
Patient: Ada Lombard      Account: LC-10447

Date         Code    Description              Units   Unit price     Charge    Plan paid
04/02/2025   99213   Office visit                 1       100.00     100.00        60.00
04/02/2025   85025   Blood count                  2        20.00      40.00        15.00

Page 1 of 2
"""
SECOND = """\
                                                                      continued

04/03/2025   80053   Metabolic panel              1        60.00      60.00        10.00
04/03/2025   71046   Chest x-ray, two views       1       120.00     120.00        90.00
{}
Page 2 of 2
"""
PAYMENTS = """
Payment date     Payment               Amount
04/20/2025       Payment - thank you    20.00
"""


def charges(*pages: str) -> list[tuple[str, str, str]]:
    (parsed,) = read_pages(*(page_of(text, i) for i, text in enumerate(pages)))
    return [(line.code or "", str(line.charge), str(line.plan_paid)) for line in parsed.document.lines]


ALL = [
    ("99213", "100.00", "60.00"),
    ("85025", "40.00", "15.00"),
    ("80053", "60.00", "10.00"),
    ("71046", "120.00", "90.00"),
]


def test_a_page_without_a_head_takes_the_columns_of_the_page_before() -> None:
    assert charges(FIRST, SECOND.format("")) == ALL


def test_charges_above_another_table_of_the_page_are_carried_on_too() -> None:
    assert charges(FIRST, SECOND.format(PAYMENTS)) == ALL


def test_columns_are_found_again_on_a_page_in_another_scale() -> None:
    second = moved(page_of(SECOND.format(""), 1), by=130.0, scale=1.12)
    (parsed,) = read_pages(page_of(FIRST), second)
    assert [str(line.charge) for line in parsed.document.lines] == [charge for _, charge, _ in ALL]


def test_a_closing_page_of_sums_adds_no_line() -> None:
    sums = "Total charges        140.00\nPlan paid             75.00\nPlease pay            65.00\nPage 2 of 2"
    assert charges(FIRST, sums) == ALL[:2]


NOTICE = """\
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic     Claim: 7731-22
{head}
{rows}

Page {number} of 2
"""
HEAD = "Date          Procedure   Billed    Zorbel    Plan paid    You owe"
TWO = """\
04/02/2025    99213       100.00     80.00        60.00      20.00
04/09/2025    99212        60.00     50.00        40.00      10.00"""
ONE = "04/16/2025    85025        30.00     25.00        25.00       0.00"


def test_a_head_nobody_knows_means_what_the_sums_of_another_page_say_of_it() -> None:
    for pages in ((TWO, ONE), (ONE, TWO)):
        texts = [NOTICE.format(head=HEAD, rows=rows, number=i) for i, rows in enumerate(pages, 1)]
        (parsed,) = read_pages(*(page_of(text, i) for i, text in enumerate(texts)))
        assert sorted(str(line.allowed) for line in parsed.document.lines) == ["25.00", "50.00", "80.00"]


def test_a_head_that_no_page_explains_stays_unknown() -> None:
    texts = [NOTICE.format(head=HEAD, rows=ONE, number=i) for i in (1, 2)]
    (parsed,) = read_pages(*(page_of(text, i) for i, text in enumerate(texts)))
    assert [line.allowed for line in parsed.document.lines] == [None, None]


SHARES = """\
{head}
04/02/2025   99213     119.00      73.78      36.89         7.38                  29.51
04/02/2025   85025      80.00      60.00                                60.00      0.00
04/02/2025   80053   1,313.52     985.14                  197.03                 788.11
"""
TOLD = """\
                                                      Coinsurance     Copay
Date         Code      Billed    Allowed        Ded        Amount    Amount     We paid"""
UNTOLD = """\
                                                      Coiisuaance     Cxpxy
Date         Code      Billed    Allowed        Ded        Amount    Amount     We paid"""
PLAN = """\
Sunflower Health Trust
Explanation of benefits          Patient: Ada Lombard
"""


def shares(*heads: str) -> list[tuple[str, str, str, str]]:
    pages = [page_of((PLAN if i == 0 else "") + SHARES.format(head=head), i) for i, head in enumerate(heads)]
    (parsed,) = read_pages(*pages)
    return [
        (str(line.charge), str(line.deductible), str(line.coinsurance), str(line.copay))
        for line in parsed.document.lines
    ]


def test_heads_that_were_half_read_mean_what_they_mean_on_the_page_before() -> None:
    assert shares(TOLD, UNTOLD)[3:] == shares(TOLD)


def test_amounts_under_half_a_head_go_to_no_other_column() -> None:
    assert shares(UNTOLD) == [
        ("119.00", "36.89", "None", "None"),
        ("80.00", "None", "None", "None"),
        ("1313.52", "None", "None", "None"),
    ]


@pytest.mark.parametrize("ending", ["SHEET TOTAL    ", "CARRIED FORWARD"])
def test_the_sum_of_a_page_that_the_next_one_begins_with_is_no_earlier_balance(ending: str) -> None:
    first = f"""\
Larkspur Clinic
Patient: Ada Lombard      Account: LC-10447

Date         Code    Description              Units     Charge
04/02/2025   99213   Office visit                 1     100.00
04/02/2025   85025   Blood count                  2      40.00
                     {ending}                    140.00
"""
    second = """\
Larkspur Clinic
Patient: Ada Lombard      Account: LC-10447

Date         Code    Description              Units     Charge
                     BROUGHT FORWARD                    140.00
04/03/2025   80053   Metabolic panel              1      60.00
                     TOTAL CHARGES                      200.00
"""
    (parsed,) = read_pages(page_of(first), page_of(second, 1))
    assert parsed.document.previous_balance is None
