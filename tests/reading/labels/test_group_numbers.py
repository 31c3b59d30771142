"""The number of a group behind the name of who has it."""

import pytest

from tests.reading.papers import SERVICES, read_text


@pytest.mark.parametrize("group", ["MARLOW SCHOOLS SD #12 / 44017", "MARLOW SCHOOLS #44017", "MARLOW SCHOOLS 44017"])
def test_the_number_behind_a_groups_name_is_that_of_the_group(group: str) -> None:
    document = read_text(f"""
Harbor Mutual Health Plan                                        Explanation of benefits
Member: Ada Lombard          Member no.: HM-20441          Processed: 07/24/2026
Group: {group}
{SERVICES}
""")
    assert document.coverage is not None
    assert document.coverage.group_number == "44017"
