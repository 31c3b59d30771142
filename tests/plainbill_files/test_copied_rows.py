"""Tables copied with one blank between all words come back into columns where their head allows but one way."""

from plainbill_files.copied_rows import part_copied_rows

CHARGES = """
Service Date Rev Code HCPCS/CPT Description Qty Total Charges
04/02/26 0250 IBUPROFEN 400MG TAB 6 9.30
04/02/26 0300 36415 VENIPUNCTURE 1 41.00
04/02/26 0258 SODIUM CHLORIDE 0.9% 500ML 2 120.50
04/02/26 0450 99284 25 ED VISIT LEVEL 4 1 2,310.00
04/03/26 0305 85025 CBC -1 -88.40
04/03/26 0420 97110 GP PT EXERCISE 3 417.00
TOTAL CHARGES $2,809.40
"""
CLAIM = """
Dates of
Service
Service Description Procedure
Code
Amount
Billed
Discount Allowed
Amount
Copay Deductible Coinsurance Not
Covered
Plan
Paid
You May
Owe
Remark
04/02/2026 - 04/02/2026 Well visit 18-39 99395 $250.00 $70.00 $180.00 $0.00 $0.00 $0.00 $0.00 $180.00 $0.00
04/02/2026 - 04/02/2026 Office visit 99213-25 $180.00 $60.00 $120.00 $20.00 $0.00 $0.00 $0.00 $100.00 $20.00
04/03/2026 - 04/03/2026 Vitamin level 82306 $90.00 $0.00 $0.00 $0.00 $0.00 $0.00 $90.00 $0.00 $90.00 K22
Claim Totals $520.00 $130.00 $300.00 $20.00 $0.00 $0.00 $90.00 $280.00 $110.00
Individual Deductible $300.00 of $1,000.00
"""


def cells_of(text: str) -> list[list[str]]:
    """The rows with their cells, where they have several."""
    rows = [[cell for cell in row.split("   ") if cell.strip()] for row in part_copied_rows(text.strip().splitlines())]
    return [[cell.strip() for cell in row] for row in rows]


def test_codes_counts_and_digits_of_words_go_into_their_columns() -> None:
    head, *rows, total = cells_of(CHARGES)
    assert head == ["Service Date", "Rev Code", "HCPCS/CPT", "Description", "Qty", "Total Charges"]
    assert rows == [
        ["04/02/26", "0250", "IBUPROFEN 400MG TAB", "6", "9.30"],
        ["04/02/26", "0300", "36415", "VENIPUNCTURE", "1", "41.00"],
        ["04/02/26", "0258", "SODIUM CHLORIDE 0.9% 500ML", "2", "120.50"],
        ["04/02/26", "0450", "99284 25", "ED VISIT LEVEL 4", "1", "2,310.00"],
        ["04/03/26", "0305", "85025", "CBC", "-1", "-88.40"],
        ["04/03/26", "0420", "97110 GP", "PT EXERCISE", "3", "417.00"],
    ]
    assert total == ["TOTAL CHARGES $2,809.40"]


def test_cells_of_one_column_begin_at_one_place() -> None:
    rows = part_copied_rows(CHARGES.strip().splitlines())[:-1]
    starts = {row.index(word) for row, word in zip(rows[1:], ("IBU", "VENI", "SOD", "ED ", "CBC", "PT "), strict=True)}
    assert starts == {rows[0].index("Description")}


def test_a_head_over_many_rows_is_parted_so_that_its_amounts_add_up() -> None:
    head, *rows, status = cells_of(CLAIM)
    assert head == [
        "Dates of Service", "Service Description", "Procedure Code", "Amount Billed", "Discount", "Allowed Amount",
        "Copay", "Deductible", "Coinsurance", "Not Covered", "Plan Paid", "You May Owe", "Remark",
    ]  # fmt: skip
    assert rows[0][:4] == ["04/02/2026 - 04/02/2026", "Well visit 18-39", "99395", "$250.00"]
    assert rows[1][2] == "99213-25"
    assert rows[2][-2:] == ["$90.00", "K22"]
    assert rows[3][0] == "Claim Totals" and len(rows[3]) == 10
    assert status == ["Individual Deductible $300.00 of $1,000.00"]


def test_strokes_in_the_head_alone_change_nothing() -> None:
    text = "Date | Service | Code | Billed | Plan Paid | You Owe\n"
    rows = "04/02/2026 Office visit 99213 $180.00 $160.00 $20.00\n04/03/2026 Rapid test 87880 $40.00 $40.00 $0.00"
    assert [len(row) for row in cells_of(text + rows)] == [6, 6, 6]


def test_rows_stay_as_they_are_where_the_head_has_more_columns_than_they_have_amounts() -> None:
    text = """Date Description Charges Payments Balance
04/02/2026 Office visit 180.00 180.00
04/03/2026 Rapid test 40.00 220.00"""
    assert part_copied_rows(text.splitlines()) == text.splitlines()


def test_rows_stay_as_they_are_where_their_amounts_do_not_add_up() -> None:
    text = """Date Service Billed Discount Allowed
04/02/2026 Office visit 100.00 180.00 80.00
04/03/2026 Rapid test 10.00 40.00 30.00"""
    assert part_copied_rows(text.splitlines()) == text.splitlines()


def test_words_that_name_no_columns_are_no_head() -> None:
    text = """What happened since your last statement
04/02/2026 Office visit 99213 180.00
04/03/2026 Rapid test 87880 40.00"""
    assert part_copied_rows(text.splitlines()) == text.splitlines()
