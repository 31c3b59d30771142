"""Words of forms and papers that stand where a name may, and names in which a reader lost a blank."""

import re
from dataclasses import replace

from plainbill.reading.rows.found import Found
from plainbill.reading.terms.vocabulary import field_labels, header_words

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


# What a paper is called: "Provider Payment Voucher".
_PAPER = re.compile(
    r"^(?:payment |remittance |claim )?(?:voucher|remittance|statement|invoice)$"
    r"|^(?:invoice|payment|account|order|visit|bill) (?:details|information|summary)$"
    r"|^(?:this is )?not a bill[.!]?$|^remittance advice$|^explanation of (?:\w+ )?(?:benefits|payment)$",
    re.IGNORECASE,
)


def is_known_phrase(text: str) -> bool:
    """Return whether the words are a label, the head of a column or what papers are called, and name nobody."""
    known = (table.find(text.split()) for table in (field_labels(), header_words()))
    return any(meaning is not None and meaning.exact for meaning in known) or _PAPER.search(text) is not None
