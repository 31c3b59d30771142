"""Writes the reference page of payers: every fact of the packs that come with plainbill, with its page and day."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from plainbill.payers.pack import Contact, Limit, Pack, Source
from plainbill.payers.packaged import FILE, packaged

PLUGINS = Path(__file__).parents[1] / "plugins"


def payers() -> Iterator[str]:
    """The page without its head."""
    yield (
        "What plainbill knows of the papers of these payers, from public pages, in its own words. Phone numbers and"
        " rules change: where the paper or the member card says otherwise, they are right. [How to add a payer]"
        "(../how-to/add-a-payer.md).\n"
    )
    for file in sorted(PLUGINS.glob(f"*/{FILE}")):
        yield from _payer(packaged(file.parent.name), file.parent.name)


def _payer(pack: Pack, plugin: str) -> Iterator[str]:
    numbers = {key: number for number, key in enumerate(pack.sources, start=1)}
    yield f"## {pack.payer.name}\n\n{pack.payer.about} {pack.payer.ask or ''}".rstrip() + "\n"
    yield f"Plugin `{plugin.removeprefix('plainbill_')}`, {len(pack.facts())} facts.\n"
    yield from _names(pack, numbers)
    rows = [(each.words, f"`{each.field}`", each.source) for each in pack.columns]
    yield from _table(("column", "holds"), rows, numbers)
    notes = [(f"`{each.code}`", each.meaning, _kind(each.kind), each.source) for each in pack.codes]
    notes += [(f"“{each.words}”", each.meaning, _kind(each.kind), each.source) for each in pack.phrases]
    yield from _table(("note", "means", "kind"), notes, numbers)
    contacts = [(each.topic, _reached(each), each.source) for each in pack.contacts]
    yield from _table(("desk", "how to reach it"), contacts, numbers)
    limits = [(_who(each), _length(each), each.counted_from, each.source) for each in pack.limits]
    yield from _table(("limit", "length", "counted from"), limits, numbers)
    for key, number in numbers.items():
        yield f"{number}. {_page(pack.sources[key])}"
    yield ""


def _names(pack: Pack, numbers: dict[str, int]) -> Iterator[str]:
    rows = [("name", each.words, each.source) for each in pack.names]
    rows += [("title", f"{each.words} (`{each.kind}`)", each.source) for each in pack.titles]
    rows += [("other print", each.words, each.source) for each in pack.marks]
    yield from _table(("known by", ""), rows, numbers)


def _table(head: Sequence[str], rows: Sequence[tuple[str, ...]], numbers: dict[str, int]) -> Iterator[str]:
    if not rows:
        return
    yield f"| {' | '.join((*head, 'page'))} |"
    yield f"|{'---|' * (len(head) + 1)}"
    for *cells, source in rows:
        yield f"| {' | '.join(_cell(cell) for cell in (*cells, str(numbers[source])))} |"
    yield ""


def _kind(kind: str) -> str:
    return f"`{kind}`" if kind else ""


def _reached(contact: Contact) -> str:
    said = (contact.name, contact.phone, contact.hours, contact.address, contact.web)
    return "; ".join(each for each in said if each)


def _who(limit: Limit) -> str:
    kind = "" if limit.plans == "private" else f" ({limit.plans})"
    return f"{limit.what}, {limit.who}{kind}"


def _length(limit: Limit) -> str:
    return f"{limit.days} days" if limit.days else f"{limit.months} months"


def _page(source: Source) -> str:
    dated = f", {source.dated}" if source.dated else ""
    return f"{source.title}{dated}: <{source.url}>, read {source.read}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")
