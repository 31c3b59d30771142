"""Amounts with their captions: before them on a row, or above them on the row before, and the words beside both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainbill.reading.blocks.cards import amount_name
from plainbill.reading.rows.atoms import Atom, Cell, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.reasons import reason_at
from plainbill.reading.terms.codes import is_key_of_a_note
from plainbill.reading.terms.vocabulary import header_words

Printed = tuple[Row, tuple[Atom, ...]]

GUTTER = 0.9
# A caption and its amount stand below each other within so many heights, and begin, end or are centered as near.
BELOW, ALIGNED = 2.6, 2.0
# In heights of print: a blank that no phrase has.
_APART = 0.5
_POSSESSIVES = frozenset({"our", "the", "a"})
_LONGEST_CAPTION = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Captioned:
    """An amount, what its caption says that it is (None where nobody knows), and the reason that the caption names."""

    name: str | None
    label: tuple[Atom, ...]
    amount: Atom
    reason: tuple[Atom, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One row, or captions and the amounts below them: the words of each row beside these, and the amounts."""

    rows: tuple[Printed, ...]
    amounts: tuple[Captioned, ...] = ()
    is_stacked: bool = False

    @property
    def words(self) -> tuple[Atom, ...]:
        """All words beside captions and amounts."""
        return tuple(atom for _, own in self.rows for atom in own)


def stacked(above: Printed, below: Printed) -> Unit | None:
    """Return captions that end a row and the amounts below them as a unit, None where the rows are no such."""
    row, own = above
    if below[0].y - row.y > BELOW * max(row.height, below[0].height) or any(atom.kind == "money" for atom in own):
        return None
    own, under, keyed = without_notes_at_the_end(row, own, below[1])
    words, captions = _caption_run(row, own)
    if not captions or any(heads_words(cell) for cell in cells_of(words, GUTTER * row.height)):
        return None
    start = captions[0][1][0].x0 - ALIGNED * row.height
    values = [atom for atom in under if atom.x1 > start]
    beside = tuple(atom for atom in under if atom.x1 <= start)
    amounts = [atom for atom in values if atom.kind == "money"]
    if not amounts or len(amounts) > len(captions) or any(is_word(atom) for atom in values):
        return None
    if any(atom.kind == "money" for atom in beside) or _caption_size(beside, row.height):
        # They have captions of their own beside them.
        return None
    chosen = captions if len(amounts) == len(captions) else _under(captions, amounts, row.height)
    if chosen is None:
        return None
    found = tuple(
        Captioned(name=name, label=label, amount=amount) for (name, label), amount in zip(chosen, amounts, strict=True)
    )
    return Unit(rows=((row, words), (below[0], beside)), amounts=(*found, *keyed), is_stacked=True)


def without_notes_at_the_end(
    row: Row, own: tuple[Atom, ...], below: tuple[Atom, ...]
) -> tuple[tuple[Atom, ...], tuple[Atom, ...], tuple[Captioned, ...]]:
    """Return captions and what stands below them without the last one, if it is of notes, and the key below it.

    It may have no key below it: not every service has a note.
    """
    head = _head_of_notes(cells_of(own, GUTTER * row.height)[-1].atoms) if own else ()
    if not head:
        return own, below, ()
    left = own[: -len(head)]
    last = below[-1] if below and below[-1].x1 > head[0].x0 else None
    if last is None or last.kind in {"money", "dash"}:
        return left, below, ()
    if not is_key_of_a_note(last.text):
        return own, below, ()
    return left, below[:-1], (Captioned(name="remark", label=head, amount=last),)


