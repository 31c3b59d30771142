"""Personal words: what on the papers of a case names somebody, and so never leaves, whatever else it may mean."""

from collections.abc import Iterable, Iterator

from plainbill.case import Case, Document, Line
from plainbill.describing.known_words import is_also_a_name, known_words
from plainbill.describing.words import words_of


def personal_words(case: Case) -> frozenset[str]:
    """Return the words and numbers, in capitals, of names, addresses, birth dates and identifiers on the papers.

    The name of a firm counts but for words of the dictionary in it: "Harbor Imaging" tells nobody who was imaged.
    """
    people = {word for document in case.documents for text in _of_people(document) for word in words_of(text)}
    firms = {word for document in case.documents for text in _of_firms(document) for word in words_of(text)}
    return frozenset(people | {word for word in firms if word not in known_words() or is_also_a_name(word)})


def _of_people(document: Document) -> Iterator[str]:
    yield from _texts(document, "patient", ("name", "date_of_birth", "account_number", "medical_record_number"))
    yield from _texts(document, "coverage", ("member_id", "group_number", "subscriber_name"))
    yield from _texts(document, "provider", ("npi", "tax_id", "phone", "address"))
    yield from _texts(document, "payer", ("payer_id", "phone", "address"))
    yield from filter(None, (document.claim_number, document.authorization_number))
    for line in document.lines:
        yield from _of_line(line)


def _of_line(line: Line) -> Iterable[str]:
    named = (line.claim_number, line.authorization_number, line.rendering_provider, line.ndc)
    return filter(None, named)


def _of_firms(document: Document) -> Iterator[str]:
    yield from _texts(document, "provider", ("name",))
    yield from _texts(document, "payer", ("name",))
    yield from _texts(document, "coverage", ("plan_name",))


def _texts(document: Document, party: str, fields: Iterable[str]) -> Iterator[str]:
    there = getattr(document, party)
    for field in fields:
        value = getattr(there, field, None)
        if value is not None:
            yield str(value)
