from plainbill.plugins.records import LoadedPage, PageRange, SourceFile
from plainbill.reading.page import PageWords
from plainbill_files.stacks import unstack_cells
from plainbill_files.text import load_text
from tests.reading.papers import read_pages

HEAD = ["Date of service", "Code", "Description", "Charges", "You owe"]
ROWS = [
    ["04/02/2025", "99213", "Office visit", "$180.00", "$30.00"],
    ["04/02/2025", "85025", "Blood count", "$42.00", "--"],
]


def lines(*cells: list[str]) -> list[str]:
    return [cell for row in cells for cell in row]


def test_cells_one_below_the_other_are_rows_again() -> None:
    text = ["Larkspur Health", "Account number", "LC-10447", *lines(HEAD, *ROWS), "Total charges", "$222.00"]
    assert unstack_cells(text) == [
        "Larkspur Health", "Account number", "LC-10447",
        "\t".join(HEAD), "\t".join(ROWS[0]), "\t".join(ROWS[1]),
        "Total charges", "$222.00",
    ]  # fmt: skip


def test_a_heading_above_the_head_is_no_part_of_it() -> None:
    assert unstack_cells(["Your visit", *lines(HEAD, *ROWS)])[:2] == ["Your visit", "\t".join(HEAD)]


def test_blank_lines_between_cells_do_no_harm() -> None:
    text = [line for cell in lines(HEAD, *ROWS) for line in (cell, "")]
    assert [row for row in unstack_cells(text) if row] == ["\t".join(row) for row in (HEAD, *ROWS)]


def test_a_row_whose_cells_do_not_fit_ends_the_table() -> None:
    lacking = ["04/03/2025", "Chest x-ray", "$120.00", "$12.00"]
    assert unstack_cells(lines(HEAD, *ROWS, lacking))[3:] == lacking


def test_labels_and_values_in_turn_are_left_alone() -> None:
    text = ["Total charges", "$287.00", "Insurance payments", "$180.00", "Amount due", "$67.00"]
    assert unstack_cells(text) == text


def test_aligned_and_tabbed_rows_are_left_alone() -> None:
    text = ["Date       Description       Charge", "04/02/2025    Office visit    100.00", "a\tb\tc", "1\t2\t3.00"]
    assert unstack_cells(text) == text


def test_names_and_numbers_above_a_table_are_no_row_of_it() -> None:
    facts = ["Claim details", "Member", "Ada Lombard", "Provider", "Larkspur Clinic", "Date processed", "04/20/2025"]
    head = ["Service", "Billed", "Plan paid", "You may owe"]
    rows = [["Office visit (99213)", "$180.00", "$110.00", "$30.00"], ["Total", "$180.00", "$110.00", "$30.00"]]
    assert unstack_cells([*facts, *lines(head, *rows)]) == [*facts, *("\t".join(row) for row in (head, *rows))]


def test_a_bill_copied_cell_by_cell_is_read_line_by_line() -> None:
    text = "\n".join(["Larkspur Clinic", "Patient", "Ada Lombard", *lines(HEAD, *ROWS), "Amount due", "$222.00"])
    (page,) = load_text(SourceFile(name="bill.txt", content=text.encode()), PageRange())
    (parsed,) = read_pages(words_of(page))
    assert [(line.code, str(line.charge)) for line in parsed.document.lines] == [
        ("99213", "180.00"),
        ("85025", "42.00"),
    ]


def words_of(page: LoadedPage) -> PageWords:
    return PageWords(
        index=0, file="bill.txt", number=1, width=page.width, height=page.height, words=page.words, text_layer=True
    )


def test_values_below_labels_of_their_own_are_no_row_of_a_table() -> None:
    portal = [
        "Claim number", "HL26-0614", "Status", "Processed", "Patient", "Owen Vance", "Provider", "Sandhill Clinic",
        "In network", "Service date", "May 28, 2026", "What you may owe", "$184.36", "Cost summary", "Provider billed",
        "$612.00", "Plan discount", "-$231.64", "Plan paid", "-$196.00",
    ]  # fmt: skip
    assert unstack_cells(portal) == portal
