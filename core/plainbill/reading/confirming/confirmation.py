"""What confirms a reading: sums that close, values printed twice, dates within the stay, the file's own text."""

import datetime
import functools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case.reading import Confirmation
from plainbill.knowledge.tables import read_table
from plainbill.reading.confirming.larger_parts import larger_parts
from plainbill.reading.confirming.left_over import are_held_by_nothing, repeated_beyond_the_sum
from plainbill.reading.confirming.loose_ends import loose_ends
from plainbill.reading.confirming.recurring import recurring
from plainbill.reading.confirming.rows_without_amounts import has_rows_without_amounts
from plainbill.reading.confirming.second import is_seen_alike
from plainbill.reading.confirming.strange_codes import strange_codes
from plainbill.reading.confirming.unborne import unborne_amounts
from plainbill.reading.confirming.unlikely_names import unlikely_names
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.forming import UNIT_PRICE
from plainbill.reading.lines.ledgers import balanced, left_of_groups, subtotaled
from plainbill.reading.page import Box
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token
from plainbill.reading.sources import amount_at
from plainbill.reading.sums.equations import closing_balance, closing_parts
from plainbill.reading.terms.dates import days_in, parse_date

_NEARLY_ALL = 0.6
# What begins with a digit that looks like a dollar sign.
_LIKE_A_SIGN = re.compile(r"^[-(]?[3-689]\d")
# Month, day and year with marks between them, of which a sign may be read as another.
_WHOLE_DAY = re.compile(r"^(?=(?:\D*\d){4})[\w./,-]{6,11}$")
# So few days without a year, of those with one, were cut.
_FEW_CUT = 0.5
_SUMS = ("totals.", "previous_balance", "fees")
_SIGNS = re.compile(r"[^\w.]|_")
_ROUNDING = Decimal("0.01")

