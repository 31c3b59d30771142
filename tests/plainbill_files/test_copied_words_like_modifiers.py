"""Copied rows whose words begin with what has the form of a modifier, and very many of them."""

from plainbill_files.copied_rows import part_copied_rows

HEAD = "Service Date HCPCS/CPT Description Qty Total Charges"


def words_behind(row: str) -> list[str]:
    parted = part_copied_rows([HEAD, row, row])[1]
    return [cell.strip() for cell in parted.split("   ") if cell.strip()]


def test_a_number_before_its_measure_stays_with_the_words() -> None:
    for code, words in (("82306", "25 HYDROXY VITAMIN D"), ("93224", "24 HR HOLTER"), ("84439", "T4 FREE")):
        assert words_behind(f"04/02/26 {code} {words} 1 41.00") == ["04/02/26", code, words, "1", "41.00"]


def test_a_modifier_before_such_words_stays_with_the_code() -> None:
    cells = words_behind("04/02/26 99213 25 24 HR HOLTER 1 41.00")
    assert cells == ["04/02/26", "99213 25", "24 HR HOLTER", "1", "41.00"]


def test_rows_without_a_head_stay_as_they_are_however_many() -> None:
    rows = ["04/02/26 99213 Office visit 41.00 20.00", "a note below it"] * 4000
    assert part_copied_rows(rows) == rows
