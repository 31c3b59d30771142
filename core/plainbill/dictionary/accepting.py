"""Words that a person edited on a list of charges, as entries of the dictionary for the codes of these charges."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.case import Case, Fault, Line, Translation

_COLUMNS = ("key", "plain", "group", "vague", "ask", "source", "date", "reviewed")
_SOURCE = "edited by a person who saw the bill; own words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Entries for `codes.tsv` by their columns, and what could not become one, with what to do about it."""

    entries: tuple[Mapping[str, str], ...]
    left: tuple[Fault, ...]

    @property
    def table(self) -> str:
        """The entries as a table of the dictionary, with the first line that names the columns."""
        rows = ("\t".join(entry[column] for column in _COLUMNS) for entry in self.entries)
        return "\n".join(("\t".join(_COLUMNS), *rows, ""))


def accept_reviews(case: Case, translations: Sequence[Translation]) -> Accepted:
    """Return the edited words of `case` as entries; of a code that was edited twice the later words are taken."""
    lines = {f"{document.id}:{line.id}": line for document in case.documents for line in document.lines}
    edited = [each for each in translations if each.review is not None and each.review.status == "edited"]
    entries: dict[str, Mapping[str, str]] = {}
    for each in sorted(edited, key=lambda each: each.review.at if each.review else ""):
        line = lines.get(each.line or "")
        if line is not None and line.code and each.said:
            entries[line.code] = _entry(line.code, each)
    return Accepted(entries=tuple(entries.values()), left=tuple(_left(edited, lines)))


def _entry(code: str, translation: Translation) -> Mapping[str, str]:
    review = translation.review
    assert review is not None  # only edited words come here
    words = " ".join((translation.said or "").split())
    return dict(
        zip(
            _COLUMNS,
            (code, words, translation.group, "no", "", _SOURCE, review.at[:10], " ".join(review.by.split())),
            strict=True,
        )
    )


def _left(edited: Sequence[Translation], lines: Mapping[str, Line]) -> Iterator[Fault]:
    for each in edited:
        line = lines.get(each.line or "")
        if line is None or not line.code:
            yield Fault(path=str(each.line), message="has no code, so its words are no entry; add them to concepts.tsv")