Confirmed = dict[str, list[Confirmation]]
_COLUMN_TOTALS = {
    "charge": "charges", "allowed": "allowed", "plan_paid": "plan_paid", "not_covered": "not_covered",
    "deductible": "deductible", "copay": "copay", "coinsurance": "coinsurance",
    "patient_responsibility": "patient_responsibility",
}  # fmt: skip
_OTHER_TOTALS = {"plan_paid": "insurance_paid", "patient_responsibility": "balance_due"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BorneOut:
    """What confirms the value at each path by the paper itself, and the paths that no second reader can confirm.

    `doubtful` are those whatever else confirms them, `print_alone` those of which two readers tell the print alone:
    amounts that may hold a sign read as a digit, and amounts that no sum bears out.
    """

    by: Mapping[str, Sequence[Confirmation]]
    doubtful: frozenset[str]
    print_alone: frozenset[str]


def borne_out_by_the_paper(
    found: Mapping[str, Found],
    lines: int,
    payments: int,
    layouts: Sequence[PageLayout],
    *,
    lacking: bool = False,
) -> BorneOut:
    """Return what confirms values without a second reader.

    `lacking` is true where print of the paper that nothing was read from may be what its sums lack.
    """
    confirmed: Confirmed = {}
    _column_sums(found, lines, confirmed)
    _equations(found, lines, payments, confirmed)
    _add(confirmed, subtotaled(found, lines, layouts), "subtotal")
    _add(confirmed, left_of_groups(found, layouts), "subtotal")
    _add(confirmed, balanced(found, layouts), "running_balance")
    _payments_sum(found, payments, confirmed)
    _code_tables(found, confirmed)
    _unit_prices(found, lines, confirmed)
    _dates(found, confirmed)
    _repeated(found, layouts, confirmed)
    _add(confirmed, recurring(found), "repeated")
    for path, value in found.items():
        if value.tokens and all(token.from_text for token in value.tokens):
            _add(confirmed, [path], "text_layer")
    doubtful = frozenset(_doubtful(found, lines, layouts, confirmed, lacking=lacking))
    print_alone = _without_sign(found) | {*unborne_amounts(found, confirmed), *larger_parts(found, lines)}
    return BorneOut(by=confirmed, doubtful=doubtful, print_alone=print_alone)


def confirmations(
    found: Mapping[str, Found], borne_out: BorneOut, alike: Mapping[int, frozenset[Box]]
) -> Mapping[str, Sequence[Confirmation]]:
    """Return what confirms the value at each path; a path that is missing is doubtful.

    `alike` holds by page the boxes of print that two readers saw alike.
    """
    confirmed: dict[str, Sequence[Confirmation]] = {}
    for path, value in found.items():
        if path in borne_out.doubtful:
            continue
        by = borne_out.by.get(path, ())
        seen_alike = bool(alike) and path not in borne_out.print_alone and is_seen_alike(value, alike)
        if by or seen_alike:
            confirmed[path] = (*by, "second_reader") if seen_alike else by
    return confirmed


def _doubtful(
    found: Mapping[str, Found], lines: int, layouts: Sequence[PageLayout], confirmed: Confirmed, *, lacking: bool
) -> Iterator[str]:
    """The paths of values that stay in doubt although something confirms them."""
    yield from _repaired(found)
    yield from _cut_short(found)
    yield from unlikely_names(found)
    yield from loose_ends(found, layouts)
    yield from (
        path for path in strange_codes(found, _known("codes", "key")) if "text_layer" not in confirmed.get(path, ())
    )
    taken = {token for value in found.values() for token in value.tokens}
    if _has_unread_rows(taken, layouts) or has_rows_without_amounts(layouts, taken):
        # Read right or not, a sum says nothing against lines of which one may be missing.
        totals = [f"totals.{total}" for total in _COLUMN_TOTALS.values()]
        yield from (path for path in totals if "line_sum" not in confirmed.get(path, ()))
    if lacking:
        yield from (path for path in found if path.startswith(_SUMS))
    charges = [path for i in range(lines) if (path := f"lines[{i}].charge") in found]
    grouped = all("subtotal" in confirmed.get(path, ()) for path in charges)
    if not grouped and are_held_by_nothing(found, lines, layouts):
        amounts = (path for path, value in found.items() if isinstance(value.value, Decimal))
        yield from (path for path in amounts if path.startswith("lines["))
    yield from repeated_beyond_the_sum(found, lines)


def _has_unread_rows(taken: Collection[Token], layouts: Sequence[PageLayout]) -> bool:
    """True where among the services of a table a row prints an amount and nothing of it was `taken` for anything."""
    for layout in layouts:
        for table in layout.tables:
            places = [row.y for row in table.rows if row.role == "service"]
            named = {row.y for row in table.rows if row.role not in {"amounts", "words"}}
            for row in layout.cells:
                atoms = [atom for cell in row for atom in cell.atoms]
                if not atoms or not places or not places[0] < atoms[0].y < places[-1] or atoms[0].y in named:
                    continue
                if any(a.money for a in atoms) and not any(token in taken for a in atoms for token in a.tokens):
                    return True
    return False


def _repaired(found: Mapping[str, Found]) -> Iterator[str]:
    """Codes, diagnoses and days that were made of other print than their own: "Do120", "110", "67/15/24".

    Print that recurs, or that two readers saw alike, says no more of them.
    """
    for path, value in found.items():
        printed = "".join(token.text for token in value.tokens).upper()
        coded = path.endswith(".code") or ".modifiers[" in path
        if path.startswith("lines[") and coded and str(value.value).upper() not in printed:
            yield path
        diagnosed = "diagnosis_codes[" in path and str(value.value).upper() not in printed
        if diagnosed and str(value.value).upper()[1:] in printed:
            yield path
        if path.startswith("lines[") and "service_date" in path and _prints_no_day(value):
            yield path


def _cut_short(found: Mapping[str, Found]) -> Iterator[str]:
    """Days of lines without a year where nearly all others print theirs: "Aug 1" may be what glare left of "Aug 14"."""
    days = [path for path in found if path.startswith("lines[") and path.endswith(".service_date")]
    short = [path for path in days if (day := parse_date(_print_of(found[path]))) is not None and day.year is None]
    whole = {found[path].tokens for path in days if path not in short}
    if len({found[path].tokens for path in short}) <= _FEW_CUT * len(whole):
        yield from short


def _print_of(value: Found) -> str:
    return " ".join(token.text for token in value.tokens)


def _prints_no_day(value: Found) -> bool:
    """True for whole days whose print is none: other rows told which one it is."""
    texts = [token.text for token in value.tokens]
    together = ("".join(texts), " ".join(texts))
    if not _WHOLE_DAY.match(together[0]):
        return False
    return not any(parse_date(text, dense=True) or days_in(text) for text in (*texts, *together))


def _without_sign(found: Mapping[str, Found]) -> frozenset[str]:
    """Amounts without a dollar sign where nearly all have one: both readers may take the sign for a digit."""
    printed = {
        path: "".join(token.text for token in value.tokens)
        for path, value in found.items()
        if isinstance(value.value, Decimal) and value.tokens
    }
    signed = sum("$" in text for text in printed.values())
    if signed < _NEARLY_ALL * len(printed):
        return frozenset()
    return frozenset(path for path, text in printed.items() if _LIKE_A_SIGN.match(text))


def _add(confirmed: Confirmed, paths: Iterable[str], by: Confirmation) -> None:
    for path in paths:
        known = confirmed.setdefault(path, [])
        if by not in known:
            known.append(by)


def _column_sums(found: Mapping[str, Found], lines: int, confirmed: Confirmed) -> None:
    """Lines that add up to the printed total of their column."""
    for field, total in _COLUMN_TOTALS.items():
        paths = [f"lines[{i}].{field}" for i in range(lines) if f"lines[{i}].{field}" in found]
        _close(found, paths, (f"totals.{total}", f"totals.{_OTHER_TOTALS.get(field, total)}"), confirmed)
    adjusted = [
        path for path in found if path.startswith("lines[") and ".adjustments[" in path and path.endswith("].amount")
    ]
    _close(found, adjusted, ("totals.adjustments",), confirmed)
    if "totals.charges" not in found:
        _close(
            found,
            [f"lines[{i}].charge" for i in range(lines) if f"lines[{i}].charge" in found],
            ("totals.estimate",),
            confirmed,
        )


def _close(found: Mapping[str, Found], paths: Sequence[str], totals: Iterable[str], confirmed: Confirmed) -> None:
    amounts = [amount for path in paths if (amount := amount_at(found, path)) is not None]
    for total in totals:
        if amounts and sum(amounts, Decimal(0)) == amount_at(found, total):
            _add(confirmed, paths, "total")
            _add(confirmed, [total], "line_sum")


def _equations(found: Mapping[str, Found], lines: int, payments: int, confirmed: Confirmed) -> None:
    """Amounts that add up within a line, among the totals, and from the charges to the balance."""
    # Each line is handed its own values alone: looking through those of all would take the square of the lines.
    by_start: defaultdict[str, dict[str, Found]] = defaultdict(dict)
    for path, value in found.items():
        by_start[path[: path.find(".") + 1]][path] = value
    for start in [f"lines[{i}]." for i in range(lines)]:
        for paths in closing_parts(by_start[start], start):
            _add(confirmed, paths, "line_sum")
    for paths in closing_parts(by_start["totals."], "totals."):
        _add(confirmed, paths, "total")
    _add(confirmed, closing_balance(found, payments), "total")


def _payments_sum(found: Mapping[str, Found], payments: int, confirmed: Confirmed) -> None:
    by_kind: dict[str, list[str]] = {}
    for i in range(payments):
        kind = found.get(f"payments[{i}].kind")
        by_kind.setdefault(str(kind.value) if kind else "other", []).append(f"payments[{i}].amount")
    for kinds, total in (
        (("insurance_payment",), "insurance_paid"),
        (("contractual_adjustment", "discount"), "adjustments"),
        (("patient_payment",), "patient_paid"),
    ):
        paths = [path for kind in kinds for path in by_kind.get(kind, [])]
        _close(found, paths, (f"totals.{total}",), confirmed)


def _code_tables(found: Mapping[str, Found], confirmed: Confirmed) -> None:
    """Codes that the tables know: a code read wrong is mostly none at all."""
    for path, value in found.items():
        name = path.rsplit(".", 1)[-1].split("[")[0]
        table = _TABLE_OF.get(name)
        if table is not None and path.startswith("lines[") and str(value.value).upper() in _known(*table):
            _add(confirmed, [path], "code_table")


_TABLE_OF = {
    "code": ("codes", "key"), "modifiers": ("modifiers", "key"), "revenue_code": ("revenue_codes", "key"),
    "reason": ("adjustment_reasons", "reason"), "group": ("adjustment_groups", "group"),
}  # fmt: skip


@functools.cache
def _known(table: str, column: str) -> frozenset[str]:
    return frozenset(row[column].upper() for row in read_table(table))


def _unit_prices(found: Mapping[str, Found], lines: int, confirmed: Confirmed) -> None:
    """Units times the printed price of one is the charge."""
    for i in range(lines):
        price, charge = amount_at(found, f"lines[{i}].{UNIT_PRICE}"), amount_at(found, f"lines[{i}].charge")
        units = found[f"lines[{i}].units"].value if f"lines[{i}].units" in found else None
        if price is None or charge is None or not isinstance(units, int | float) or not units:
            continue
        if abs(price * Decimal(str(units)) - charge) <= _ROUNDING:
            _add(confirmed, [f"lines[{i}].units", f"lines[{i}].charge"], "unit_price")


def _dates(found: Mapping[str, Found], confirmed: Confirmed) -> None:
    """Service days within the printed stay; a day that several lines carry."""
    first, last = _day(found, "service_from"), _day(found, "service_to")
    heads = [found[name].tokens for name in ("service_from", "service_to") if name in found]
    days = {
        path: day
        for path in found
        if path.startswith("lines[") and "service_date" in path and (day := _day(found, path))
    }
    # A day that is printed once for several lines confirms nothing.
    printed = {(day, found[path].tokens) for path, day in days.items()}
    seen = Counter(day for day, _ in printed)
    for path, day in days.items():
        if first and last and first <= day <= last and found[path].tokens not in heads:
            _add(confirmed, [path], "date_range")
        if seen[day] > 1:
            _add(confirmed, [path], "repeated")


def _day(found: Mapping[str, Found], path: str) -> datetime.date | None:
    value = found[path].value if path in found else None
    return value if isinstance(value, datetime.date) else None


def _repeated(found: Mapping[str, Found], layouts: Sequence[PageLayout], confirmed: Confirmed) -> None:
    """Values that stand on the paper a second time, in other print."""
    printed = Counter(bare for layout in layouts for bare in _printed(layout))
    for path, value in found.items():
        if path.startswith("lines[") and not _may_recur(path, found):
            continue
        if path.startswith("totals."):
            _add(confirmed, [path] if _says_it_twice(value, layouts) else [], "repeated")
            continue
        bare = "".join([_bare(token.text) for token in value.tokens]).strip(".")
        if len(bare) >= 5 and printed[bare] > 1:
            _add(confirmed, [path], "repeated")


def _may_recur(path: str, found: Mapping[str, Found]) -> bool:
    """Codes and days recur for a reason; the words of a line without either may be a label that recurs."""
    line, _, name = path.rpartition(".")
    named = any(f"{line}.{other}" in found for other in ("code", "service_date", "revenue_code"))
    return name in {"code", "service_date"} or (name == "description" and named)


def _says_it_twice(value: Found, layouts: Sequence[PageLayout]) -> bool:
    """True where two labels of one meaning carry the amount: amounts of another meaning are often as large."""
    labels = [label for layout in layouts for label in layout.labels]
    fields = {field for label in labels if label.value.tokens == value.tokens for field in label.fields}
    return any(
        label.value.value == value.value and label.value.tokens != value.tokens and fields & set(label.fields)
        for label in labels
    )


def _printed(layout: PageLayout) -> Iterator[str]:
    """Runs of up to six atoms as printed, without blanks and signs."""
    for row in layout.cells:
        for cell in row:
            texts = [atom.text for atom in cell.atoms]
            bare = [*map(_bare, texts)]
            for start in range(len(texts)):
                for stop in range(start + 1, min(start + 6, len(texts)) + 1):
                    if not _goes_on(texts, start, stop):
                        yield "".join(bare[start:stop]).strip(".")


def _goes_on(texts: Sequence[str], start: int, stop: int) -> bool:
    """True where a longer name holds the run: "Anchor" in "Anchor Bay Health" says nothing of a name "Anchor"."""
    after = stop < len(texts) and texts[stop - 1][-1:].isalpha() and (texts[stop][:1].isupper() or texts[stop] == "&")
    label = start > 0 and texts[start - 1].endswith((":", "#", "-"))
    before = start > 0 and texts[start][:1].isalpha() and texts[start - 1][:1].isupper() and not label
    return after or before


def _bare(text: str) -> str:
    """Letters, digits and points."""
    return _SIGNS.sub("", text.upper())
