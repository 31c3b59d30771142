"""Labeled values: words that announce a value, and the value beside or below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainbill.reading.labels.box_titles import titles_sums
from plainbill.reading.labels.captions import BELOW, apart, are_captions, heads_columns
from plainbill.reading.labels.carried_values import carried_on, with_parted_words
from plainbill.reading.labels.centered_captions import centered_below, edges_over
from plainbill.reading.labels.field_kinds import VALUE_OF_FIELD
from plainbill.reading.labels.flowing import with_runs_joined
from plainbill.reading.labels.group_numbers import behind_a_groups_name, number_first
from plainbill.reading.labels.headed_blocks import named_by_heading
from plainbill.reading.labels.label_bounds import (
    LONGEST_LABEL,
    aside,
    begins_in_a_name,
    ends_value,
    follows_value,
    greets,
    is_initial,
    is_of_another,
    is_offered,
    is_torn,
    is_value_beside,
    may_be_label,
    may_follow_value,
    needs_a_colon,
    without_leaders,
)
from plainbill.reading.labels.label_cells import label_cells
from plainbill.reading.labels.label_words import WORDY, label_meaning, names_a_plan_too, size_before_a_name
from plainbill.reading.labels.lined_up_values import with_values_apart
from plainbill.reading.labels.name_blocks import is_organization, is_street_with_number
from plainbill.reading.labels.numbers_of_papers import numbers_of_papers
from plainbill.reading.labels.patients_told import names_the_patient
from plainbill.reading.labels.row_amounts import from_their_amount, leads_an_amount
from plainbill.reading.labels.sentences import said
from plainbill.reading.labels.sidebars import value_in_a_sidebar
from plainbill.reading.labels.values import value_in
from plainbill.reading.labels.words_of_forms import is_known_phrase, is_no_name, is_number_of_a_box
from plainbill.reading.rows.atoms import Atom, Cell, cells_of, has_figure
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.half_rows import beside_on_a_half_row
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.running_text import is_running_text
from plainbill.reading.terms.wording import is_department, summary_field

_FAR_BELOW = 14.0
# Boxes with captions leave room above their values; a name that far below may be anybody's.
_IN_A_BOX = 4.5
# A value this close beside its label belongs to it whatever stands below.
_BESIDE = 4.0
_HARDLY_A_GUTTER = 1.2
# So many labels with their values side by side make a row of pairs.
_FEWEST_PAIRS = 2
# Rows of one block stand no further apart, in heights of print.
_BETWEEN_ROWS = 2.2
_NUMBERED = re.compile(r"#\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labeled:
    """A labeled value: the fields its label may stand for, the label and the value as read."""

    fields: tuple[str, ...]
    label: tuple[Token, ...]
    value: Found

    @property
    def field(self) -> str:
        """The most usual meaning of the label."""
        return self.fields[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    fields: tuple[str, ...]
    atoms: tuple[Atom, ...]
    row: int
    exact: bool

    @property
    def x0(self) -> float:
        return self.atoms[0].x0

    @property
    def x1(self) -> float:
        return self.atoms[-1].x1

    @property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(token for atom in self.atoms for token in atom.tokens)


def labeled_values(
    rows: Sequence[Sequence[Atom]], heights: Sequence[float], gutters: Sequence[float]
) -> tuple[Labeled, ...]:
    """Return the labeled values of a page in reading order, those in sentences last.

    `rows` are atoms that no table has taken; a blank as wide as its gutter parts two cells of a row.
    """
    parted = [label_cells(cells_of(own, gutter, typed=True)) for own, gutter in zip(rows, gutters, strict=True)]
    cells = with_runs_joined(with_values_apart(parted))
    labels = [_under_headings(label, cells) for i, row in enumerate(cells) for label in _labels_in(row, i)]
    labels += _stacked(cells, labels)
    starts = {id(atom) for label in labels for atom in label.atoms}
    found: list[Labeled] = []
    taken: set[Token] = set()
    # What ends in a colon is surely a label: "GROUP" above its value may be the end of a name.
    for label in sorted(labels, key=lambda label: not label.atoms[-1].text.endswith(":")):
        if (labeled := _value_of(label, cells, heights[label.row], starts, taken)) is not None:
            found.append(labeled)
            taken.update(labeled.value.tokens)
    found += _summaries(cells, taken, starts)
    taken.update(token for labeled in found for token in labeled.value.tokens)
    told = (*said(cells, frozenset(taken)), *numbers_of_papers(cells, frozenset(taken)))
    spoken = [Labeled(fields=(s.field,), label=s.label, value=s.value) for s in told]
    return (*sorted(found, key=lambda entry: (entry.label[0].y, entry.label[0].box.x0)), *spoken)


def _labels_in(row: Sequence[Cell], index: int) -> Iterator[_Label]:
    for i, cell in enumerate(row):
        at = 0
        atoms = cell.atoms
        beside = row[i + 1].atoms if i + 1 < len(row) else ()
        while at < len(atoms):
            label = _label_at(atoms, at, index, beside)
            if label is None:
                at += 1
                continue
            yield label
            at += len(label.atoms)


def _under_headings(label: _Label, cells: Sequence[Sequence[Cell]]) -> _Label:
    """The label, "Name" below the heading of a block as the name of whom the block is about."""
    fields = named_by_heading(label.atoms, cells, label.row)
    return replace(label, fields=fields) if fields is not None else label


def _stacked(cells: Sequence[Sequence[Cell]], labels: Sequence[_Label]) -> Iterator[_Label]:
    """Labels before a name without a colon that begin, or whose name ends, where a label right above or below does."""
    sure = [(label.row, label.x0) for label in labels]
    ends = {(label.row, cell.x1) for label in labels for cell in cells[label.row] if label.atoms[0] is cell.atoms[0]}
    ahead = [(i, cell, size) for i, row in enumerate(cells) for cell in row if (size := size_before_a_name(cell.atoms))]
    for i, cell, size in ahead:
        run = cell.atoms[:size]
        near = [other for other, x0 in sure if abs(x0 - cell.x0) < 0.5 * cell.height]
        near += [other for other, x1 in ends if abs(x1 - cell.x1) < 0.5 * cell.height]
        # Two of them above one another bear each other out where they name different people.
        near += [
            other
            for other, its, length in ahead
            if abs(its.x0 - cell.x0) < 0.5 * cell.height and label_meaning(its.atoms[:length]) != label_meaning(run)
        ]
        beside = any(_is_next(cells, i, other, cell) for other in near) or _is_one_of_pairs(cell, i, labels, cells[i])
        beside = beside or names_the_patient(cell, size, cells, i)
        if (i, cell.x0) not in sure and beside and (meaning := label_meaning(run)) is not None:
            yield _Label(fields=meaning.fields, atoms=run, row=i, exact=True)


def _is_one_of_pairs(cell: Cell, row: int, labels: Sequence[_Label], cells: Sequence[Cell]) -> bool:
    """True where every other cell of the row is a label with its value, and this one names a person behind its own."""
    starts = [label.atoms[0] for label in labels if label.row == row and label.exact]
    ends = [label.atoms[-1] for label in labels if label.row == row]
    others = [other for other in cells if other is not cell]
    paired = [other for other in others if other.atoms[0] in starts and other.atoms[-1] not in ends]
    name = " ".join(atom.text for atom in cell.atoms[1:])
    return len(paired) >= _FEWEST_PAIRS and len(paired) == len(others) and not is_organization(name)


def _is_next(cells: Sequence[Sequence[Cell]], row: int, other: int, cell: Cell) -> bool:
    return other != row and bool(cells[other]) and abs(cells[other][0].y - cell.y) < _BETWEEN_ROWS * cell.height


def _label_at(atoms: Sequence[Atom], at: int, row: int, beside: Sequence[Atom]) -> _Label | None:
    """The longest label that begins here; inside a cell only one with a colon, or behind a value."""
    for size in range(min(LONGEST_LABEL, len(atoms) - at), 0, -1):
        run = tuple(atoms[at : at + size])
        if any(atom.kind not in {"text", "dash"} for atom in run) or run[-1].text.endswith(",") or needs_a_colon(run):
            continue
        numbered = at + size < len(atoms) and _NUMBERED.match(atoms[at + size].text) is not None
        ends = run[-1].text.endswith((":", "#")) or numbered
        if at > 0 and not ends and not may_follow_value(atoms, at, size, beside):
            continue
        meaning = (
            None if ends_value(atoms, at) or names_a_plan_too(run, atoms[at + size :] or beside) else label_meaning(run)
        )
        if meaning is not None and numbered and VALUE_OF_FIELD.get(meaning.fields[0]) == "money":
            continue
        if meaning is None or any(":" in atom.text[:-1] or atom.text.endswith(":") for atom in run[:-1]):
            continue
        if at > 0 and (begins_in_a_name(atoms, at, run) or not meaning.exact and is_initial(run)):
            continue
        closes = at + size == len(atoms) and is_value_beside(atoms[at - 1], meaning, beside)
        if at > 0 and (
            not ends and not closes and not follows_value(atoms, at, run, meaning) or is_torn(run, atoms[at - 1])
        ):
            continue
        if at > 0 and (
            greets(atoms[at - 1]) or is_offered(atoms[:at], meaning) or is_of_another(atoms, at, run, meaning)
        ):
            continue
        remark = aside(atoms[at + size :])
        if at == 0 and not ends and not may_be_label(run, atoms[size + len(remark) :], beside, meaning):
            continue
        return _Label(fields=meaning.fields, atoms=(*run, *remark), row=row, exact=meaning.exact)
    return None


def _value_of(
    label: _Label, cells: Sequence[Sequence[Cell]], height: float, starts: set[int], taken: set[Token]
) -> Labeled | None:
    beside = _beside(label, cells[label.row], starts)
    if beside is not None and titles_sums(beside, cells, label.row):
        beside = None
    # A number sign says that the value stands behind it: "Guarantor #20044918" over the name of an office.
    numbered = beside is not None and _NUMBERED.match(beside[0].text) is not None
    below = None if numbered else _below(label, cells, height, starts)
    near = beside is not None and beside[0].x0 - label.x1 < _BESIDE * height
    order = (beside, below) if beside is not None and (near or below is None) else (below, beside)
    if is_number_of_a_box(label.atoms[0].text):
        # A form prints values below their labels; what stands beside is the next field's label.
        order = (below, None if beside is None or is_number_of_a_box(beside[0].text) else beside)
    elif below is not None and heads_columns(cells, label.row, starts):
        order = (below, beside)
    elif below is not None and not near and (own := value_in_a_sidebar(label.atoms, cells, starts)) is not None:
        order = (own, beside)
    elif beside is not None and below is not None and not near:
        fits = _fits(label, beside) and not leads_an_amount(beside, cells[label.row])
        order = (beside, below) if fits else (below, beside)
    half: tuple[Atom, ...] | None = None
    kind = VALUE_OF_FIELD.get(label.fields[0])
    if kind == "money" and beside is None or beside is None and below is None and kind not in WORDY:
        # Words on another row may be anything; a number or a day is told by its form.
        half = beside_on_a_half_row(label.atoms, cells, label.row, starts)
    for atoms in (*order, half):
        if atoms is None:
            continue
        for field in number_first(label.fields, atoms):
            kind = VALUE_OF_FIELD.get(field)
            if kind in WORDY and all(atom.kind == "money" for atom in atoms):
                # "$27.95 CR" behind "Savings with your plan:".
                continue
            if kind == "number" and is_street_with_number(" ".join(atom.text for atom in atoms)):
                # "369 Alder Rd" below "Group", the end of a name.
                continue
            value = value_in(behind_a_groups_name(atoms) if field in _OF_A_GROUP else atoms, kind) if kind else None
            value = None if field == "visit_minutes" and not any(has_figure(a.text) for a in atoms) else value
            if (
                value is not None
                and kind in WORDY
                and (is_known_phrase(str(value.value)) or is_department(str(value.value)))
            ):
                continue
            if value is not None and kind == "name" and is_no_name(str(value.value)):
                continue
            if kind == "person" and atoms is beside and not near and leads_an_amount(atoms, cells[label.row]):
                continue
            if (
                value is not None
                and kind == "money"
                and atoms is below
                and _is_one_of_many(value, label, cells, height, starts)
            ):
                continue
            if value is not None and kind is not None:
                value = carried_on(value, kind, cells, label.row)
            if value is not None and not taken & set(value.tokens):
                fields = (field, *(other for other in label.fields if other != field))
                return Labeled(fields=fields, label=label.tokens, value=value)
    return None


_OF_A_GROUP = frozenset({"coverage.group_number"})


def _is_one_of_many(
    value: Found, label: _Label, rows: Sequence[Sequence[Cell]], height: float, starts: set[int]
) -> bool:
    """True where an amount below a label has another amount below it: the label heads a column."""
    box, y = value.tokens[0].box, value.y
    # Services over several rows stand further apart; their head has a label for every amount.
    several = heads_columns(rows, label.row, starts)
    reach, last = (_FAR_BELOW, 14) if several else (BELOW, 5)
    for row in rows[label.row + 2 : label.row + last]:
        for atom in (atom for cell in row if not is_running_text(cell.text) for atom in cell.atoms):
            aligned = min(atom.x1, value.tokens[-1].box.x1) > max(atom.x0, box.x0)
            counts = atom.kind == "money" or (not several and atom.text.isdigit())
            if aligned and counts and 0 < atom.y - y < reach * height:
                return True
    return False


def _fits(label: _Label, atoms: Sequence[Atom]) -> bool:
    kinds = {VALUE_OF_FIELD[field] for field in label.fields if field in VALUE_OF_FIELD}
    return any(value_in(atoms, kind) is not None for kind in kinds)


def _beside(label: _Label, row: Sequence[Cell], starts: set[int]) -> tuple[Atom, ...] | None:
    """What stands to the right, up to the next label: the rest of the cell, else the next cell."""
    for i, cell in enumerate(row):
        if label.atoms[0] not in cell.atoms:
            continue
        rest = cell.atoms[cell.atoms.index(label.atoms[-1]) + 1 :]
        rest = _until_label(tuple(atom for atom in rest if atom.text not in {":", "#", "."}), starts)
        if rest and "diagnosis" in label.fields:
            # A list of diagnoses may have gutters in it.
            return rest + _until_label(tuple(atom for other in row[i + 1 :] for atom in other.atoms), starts)
        if rest:
            return rest
        if cell.atoms[-1] is not label.atoms[-1] and id(cell.atoms[cell.atoms.index(label.atoms[-1]) + 1]) in starts:
            return None
        following = row[i + 1 :]
        while following and all(re.fullmatch(r"[.\s_:]*", atom.text) for atom in following[0].atoms):
            following = following[1:]
        if VALUE_OF_FIELD.get(label.fields[0]) == "money":
            following = from_their_amount(following)
        if not following:
            return None
        cells = following if "diagnosis" in label.fields else following[:1]
        return _until_label(without_leaders([atom for other in cells for atom in other.atoms]), starts) or None
    return None


def _until_label(atoms: Sequence[Atom], starts: set[int]) -> tuple[Atom, ...]:
    kept: list[Atom] = []
    for atom in atoms:
        if id(atom) in starts:
            break
        kept.append(atom)
    return tuple(kept)


_LINE_LETTER = re.compile(r"^[a-eA-C]$")


def _below(label: _Label, rows: Sequence[Sequence[Cell]], height: float, starts: set[int]) -> tuple[Atom, ...] | None:
    y, reach = label.atoms[0].y, BELOW
    captions = heads_columns(rows, label.row, starts)
    if captions and VALUE_OF_FIELD.get(label.fields[0]) not in WORDY:
        reach = _IN_A_BOX
    values = False
    for row in rows[label.row + 1 :]:
        if not row:
            continue
        if captions and values and are_captions(row, starts):
            # Those of the next boxes: this one is empty.
            return None
        values = values or not any(id(atom) in starts for cell in row for atom in cell.atoms)
        row = [piece for cell in row for piece in centered_below(cell, rows[label.row], starts)]
        if captions:
            row = [piece for cell in row for piece in apart(cell, edges_over(cell, rows[label.row]))]
        if is_number_of_a_box(label.atoms[0].text) and len(row) > 1:
            # The letter of a line within the field: "b   LOMBARD, ADA M".
            row = [cell for cell in row if not _LINE_LETTER.match(cell.text)] or row
        larger = max(0.0, row[0].height - height) / 2  # Its middle stands lower.
        if row[0].y - y - larger > reach * max(height, label.atoms[0].tokens[0].box.height):
            return None
        under = [
            cell
            for cell in row
            if min(cell.x1, label.x1) - max(cell.x0, label.x0) > 0.25 * min(cell.x1 - cell.x0, label.x1 - label.x0)
            or abs(cell.x0 - label.x0) < 0.5 * height
        ]
        if under:
            cells = row[row.index(under[0]) :] if "diagnosis" in label.fields else under[:1]
            cells = under if "service_dates" in label.fields else cells
            if VALUE_OF_FIELD.get(label.fields[0]) == "person":
                cells = with_parted_words(under[0], row, rows[label.row])
            return _until_label(tuple(atom for cell in cells for atom in cell.atoms), starts) or None
    return None


def _words_of(cells: Sequence[Cell]) -> tuple[Atom, ...]:
    """The words of the last cell, with those of the one before where the blank between them is hardly a gutter."""
    *before, last = cells
    near = bool(before) and last.x0 - before[-1].x1 < _HARDLY_A_GUTTER * last.height
    return (*before[-1].atoms, *last.atoms) if near else last.atoms


def _summaries(cells: Sequence[Sequence[Cell]], taken: set[Token], starts: set[int]) -> Iterator[Labeled]:
    """Amounts whose label no table knows, by the key words in it."""
    for row in ((*own[:1], *from_their_amount(own[1:])) for own in cells):
        for i, cell in enumerate(row):
            amount = cell.atoms[-1]
            if amount.kind != "money" or taken & set(amount.tokens):
                continue
            words = cell.atoms[:-1] or (_words_of(row[:i]) if i else ())
            if not words or any(atom.kind == "money" for atom in words) or len(words) > 9:
                continue
            field = summary_field(" ".join(atom.text for atom in words))
            if field is not None:
                value = Found(value=amount.money, tokens=amount.tokens)
                yield Labeled(fields=(field,), label=tuple(t for a in words for t in a.tokens), value=value)
