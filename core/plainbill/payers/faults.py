"""Whether a pack is sound: its form, its sources, and entries that contradict each other; every fault at once."""

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath

from plainbill.case import Fault, FaultyFile, read_as
from plainbill.dictionary.checking import printable
from plainbill.dictionary.promises import promises_in
from plainbill.knowledge.tables import read_table
from plainbill.payers.pack import SECTIONS, Contact, Fact, Limit, NoteCode, Pack
from plainbill.payers.written import WrittenPack, read_written
from plainbill.plugins.boundary import FaultyPlugin
from plainbill.reading.print_index import squeezed

_LONGEST_PLACE = 200
_WAYS = ("phone", "address", "web")


class FaultyPack(FaultyFile, FaultyPlugin):
    """A pack that is not what it should be; each fault names its line. `where` is the first one's place and reason."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        FaultyFile.__init__(self, faults)
        self.where = printable(f"{PurePath(file).name}, {faults[0].path}: {faults[0].message}")[:_LONGEST_PLACE]


def read_pack(text: str, file: str = "payer.toml") -> Pack:
    """Return the pack that `text` writes; `file` goes into messages.

    Raises:
        FaultyPack: it is no TOML, has unknown keys, wrong values, facts without a source or entries that contradict
            each other; every fault is listed with its line.
    """
    written = read_written(text)
    faults = list(written.faults)
    pack: Pack | None = None
    try:
        pack = read_as(Pack, written.values)
    except FaultyFile as faulty:
        faults += [
            Fault(path=written.at(fault.path), message=fault.message)
            for fault in faulty.faults
            if not written.is_unread(fault.path)
        ]
    faults += [Fault(path=written.at(path), message=message) for path, message in _faults_of(written)]
    if pack is None or faults:
        raise FaultyPack(file, tuple(sorted(dict.fromkeys(faults), key=_line)))
    return pack


def _line(fault: Fault) -> int:
    number = fault.path.removeprefix("line ").partition(":")[0]
    return int(number) if number.isdigit() else 0


def _sound_facts(written: WrittenPack) -> Iterator[tuple[str, str, Fact]]:
    """The facts that are well formed, with their section and path: what can be held against each other."""
    for section, kind in SECTIONS.items():
        held = written.values.get(section)
        for i, value in enumerate(held if isinstance(held, list) else ()):
            with contextlib.suppress(FaultyFile):
                yield section, f"{section}[{i}]", read_as(kind, value)


def _faults_of(written: WrittenPack) -> Iterator[tuple[str, str]]:
    facts = tuple(_sound_facts(written))
    held = written.values.get("sources")
    sources = {
        *(held if isinstance(held, Mapping) else ()),
        *(path.removeprefix("sources.") for path in written.unread),
    }
    for _, path, fact in facts:
        if fact.source not in sources:
            yield f"{path}.source", f"{fact.source!r} is none of the sources of this file; name one, or add it"
        for fault in promises_in(str(getattr(fact, "meaning", ""))):
            yield f"{path}.meaning", fault
        yield from _single_faults(path, fact)
    # Where a table cannot be read, it may be the one that names the source.
    for key in sources - {fact.source for _, _, fact in facts} if len(facts) == _written_facts(written) else ():
        yield f"sources.{key}", "is named by no fact; take it out"
    yield from _contradictions(facts, written)


def _written_facts(written: WrittenPack) -> int:
    lists = (written.values.get(section) for section in SECTIONS)
    return sum(len(held) for held in lists if isinstance(held, list))


def _single_faults(path: str, fact: Fact) -> Iterator[tuple[str, str]]:
    if isinstance(fact, NoteCode) and fact.code.upper() in _standard_codes():
        yield f"{path}.code", f"{fact.code} is a standard code, which the tables explain; take it out"
    if isinstance(fact, Contact) and not any(getattr(fact, way) for way in _WAYS):
        yield path, "names no way to reach anybody; add a phone, an address or a web page"
    if isinstance(fact, Limit) and (fact.days is None) == (fact.months is None):
        yield path, "has to say days or months, one of them"


@functools.cache
def _standard_codes() -> frozenset[str]:
    remarks = {row["remark"] for row in read_table("remark_codes")}
    return frozenset(remarks | {row["reason"] for row in read_table("adjustment_reasons")})


_Key = Callable[[Fact], object]


def _said(*names: str) -> _Key:
    """What a fact says under these names."""
    return lambda fact: tuple(getattr(fact, name) for name in names)


def _of_words(fact: Fact) -> object:
    return squeezed(str(getattr(fact, "words", "")))


def _of_code(fact: Fact) -> object:
    return squeezed(str(getattr(fact, "code", "")))


def _of_contact(fact: Fact) -> object:
    assert isinstance(fact, Contact)
    return (fact.topic, fact.name)


def _of_limit(fact: Fact) -> object:
    assert isinstance(fact, Limit)
    return (fact.what, fact.who, fact.counted_from)


_NAMED_BY: Mapping[str, tuple[_Key, _Key]] = {
    "names": (_of_words, _said("not_in")),
    "titles": (_of_words, _said("kind", "only_here")),
    "marks": (_of_words, _said()),
    "columns": (_of_words, _said("field")),
    "codes": (_of_code, _said("kind", "meaning")),
    "phrases": (_of_words, _said("kind", "meaning")),
    "contacts": (_of_contact, _said("phone", "address", "web", "hours")),
    "limits": (_of_limit, _said("days", "months")),
}
"""By what an entry of each section is known, and what a second one may not say otherwise."""


def _contradictions(facts: Sequence[tuple[str, str, Fact]], written: WrittenPack) -> Iterator[tuple[str, str]]:
    first: dict[tuple[str, object], tuple[str, Fact]] = {}
    for section, path, fact in facts:
        key, says = _NAMED_BY[section]
        earlier_path, earlier = first.setdefault((section, key(fact)), (path, fact))
        if earlier is fact:
            continue
        line = written.at(earlier_path).partition(":")[0]
        what = "stands there already" if says(fact) == says(earlier) else "says otherwise"
        yield path, f"is the entry of {line} again, which {what}; keep one of them"


def contradictions(packs: Mapping[str, Pack]) -> tuple[str, ...]:
    """Return where packs, by the names of their plugins, claim one paper or explain one note of a payer two ways."""
    found: list[str] = []
    names = sorted(packs)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            found += _between(one, packs[one], other, packs[other])
    return tuple(found)


def _between(one: str, here: Pack, other: str, there: Pack) -> Iterator[str]:
    shared = {_of_words(name) for name in here.names} & {_of_words(name) for name in there.names}
    if not shared:
        return
    if squeezed(here.payer.name) != squeezed(there.payer.name):
        yield (
            f"{one} and {other} both claim papers of {here.payer.name} and {there.payer.name}: one name stands in both"
            " packs; take it out of one, or name the longer one in its not_in"
        )
        return
    for section, what in (("codes", "the note"), ("columns", "the column"), ("phrases", "the words")):
        key, says = _NAMED_BY[section]
        known = {key(fact): fact for fact in getattr(here, section)}
        for fact in getattr(there, section):
            if key(fact) in known and says(fact) != says(known[key(fact)]):
                shown = getattr(fact, "code", None) or getattr(fact, "words", "")
                yield f"{one} and {other} say different things of {what} {shown!r} of {here.payer.name}"
