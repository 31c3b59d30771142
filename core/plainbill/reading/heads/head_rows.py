"""Which rows of a page may be of a head: what in each may be head words, and the values below it."""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from plainbill.reading.heads.body_rows import entries
from plainbill.reading.heads.head_words import is_head_word
from plainbill.reading.heads.values_below import Values, columns_below, is_day
from plainbill.reading.labels.field_kinds import VALUE_OF_FIELD
from plainbill.reading.rows.atoms import Atom, Cell, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.reasons import is_reason_row
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import known_codes, parse_code, parse_revenue_code
from plainbill.reading.terms.running_text import speaks_to_the_reader
from plainbill.reading.terms.supplies import count_of_a_supply
from plainbill.reading.terms.vocabulary import field_labels

# No head word is a code, or a number as long as those of claims and accounts.
_NUMBER = re.compile(r"\d{5}|\b[A-Z]\d{4}\b")
_REVENUE_CODE = re.compile(r"^0\d{3}$")
_GUTTER = 0.65
# A note may stand apart from the code before it.
_NO_GUTTER = 3.0
_FEWEST_OF_A_SENTENCE = 6
_FEWEST_OF_A_FOOTNOTE = 5
_FEWEST_OF_A_QUESTION, _PHRASE = 5, 0.8
# Heads that stand close to each other may end in "Approved?" and ask nothing.
_QUESTION = re.compile(
    r"^(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would|may|should|need|what|which|who|how|why|when|where)$",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"(?:[A-Za-z]{4,}|owe|you)\.$")
_FEWEST_CAPTIONS, _FEWEST_OF_PEOPLE = 3, 2
_OF_PEOPLE = frozenset({"name", "person", "number", "npi"})
_LOOKED_AT = 40
_AMOUNTS_OF_A_SERVICE = 3


def are_of_a_service(values: Sequence[Cell]) -> bool:
    """True for a day and an amount, or for amounts that stand beside no head, though their day was read as a number."""
    kinds = [cell.atoms[0].kind for cell in values]
    return {"date", "money"} <= {*kinds} or kinds.count("money") >= _AMOUNTS_OF_A_SERVICE


