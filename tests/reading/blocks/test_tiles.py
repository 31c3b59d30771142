"""Departments side by side, each with its sum right below it."""

import pytest

from tests.reading.papers import read_text


@pytest.mark.parametrize(("total", "read"), [("$11,426.47", 4), ("$12,426.47", 0)])
def test_departments_with_sums_below_are_services_where_the_page_adds_them_up(total: str, read: int) -> None:
    document = read_text(f"""
    Northgate General Hospital                        Patient statement
    1 Northgate Plaza, Fargo Mills, ND 58999
    Patient: Rhiannon Ashworth

    Hospital charges by department
    Room and care            Pharmacy
    $6,840.00                $2,211.47

    Laboratory               Pathology
    $1,963.00                $412.00

    Total charges: {total}
    """)
    assert [line.description for line in document.lines] == ["Room and care", "Pharmacy", "Laboratory", "Pathology"][
        :read
    ]
    assert document.provider is not None and document.provider.name == "Northgate General Hospital"
