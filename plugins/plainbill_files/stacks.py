"""Tables whose cells stand one below the other, as many portals copy them, row by row again."""

import itertools
import re
from collections.abc import Sequence

# A row of such a table has so many cells; label and value in turn are no table.
FEWEST, MOST = 3, 14
LONGEST_HEAD = 40
# Any lines would do as the head and the one row of a table, were it not for its amounts.
MONEY_OF_ONE_ROW = 3
_LABELED_CODE = re.compile(
    r"(?:(?:procedure|service|billing|cpt|hcpcs)\s?/?)+(?:\s?code)?\s?[#:]?\s?"
    r"(?P<code>(?:[A-Z]\d{4}|\d{4}[A-Z]|\d{5})(?:[ -][A-Z0-9]{2})*)",
    re.IGNORECASE,
)
# One amount below "Total charges" is what the words say, whatever columns there are.
_FEWEST_SUMS = 2
_TOTAL = re.compile(r"(?:claim |grand |sub)?totals?\b", re.IGNORECASE)
_KINDS = (
    ("money", re.compile(r"[-−(]?\s?\$?\s?[-−(]?[\d,]*\d\.\d\d\)?\s?(?:CR|-|−)?", re.IGNORECASE)),
    ("date", re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}")),
    ("code", re.compile(r"(?:[A-Z]\d{4}|\d{4}[A-Z]|\d{5})(?:[ -]?[A-Z0-9]{2})?")),
    ("number", re.compile(r"-?\d{1,4}(?:\.0+)?")),
    ("none", re.compile(r"-{1,3}|[–—]|n/?a", re.IGNORECASE)),
)


def unstack_cells(rows: Sequence[str]) -> list[str]:
    """The rows with each table that has one cell a line put back into rows, its cells set apart by tabs."""
    rows = _with_codes(rows)
    filled = [at for at, row in enumerate(rows) if row.strip()]
    kinds = [_kind(rows[at]) for at in filled]
    texts = [rows[at] for at in filled]
    done: list[str] = []
    at = kept = 0
    while at < len(filled):
        width, count = _table_at(kinds, texts, at)
        # A head that begins too early leaves a row that does not fit, so the one with most rows is it.
        if not count or any(_cells(_table_at(kinds, texts, at + i)) > width * count for i in range(1, width + 1)):
            at += 1
            continue
        done += rows[kept : filled[at]]
        cells = [text.strip() for text in texts[at : at + width * (count + 1)]]
        done += ["\t".join(cells[start : start + width]) for start in range(0, len(cells), width)]
        at += width * (count + 1)
        closing = _closing(kinds, texts, at, cells[-width:])
        if closing:
            done.append("\t".join(closing))
            at += 1 + sum(map(bool, closing[1:]))
        kept = filled[at - 1] + 1
    return [*done, *rows[kept:]]


def _with_codes(rows: Sequence[str]) -> list[str]:
    """The rows, the labeled code below the words of a service behind them: "Procedure code: 99213", "CPT 93000"."""
    done: list[str] = []
    for row, below in itertools.zip_longest(rows, rows[1:], fillvalue=""):
        coded = _LABELED_CODE.fullmatch(row.strip())
        beside = done[-1].strip() if done else ""
        if coded and _kind(below) == "money" and beside and _kind(beside) == "words" and not beside.endswith(":"):
            done[-1] = f"{beside} ({coded['code']})"
        else:
            done.append(row)
    return done


def _closing(kinds: Sequence[str], texts: Sequence[str], at: int, last: Sequence[str]) -> list[str]:
    """The cells of the sums below a table whose last row is given, none where they have not an amount a column."""
    money = [_kind(cell) == "money" for cell in last]
    below = kinds[at + 1 : at + 1 + sum(money)]
    after = kinds[at + 1 + sum(money) : at + 2 + sum(money)]
    whole = at < len(texts) and _TOTAL.match(texts[at].strip()) and [*below] == ["money"] * sum(money)
    if not whole or money[0] or sum(money) < _FEWEST_SUMS or [*after] == ["money"]:
        return []
    amounts = iter(text.strip() for text in texts[at + 1 :])
    return [texts[at].strip() if not i else next(amounts) if paid else "" for i, paid in enumerate(money)]


def _kind(row: str) -> str:
    text = row.strip()
    if "\t" in text or "   " in text:
        return "row"
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(text)), "words")


def _cells(table: tuple[int, int]) -> int:
    return table[0] * table[1]


def _table_at(kinds: Sequence[str], texts: Sequence[str], at: int) -> tuple[int, int]:
    """How wide the table is that begins with its head here, and how many rows it has; none where there is none."""
    best = (0, 0)
    for width in range(FEWEST, MOST + 1):
        head = texts[at : at + width]
        if len(head) < width or any(kind != "words" for kind in kinds[at : at + width]):
            break
        if any(len(text.strip()) > LONGEST_HEAD or text.strip().endswith(":") for text in head):
            continue
        count = _rows_from(kinds, at + width, width)
        if width * count > _cells(best):
            best = (width, count)
    return best


def _rows_from(kinds: Sequence[str], start: int, width: int) -> int:
    """How many rows of that width follow each other with the same kind of cell in each column."""
    columns = [""] * width
    count = 0
    while start + width <= len(kinds):
        row = kinds[start : start + width]
        if "row" in row or any(kind not in {"none", known or kind} for kind, known in zip(row, columns, strict=True)):
            break
        columns = [known or (kind if kind != "none" else "") for kind, known in zip(row, columns, strict=True)]
        count += 1
        start += width
    # The amounts of one row alone stand beside each other; those behind labels of their own are no row.
    beside = max((sum(run) for _, run in itertools.groupby(kind == "money" for kind in columns if kind)), default=0)
    amounts = columns.count("money") if count > 1 else beside
    told = "words" in columns and amounts >= (1 if count > 1 else MONEY_OF_ONE_ROW)
    return count if told else 0
