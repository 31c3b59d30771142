"""Services printed as cards: a title, labeled amounts below it or beside it, and the same labels on each card."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plainbill.reading.blocks.block_titles import note_alone
from plainbill.reading.blocks.numbered_titles import without_numbers
from plainbill.reading.blocks.sums_of_blocks import counts_services, sum_among
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.clinician_rows import clinician_named
from plainbill.reading.terms.amount_words import amount_field
from plainbill.reading.terms.codes import diagnosis_in, known_modifiers, parse_code
from plainbill.reading.terms.supplies import says_how_long
from plainbill.reading.terms.vocabulary import field_labels, header_words
from plainbill.reading.terms.wording import is_total, says_a_payer_paid

_FEWEST_CARDS = 2
_FEWEST_AMOUNTS = 2
_MOST_TITLES = 4
_SIDE_BY_SIDE = 2
# Rows of one card stand closer than this many heights.
_PITCH = 2.4
_GUTTER = 0.9
# A label stands so many heights behind the value before it.
_APART = 0.5
_DISCOUNT = re.compile(r"^(?:discount|savings)$", re.IGNORECASE)
_COUNT = re.compile(r"^\d{1,4}(?:\.\d{1,3})?$")
_OF_LABEL = {
    "total_charges": "charge", "total_adjustments": "adjustment", "total_insurance_paid": "plan_paid",
    "total_allowed": "allowed", "total_not_covered": "not_covered", "total_deductible": "deductible",
    "total_copay": "copay", "total_coinsurance": "coinsurance", "total_owed": "patient_responsibility",
    "total_patient_paid": "patient_paid",
}  # fmt: skip
_TOLD = frozenset(
    {"date", "code", "units", "provider", "modifiers", "diagnosis", "place", "revenue_code", "description"}
)


@dataclass(slots=True)
class Card:
    """One card: its rows of title, its amounts by what they are, its labels, and the codes of its notes."""

    titles: list[tuple[Row, tuple[Atom, ...]]]
    amounts: dict[str, Atom] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    repeats: bool = False
    notes: tuple[Atom, ...] = ()


def cards_of(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services that stand on cards as a table, None where the page holds no such cards."""
    if (cut := _between_cards(atoms)) is not None:
        halves = (
            [tuple(atom for atom in own if (atom.middle < cut) == left) for own in atoms] for left in (True, False)
        )
        cards = [card for half in halves for card in _even_titles(_blocks(rows, half))]
        return table_of(sorted(cards, key=lambda card: card.titles[0][0].y))
    return table_of(_even_titles(_blocks(rows, atoms))) or table_of(_titled(_beside(rows, atoms)))


def _between_cards(atoms: Sequence[tuple[Atom, ...]]) -> float | None:
    """Where the right one of two cards begins that stand side by side with the same labels; None where none do."""
    rows = [pairs for own in atoms if len(pairs := list(_pairs(own))) == _SIDE_BY_SIDE]
    alike = [(left[1], right[0][0]) for left, right in rows if _words(left[0]) == _words(right[0])]
    if len(alike) < _FEWEST_AMOUNTS or 2 * len(alike) <= len(rows):
        return None
    ends, begins = max(amount.x1 for amount, _ in alike), min(label.x0 for _, label in alike)
    return (ends + begins) / 2 if ends < begins else None


def table_of(cards: Sequence[Card]) -> Table | None:
    """Return the services of the cards as a table, None where they are few or alike in nothing."""
    whole = [card for card in cards if len(card.amounts) >= _FEWEST_AMOUNTS and not card.repeats]
    services = [(card, told) for card in whole if (told := _told(card))]
    charged = [card for card, _ in services if "charge" in card.amounts]
    printed = Counter(label for card, _ in services for label in card.labels)
    if len(charged) < _FEWEST_CARDS or sum(n > len(services) / 2 for n in printed.values()) < _FEWEST_AMOUNTS:
        return None
    blocks = [card for card, _ in services]
    titles = [[own for _, own in card.titles] for card in blocks]
    total = sum_among([card.labels for card in blocks], [card.amounts for card in blocks], titles)
    kept = [card for i, card in enumerate(blocks) if i != total]
    for card, rows in zip(kept, without_numbers([card.titles for card in kept]), strict=True):
        card.titles = rows
    services = [(card, _told(card)) for card in kept]
    fields = list(dict.fromkeys(name for card, told in services for name in (*told, *card.amounts)))
    columns = tuple(_column(name) for name in fields)
    return Table(columns=columns, rows=tuple(_row(card, told, fields) for card, told in services), head=())


