"""Whom a paper speaks to by their whole name: "Ada Lombard, you owe", "Ada Lombard, here is your bill"."""

import re

from plainbill.reading.fields.persons import is_a_persons_name
from plainbill.reading.labels.name_blocks import is_clinician
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.vocabulary import plain_key

# What is said right behind a name that no salutation stands before.
_SAID = re.compile(
    r"^(?:here(?:'s| is| are) |this is |these are )?(?:you (?:owe|have|can|may|paid|saw|do)\b|you're\b|thank you\b"
    r"|your (?:\w+ )?(?:total|balance|bill|statement|amount|claims?|visit|explanation|summary|plan|share|account"
    r"|benefits)\b)",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(r"^(?:you|your|you're|here|here's|this|these|thank|thanks|we|please)$", re.IGNORECASE)

# Such words begin a sentence or name its news: "Good News, your claim was paid", "For Questions, please call".
_NO_NAME = re.compile(
    r"\b(?:for|by|in|if|to|on|at|as|from|with(?:out)?|after|before|until|when|once|thank|good|great|any|all|other|our|the"
    r"|not?|important|news|questions?|reminders?|notice|note|help|update|options?|payments?|pay|insurance|balance|plan|portal|codes?|cards?|patient|online|step)\b",
    re.IGNORECASE,
)
# Whom a letter to many greets: "Dear Valued Member,".
_ANYBODY = re.compile(
    r"\b(?:valued|members?|customers?|clients?|guests?|friends?|neighbors?|residents?|parents?|guardians?|subscribers?"
    r"|enrollees?|beneficiary|(?:policy|card|account) ?holders?|guarantor|family|providers?|doctors?|dr|sir|madam)\b",
    re.IGNORECASE,
)
# Such a title stands before a surname alone: "Dear Ms. Lombard,".
_TITLED = re.compile(r"^(?:mr|ms|mrs|miss|mx)\b", re.IGNORECASE)
_SALUTATION = re.compile(r"^(?:hi|hello|hey|dear|welcome|thanks?|greetings)$", re.IGNORECASE)


def greeted_person(page: PageLayout) -> Found | None:
    """Return the one person whom rows of a page speak to, None for none and for several."""
    found: list[Found] = []
    for cell in (cell for row in page.free for cell in row):
        at = next((i for i, atom in enumerate(cell.atoms) if atom.text.endswith(",")), None)
        first = bool(_SALUTATION.match(cell.atoms[0].text))
        # Behind a salutation the name may end a row.
        alone = first and at == len(cell.atoms) - 1
        if (
            at is None
            or not alone
            and not _SPOKEN_TO.match(" ".join(atom.text for atom in cell.atoms[at + 1 : at + 2]))
        ):
            continue
        if not first and not _SAID.match(" ".join(atom.text for atom in cell.atoms[at + 1 :])):
            continue
        name = " ".join(atom.text for atom in cell.atoms[first : at + 1]).rstrip(",")
        is_no_whole_name = alone and (_ANYBODY.search(name) or _TITLED.match(name)) is not None
        if is_a_persons_name(name) and not is_no_whole_name and not _NO_NAME.search(name) and not is_clinician(name):
            found.append(from_atoms(name, cell.atoms[first : at + 1]))
    return found[0] if len({plain_key(str(name.value)) for name in found}) == 1 else None
