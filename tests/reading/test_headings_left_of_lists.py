"""Headings in a column left of what they head, as visit summaries print them."""

import pytest

from tests.reading.papers import read_text

PAPER = """
Tanglewood Urgent Care                                           VISIT SUMMARY
41 Orchard Row, Mabry, TN 37999                                     08/29/2026

Patient           Ada Lombard, born 03/08/1992

{listed}

Vital signs       BP 128/76, pulse 88, temperature 98.4 F, oxygen 99%

See again         Orthopedics in 7 to 10 days if not better.

Thank you for coming in.
"""


def services(listed: str) -> list[tuple[str | None, list[str], str | None]]:
    document = read_text(PAPER.format(listed=listed.strip("\n")))
    return [(line.code, list(line.modifiers), line.description) for line in document.lines]


@pytest.mark.parametrize("heading", ["What was done", "Procedures", "Services done"])
def test_a_heading_beside_the_first_service_heads_those_below_too(heading: str) -> None:
    listed = f"{heading:16}  99203       New patient visit\n{'':16}  E0114       Crutches, underarm"

    assert services(listed) == [("99203", [], "New patient visit"), ("E0114", [], "Crutches, underarm")]


def test_a_heading_goes_on_beside_the_second_service() -> None:
    listed = """
Services          99203       New patient visit
performed         E0114       Crutches, underarm
                  96372       Injection given in muscle
"""

    assert [code for code, _, _ in services(listed)] == ["99203", "E0114", "96372"]


def test_the_section_beside_the_row_below_ends_the_list() -> None:
    listed = """
What was done     99203       New patient visit
Next visit        E0114       Crutches, underarm
"""

    assert [code for code, _, _ in services(listed)] == ["99203"]


def test_words_beside_a_heading_without_a_code_are_no_service() -> None:
    assert services("What was done     You were seen and sent home") == []


def test_a_modifier_stands_with_the_code_and_apart_from_the_words() -> None:
    listed = """
What was done     73610 LT    X-ray of left ankle
                  85025 GI bleeding panel
"""

    assert services(listed) == [
        ("73610", ["LT"], "X-ray of left ankle"),
        ("85025", [], "GI bleeding panel"),
    ]
