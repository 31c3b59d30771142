"""Labels and values set like running text: what does not fit on a row goes on at the left of the next one."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.name_blocks import is_street
from plainbill.reading.labels.subjects import opens_a_subject
from plainbill.reading.rows.atoms import Atom, Cell, has_figure
from plainbill.reading.terms.dates import parse_date
from plainbill.reading.terms.vocabulary import field_labels

Cells = tuple[Cell, ...]

_GREETS = re.compile(r"^(?:dear|hello|hi)\b", re.IGNORECASE)

_FEWEST_LABELS = 2
# The next row begins below this one, up to so many heights down and so far aside.
_PITCH, _ASIDE = 2.2, 1.0
_BLANK = 0.3
_LARGER = 1.2
_GRID = 0.3
# What stands farther behind a label than so many heights is no value of it.
_FAR = 4.0
# A column beside the words leaves so much room between them, in heights of print.
_GUTTER = 1.0


def with_runs_joined(rows: Sequence[Cells]) -> list[Cells]:
    """Return the rows, the first words of a row moved behind those above where they would not have fitted there.

    Only rows with several labels are set like that; a row all of whose words have moved is empty.
    """
    right = max((cell.x1 for row in rows for cell in row), default=0.0)
    joined = list(rows)
    start = 0
    for i, row in enumerate(rows):
        above = rows[i - 1] if i else ()
        run = _up_to_a_bare_label(above, row)
        if not run:
            run, edge = _before_a_side_column(above, rows[i : i + 2], right)
            if not (run and row and _is_flowing(run) and _goes_on(run, row, edge)):
                start = i
                continue
        # Where all words of the row above have moved, these follow them.
        start = start if not joined[i - 1] else i - 1
        last = len(joined[start]) - 1 if len(run) == len(above) else len(run) - 1
        cell = joined[start][last]
        longer = Cell(atoms=_put_together(cell.atoms, row[0].atoms), height=cell.height)
        joined[start] = (*joined[start][:last], longer, *joined[start][last + 1 :])
        joined[i] = row[1:]
    return joined


def _before_a_side_column(above: Cells, below: Sequence[Cells], right: float) -> tuple[Cells, float]:
    """The cells of a row left of a column that goes on beside the next rows, and where their room ends.

    Behind words that flow a cell of the next row may begin where one of this does by chance, but none of both rows.
    """
    for i, cell in enumerate(above[1:], start=1):
        beside = [any(abs(cell.x0 - other.x0) < _GRID * cell.height for other in row[1:]) for row in below[:1]]
        under = [any(abs(cell.x0 - other.x0) < _GRID * cell.height for other in row) for row in below[1:]]
        if all(beside) and (all(under) or not _is_labeled(cell)):
            return above[:i], cell.x0 - _GUTTER * cell.height
    return above, right


def _up_to_a_bare_label(above: Cells, row: Cells) -> Cells:
    """The cells of a row up to the label that ends its words, where what begins the next row can but be its value.

    "PARTICIPANT: Tobias Ellsworth  MEMBER NUMBER:" over "W656132096  GROUP #: 0071475": others of the row hold
    their values, and nothing stands below the label itself. Nothing, where it is not so.
    """
    at = next((i for i in reversed(range(len(above))) if above[i].atoms[-1].text.endswith(":")), 0)
    run, beside = above[: at + 1], above[at + 1 :]
    if not row or not at or not any(map(_is_labeled, run[:-1])):
        return ()
    first, label = row[0].atoms[0], run[-1]
    if any(":" in cell.text for cell in beside) and beside[0].x0 - label.x1 < _FAR * label.height:
        return ()
    near = row[0].y - label.y <= _PITCH * label.height and abs(first.x0 - run[0].x0) <= _ASIDE * label.height
    below = any(abs(cell.x0 - label.x0) <= _ASIDE * label.height for cell in row)
    valued = has_figure(first.text) and not first.text.endswith(":") and not is_street(row[0].text)
    return run if near and valued and not below and row[0].height <= _LARGER * label.height else ()


def _is_labeled(cell: Cell) -> bool:
    """True for a label with its colon and what stands behind it."""
    return any(atom.text.endswith(":") for atom in cell.atoms[:-1])


def _put_together(atoms: Sequence[Atom], more: Sequence[Atom]) -> tuple[Atom, ...]:
    """The atoms of both rows in one; a day that breaks behind a hyphen is whole again: "09-AUG-" and "2025"."""
    last, first = atoms[-1], more[0]
    text = last.text + first.text
    if not last.text.endswith("-") or (day := parse_date(text)) is None:
        return (*atoms, *more)
    return (*atoms[:-1], Atom(kind="date", tokens=(*last.tokens, *first.tokens), text=text, date=day), *more[1:])


def _is_label(row: Cells) -> bool:
    meaning = field_labels().find([atom.text for atom in row[0].atoms]) if len(row) == 1 else None
    return meaning is not None and meaning.exact and not row[0].atoms[-1].text.endswith(":")


def _begins_with_a_label(above: Cells, row: Cells) -> bool:
    """True where the row begins with a whole label, of which the row above holds no part."""
    texts = [atom.text for cell in row for atom in cell.atoms]
    colon = next((i for i, text in enumerate(texts) if text.endswith(":")), None)
    if colon is None or above[-1].atoms[-1].text.endswith(":"):
        return False
    words = [text.rstrip(":") for text in texts[: colon + 1] if text != ":"]
    longer = [above[-1].atoms[-1].text, *words]
    whole, parted = (field_labels().find(each) for each in (words, longer))
    return whole is not None and whole.exact and (parted is None or not parted.exact)


def _is_flowing(row: Cells) -> bool:
    words = (atom.text for cell in row for atom in cell.atoms if not opens_a_subject(atom.text))
    return sum(word.endswith(":") for word in words) >= _FEWEST_LABELS


def _goes_on(above: Cells, row: Cells, right: float) -> bool:
    height = above[0].height
    first = row[0].atoms[0]
    if row[0].y - above[0].y > _PITCH * height or abs(first.x0 - above[0].x0) > _ASIDE * height:
        return False
    if row[0].height > _LARGER * height or _is_label(row) or _GREETS.match(first.text):
        # A heading, in larger print or by its words.
        return False
    if _begins_with_a_label(above, row):
        return False
    return above[-1].x1 + _BLANK * height + (first.x1 - first.x0) > right - height
