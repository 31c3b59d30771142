"""Whose paper it is: the claims of plugins ranked, and what the paper gains from the one that wins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainbill.case import Document, Payer, Problem, Source
from plainbill.plugins.asking import Plugins
from plainbill.plugins.records import Recognition
from plainbill.reading.page import PageWords, Word
from plainbill.reading.parsed import ParsedDocument
from plainbill.reading.print_index import PrintIndex, squeezed

CLAIM = 0.5
"""From this confidence on a paper counts as recognized."""

MOST_WITHOUT_EVIDENCE = 0.3
"""A claim that shows no words on the page is no more than a guess."""

_TOO_CLOSE = 0.05
# On a bill the payer is the one that the bill names, not the one whose paper it is.
_OF_A_PAYER = frozenset({"eob", "letter", "estimate", "insurance_card", "other"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognized:
    """Whose paper it is, None where nobody or more than one claims it; `rivals` are the payers that do."""

    by: Recognition | None = None
    rivals: tuple[str, ...] = ()

    @property
    def problem(self) -> Problem | None:
        """What a person is told where two payers' packs claim one paper."""
        if not self.rivals:
            return None
        names = " or ".join(self.rivals)
        text = (
            f"may be a paper of {names}; nothing on it tells which, so it was read without what is known of their"
            " papers. See whose name stands at its head."
        )
        return Problem(kind="other", text=text)


NOBODY = Recognized()


class Recognizer:
    """Asks plugins whose papers pages are; each page is asked about once."""

    def __init__(self, plugins: Plugins) -> None:
        self._plugins = plugins
        self._pages: dict[tuple[int, int], Recognized] = {}

    def page(self, page: PageWords) -> Recognized:
        """Return whose paper a page is, by itself."""
        key = (page.index, page.part)
        if key not in self._pages:
            self._pages[key] = self._of((page,))
        return self._pages[key]

    def paper(self, pages: Sequence[PageWords]) -> Recognized:
        """Return whose paper it is, by all its pages."""
        return self.page(pages[0]) if len(pages) == 1 else self._of(pages)

    def _of(self, pages: Sequence[PageWords]) -> Recognized:
        return _best(self._plugins.recognize_document(pages, PrintIndex(pages)))


def _best(claims: Sequence[Recognition]) -> Recognized:
    standing = sorted((claim for claim in claims if _confidence(claim) >= CLAIM), key=_rank)
    if not standing:
        return NOBODY
    first = standing[0]
    rivals = [other for other in standing[1:] if other.payer != first.payer and _is_too_close(first, other)]
    if rivals:
        return Recognized(rivals=tuple(dict.fromkeys(claim.payer for claim in (first, *rivals))))
    return Recognized(by=first)


def _confidence(claim: Recognition) -> float:
    return claim.confidence if claim.evidence else min(claim.confidence, MOST_WITHOUT_EVIDENCE)


def _rank(claim: Recognition) -> tuple[float, int, str, str]:
    return (-_confidence(claim), -len(_words(claim)), claim.payer, claim.plugin)


def _is_too_close(first: Recognition, other: Recognition) -> bool:
    """Whether the second claim is as good; one whose every word is among the first one's says nothing of its own."""
    return _confidence(first) - _confidence(other) < _TOO_CLOSE and not _words(other) < _words(first)


def _words(claim: Recognition) -> frozenset[Word]:
    return frozenset(word for run in claim.evidence for word in run)


def with_payer(parsed: ParsedDocument, pages: Sequence[PageWords], recognized: Recognized) -> ParsedDocument:
    """Return the paper with the payer that was recognized, where its name is printed, and with what is in doubt.

    A payer that was read stays where its name holds one of the recognized payer's ("Acme Life Insurance" for "Acme").
    A payer's name that was taken for the patient's is left out.
    """
    problem = recognized.problem
    if problem is not None:
        return replace(parsed, problems=(*parsed.problems, problem))
    by = recognized.by
    if by is None or not by.printed or parsed.document.kind not in _OF_A_PAYER:
        return parsed
    document, sources = _without_payer_as_patient(parsed.document, by.printed), dict(parsed.sources)
    read = (document.payer.name if document.payer else None) or ""
    if not any(squeezed(name) in squeezed(read) for name in (by.printed, *by.names)):
        document = document.but(payer=(document.payer or Payer()).but(name=by.printed))
        sources["payer.name"] = _source(by, pages)
    if document.patient is None or document.patient.name is None:
        sources.pop("patient.name", None)
    return replace(parsed, document=document, sources=sources)


def _without_payer_as_patient(document: Document, payer: str) -> Document:
    patient = document.patient
    if patient is None or not patient.name or squeezed(patient.name) not in squeezed(payer):
        return document
    rest = patient.but(name=None)
    return document.but(patient=rest if rest.model_dump() else None)


def _source(by: Recognition, pages: Sequence[PageWords]) -> Source:
    """Where the name stands; a recognized paper confirms how it was read."""
    page = next(page for page in pages if by.name[0] in page.words)
    own = [word for word in by.name if word in page.words]
    box = own[0].source_box
    for word in own[1:]:
        box = box.around(word.source_box)
    sure = [word.confidence for word in own if word.confidence is not None]
    return Source(
        page=page.index,
        box=(round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1)),
        text=" ".join(word.text for word in own),
        confidence=min(sure) if sure else None,
        confirmed_by=("text_layer",) if page.text_layer else (),
    )
