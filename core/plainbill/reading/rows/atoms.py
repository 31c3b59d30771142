"""Tokens of a row to atoms: a date, an amount or a word each, with what it was read as."""

import functools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal, get_args

from plainbill.case.paper import AdjustmentGroup
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import known_codes
from plainbill.reading.terms.dates import PrintedDate, parse_date, parse_days
from plainbill.reading.terms.money import parse_money

AtomKind = Literal["money", "date", "dash", "text"]
_BARE_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_DASHES = frozenset({"-", "--", "---", "- -", "_", "__", "n/a", "na", ".", "$-", "$"})
# Print of one value has no wider blank inside; in heights of the row.
_INSIDE_GAP = 0.8
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)(?:day)?[.,]?\s+(?=[A-Za-z\d])", re.IGNORECASE)
_SIGNED, _BLANK = 2, 0.4
_LONGEST_VALUE = 4
# The group of an adjustment, with what readers make of it: "C0", "PR-".
_GROUP = re.compile(rf"^(?:{'|'.join(get_args(AdjustmentGroup)).replace('O', '[O0]')})-?$", re.IGNORECASE)
# Nearer than this, in heights of the row, is no blank of any font.
_NO_BLANK = 0.18
_INSIDE_CODE = 0.22
_PIECES = re.compile(r"^-?\$?1$"), re.compile(r"^\d{1,3}(?:,\d{3})*\.\d{2}$")
_DATE_PIECES = re.compile(r"^\d{1,2}/\d{1,2}(?:/\d{0,3})?$"), re.compile(r"^\d{0,2}/?\d{1,4}$")
_WHOLE_DATE = re.compile(r"^\d{1,2}/\d{1,2}/(?:19|20)\d\d$")
# A figure that a reader took for a sign of another script: what it was nobody knows, and the rest of the row is good.
_UNREAD = re.compile(
    r"^\$?(?:[\d,]*\.?\d?)[\u3000-\u9fff](?:\.\d\d)?$|^\$?(?=.*[\u3000-\u9fff])[\d,\u3000-\u9fff]+\.[\d\u3000-\u9fff]{2}$"
)
_INSIDE_DATE = 0.55
_FRACTION = re.compile(r"^1/[2348]$|^3/[48]$|^2/3$")
_MEASURED = re.compile(
    r"^(?:hrs?|hours?|days?|miles?|mi|in|inch(?:es)?|oz|cc|ml|lbs?|tabs?|tablets?|units?|strength|dose|pint|liter)\b",
    re.IGNORECASE,
)
# "May 8, 2025-May 12, 2025" is five words.
_LONGEST_RANGE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One value or word of a row; `until` is the second day of a range that is printed without blanks in its middle.

    `shift` is how far it stands right of where it would in a column that does not lean
    (`plainbill.reading.columns.leaning`).
    """

    kind: AtomKind
    tokens: tuple[Token, ...]
    text: str
    money: Decimal | None = None
    date: PrintedDate | None = None
    until: PrintedDate | None = None
    shift: float = 0.0
    # The edges and the middle between them, asked for so often that working them out each time would be felt.
    x0: float = field(init=False, compare=False, repr=False)
    x1: float = field(init=False, compare=False, repr=False)
    middle: float = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        x0, x1 = self.tokens[0].box.x0 - self.shift, self.tokens[-1].box.x1 - self.shift
        object.__setattr__(self, "x0", x0)
        object.__setattr__(self, "x1", x1)
        object.__setattr__(self, "middle", (x0 + x1) / 2)

    @property
    def y(self) -> float:
        """Height on the level page."""
        return self.tokens[0].y


# Without slots: some forty places look for words in the text of each cell of a page, which is put together once.
@dataclass(frozen=True, kw_only=True)
class Cell:
    """Atoms of a row with no gutter between them."""

    atoms: tuple[Atom, ...]
    height: float

    @functools.cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens from left to right."""
        return tuple(token for atom in self.atoms for token in atom.tokens)

    @functools.cached_property
    def text(self) -> str:
        """The print, joined by one blank."""
        return " ".join(atom.text for atom in self.atoms)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.atoms[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.atoms[-1].x1

    @property
    def middle(self) -> float:
        """Middle between left and right edge."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """Height on the level page."""
        return self.atoms[0].y


class AtomsOfRows:
    """The atoms of the rows of one page, each row taken apart once, whatever step before its tables asks first."""

    def __init__(self) -> None:
        # Each row stays with its atoms, so that no other one gets its identity.
        self._known: dict[int, tuple[Row, tuple[Atom, ...]]] = {}

    def of(self, row: Row) -> tuple[Atom, ...]:
        """Return the atoms of a row from left to right."""
        if id(row) not in self._known:
            self._known[id(row)] = (row, atoms_of(row))
        return self._known[id(row)][1]


def atoms_of(row: Row) -> tuple[Atom, ...]:
    """Return the atoms of a row from left to right."""
    atoms: list[Atom] = []
    rest = row.tokens
    while rest:
        # Behind the group of an adjustment stands its reason: "PR 1 29.00".
        is_reason = bool(atoms) and _GROUP.match(atoms[-1].text) is not None
        value = _longest_value(rest, row.height, pieced=not is_reason) or _torn_code(rest, row.height)
        atom = value or _word(rest[0])
        rest = rest[len(atom.tokens) :]
        if atoms and (below_zero := _minus(atoms[-1], atom, row.height)) is not None:
            atom = below_zero
            atoms.pop()
        atoms.append(atom)
    return tuple(atoms)


_CODE_PIECES = re.compile(r"^(?:\d{3}|\d{0,3}1)$"), re.compile(r"^(?P<rest>\d{2}|1\d{0,3})(?:-[A-Z0-9]{2})?$")


def _torn_code(tokens: Sequence[Token], height: float) -> Atom | None:
    """A known code that a reader put a blank into, where no printed blank is as narrow: "971 12".

    Fonts set two ones the farthest apart: "1 1200".
    """
    run = tuple(tokens[: len(_CODE_PIECES)])
    if len(run) < len(_CODE_PIECES) or run[1].box.x0 - run[0].box.x1 > _INSIDE_CODE * height:
        return None
    if not all(form.match(token.text) for form, token in zip(_CODE_PIECES, run, strict=True)):
        return None
    text = run[0].text + run[1].text
    return Atom(kind="text", tokens=run, text=text) if text[:5] in known_codes() else None


def _minus(word: Atom, amount: Atom, height: float) -> Atom | None:
    """The amount with its sign in a word before it: "minus $168.12"."""
    spelled = word.text.lower() == "minus" and amount.money is not None and amount.money > 0
    if not spelled or amount.money is None or amount.x0 - word.x1 > height:
        return None
    return replace(amount, tokens=(*word.tokens, *amount.tokens), text=f"-{amount.text}", money=-amount.money)


# In heights of print: narrower than any gutter where the print of a row is of one size.
_LARGE_BLANK, _ONE_SIZE = 0.62, 1.4
# How much of a letter's room its sides are, and how wide one blank may be, in letters.
_SIDES, _MOST_SIDES, _ONE_BLANK = 0.25, 0.4, 1.2
# In letters: the blank takes one, and those beside it do not fill their room.
_TYPED_BLANK, _ONE_WIDTH, _FEWEST_OF_A_TYPE = 1.35, 1.1, 4


def cells_of(atoms: Sequence[Atom], gutter: float, *, typed: bool = False) -> tuple[Cell, ...]:
    """Return runs of atoms that stand closer than `gutter` pixels.

    `typed`: words in letters of one width may stand a little wider apart, as outside tables.
    """
    runs: list[list[Atom]] = []
    end = -math.inf
    for atom in atoms:
        apart = atom.x0 - end
        if apart < gutter or runs and _follow(runs[-1][-1], atom, apart, typed=typed):
            runs[-1].append(atom)
        else:
            runs.append([atom])
        end = atom.x1
    return tuple(
        Cell(atoms=tuple(run), height=max([token.box.height for atom in run for token in atom.tokens])) for run in runs
    )


def _follow(left: Atom, right: Atom, apart: float, *, typed: bool) -> bool:
    """True where a blank as wide as a gutter stands within one name or phrase; hardly any of a table's is so narrow."""
    if apart < _LARGE_BLANK * right.tokens[0].box.height and apart < _blank_of_large(left, right):
        return True
    return typed and apart < _blank_of_type(left, right)


def _blank_of_large(left: Atom, right: Atom) -> float:
    """How wide a blank in a name may be whose print is larger than that of its row, as in a letterhead."""
    if not (_may_be_of_a_name(left) and _may_be_of_a_name(right)):
        return 0.0
    heights = [atom.tokens[0].box.height for atom in (left, right)]
    return _LARGE_BLANK * min(heights) if max(heights) < _ONE_SIZE * min(heights) else 0.0


def _blank_of_type(left: Atom, right: Atom) -> float:
    """How wide a blank between two words may be whose letters are all as wide, as a typewriter fills in a form."""
    words = [atom.text.rstrip(",.") for atom in (left, right)]
    if not all(word.isalpha() for word in words) or max(map(len, words)) < _FEWEST_OF_A_TYPE:
        return 0.0
    widths = [(atom.x1 - atom.x0) / len(atom.text) for atom in (left, right)]
    if max(widths) >= _ONE_WIDTH * min(widths):
        return 0.0
    # Letters leave room at their sides, which the last of a word does not fill: the longer word tells the pitch best.
    longest = max((left, right), key=lambda atom: len(atom.text))
    pitch = (longest.x1 - longest.x0) / (len(longest.text) - _SIDES)
    sides = min(max(len(left.text) * pitch - (left.x1 - left.x0), 0.0), _MOST_SIDES * pitch)
    return max(_TYPED_BLANK * min(widths), _ONE_BLANK * pitch + sides)


def _may_be_of_a_name(atom: Atom) -> bool:
    return atom.kind == "text" and atom.text[:1].isupper() and atom.text.isalpha()


def joined(tokens: Sequence[Token]) -> str:
    """The print of tokens, joined by one blank."""
    return " ".join(token.text for token in tokens)


def is_open(atoms: Sequence[Atom]) -> bool:
    """Return whether a parenthesis opens and does not close: "Complete blood count (85025" before "91)"."""
    text = " ".join(atom.text for atom in atoms)
    return text.rfind("(") > text.rfind(")")


def has_figure(text: str) -> bool:
    """Return whether any mark of the text is a figure."""
    return any(map(str.isdigit, text))


def _longest_value(tokens: Sequence[Token], height: float, *, pieced: bool) -> Atom | None:
    close = 1
    while (
        close < min(len(tokens), _LONGEST_RANGE)
        and tokens[close].box.x0 - tokens[close - 1].box.x1 < _INSIDE_GAP * height
    ):
        close += 1
    close = max(close, _of_a_spelled_day(tokens, height))
    if not any(has_figure(token.text) for token in tokens[:close]):
        # Neither a day nor an amount is printed in letters alone.
        return None
    if tokens[0].text.startswith(".") and close > 1 and _UNIT.match(tokens[1].text):
        # ".25 MG" is a strength.
        return None
    for size in range(close, 0, -1):
        if (days := _range(tokens[:size])) is not None:
            return days
    for size in range(min(close, _LONGEST_VALUE), 0, -1):
        run = tuple(tokens[:size])
        text = joined(run)
        text = _WEEKDAY.sub("", text) if size > 1 else text
        if size == 1 and len(tokens) > 1 and _FRACTION.match(text) and _MEASURED.match(tokens[1].text):
            # "Waiting time, 1/2 HR".
            return None
        if (date := parse_date(text)) is not None and (size == 1 or not _is_two_dates(run)):
            return Atom(kind="date", tokens=run, text=text, date=date)
        if (day := _one_date(run, height)) is not None:
            return day
        if size == len(_IN_PARENTHESES) and (amount := _in_parentheses(run)) is not None:
            return amount
        if (money := parse_money(text)) is not None and (size == 1 or _one_amount(run)):
            return Atom(kind="money", tokens=run, text=text, money=money)
        if (
            pieced
            and _is_one_number(run, height)
            and (money := parse_money(whole := "".join(t.text for t in run))) is not None
        ):
            return Atom(kind="money", tokens=run, text=whole, money=money)
    return _whole_dollars(tokens)


# "billed $265, allowed $151.40": a comma of the sentence; in "$3, 000.00" it is one of the amount.
_WHOLE_DOLLARS = re.compile(r"^\$\d{1,3}(?:,\d{3})*[,;]$")


def _whole_dollars(tokens: Sequence[Token]) -> Atom | None:
    """Dollars without cents before the comma of a sentence, None where figures follow it."""
    if not _WHOLE_DOLLARS.match(tokens[0].text) or len(tokens) > 1 and tokens[1].text[:1].isdigit():
        return None
    text = tokens[0].text[:-1]
    return Atom(kind="money", tokens=tuple(tokens[:1]), text=text, money=parse_money(text))


def _of_a_spelled_day(tokens: Sequence[Token], height: float) -> int:
    """How many tokens print "Dec 2, 2023" with wide blanks, as print of one width has them; 0 where none do."""
    forms = zip(_SPELLED_DAY, tokens, strict=False)
    if len(tokens) < len(_SPELLED_DAY) or not all(form.match(token.text) for form, token in forms):
        return 0
    apart = max(other.box.x0 - one.box.x1 for one, other in pairwise(tokens[: len(_SPELLED_DAY)]))
    return len(_SPELLED_DAY) if apart < _WIDE_BLANK * height else 0


_SPELLED_DAY = (
    re.compile(r"^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?$", re.IGNORECASE),
    re.compile(r"^\d{1,2},?$"),
    re.compile(r"^(?:19|20)\d{2}[.,;]?$"),
)
_WIDE_BLANK = 1.1
_UNIT = re.compile(r"^(?:mg|mcg|ml|gm?|oz|%|units?|mm|cm|in)\b|^%", re.IGNORECASE)


def _range(run: Sequence[Token]) -> Atom | None:
    """Two days with a hyphen and no blank between them, or in one month ("February 3-5, 2026"), as one atom."""
    text = joined(run)
    if ("/" in text and " " not in text or text[0].isalpha()) and (days := parse_days(text)) is not None:
        return Atom(kind="date", tokens=tuple(run), text=text, date=days[0], until=days[1])
    for match in _BARE_HYPHEN.finditer(text):
        first, last = parse_date(text[: match.start()]), parse_date(text[match.end() :])
        if first is not None and last is not None:
            return Atom(kind="date", tokens=tuple(run), text=text, date=first, until=last)
    return None


def _one_date(run: Sequence[Token], height: float) -> Atom | None:
    """A day that a reader put a blank into, where no printed blank is as narrow: "06/23/1 977"."""
    if len(run) != len(_DATE_PIECES) or run[1].box.x0 - run[0].box.x1 > _INSIDE_DATE * height:
        return None
    text = "".join(token.text for token in run)
    if not all(form.match(token.text) for form, token in zip(_DATE_PIECES, run, strict=True)):
        return None
    date = parse_date(text) if _WHOLE_DATE.match(text) else None
    return Atom(kind="date", tokens=tuple(run), text=text, date=date) if date is not None else None


# A dollar sign apart from its amount, which a reader saw as a letter or a figure: "(S 161.82)", "(5 73.11)".
_IN_PARENTHESES = (re.compile(r"^\([S5s]$"), re.compile(r"^[\d.,]+\)$"))


def _in_parentheses(run: Sequence[Token]) -> Atom | None:
    """An amount in parentheses whose sign was taken for something else: a blank parts it from the figures."""
    if not all(form.match(token.text) for form, token in zip(_IN_PARENTHESES, run, strict=True)):
        return None
    money = parse_money(text := f"({run[1].text}")
    return Atom(kind="money", tokens=tuple(run), text=text, money=money) if money is not None else None


def _is_two_dates(run: Sequence[Token]) -> bool:
    return sum(parse_date(token.text) is not None for token in run) > 1


def _one_amount(run: Sequence[Token]) -> bool:
    """True where only marks stand around a single number, so that no neighbor is drawn in."""
    holding = [token for token in run if has_figure(token.text)]
    if len(holding) == 1:
        # A dash farther off than a blank is that of the empty column beside.
        ends = [pair for pair in (run[:2], run[-2:]) if any(token.text in {"-", "+"} for token in pair)]
        return all(other.box.x0 - one.box.x1 <= _BLANK * holding[0].box.height for one, other in ends)
    return (
        len(holding) == 2
        and holding[0].text.rstrip().endswith((",", "."))
        or (len(holding) == 2 and holding[1].text.startswith((".", ",")) and len(holding[1].text) in {3, 4})
    )


def _is_one_number(run: Sequence[Token], height: float) -> bool:
    """True for a one right before an amount, nearer than any blank: it is narrow, and readers see a blank there."""
    if len(run) != len(_PIECES) or not all(form.match(token.text) for form, token in zip(_PIECES, run, strict=True)):
        return False
    return -_NO_BLANK * height < run[1].box.x0 - run[0].box.x1 < _NO_BLANK * height


def _word(token: Token) -> Atom:
    empty = token.text.lower() in _DASHES or _UNREAD.match(token.text) is not None
    return Atom(kind="dash" if empty else "text", tokens=(token,), text=token.text)


# A dash that a reader took for the stroke of a letter or a one.
_STROKES = frozenset({"1", "I", "l", "|", "i"})


def stands_for_nothing(atom: Atom) -> bool:
    """True for a dash in a column of amounts, also where it was read as a stroke."""
    return atom.kind == "dash" or atom.text in _STROKES


def is_days(atoms: Sequence[Atom]) -> bool:
    """True where a cell prints days, with nothing but dashes between them."""
    return bool(atoms) and all(atom.date is not None or atom.kind == "dash" for atom in atoms)
