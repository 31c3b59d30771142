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
