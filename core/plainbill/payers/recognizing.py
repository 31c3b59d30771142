"""Whether pages are a paper of one payer: its name, the title of its papers and other print of its own, together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.case import DocumentKind
from plainbill.payers.pack import Pack, PayerName
from plainbill.plugins.records import Recognition
from plainbill.reading.page import Word
from plainbill.reading.print_index import PrintIndex, Standing, squeezed

# A title stands by itself; within a sentence it is only spoken of.
_STANDS_ALONE = 0.5
# What it says together: one thing alone is on other people's papers too.
_NAME_AND_TITLE, _OWN_TITLE, _NAME_AND_MARKS, _NAME_ALONE, _MARK = 0.7, 0.8, 0.4, 0.2, 0.05
_FEWEST_MARKS, _SURE = 2, 0.95

_Run = tuple[Word, ...]
# Blanks and marks, which make no difference when a name is looked for.
_BETWEEN = r"[\W_]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What stands on the pages: the name with its words, the kind by its title, and everything that tells."""

    name: tuple[PayerName, Standing] | None
    kind: DocumentKind | None
    title: Standing | None
    own_title: bool
    marks: tuple[_Run, ...]

    @property
    def confidence(self) -> float:
        """How sure it is, 0 to 1."""
        more = _MARK * len(self.marks)
        if self.own_title:
            return min(_SURE, _OWN_TITLE + _MARK * bool(self.name) + more)
        if self.name and self.title:
            return min(_SURE, _NAME_AND_TITLE + more)
        if self.name and len(self.marks) >= _FEWEST_MARKS:
            return min(_NAME_AND_TITLE, _NAME_AND_MARKS + more)
        return _NAME_ALONE if self.name else 0.0


def recognize(pack: Pack, printed: PrintIndex) -> Recognition | None:
    """Return the claim that the print is on a paper of the pack's payer, None where its name and titles are absent."""
    titles = [(title, standing) for title in pack.titles for standing in printed.find(title.words)]
    own = next(((title, standing) for title, standing in titles if title.only_here), None)
    name = _name(pack.names, printed)
    if name is None and own is None:
        return None
    alone = [each for each in titles if each[1].share >= _STANDS_ALONE]
    titled = own if own is not None and own in alone else (alone[0] if alone else None)
    told = _Told(
        name=name,
        kind=titled[0].kind if titled else None,
        title=titled[1] if titled else None,
        own_title=titled is not None and titled[0].only_here,
        marks=tuple(_marks(pack, printed)),
    )
    if not told.confidence:
        return None
    evidence = [standing.words for standing in (name and name[1], told.title) if standing]
    return Recognition(
        payer=pack.payer.name,
        kind=told.kind,
        confidence=told.confidence,
        evidence=(*evidence, *told.marks),
        name=name[1].words if name else (),
        printed=_as_printed(*name) if name else "",
        names=tuple(each.words for each in pack.names),
    )


def _name(names: Sequence[PayerName], printed: PrintIndex) -> tuple[PayerName, Standing] | None:
    """The first name of the pack that stands there, where it stands most by itself; in no longer name of others."""
    for name in names:
        standings = printed.find(name.words)
        if not standings:
            continue
        others = {word for longer in name.not_in for standing in printed.find(longer) for word in standing.words}
        own = [each for each in standings if not others & set(each.words)]
        if own:
            return name, max(own, key=lambda each: each.share)
    return None


def _marks(pack: Pack, printed: PrintIndex) -> Iterator[_Run]:
    for mark in pack.marks:
        if standings := printed.find(mark.words):
            yield standings[0].words


def _as_printed(name: PayerName, standing: Standing) -> str:
    """The name as the paper spells it."""
    text = " ".join(word.text for word in standing.words)
    found = re.search(_BETWEEN.join(map(re.escape, squeezed(name.words))), text, re.IGNORECASE)
    return found.group() if found else name.words
