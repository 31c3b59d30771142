"""Whether a pack is sound: its form, its sources, and entries that contradict each other; every fault at once."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath

from plainbill.case import Fault, FaultyFile, read_as
from plainbill.dictionary.promises import promises_in
from plainbill.knowledge.tables import read_table
from plainbill.payers.pack import Contact, Fact, Limit, Pack
from plainbill.payers.written import WrittenPack, read_written
from plainbill.plugins.boundary import FaultyPlugin
from plainbill.reading.print_index import squeezed

_WAYS = ("phone", "address", "web")


class FaultyPack(FaultyFile, FaultyPlugin):
    """A pack that is not what it should be; each fault names its line. `where` is the first one's place."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        FaultyFile.__init__(self, faults)
        self.where = f"{PurePath(file).name}, {faults[0].path.partition(':')[0]}"


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
            if not _is_unread(written, fault.path)
        ]
    if pack is not None:
        faults += [Fault(path=written.at(path), message=message) for path, message in _faults_of(pack, written)]
    if faults:
        raise FaultyPack(file, tuple(sorted(dict.fromkeys(faults), key=_line)))
    assert pack is not None  # without it there is a fault
    return pack


def _line(fault: Fault) -> int:
    number = fault.path.removeprefix("line ").partition(":")[0]
    return int(number) if number.isdigit() else 0


def _is_unread(written: WrittenPack, path: str) -> bool:
    """Whether a fault is only that of a table which was named as no TOML before."""
    section, _, rest = path.partition("[")
    place = rest.partition("]")[0]
    held = written.values.get(section)
    return bool(written.faults) and isinstance(held, list) and place.isdigit() and held[int(place)] is None


def _faults_of(pack: Pack, written: WrittenPack) -> Iterator[tuple[str, str]]:
    for path, fact in pack.facts():
        if fact.source not in pack.sources:
            yield f"{path}.source", f"{fact.source!r} is none of the sources of this file; name one, or add it"
    used = {fact.source for _, fact in pack.facts()}
    for key in pack.sources:
        if key not in used:
            yield f"sources.{key}", "is named by no fact; take it out"
    yield from _contradictions(pack, written)
    yield from _single_faults(pack)


def _single_faults(pack: Pack) -> Iterator[tuple[str, str]]:
    standard = {row["remark"] for row in read_table("remark_codes")}
    standard |= {row["reason"] for row in read_table("adjustment_reasons")}
    for i, note in enumerate(pack.codes):
        if note.code.upper() in standard:
            yield f"codes[{i}].code", f"{note.code} is a standard code, which the tables explain; take it out"
    for i, contact in enumerate(pack.contacts):
        if not any(getattr(contact, way) for way in _WAYS):
            yield f"contacts[{i}]", "names no way to reach anybody; add a phone, an address or a web page"
    for i, limit in enumerate(pack.limits):
        if (limit.days is None) == (limit.months is None):
            yield f"limits[{i}]", "has to say days or months, one of them"
    for path, fact in pack.facts():
        for fault in promises_in(str(getattr(fact, "meaning", ""))):
            yield f"{path}.meaning", fault


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


def _contradictions(pack: Pack, written: WrittenPack) -> Iterator[tuple[str, str]]:
    for section, (key, says) in _NAMED_BY.items():
        first: dict[object, tuple[str, Fact]] = {}
        for i, fact in enumerate(getattr(pack, section)):
            path = f"{section}[{i}]"
            earlier = first.setdefault(key(fact), (path, fact))
            if earlier[1] is fact:
                continue
            line = written.at(earlier[0]).partition(":")[0]
            what = "stands there already" if says(fact) == says(earlier[1]) else "says otherwise"
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
