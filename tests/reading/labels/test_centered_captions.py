"""Values that stand close to each other, each in the middle below its caption."""

import pytest

from tests.reading.papers import read_text

NOTICE = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic

{captions}
{values}

Code         Date          Billed    Allowed    Plan paid   You owe
99213        04/02/2025    100.00      80.00        60.00     20.00
"""


@pytest.mark.parametrize(
    ("captions", "values", "member", "subscriber"),
    [
        (
            "  Patient       ID #        Enrollee   ",
            "Ada Lombard GJL782230273 Horace Lombard",
            "GJL782230273",
            "Horace Lombard",
        ),
        ("  Patient         ID #     ", "Ada Lombard GJL 7822 30273-04", "GJL 7822 30273-04", None),
    ],
)
def test_values_are_parted_where_each_is_around_the_middle_of_its_caption(
    captions: str, values: str, member: str, subscriber: str | None
) -> None:
    document = read_text(NOTICE.format(captions=captions, values=values))
    assert document.patient is not None
    assert document.coverage is not None
    assert document.patient.name == "Ada Lombard"
    assert (document.coverage.member_id, document.coverage.subscriber_name) == (member, subscriber)


def test_a_caption_over_the_middle_of_a_name_does_not_cut_it_where_a_word_begins_below_the_caption() -> None:
    document = read_text("""
        Larchmont Mutual Insurance Company
        Explanation of Benefits

        For services to         Insurance ID                   Your provider
         Ada Lombard           RBD148441435          Driftwood Regional Medical Center

        Code         Date          Billed    Allowed    Plan paid   You owe
        99213        04/02/2025    100.00      80.00        60.00     20.00
    """)
    assert document.provider is not None
    assert document.provider.name == "Driftwood Regional Medical Center"
    assert document.coverage is not None
    assert document.coverage.member_id == "RBD148441435"
