"""Words of forms and papers that stand where a person's name may, and names in which a reader lost a blank."""

import re
from dataclasses import replace

from plainbill.reading.rows.found import Found

_NO_PERSON = re.compile(
    # The title of a paper that stands beside the label: "Client      Statement of August visits".
    r"^(?:\w+\s)?(?:statement|invoice|bill|summary|explanation|notice|estimate|receipt|record|history|details)s?"
    r"\s(?:of|for)\b"
    # The next box of a form that nobody filled in: "NAME OF INSURED      RELATIONSHIP      SIGNATURE".
    r"|^(?:relationship|relation|signature|signed|date|sex)(?:\s(?:to|of)\s.*)?$"
    # One word of two kinds: "Business/Dentist" behind "Enrollee".
    r"|^(?-i:[A-Z][a-z]+/[A-Z][a-z]+)$"
    # Another caption: "Mailing Address" behind "Patient", "Provider/Facility Type" beside "Provider/Facility Name".
    r"|^(?:\S+\s){0,3}(?:address|diagnosis|type|signature)$|^contact\s(?:person|name)\b|^(?:in|out-of)-network\b|\bcopays?\b"
    # A sentence in capitals: "PAYMENT FROM YOUR PLAN HAS NOT BEEN RECEIVED".
    r"|^(?:your|our)\s(?:\w+\s){1,2}(?:has|have|had|is|was|will|may|did)\b"
    # "Person in need", "For benefits call".
    r"|^for\s(?-i:[a-z])|\s(?-i:in|for|with|per|by)\s(?-i:[a-z]+)",
    re.IGNORECASE,
)

_NUMBER_OF_A_BOX = re.compile(r"^\d{1,2}[a-j]?\.?$|^[a-d]\.$", re.IGNORECASE)


def is_number_of_a_box(text: str) -> bool:
    """True for the number or letter before the caption of a form's box: "21.", "33a", "b."."""
    return _NUMBER_OF_A_BOX.match(text) is not None


def is_no_name(text: str) -> bool:
    """True for words that stand behind the label of a person and are the title of a paper or another caption."""
    return _NO_PERSON.search(text) is not None


# "LOMBARDJ." before a surname: a first name in capitals does not end in a point, an initial does.
_GLUED_INITIAL = re.compile(r"^(?P<first>[A-Z]{3,})(?P<initial>[A-Z]\.)(?=\s[A-Z]{2,})")
_SHORTENED = re.compile(r"^(?:MRS|MISS|PROF|CAPT|WILLM|ALEXR|MESSRS)\.")


def with_initial_apart(name: Found) -> Found:
    """The name with the blank that a reader lost before an initial: "ADAJ. LOMBARD" is ADA J. LOMBARD."""
    text = str(name.value)
    if name.tokens[0].from_text or _SHORTENED.match(text):
        return name
    return replace(name, value=_GLUED_INITIAL.sub(r"\g<first> \g<initial>", text))
