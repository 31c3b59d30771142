"""Services each in a block of its own: a title with its day or code, and captioned amounts beside or below it.

What makes them services is that the same captions recur block by block; other words and amounts stand between them.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from plainbill.reading.blocks.block_titles import Told, has_words, keys_of, note_alone, told_by
from plainbill.reading.blocks.captions import Captioned, Printed, Unit, says_none
from plainbill.reading.blocks.facts_below_titles import with_facts_joined
from plainbill.reading.blocks.groups_of_blocks import Group, group_told, is_labeled_day, opens_a_group
from plainbill.reading.blocks.numbered_titles import without_counts
from plainbill.reading.blocks.prices_of_blocks import charges_by_prices
from plainbill.reading.blocks.strips import strips_of
from plainbill.reading.blocks.sums_of_blocks import counts_services, sum_among
from plainbill.reading.blocks.titles_with_amounts import makes_up, title_with_amount
from plainbill.reading.blocks.units import units_of
from plainbill.reading.blocks.words_between import with_words_between
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.wording import is_total

_FEWEST_BLOCKS, _FEWEST_AMOUNTS, _FEWEST_SUMS = 2, 2, 3
# Rows of one title stand closer than this many heights.
_PITCH = 2.4
# Amounts so many heights below others are of another block.
_FAR = 3.2
_MOST_TITLES = 3
# What may stand below the words of a service, beside more of its amounts.
_MORE = frozenset({"code", "modifiers", "remark"})
_TOTAL = re.compile(r"^(?:sub|grand )?totals?\b", re.IGNORECASE)


@dataclass(slots=True)
class _Block:
    """What stands above the captioned amounts of a block, the words beside them, and the amounts by what they are."""

    above: list[Printed]
    beside: list[Printed]
    amounts: dict[str, Captioned] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    is_stacked: bool = False
    repeats: bool = False
    titles: list[Printed] = field(default_factory=list)
    end: float = 0.0
    bare: Atom | None = None
    notes: tuple[Atom, ...] = ()
    blanks: int = 0

    @property
    def text(self) -> str:
        return " ".join(atom.text for _, own in self.titles for atom in own)


def captioned_services(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services in such blocks as a table, None where a page holds none."""
    printed = with_words_between([(row, own) for row, own in zip(rows, atoms, strict=True) if not _is_a_lone_sign(own)])
    keys = keys_of(atoms)
    strips = [with_facts_joined([*units_of(strip)]) for strip in strips_of(printed)]
    if sum(map(_captions, strips)) < _FEWEST_BLOCKS * _FEWEST_AMOUNTS:
        return None
    services = [
        (block, said)
        for strip in strips
        for block, said in _told(_charged([*_blocks(strip, keys)]), keys, grouped=len(strips) == 1)
        if _is_service(block, said)
    ]
    labels = Counter(label for block, _ in services for label in block.labels)
    recurring = sum(2 * count > len(services) for count in labels.values())
    if len(services) < _FEWEST_BLOCKS or recurring < _FEWEST_AMOUNTS:
        return None
    found = [block for block, _ in services]
    titles = [[own for _, own in block.titles] for block in found]
    whole = sum_among([block.labels for block in found], [_atoms(block) for block in found], titles)
    services = [each for i, each in enumerate(services) if i != whole]
    services = _without_counts(_without_the_papers_day(_in_order(services), atoms))
    names = [*dict.fromkeys(name for block, said in services for name in (*said, *block.amounts))]
    listed = [_row("service", block, said, names) for block, said in services]
    last = max(row.y for row in listed)
    held = {block.amounts["charge"].amount.tokens for block, _ in services}
    added = _added(found)
    blocks = _blocks(with_facts_joined([*units_of(printed)]), keys)
    sums = [_row("total", block, {}, names) for block in blocks if _sums_up(block, names, last, held, added)]
    columns = tuple(placeless(name) for name in names)
    captions = tuple(token for block, _ in services for each in block.amounts.values() for token in _words_of(each))
    return Table(columns=columns, rows=(*listed, *sums[:1]), head=(), is_paired=True, captions=captions)


def _words_of(captioned: Captioned) -> tuple[Token, ...]:
    return tuple(token for atom in captioned.label if atom is not captioned.amount for token in atom.tokens)


def _captions(units: Sequence[Unit]) -> int:
    """How many amounts have captions that are known."""
    return sum(captioned.name is not None for unit in units for captioned in unit.amounts)


def _is_a_lone_sign(own: Sequence[Atom]) -> bool:
    """True for a sign between amounts that stands half a row lower than they do, whatever a reader took it for."""
    return len(own) == 1 and len(own[0].text) == 1 and not (own[0].text.isascii() and own[0].text.isalnum())


def _atoms(block: _Block) -> dict[str, Atom]:
    return {name: captioned.amount for name, captioned in block.amounts.items()}


def _without_counts(services: Sequence[tuple[_Block, Told]]) -> list[tuple[_Block, Told]]:
    """The services, their words without the numbers that count them."""
    words = without_counts([said.get("description", ()) for _, said in services])
    return [
        (block, {**said, "description": own} if own else said)
        for (block, said), own in zip(services, words, strict=True)
    ]


