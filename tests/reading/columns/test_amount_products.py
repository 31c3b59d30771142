"""Units, unit price and charge are told by their products, and only where the rows leave no doubt."""

from tests.reading.papers import read_text

HEAD = "Cedar Hollow Clinic\nPatient: Ada Lombard\n\n"


def lines_of(table: str) -> list[tuple[str, str, object]]:
    return [(str(line.description), str(line.charge), line.units) for line in read_text(HEAD + table).lines]


def test_columns_whose_heads_nobody_knows_are_told_by_their_products() -> None:
    table = """
Date          Description            Zorbel     Gorbel        Amount
04/02/2025    Recovery room            2.00     996.00      1,992.00
04/02/2025    General anesthesia       6.00     278.68      1,672.08
04/02/2025    Heart tracing            1.00     273.00        273.00
"""
    assert lines_of(table) == [
        ("Recovery room", "1992.00", 2),
        ("General anesthesia", "1672.08", 6),
        ("Heart tracing", "273.00", 1),
    ]


def test_with_one_unit_each_nothing_is_told() -> None:
    table = """
Date          Description            Zorbel     Gorbel        Charge
04/02/2025    Recovery room            1.00     996.00        996.00
04/02/2025    General anesthesia       1.00     278.68        278.68
"""
    assert [units for _, _, units in lines_of(table)] == [None, None]
    assert [charge for _, charge, _ in lines_of(table)] == ["996.00", "278.68"]


def test_one_row_that_does_not_multiply_leaves_all_as_it_is() -> None:
    table = """
Date          Description            Zorbel     Gorbel        Charge
04/02/2025    Recovery room            2.00     996.00      1,992.00
04/02/2025    General anesthesia       6.00     278.68      1,672.08
04/02/2025    Heart tracing            3.00     273.00        273.00
"""
    assert [units for _, _, units in lines_of(table)] == [None, None, None]
