"""Papers that were faxed carry a line of the machine that is none of theirs."""

import pytest

from tests.reading.papers import SERVICES, read_text

NOTICE = """
{line}
Kestrel Mutual Insurance Company               Explanation of Benefits
Patient: Ada Lombard                           Claim number: 25-0222-77310
Hillcrest Clinic
"""


@pytest.mark.parametrize(
    "line",
    [
        "04/30/2026 09:14   FROM: COPY SHOP   TO: 12165550190   P.001/001",
        "APR-30-2026 09:14  FROM: COPY SHOP   Page 2 of 3",
    ],
)
def test_whoever_sent_a_fax_gave_no_care(line: str) -> None:
    document = read_text(NOTICE.format(line=line) + SERVICES)
    assert "COPY SHOP" not in document.model_dump_json(exclude={"text"})
    assert document.payer is not None and document.payer.name == "Kestrel Mutual Insurance Company"


def test_a_row_from_and_to_is_no_line_of_a_fax_without_clock_and_page() -> None:
    document = read_text(NOTICE.format(line="Provider: Alder Clinic   Visit from 09:14 to 09:40") + SERVICES)
    assert document.provider is not None
    assert (document.provider.name or "").startswith("Alder Clinic")
