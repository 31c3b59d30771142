"""What tells of all blocks of services together: the block of their sums, and the heading that counts them."""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import known_codes, parse_code
from plainbill.reading.terms.vocabulary import header_words

_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)
_COUNT = re.compile(r"^\(\d{1,3}\)$")
_FEWEST_ADDED = 2


def sum_among(
    labels: Sequence[Collection[str]], amounts: Sequence[Mapping[str, Atom]], titles: Sequence[Sequence[Sequence[Atom]]]
) -> int | None:
    """Return which block sums up all others, by its captions or because its amounts add up theirs; None for none.

    `labels` are the captions of each block, `amounts` its amounts by what they are, and `titles` the rows of its title.
    One that names the code of a service is none: that may cost what two others do. One between two others adds up none.
    """
    coded = [any(map(_names_a_code, rows)) for rows in titles]
    totaled = [i for i, own in enumerate(labels) if any(_TOTAL.search(label) for label in own)]
    if len(totaled) == 1 and any(coded):
        return totaled[0] if not coded[totaled[0]] and _is_no_less(totaled[0], amounts) else None
    plain = [i for i in {0, len(amounts) - 1} if not coded[i]]
    return next((i for i in plain if _adds_up(amounts[i], [*amounts[:i], *amounts[i + 1 :]])), None)


def _names_a_code(own: Sequence[Atom]) -> bool:
    printed = (parse_code(atom.text.strip("()")) for atom in own)
    return any(code is not None and code.code in known_codes() for code in printed)


def _is_no_less(i: int, amounts: Sequence[Mapping[str, Atom]]) -> bool:
    """True where a block costs as much as the others that were read, or more."""
    whole = sum((_amount(each, "charge") for each in amounts), Decimal(0))
    return 2 * _amount(amounts[i], "charge") >= whole


def _adds_up(own: Mapping[str, Atom], others: Sequence[Mapping[str, Atom]]) -> bool:
    sums = {name: sum((_amount(each, name) for each in others), Decimal(0)) for name in own}
    added = [name for name in own if _amount(own, name) == sums[name] != 0]
    return len(others) >= _FEWEST_ADDED and "charge" in added and len(added) >= _FEWEST_ADDED


def counts_services(own: Sequence[Atom]) -> bool:
    """Return whether a row is a heading over services that says how many they are: "Services (3)"."""
    if len(own) < 2 or not _COUNT.match(own[-1].text):
        return False
    meaning = header_words().find([atom.text for atom in own[:-1]])
    return meaning is not None and "description" in meaning.fields


def _amount(amounts: Mapping[str, Atom], name: str) -> Decimal:
    return (amounts[name].money if name in amounts else None) or Decimal(0)