def _without_the_papers_day(
    services: Sequence[tuple[_Block, Told]], atoms: Sequence[tuple[Atom, ...]]
) -> list[tuple[_Block, Told]]:
    """The services without a day that a label announces once above them all: it is that of the paper."""
    days = {id(said["date"][0]) for _, said in services if "date" in said}
    if len(days) != 1 or not all("date" in said for _, said in services):
        return list(services)
    own = next(own for own in atoms if any(id(atom) in days for atom in own))
    if not is_labeled_day(own):
        return list(services)
    return [(block, {name: cell for name, cell in said.items() if name != "date"}) for block, said in services]


def _in_order(services: Sequence[tuple[_Block, Told]]) -> list[tuple[_Block, Told]]:
    """The services from top to bottom, those side by side from left to right."""
    rows: list[list[tuple[_Block, Told]]] = []
    for service in sorted(services, key=lambda each: each[0].titles[0][0].y):
        row = service[0].titles[0][0]
        if rows and row.y - rows[-1][0][0].titles[0][0].y < row.height:
            rows[-1].append(service)
        else:
            rows.append([service])
    return [each for row in rows for each in sorted(row, key=lambda each: each[0].titles[0][1][0].x0)]


def _blocks(units: Sequence[Unit], keys: frozenset[str]) -> Iterator[_Block]:
    """Captioned amounts that follow each other: words begin the next block, and so does an amount that recurs.

    Words that say no more than the code of the service go on with it; `keys` are those of the page's notes.
    """
    above: list[Printed] = []
    block: _Block | None = None
    for unit in units:
        if block is not None and (notes := _notes_below(unit, block)):
            block.notes += notes
            continue
        if block is not None and says_none(unit):
            block.end, block.blanks = unit.rows[-1][0].y, block.blanks + 1
            continue
        if not unit.amounts:
            above += unit.rows
            if block is not None:
                yield block
            block = None
            continue
        titled = title_with_amount(unit)
        goes_on = (
            block is not None and not titled and (_tells_more(unit, block, keys) or _tells_facts(unit, block, keys))
        )
        if goes_on and block is not None:
            block.beside += [(row, own) for row, own in unit.rows if own]
        elif block is None or titled or _begins_another(unit, block):
            if block is not None:
                yield block
            block = _Block(
                above=above, beside=[(row, own) for row, own in unit.rows if own], is_stacked=unit.is_stacked
            )
            above = []
        if titled:
            block.beside, block.bare, block.end = (
                [(unit.rows[0][0], titled)],
                unit.amounts[0].amount,
                unit.rows[-1][0].y,
            )
            continue
        block.end = unit.rows[-1][0].y
        for captioned in unit.amounts:
            block.labels.add(" ".join(atom.text for atom in captioned.label).lower().strip(":"))
            if captioned.name is not None:
                block.repeats |= captioned.name in block.amounts
                block.amounts[captioned.name] = captioned
    if block is not None:
        yield block


def _notes_below(unit: Unit, block: _Block) -> tuple[Atom, ...]:
    """The keys of notes that the only row right below the amounts of a block prints: "See note A1"."""
    if unit.amounts or len(unit.rows) != 1:
        return ()
    row, own = unit.rows[0]
    return note_alone(own) if row.y - block.end <= _FAR * row.height else ()


def _charged(blocks: Sequence[_Block]) -> Sequence[_Block]:
    """The blocks, what most titles print beside their words as the charge where the captioned amounts add up to it.

    So is a price of which the other amounts say who paid how much.
    """
    for i, amounts in charges_by_prices([block.amounts for block in blocks]).items():
        blocks[i].amounts = amounts
    bare = [block for block in blocks if block.bare is not None and "charge" not in block.amounts]
    whole = [block for block in bare if block.bare is not None and makes_up(block.bare, _atoms(block))]
    if len(whole) < _FEWEST_BLOCKS or 2 * len(whole) <= len(bare):
        return blocks
    for block in bare:
        if block.bare is not None and block.amounts:
            block.amounts["charge"] = Captioned(name="charge", label=(block.bare,), amount=block.bare)
    return blocks


def _tells_more(unit: Unit, block: _Block, keys: frozenset[str]) -> bool:
    """True for other amounts of the service above beside its code or a note alone: "Code 99213" left of its copay."""
    names = {captioned.name for captioned in unit.amounts}
    words = [own for _, own in unit.rows if own]
    if not unit.is_stacked or "charge" not in block.amounts or not words or not names.isdisjoint({*block.amounts}):
        return False
    row, worded = unit.rows[0][0], any(has_words(own) for _, own in block.beside)
    return worded and told_by(words, keys).keys() <= _MORE and row.y - block.end <= _FAR * row.height