def _blocks(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> list[Card]:
    """Runs of rows with labeled amounts, each with the rows without amounts above it."""
    blocks: list[Card] = []
    titles: list[tuple[Row, tuple[Atom, ...]]] = []
    open_block: Card | None = None
    for row, own in zip(rows, atoms, strict=True):
        pairs = list(_pairs(own))
        if not pairs and open_block is not None and amount_name(_words(own)) is not None:
            # A label whose amount no reader saw does not end the card.
            continue
        if not pairs and open_block is not None and (notes := note_alone(own)):
            open_block.notes += notes
            continue
        if not pairs:
            open_block = None
            titles = [] if counts_services(own) else [*titles, *([(row, own)] if own else [])]
            continue
        if open_block is None:
            open_block = Card(titles=titles)
            titles = []
            blocks.append(open_block)
        for label, amount in pairs:
            if _begins_sums(label, open_block):
                open_block = Card(titles=[])
                blocks.append(open_block)
            put_amount(open_block, label, amount)
    return blocks


def _begins_sums(label: Sequence[Atom], card: Card) -> bool:
    """True where a total follows the card that has such an amount already: "Total billed" below "You may owe"."""
    return amount_name(_words(label)) in card.amounts and is_total(" ".join(_words(label)))


def _beside(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Iterator[Card]:
    """Cards whose titles stand left of the labels: an amount of the card before that recurs begins the next one."""
    card: Card | None = None
    for row, own in zip(rows, atoms, strict=True):
        title, rest = _parted(row, own)
        pairs = list(_pairs(rest))
        if not pairs:
            if card is not None:
                yield card
            card = None
            continue
        names = {amount_name(_words(label)) for label, _ in pairs} - {None}
        if card is None or title and names & card.amounts.keys():
            if card is not None:
                yield card
            card = Card(titles=[])
        card.titles += [(row, title)] if title else []
        for label, amount in pairs:
            put_amount(card, label, amount)
    if card is not None:
        yield card


def _parted(row: Row, atoms: Sequence[Atom]) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """The words of a row before the label of its first amount, and the rest."""
    cells = cells_of(atoms, _GUTTER * row.height)
    first = next((i for i, cell in enumerate(cells) if any(atom.kind == "money" for atom in cell.atoms)), 0)
    label = first - (cells[first].atoms[0].kind == "money") if cells else 0
    parts = (cells[: max(label, 0)], cells[max(label, 0) :])
    before, behind = (tuple(atom for cell in part for atom in cell.atoms) for part in parts)
    return before, behind


def _titled(cards: Iterator[Card]) -> list[Card]:
    return [card for card in cards if 0 < len(card.titles) <= _MOST_TITLES and not _is_sum(card)]


def _pairs(atoms: Sequence[Atom]) -> Iterator[tuple[tuple[Atom, ...], Atom]]:
    """Labels with the amount behind each; nothing where the row holds more than that and a hint in parentheses."""
    label: list[Atom] = []
    found: list[tuple[tuple[Atom, ...], Atom]] = []
    for atom in atoms:
        if atom.kind == "money":
            if not label:
                return
            found.append((tuple(label), atom))
            label = []
        elif atom.kind == "date":
            return
        elif atom.kind == "dash" and label and amount_name(_words(label)) is not None:
            # "Deductible --": nothing of it.
            label = []
        elif any(map(str.isalpha, atom.text)):
            label.append(atom)
    hint = bool(label) and label[0].text.startswith("(") and label[-1].text.endswith(")")
    if not label or hint:
        yield from found


def put_amount(card: Card, label: Sequence[Atom], amount: Atom) -> None:
    """Put an amount onto its card, by what its label says."""
    words = _words(label)
    card.labels.add(" ".join(words).lower())
    name = amount_name(words)
    if name is None:
        return
    card.repeats |= name in card.amounts
    card.amounts[name] = amount


def _words(atoms: Sequence[Atom]) -> list[str]:
    return [word for atom in atoms for word in atom.text.replace(":", " ").split()]


def amount_name(words: Sequence[str]) -> str | None:
    if (head := header_words().find(words)) is not None:
        return next((name for name in head.fields if name in AMOUNT_FIELDS), None)
    if (label := field_labels().find(words)) is not None:
        return next((_OF_LABEL[name] for name in label.fields if name in _OF_LABEL), None)
    if words and _DISCOUNT.match(words[-1]):
        # That of a plan by its name: "Ridgeline discount".
        return "adjustment"
    return amount_field(words) or ("plan_paid" if says_a_payer_paid(" ".join(words)) else None)


def _even_titles(blocks: Sequence[Card]) -> list[Card]:
    """The first card has no more rows of title than the others: what stands above is the paper's own."""
    most = max((len(block.titles) for block in blocks[1:] if not _is_sum(block)), default=0)
    for block in blocks[:1]:
        block.titles = block.titles[-most:] if most else _right_above(block)
    return _titled(iter(blocks))


def _right_above(block: Card) -> list[tuple[Row, tuple[Atom, ...]]]:
    """The rows of title that stand as close above the amounts, and above each other, as rows of one card."""
    kept: list[tuple[Row, tuple[Atom, ...]]] = []
    y = min((amount.y for amount in block.amounts.values()), default=float("inf"))
    for row, own in reversed(block.titles):
        if y - row.y > _PITCH * row.height:
            break
        kept.insert(0, (row, own))
        y = row.y
    return kept


def _is_sum(block: Card) -> bool:
    return any(is_total(" ".join(atom.text for atom in own)) for _, own in block.titles)


def _told(card: Card) -> dict[str, tuple[Atom, ...]]:
    """What the title rows say by column; nothing where neither day nor code stands there."""
    told: dict[str, list[Atom]] = {}
    for _, own in card.titles:
        name = "description"
        if by := clinician_named(own):
            told["provider"] = [*by]
            continue
        for size, meaning, atom in _read(own):
            name = meaning or ("description" if size else name)
            if atom is not None and any(map(str.isalnum, atom.text)):
                told.setdefault("date" if atom.date is not None else name, []).append(atom)
                # A count is one figure; what stands behind it is of the service again.
                name = "description" if name == "units" else name
    kept = {name: tuple(found) for name, found in told.items() if name in _TOLD}
    kept |= {"remark": card.notes} if card.notes else {}
    return kept if kept.keys() & {"date", "code"} else {}


def _read(atoms: Sequence[Atom]) -> Iterator[tuple[int, str | None, Atom | None]]:
    """The atoms of a title row; before the values of a label what the label says they are."""
    at = 0
    while at < len(atoms):
        if (found := _label_at(atoms, at)) is not None:
            size, name = found
            lasts = name == "units" and says_how_long(atoms[at].text, [atom.text for atom in atoms])
            yield size, "(unknown)" if lasts else name, None
            at += size
            continue
        yield 0, None, atoms[at]
        at += 1


def _label_at(atoms: Sequence[Atom], at: int) -> tuple[int, str] | None:
    """A label by its colon, or by the code, the number or the day that follows it; its size and what it names."""
    for size in range(min(4, len(atoms) - at), 0, -1):
        run, rest = atoms[at : at + size], atoms[at + size :]
        words = _words(run)
        if any(atom.kind != "text" or atom.text.endswith(":") for atom in run[:-1]) or not words:
            continue
        numbered = len(words) > 1 and words[-1].isdigit()
        meaning = header_words().find(words[:-1] if numbered else words)
        if run[-1].text.endswith(":"):
            if (meaning is None or at) and _begins_behind(run, atoms[at - 1] if meaning is not None else None):
                continue
            fields = [name for name in meaning.fields if name in _TOLD] if meaning else []
            if numbered and "description" in fields or rest and "code" in fields and parse_code(rest[0].text):
                return size, "description" if numbered else "code"
            return size, fields[0] if fields else "(unknown)"
        if rest and rest[0].date is not None and meaning is not None and "date" in meaning.fields:
            return size, "date"
        counted = meaning is not None and meaning.fields == ("units",) and (size == 1 or run[0].text[:1].isupper())
        if rest and at and counted and _COUNT.match(rest[0].text):
            return size, "units"
        if rest and at and meaning is not None and "modifiers" in meaning.fields and rest[0].text in known_modifiers():
            return size, "modifiers"
        if (
            rest
            and at
            and meaning is not None
            and "diagnosis" in meaning.fields
            and "." in (diagnosis_in(rest[0].text) or "")
        ):
            return size, "diagnosis"
        coded = bool(rest) and parse_code(rest[0].text) is not None
        # "Infusion treatment (96365)": a small word between others is one of them.
        named = meaning is not None and "description" in meaning.fields and (not at or run[0].text[:1].isupper())
        if coded and meaning is not None and ("code" in meaning.fields or named):
            return size, "code"
    return None


def _begins_behind(run: Sequence[Atom], value: Atom | None) -> bool:
    """True where a known label stands apart behind the first words: "Emergency room visit   Procedure:".

    It stands farther from them than they from the value before, where there is one.
    """
    near = max(_APART * run[0].tokens[0].box.height, run[0].x0 - value.x1 if value is not None else 0.0)
    for i, (before, atom) in enumerate(pairwise(run), start=1):
        words = _words(run[i:])
        known = header_words().find(words) or field_labels().find(words)
        if known is not None and atom.x0 - before.x1 > near:
            return True
    return False


def _column(name: str) -> Column:
    head = HeadColumn(fields=(name,), x0=0.0, x1=0.0, tokens=())
    return Column(field=name, head=head, left=0.0, right=0.0)


def _row(card: Card, told: dict[str, tuple[Atom, ...]], fields: Sequence[str]) -> TableRow:
    first = card.titles[0][0]
    cells = tuple(told.get(name) or ((card.amounts[name],) if name in card.amounts else ()) for name in fields)
    return TableRow(role="service", cells=cells, y=first.y, height=first.height)