def _head_of_notes(cell: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """What ends a cell and heads notes, by itself or close behind captions: "Paid Expl."."""
    for size in range(min(len(cell), _LONGEST_CAPTION), 0, -1):
        if _heads_notes(cell[-size:]) and (size == len(cell) or captions_in(cell[:-size])):
            return cell[-size:]
    return ()


def _heads_notes(atoms: Sequence[Atom]) -> bool:
    found = header_words().find([atom.text.strip(":") for atom in atoms])
    return found is not None and found.exact and "remark" in found.fields


def is_word(atom: Atom) -> bool:
    """True for a word or a day, and no mark or lone letter."""
    return atom.kind in {"text", "date"} and any(map(str.isalnum, atom.text)) and len(atom.text) > 1


def heads_words(cell: Cell) -> bool:
    """True for the head of another column than one of amounts: then the row is the head of a table."""
    meaning = header_words().find([atom.text for atom in cell.atoms])
    return meaning is not None and meaning.exact


def _caption_run(row: Row, own: Sequence[Atom]) -> tuple[tuple[Atom, ...], list[tuple[str, tuple[Atom, ...]]]]:
    """The words of a row, and the captions that end it."""
    cells = list(cells_of(own, GUTTER * row.height))
    captions: list[tuple[str, tuple[Atom, ...]]] = []
    while cells and (found := captions_in(cells[-1].atoms)):
        captions = [*found, *captions]
        cells.pop()
    return tuple(atom for cell in cells for atom in cell.atoms), captions


def captions_in(atoms: tuple[Atom, ...]) -> list[tuple[str, tuple[Atom, ...]]]:
    """Return the captions that follow each other in one run of words, none where one of them is not known."""
    found: list[tuple[str, tuple[Atom, ...]]] = []
    while atoms:
        for size in range(min(len(atoms), _LONGEST_CAPTION), 0, -1):
            if (name := caption_name(atoms[:size])) is not None:
                found.append((name, atoms[:size]))
                atoms = atoms[size:]
                break
        else:
            return []
    return found


def _under(
    captions: Sequence[tuple[str, tuple[Atom, ...]]], amounts: Sequence[Atom], height: float
) -> list[tuple[str, tuple[Atom, ...]]] | None:
    """The captions of the amounts, where blanks and dashes leave out some; None where two may be meant."""
    chosen: list[int] = []
    for amount in amounts:
        apart = [
            min(
                abs(amount.x0 - label[0].x0),
                abs(amount.x1 - label[-1].x1),
                abs(amount.middle - (label[0].x0 + label[-1].x1) / 2),
            )
            for _, label in captions
        ]
        nearest = min(range(len(captions)), key=apart.__getitem__)
        if apart[nearest] > ALIGNED * height or chosen and nearest <= chosen[-1]:
            return None
        chosen.append(nearest)
    return [captions[i] for i in chosen]


def row_unit(printed: Printed) -> Unit:
    """Return a row with its amounts, each with the words before it as its caption."""
    row, own = printed
    words: list[Atom] = []
    label: list[Atom] = []
    found: list[Captioned] = []
    for atom in own:
        if atom.kind != "money":
            label.append(atom)
            continue
        while label and not any(map(str.isalnum, label[-1].text)):
            # A sign that stands apart from the amount.
            label.pop()
        size = _caption_size(label, row.height)
        caption, reason = without_hint(label[len(label) - size :] if size else label)
        words += label[: len(label) - size] if size else []
        name = caption_name(caption) if size else None
        found.append(Captioned(name=name, label=tuple(caption), amount=atom, reason=reason))
        label = []
    if found and label and _stands_apart(found[-1].amount, label[0], row.height):
        label, keyed = _blank_or_key(label)
        found += keyed
    return Unit(rows=((row, (*words, *label)),), amounts=tuple(found))


def says_none(unit: Unit) -> bool:
    """True for a row that says by a dash behind a caption that there is no such amount: "Your deductible  -"."""
    *label, mark = unit.words or (None,)
    if unit.amounts or len(unit.rows) != 1 or mark is None or mark.kind != "dash":
        return False
    return caption_name([atom for atom in label if atom is not None]) is not None


def _blank_or_key(label: list[Atom]) -> tuple[list[Atom], list[Captioned]]:
    """What stands behind the amounts of a row as words, and the key of a note behind its caption.

    A caption with nothing behind it, or a dash, says that there is no such amount: it is no words of a service.
    """
    said = [atom for atom in label if any(map(str.isalnum, atom.text))]
    if said and caption_name(said) is not None:
        return [], []
    if not said or not _heads_notes(said[:1]) or len(said) > _LONGEST_NOTE:
        return label, []
    if len(said) == 1:
        return [], []
    keyed = is_key_of_a_note(said[1].text)
    return ([], [Captioned(name="remark", label=(said[0],), amount=said[1])]) if keyed else (label, [])


_LONGEST_NOTE = 2


def _stands_apart(before: Atom, atom: Atom, height: float) -> bool:
    return atom.x0 - before.x1 > _APART * height


def _caption_size(label: Sequence[Atom], height: float) -> int:
    """How many of the words before an amount are its caption, 0 where nobody knows it; a count begins none."""
    for size in range(len(label), 0, -1):
        apart = size == len(label) or _is_apart(label[-size - 1], label[-size], height)
        if apart and not label[-size].text.isdigit() and caption_name(without_hint(label[-size:])[0]) is not None:
            return size
    return 0


def _is_apart(before: Atom, atom: Atom, height: float) -> bool:
    """True where a caption may begin behind other words: behind a blank, a colon, or a mark between amounts."""
    ends = before.text.endswith(":") or not any(map(str.isalnum, before.text))
    return ends or _stands_apart(before, atom, height)


def without_hint(label: Sequence[Atom]) -> tuple[list[Atom], tuple[Atom, ...]]:
    """Return a caption without what stands behind it in parentheses, and the reason of a plan that this names."""
    start = next((i for i, atom in enumerate(label) if i and atom.text.startswith("(")), len(label))
    hint = label[start:]
    if not hint or not hint[-1].text.rstrip(":").endswith(")"):
        return _without_reason(label)
    bare = tuple(replace(atom, text=atom.text.strip("():")) for atom in hint)
    return list(label[:start]), bare if reason_at(bare) is not None else ()


def _without_reason(label: Sequence[Atom]) -> tuple[list[Atom], tuple[Atom, ...]]:
    """A caption without the reason that ends it, and this: "Adjustment CO-97"."""
    for start in range(1, len(label)):
        told = reason_at(label[start:])
        if told is not None and told.taken == len(label) - start:
            return list(label[:start]), tuple(label[start:])
    return list(label), ()


def caption_name(atoms: Sequence[Atom]) -> str | None:
    """Return the column of amounts that a caption names, None where nobody knows it."""
    if any(atom.kind != "text" for atom in atoms):
        return None
    words = [word for atom in atoms for word in atom.text.replace(":", " ").split()]
    name = amount_name(words)
    if name is None and len(words) > 1 and words[0].lower() in _POSSESSIVES:
        name = amount_name(words[1:])
    return name
