from plainbill_files.stacks import unstack_cells

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
