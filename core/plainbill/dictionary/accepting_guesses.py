"""Words of a model that a person took over in a review, as entries of this machine's own dictionary."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from plainbill.case import Case, Fault, Line, Translation
from plainbill.describing import model_readings
from plainbill.describing.accepted_words import COLUMNS, accepted_key
from plainbill.describing.leaving import what_may_leave
from plainbill.describing.personal_words import personal_words
from plainbill.describing.words import words_of
from plainbill.dictionary.wording import wording_faults
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedGuesses:
    """Entries by their columns, later ones last, and what could not become one, with what to do about it."""

    entries: tuple[Mapping[str, str], ...]
    left: tuple[Fault, ...]


def accept_guesses(
    case: Case, translations: Sequence[Translation], tables: PublishedTables = NOTHING_IMPORTED
) -> AcceptedGuesses:
    """Return the words of a model that somebody took over, as they were or edited, as entries."""
    lines = {f"{document.id}:{line.id}": line for document in case.documents for line in document.lines}
    personal = personal_words(case)
    entries: list[Mapping[str, str]] = []
    faults: list[Fault] = []
    for each in sorted(filter(_is_taken_over, translations), key=lambda each: each.review.at if each.review else ""):
        line = lines.get(each.line or "")
        left = None if line is None else what_may_leave(line, personal, tables)
        faulty = [*_faults(each, left, personal)]
        faults += faulty
        if left is not None and not faulty:
            entries.append(_entry(left, each))
    return AcceptedGuesses(entries=tuple(entries), left=tuple(faults))


def _is_taken_over(translation: Translation) -> bool:
    """Return whether somebody wrote words for a line that a model had proposed words for."""
    edited = translation.review is not None and translation.review.status == "edited"
    return edited and bool(translation.said) and bool(model_readings(translation))


def _faults(translation: Translation, left: Line | None, personal: Set[str]) -> Iterator[Fault]:
    said, path = translation.said or "", str(translation.line)
    if left is None:
        yield Fault(path=path, message="has no word that may be kept apart from its bill, so its words are no entry")
    if set(words_of(said)) & personal:
        yield Fault(path=path, message="names somebody on the papers, so its words are no entry; leave the name out")
    yield from (Fault(path=path, message=fault) for fault in wording_faults(said))


def _entry(left: Line, translation: Translation) -> Mapping[str, str]:
    review = translation.review
    assert review is not None  # only reviewed words come here
    words, by, day = " ".join((translation.said or "").split()), " ".join(review.by.split()), review.at[:10]
    guesses = {" ".join(each.plain.split()) for each in model_readings(translation)}
    done = "reviewed" if words in guesses else "edited"
    source = f"model, {done} by {by} on {day}"
    return dict(zip(COLUMNS, (accepted_key(left), words, translation.group, source, day, by), strict=True))
