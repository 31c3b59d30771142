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


def test_the_period_of_a_paper_is_no_line_of_a_fax() -> None:
    document = read_text(NOTICE.format(line="From: 03/01/2026   To: 03/31/2026   Page 1/2") + SERVICES)
    assert document.service_from is not None


def test_a_line_that_lost_its_hour_is_known_by_the_way_a_machine_counts_pages() -> None:
    document = read_text("""
FROM: ELM HOSPITAL          P.01/02
Hillcrest Joint Clinic
40 Mesa Blvd
Reno, NV 89501
Patient   Ada Lombard
Account   HC4418

Date         Code      Description     Charge
03/02/2026   99213     Office visit    140.00
03/02/2026   73562     Knee x-ray      300.00
Total charges                          440.00
""")
    assert document.provider is not None
    assert document.provider.name == "Hillcrest Joint Clinic"