class HeadRows:
    """The rows of a page with what may be head words in each, how many are, and the columns of values below."""

    def __init__(self, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> None:
        self.rows = rows
        self.atoms = atoms
        self.parts = [_header_cells(row, own) for row, own in zip(rows, atoms, strict=True)]
        services = entries([others for _, others in self.parts])
        self.known = [
            0
            if number in services
            or _is_sentence(row, own)
            or _asks(row, own)
            or _is_footnote(words)
            or _are_captions(words)
            or _is_service(own)
            or count_of_a_supply(" ".join(atom.text for atom in own)) is not None
            else sum(_is_known(t) for c in words for t in c.tokens)
            for number, (row, own, (words, _)) in enumerate(zip(rows, self.atoms, self.parts, strict=True))
        ]
        self._below: dict[int, tuple[Values, ...]] = {}
        self._beside: dict[int, bool] = {}

    def below(self, last: int) -> tuple[Values, ...]:
        """The columns of values in the rows below row `last`."""
        if last not in self._below:
            looked_at = range(last + 1, min(last + 1 + _LOOKED_AT, len(self.rows)))
            rows = [self.atoms[i] for i in looked_at if not self._is_beside_columns(i)]
            self._below[last] = columns_below(rows, self.rows[last].height)
        return self._below[last]

    def _is_beside_columns(self, row: int) -> bool:
        """Whether a row is one of reasons or of a note with an amount; it stands below many that may end a head."""
        if row not in self._beside:
            said = " ".join(atom.text for atom in self.atoms[row])
            self._beside[row] = is_reason_row(self.atoms[row]) or speaks_to_the_reader(said)
        return self._beside[row]


def _is_service(atoms: Sequence[Atom]) -> bool:
    """True for a service whose words may be those of heads by chance: "0636  DRUGS/DETAIL CODE  J0690".

    It has the revenue code of a hospital's service before its code, or a day beside one that is known.
    """
    coded = any(parse_code(atom.text) is not None for atom in atoms[1:])
    if coded and _REVENUE_CODE.match(atoms[0].text) is not None:
        return True
    if len(atoms) > 1 and _REVENUE_CODE.match(atoms[0].text) and parse_revenue_code(atoms[0].text) is not None:
        # "0305 Facility fee" needs no code beside it: no head begins with such a number.
        return True
    return any(map(is_day, atoms)) and any(atom.text in known_codes() for atom in atoms)


def _is_sentence(row: Row, atoms: Sequence[Atom]) -> bool:
    """True where the words run on without a gutter up to a full stop: a note, and no head."""
    if len(atoms) < _FEWEST_OF_A_SENTENCE or not _FULL_STOP.search(atoms[-1].text):
        return False
    gaps = (right.x0 - left.x1 for left, right in pairwise(atoms))
    return max(gaps) < _NO_GUTTER * row.height


def _asks(row: Row, atoms: Sequence[Atom]) -> bool:
    """True where a row holds a whole question, "Did Medicare Approve All Services?", longer than those of a head."""
    run: list[Atom] = []
    for atom in atoms:
        run = [*run, atom] if run and atom.x0 - run[-1].x1 < _PHRASE * row.height else [atom]
        asks = len(run) >= _FEWEST_OF_A_QUESTION and atom.text.endswith("?")
        if asks and any(_QUESTION.match(each.text) for each in run[: 1 - _FEWEST_OF_A_QUESTION]):
            return True
    return False


def _is_footnote(cells: Sequence[Cell]) -> bool:
    """True where several words begin with a star: "* The amount covered is the charge less ..."."""
    first = cells[0].tokens if cells else ()
    return (
        len(first) >= _FEWEST_OF_A_FOOTNOTE
        and first[0].text.startswith("*")
        and first[0].text.strip("*") in {"", "The"}
    )


def _is_known(token: Token) -> bool:
    return is_head_word(token.text)


def _are_captions(cells: Sequence[Cell]) -> bool:
    """True where all cells are labels, several of them of people or their numbers: no table of services has such."""
    printed = [[token.text for token in cell.tokens] for cell in cells]
    meanings = [field_labels().find(words) for words in printed]
    if any(words in printed[:i] for i, words in enumerate(printed)):
        # "Insurance" over its payments and its balance.
        return False
    if len(cells) < _FEWEST_CAPTIONS or not all(meaning is not None and meaning.exact for meaning in meanings):
        return False
    kinds = [VALUE_OF_FIELD.get(meaning.fields[0]) for meaning in meanings if meaning is not None]
    return sum(kind in _OF_PEOPLE for kind in kinds) >= _FEWEST_OF_PEOPLE


def _header_cells(row: Row, atoms: Sequence[Atom]) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """Cells that may be head words, and cells that cannot be: values, and labels of values that stand beside them."""
    cells = cells_of(atoms, _GUTTER * row.height)
    words, others = [], []
    for i, cell in enumerate(cells):
        follower = cells[i + 1] if i + 1 < len(cells) else None
        if (
            any(atom.kind in {"money", "date"} or _NUMBER.search(atom.text) for atom in cell.atoms)
            or _is_labeled(cell)
            or follower is not None
            and follower.atoms[0].kind in {"money", "date"}
        ):
            others.append(cell)
        else:
            words.append(cell)
    return tuple(words), tuple(others)


def _is_labeled(cell: Cell) -> bool:
    """True for a label, with or without its value; a colon before a word of heads is a stop that was read wrong."""
    return any(
        atom.text.endswith(":") and not (behind is not None and behind.kind == "text" and is_head_word(behind.text))
        for atom, behind in zip_longest(cell.atoms, cell.atoms[1:])
    )