def _tells_facts(unit: Unit, block: _Block, keys: frozenset[str]) -> bool:
    """True for more amounts beside when, by which code and by whom: "Feb 11, 2026  Proc 74177  Ins Adj  -$291.40"."""
    words = [own for _, own in unit.rows if own]
    if unit.is_stacked or not words or not any(has_words(own) for _, own in block.beside):
        return False
    names = {captioned.name for captioned in unit.amounts}
    told = told_by(words, keys)
    near = unit.rows[0][0].y - block.end <= _FAR * unit.rows[0][0].height
    known = "charge" in block.amounts and names.isdisjoint({*block.amounts}) and None not in names
    return near and known and bool(told) and "description" not in told


def _begins_another(unit: Unit, block: _Block) -> bool:
    """True where amounts are of another block than those above: by words, an amount that recurs, a sum, or a gap."""
    row = unit.rows[0][0]
    sums = any(captioned.label and _TOTAL.match(captioned.label[0].text) for captioned in unit.amounts)
    recurs = any(captioned.name in block.amounts for captioned in unit.amounts)
    return has_words(unit.words) or recurs or row.y - block.end > _FAR * row.height or sums


def _told(blocks: Sequence[_Block], keys: frozenset[str], *, grouped: bool) -> Iterator[tuple[_Block, Told]]:
    """Each block with what its title says, and what stands above it and others where blocks are below each other."""
    group: Group = {}
    above: list[Printed] = []
    for block, head in zip(blocks, _put_titles(blocks), strict=True):
        said = told_by([own for _, own in block.titles], keys)
        above += head
        if grouped and _is_service(block, said):
            group, above = group_told(above, group), []
        else:
            above += block.titles
        yield block, {**group, **said, **({"remark": block.notes} if block.notes else {})}


def _put_titles(blocks: Sequence[_Block]) -> list[list[Printed]]:
    """Give each block its title; return what stands above each title."""
    heads: list[list[Printed]] = []
    for block in blocks:
        worded = any(has_words(own) for _, own in block.beside)
        y = min((min(c.amount.y, c.label[0].y) for c in block.amounts.values()), default=0.0)
        near = [] if worded else _right_above(block.above, y)
        block.titles = [*near, *block.beside]
        heads.append(block.above[: len(block.above) - len(near)])
    charged = [i for i, block in enumerate(blocks) if block.titles and "charge" in block.amounts]
    most = max((len(blocks[i].titles) for i in charged[1:]), default=_MOST_TITLES)
    for i in charged[:1]:
        # What stands above the first one is the paper's own, or heads all of them.
        heads[i] += blocks[i].titles[:-most]
        blocks[i].titles = blocks[i].titles[-most:]
    return heads


def _right_above(above: Sequence[Printed], y: float) -> list[Printed]:
    """The rows that stand as close above the amounts, and above each other, as those of one title."""
    kept: list[Printed] = []
    for row, own in reversed(above):
        heads = kept and (opens_a_group(own) or counts_services(own))
        if y - row.y > _PITCH * row.height or len(kept) == _MOST_TITLES or heads:
            break
        kept.insert(0, (row, own))
        y = row.y
    return kept


def _is_service(block: _Block, said: Told) -> bool:
    """True for a block with a charge and another amount or a dash, whose own title says when or by which code."""
    if block.repeats or len(block.amounts) + block.blanks < _FEWEST_AMOUNTS or "charge" not in block.amounts:
        return False
    own = any(atom.date is not None for _, row in block.titles for atom in row)
    return (not said.keys().isdisjoint({"code", "ndc"}) or own) and not is_total(block.text)


def _added(blocks: Sequence[_Block]) -> Counter[str]:
    """What the amounts of all services come to, in cents."""
    added: Counter[str] = Counter()
    for block in blocks:
        added.update({name: _cents(captioned.amount) for name, captioned in block.amounts.items()})
    return added


def _cents(amount: Atom) -> int:
    return int(100 * abs(amount.money or Decimal(0)))


def _sums_up(
    block: _Block, names: Sequence[str], last: float, held: Collection[tuple[Token, ...]], added: Counter[str]
) -> bool:
    """True for captioned amounts below the last service that have no title: they are those of all.

    `last` is where the title of the last service stands, and `held` what the services cost: its own amounts are none.
    Captions before their amounts are those of all where each amount is what the services come to (`added`).
    """
    whole = all(_cents(captioned.amount) == added[name] for name, captioned in block.amounts.items())
    if (
        not (block.is_stacked or whole)
        or block.repeats
        or len(block.amounts) < _FEWEST_SUMS
        or "charge" not in block.amounts
    ):
        return False
    titled = bool(block.beside) and not is_total(block.text)
    charge = block.amounts["charge"].amount
    return not titled and charge.y > last and charge.tokens not in held and set(block.amounts) <= {*names}


def _row(role: Role, block: _Block, said: Told, names: Sequence[str]) -> TableRow:
    amounts = {name: (*captioned.reason, captioned.amount) for name, captioned in block.amounts.items()}
    cells = tuple(said.get(name) or amounts.get(name) or () for name in names)
    first = next(iter(block.amounts.values())).amount
    at = block.titles[0][0] if role == "service" else None
    height = at.height if at is not None else first.tokens[0].box.height
    return TableRow(role=role, cells=cells, y=at.y if at is not None else first.y, height=height)
