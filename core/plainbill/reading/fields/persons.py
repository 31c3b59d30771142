"""What tells the name of a person: capitalized words that name no office, no title and no part of a plan."""

import re

from plainbill.reading.labels.name_blocks import is_organization, is_part_of_an_office, is_place, is_title

_PERSON = re.compile(r"^[A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*){1,3}$")
NAMES_OF_PERSONS = frozenset({"patient.name", "addressee.name", "subscriber"})
"""The fields of labels that name whoever was treated, is written to or is insured."""
OFFICE = re.compile(r"\b(?:appeals?|grievances?|unit|claims?|billing|customer|member services)\b", re.IGNORECASE)


def is_a_persons_name(text: str) -> bool:
    """True for two to four capitalized words that name no office, no title and no part of a plan."""
    return _PERSON.match(text) is not None and not names_no_person(text)


def names_no_person(text: str) -> bool:
    """True where words name an office, a desk of one, a place, a title or a part of a plan."""
    return (
        is_place(text)
        or is_organization(text)
        or is_title(text)
        or is_part_of_an_office(text)
        or OFFICE.search(text) is not None
    )
