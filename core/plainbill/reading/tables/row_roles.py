"""What a row under the head of a table is, told by its words and by what its columns hold."""

import re
from collections.abc import Sequence
from typing import get_args

from plainbill.case.paper import AdjustmentGroup
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Role, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.reasons import is_reason_row
from plainbill.reading.tables.days_of_rows import begins_with_a_day, names_several_days
from plainbill.reading.tables.row_faults import faults_of
from plainbill.reading.terms.accents import without_accents
from plainbill.reading.terms.amount_words import amount_field
from plainbill.reading.terms.blanks import with_blanks
from plainbill.reading.terms.codes import known_codes, parse_code, parse_codes, parse_ndc, parse_revenue_code
from plainbill.reading.terms.vocabulary import field_labels, plain_key
from plainbill.reading.terms.wording import (
    is_department,
    is_payment,
    is_subtotal,
    is_total,
    says_a_share,
    summary_field,
    unmarked,
)


def role_of(columns: Sequence[Column], cells: Sequence[Sequence[Atom]], sections: set[str]) -> Role | None:
    """What the row is by its cells; `sections` are the headings seen above; None where its amounts fit no column."""
    amounts = [
        atom
        for column, cell in zip(columns, cells, strict=True)
        for atom in cell
        if atom.kind == "money" and (column.field in AMOUNT_FIELDS or column.field == "unknown_amount")
    ]
    words = [atom for cell in cells for atom in cell if atom.kind not in {"money", "dash"}]
    text = " ".join(atom.text for atom in words)
    announced = bool(words) and _ANNOUNCED.match(words[0].text) is not None and not _has_date(columns, cells)
    coded = is_coded(columns, cells) and not announced
    if not amounts:
        own = [atom for cell in cells for atom in cell]
        if words and not coded and not _lists_reasons(cells) and _is_label_with_sum(own):
            return "summary"
        # A day and a code in their columns begin a service, though what its columns of amounts hold is none.
        begun = _has_date(columns, cells) and _names_only_a_code(columns, cells) and _holds_no_amount(columns, cells)
        listed = coded and (
            begun or _lost_cents(columns, cells) or not any(column.field in AMOUNT_FIELDS for column in columns)
        )
        return "service" if listed else ("words" if words else None)
    broken = _broken_reason(words) and all(atom.money is None or atom.money >= 0 for atom in amounts)
    reasoned = gives_reason(columns, cells) or broken
    if words and (_lists_reasons(cells) or (reasoned if not coded else is_code_beside_a_reason(columns, cells))):
        return "words"
    if not words:
        return "amounts" if not faults_of(columns, cells) else None
    if not coded and is_sentence(sorted((atom for cell in cells for atom in cell), key=lambda atom: atom.x0)):
        return "words"
    if not coded and (found := total_role(text, words, sections)) is not None:
        return found
    described = [
        atom for column, cell in zip(columns, cells, strict=True) if column.field == "description" for atom in cell
    ]
    named = " ".join(atom.text for atom in described)
    if not coded and described and total_role(named, described, sections) == "carried":
        # Beside it a column may hold the patient's name.
        return "carried"
    faults = faults_of(columns, cells)
    # A day, a code and a charge in their columns are a service, though nobody can read its other amounts.
    told = coded or _is_revenue_code_misread(columns, cells)
    certain = told and _has_date(columns, cells) and _has_charge(columns, cells)
    if faults > (1 if coded or len(amounts) >= _MANY_AMOUNTS else 0) and not certain:
        return None
    if coded:
        return "service"
    if (
        is_late_fee(words)
        or _OFFERS.search(text)
        or _AGES.fullmatch(text)
        or _is_labeled(columns, words, amounts)
        or _is_share(columns, cells, text)
        or (text.endswith(":") and summary_field(text) == "ignore_money")
    ):
        # No service, and read by its label.
        return "summary"
    # A decision in a column of its own or behind the amounts ("Approved") is no label of theirs.
    decided = [a for column, cell in zip(columns, cells, strict=True) if column.field == "status" for a in cell]
    before = [atom for atom in words if atom.x0 < amounts[-1].x0 and atom not in decided]
    # A payment may begin with a day that was read as words.
    dated = any(atom.kind == "date" for atom in words) or begins_with_a_day(columns, cells) and is_payment(text)
    if described and len(amounts) >= _MANY_AMOUNTS and before and before[-1] not in described:
        before = [atom for atom in before if not _IS_DECIDED.match(atom.text)]
    if not dated and is_summary(before) and not _in_activity(columns, cells):
        return "summary"
    # What takes off and says that it was paid is no service, whatever was read as its count.
    counted = _has_units(columns, cells) and not all(atom.money is not None and atom.money < 0 for atom in amounts)
    # "PAID" in a column that says what was decided names no payment.
    said = " ".join(
        atom.text
        for column, cell in zip(columns, cells, strict=True)
        if column.field != "status"
        for atom in cell
        if atom.kind != "money"
    )
    paid = is_payment(said) and not counted and not _names_a_code(words)
    if paid and names_several_days(columns, cells):
        return "summary"
    if _in_payment_column(columns, cells) or paid:
        return "payment"
    # An address beside a box of sums is none.
    return "summary" if _TOWN.match(named) else "service"


def _is_labeled(columns: Sequence[Column], words: Sequence[Atom], amounts: Sequence[Atom]) -> bool:
    """True for words that end in a colon before the one amount of a row, where others fill several columns."""
    several = sum(column.field in AMOUNT_FIELDS for column in columns) > 1
    return several and len(amounts) == 1 and words[-1].text.endswith(":") and words[-1].x1 < amounts[0].x0


def _is_share(columns: Sequence[Column], cells: Sequence[Sequence[Atom]], text: str) -> bool:
    """True for "Copay due" beside what the patient owes of the service above, and no charge."""
    filled = {column.field for column, cell in zip(columns, cells, strict=True) for a in cell if a.money is not None}
    of_charges = any(column.field == "charge" for column in columns)
    return of_charges and filled == {"patient_responsibility"} and says_a_share(text)


_TOWN = re.compile(r"^[A-Z][A-Za-z .'-]+,\s[A-Z]{2}\s\d{5}(?:-\d{4})?$")
# What is to be paid under a condition, or is not paid yet: "If you pay by 07/31/2026", "Estimated insurance portion".
_OFFERS = re.compile(
    r"^(?:if|when) (?:you |paid\b|payment )|\bis not a bill\b|\bif you are (?:billed|charged) "
    r"|\bis expected to (?:pay|cover)\b"
    r"|^(?:estimated|expected|anticipated|pending) (?:insurance|plan|payer|medicare|medicaid)\b"
    r"(?=\W*$|.*\b(?:pay|pays|paid|payments?|portion|share|part|amount|coverage|benefits?|adjust\w*|credit|discount)\b)",
    re.IGNORECASE,
)


# How long parts of a balance have been owed, and nothing else: "0-30 days  31-60  61-90  90+" before amounts.
_AGES = re.compile(
    r"(?:(?:(?:over\s)?\d{1,3}(?:\s?-\s?\d{2,3}|\s?\+)|current)(?:\sdays)?:?(?:\s|$)){2,}", re.IGNORECASE
)
_FEWEST_OF_A_SENTENCE, _MOSTLY = 7, 0.6


def is_sentence(atoms: Sequence[Atom]) -> bool:
    """True for words of running text up to a full stop behind an amount: "Plans are offered above $200.00."."""
    said = [atom.text for atom in atoms if atom.kind == "text" and any(map(str.isalpha, atom.text))]
    small = sum(word[:1].islower() for word in said)
    stops = atoms[-1].text.endswith(".") and not atoms[-1].text[0].isalpha()
    return stops and len(said) >= _FEWEST_OF_A_SENTENCE and small >= _MOSTLY * len(said)


_IS_DECIDED = re.compile(r"^(?:allowed|adjusted|covered)$", re.IGNORECASE)
_LATE_FEE = re.compile(
    r"^(?:\w+\s){0,2}(?:late\s(?:payment\s)?(?:fee|charge)|(?<!of\s)interest(?:\s?(?:/|&|and)\s?adm\w*\.?)?(?:\scharges?)?|finance\scharges?)\W*(?:(?:on|for)\s(?:(?:your|the)\s)?(?:unpaid|overdue|past\sdue|late)\b.*|\(.*)?$",
    re.IGNORECASE,
)


def is_late_fee(words: Sequence[Atom]) -> bool:
    """True where all words of a row say that its amount is for paying late."""
    return _LATE_FEE.match(" ".join(atom.text for atom in words if atom.kind == "text")) is not None


def _is_label_with_sum(atoms: Sequence[Atom]) -> bool:
    """True for label and amount of a closing sum that stand together in columns of words."""
    *words, last = atoms
    texts = [atom.text for atom in words]
    if last.kind != "money" or not words or any(atom.kind not in {"text", "dash"} for atom in words):
        return False
    return is_summary(words) or summary_field(" ".join(texts)) is not None


def _lists_reasons(cells: Sequence[Sequence[Atom]]) -> bool:
    return is_reason_row(sorted((atom for cell in cells for atom in cell), key=lambda atom: atom.x0))


def _broken_reason(words: Sequence[Atom]) -> bool:
    """True where nothing but the label of adjustments and their groups was read as words: the rest ran together."""
    texts = [without_accents(atom.text).upper().strip(":;") for atom in words]
    grouped = bool(texts) and any(text in _GROUPS for text in texts)
    return grouped and texts[0] in _ADJUSTMENT and all(text in _ADJUSTMENT or text in _GROUPS for text in texts)


def gives_reason(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where a row prints one more reason for the service above, beside words or a code that carry it on."""
    others = [
        cell
        for column, cell in zip(columns, cells, strict=True)
        if column.field != "description" and not _is_code_below(column, cell)
    ]
    return _lists_reasons(others)


def _is_code_below(column: Column, cell: Sequence[Atom]) -> bool:
    """True for a procedure code in the column of revenue codes, below one: "Rev/Procedure"."""
    return column.field == "revenue_code" and len(cell) == 1 and parse_code(cell[0].text) is not None


def is_code_beside_a_reason(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True for the code of the service above, printed below its revenue code, and one more reason; no charge."""
    others = [cell for column, cell in zip(columns, cells, strict=True) if column.field != "code"]
    return _names_only_a_code(columns, cells) and _lists_reasons(others)


def _in_activity(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where a balance stands beside the amount of a row: it is an entry of an activity list, not a closing sum."""
    filled = [column.field for column, cell in zip(columns, cells, strict=True) if any(a.kind == "money" for a in cell)]
    return len(filled) == 2 and "balance" in filled


def _names_a_code(words: Sequence[Atom]) -> bool:
    """True where a code stands in parentheses behind the words: a "hearing aid check (92592)" is no payment.

    So it is where one stands before them, which is no number of a check: "99392 Check at age 3".
    """
    named = [atom for atom in words if atom.kind == "text"]
    leads = len(named) > 1 and named[0].text in known_codes()
    return leads or any(atom.text.startswith("(") and parse_code(atom.text) is not None for atom in words)


def is_summary(words: Sequence[Atom]) -> bool:
    """True where the words nearest the amount are the label of a closing sum and nothing more."""
    run: list[Atom] = []
    for atom in reversed(words):
        if run and run[0].x0 - atom.x1 > 1.2 * atom.tokens[0].box.height:
            break
        run.insert(0, atom)
    texts = [token.text for atom in run for token in atom.tokens if not _PERCENT.match(token.text)] or [""]
    if amount_field(texts) in _DECIDED:
        return True
    meaning = field_labels().find(texts)
    return meaning is not None and any(field.startswith("total_") or field in _CLOSING for field in meaning.fields)


# "Coinsurance (20%)".
_PERCENT = re.compile(r"^\(?\d{1,3}%\)?$")
_ADJUSTMENT = frozenset({"ADJ", "ADJS", "ADJUSTMENT", "ADJUSTMENTS", "CAS", "CARC"})
_GROUPS = frozenset(get_args(AdjustmentGroup))
# What a plan decides about a charge is no charge of its own.
_DECIDED = frozenset({"allowed", "not_covered", "patient_responsibility", "deductible", "coinsurance"})


def total_role(text: str, words: Sequence[Atom], sections: set[str]) -> Role | None:
    """Which sum the words of a row announce, None where they announce none."""
    bare = unmarked(" ".join(atom.text for atom in words if atom.kind == "text"))
    meaning = field_labels().find(bare.replace(":", " ").split())
    fields = set(meaning.fields) if meaning else set()
    if fields & {"previous_balance"} or _FORWARD.match(bare):
        return "carried"
    if fields & {"subtotal"} or is_subtotal(bare):
        return "subtotal"
    key = plain_key(bare)
    if any(key in (plain_key("total") + section, section + plain_key("total")) for section in sections if section):
        return "subtotal"
    # A card's copay for the emergency room and a department's charges are labeled alike.
    blanks = " ".join(with_blanks(word) for word in bare.split())
    if is_total(bare) or fields & _CLOSING or "ignore_money" in fields and not is_department(blanks):
        return "total"
    return None


# "Charges brought forward" from the page before.
_FORWARD = re.compile(
    r"^(?:(?!payments?|credits?|units?|adjustments?|insurance)\w+\s){1,3}(?:brought|carried)\s(?:forward|over)\b",
    re.IGNORECASE,
)
# So many amounts in their columns make a row one of the table, though one of its values cannot be read.
_MANY_AMOUNTS = 3
# Nobody counts in odd hundredths: "368.70" is an amount.
_ODD_CENTS = re.compile(r"\.(?!00|25|50|75)\d\d$")
# Print of so few letters in the place of an amount may be dirt.
_SPECK = 2
_DOLLARS = re.compile(r"^\$?\d+\.?$")
# The naught before a revenue code, with what readers make of it.
_LIKE_REVENUE = re.compile(r"^[689OoQ]\d{3}$")
_ANNOUNCED = re.compile(r"^(?:sub-?)?totals?\b", re.IGNORECASE)


def _has_date(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    return any(c.field == "date" and any(a.date for a in cell) for c, cell in zip(columns, cells, strict=True))


def _is_revenue_code_misread(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where the column of revenue codes holds four figures of which only the first is none of theirs: "6450"."""
    misread = (cell for column, cell in zip(columns, cells, strict=True) if column.field == "revenue_code" and cell)
    return any(len(cell) == 1 and _LIKE_REVENUE.match(cell[0].text) for cell in misread)


def _has_charge(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    charges = (cell for column, cell in zip(columns, cells, strict=True) if column.field == "charge")
    return any([atom.kind for atom in cell] == ["money"] for cell in charges)


def names_a_payment_under_days(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where the words of a payment begin in the column of days: "Copay received at visit" and its one amount."""
    first, *rest = cells
    words = bool(first) and columns[0].field == "date" and all(atom.kind == "text" for atom in first)
    text = " ".join(atom.text for cell in cells for atom in cell if atom.kind == "text")
    named = words and not any(map(str.isdigit, text)) and is_payment(text)
    return named and sum(atom.kind == "money" for cell in rest for atom in cell) == 1


_CLOSING = frozenset(["generic_total", "total_charges", "balance_due", "total_owed", "estimate_total", "total_allowed"])


def is_named(columns: Sequence[Column], row: TableRow) -> bool:
    """True where a code in its column, or a day, says which service a row is."""
    return is_coded(columns, row.cells) or any(atom.date is not None for atom in row.atoms)


def is_coded(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where the row names a procedure or revenue code in its column, or that of a drug."""
    for column, cell in zip(columns, cells, strict=True):
        if not cell:
            continue
        if column.field == "code" and (
            any(parse_codes(" ".join(atom.text for atom in cell))) or parse_code(cell[0].text) is not None
        ):
            return True
        if column.field == "revenue_code" and _revenue_code(cell) not in {None, "0001"}:
            return True
        if column.field == "ndc" and parse_ndc(cell[0].text) is not None:
            return True
    return False


def _revenue_code(cell: Sequence[Atom]) -> str | None:
    """The revenue code of a cell that may print the procedure code behind a stroke: "305/85025"."""
    return parse_revenue_code(cell[0].text) or parse_codes(" ".join(atom.text for atom in cell))[0]


def _names_only_a_code(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where a procedure code stands alone in its column."""
    coded = [cell for column, cell in zip(columns, cells, strict=True) if column.field == "code" and cell]
    return any(parse_code(" ".join(atom.text for atom in cell)) is not None for cell in coded)


def _holds_no_amount(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where something stands in most columns of amounts: "N/A", a dash, or an amount that was not read as one."""
    amounts = [cell for column, cell in zip(columns, cells, strict=True) if column.field in AMOUNT_FIELDS]
    return 2 * sum(bool(cell) for cell in amounts) > len(amounts)


def _lost_cents(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True for a hospital's service, with its revenue code, of whose charge only the dollars can be read."""
    by_field = {column.field: cell for column, cell in zip(columns, cells, strict=True) if cell}
    charge, revenue = by_field.get("charge", ()), by_field.get("revenue_code", ())
    dollars, cents = charge[:1], charge[1:]
    # A speck beside the dollars that is no number may be what was read of the cents.
    speck = sum(len(atom.text) for atom in cents) <= _SPECK and not any(atom.text.isdigit() for atom in cents)
    digits = bool(dollars) and _DOLLARS.match(dollars[0].text) is not None and speck
    return digits and len(revenue) == 1 and parse_revenue_code(revenue[0].text) is not None


def _has_units(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where a count stands in its column; words that end there ("Insurance payment 04/15/2025") are none."""
    counted = (cell for column, cell in zip(columns, cells, strict=True) if column.field == "units" and cell)
    return any(_NUMBER.match(cell[0].text) and not _ODD_CENTS.search(cell[0].text) for cell in counted)


def _in_payment_column(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where the only amount beside a running balance stands in a column of payments."""
    filled = {
        column.field
        for column, cell in zip(columns, cells, strict=True)
        if column.field in {*AMOUNT_FIELDS, "unknown_amount"}
        and any(atom.kind == "money" and atom.money != 0 for atom in cell)
    } - {"balance"}
    # What the plan and the patient paid beside one another tells of one service, as on a drug plan's monthly summary.
    shared = filled >= {"plan_paid", "patient_paid"}
    return (
        bool(filled) and not shared and filled <= {"payment", "patient_paid", "adjustment", "plan_paid", "other_paid"}
    )


_NUMBER = re.compile(r"^[-(]?\d[\d,]*(?:\.\d+)?\)?-?$")


def fits_well(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where the row names a code or a day in its column, or fills most columns of amounts with nothing amiss."""
    placed = [*zip(columns, cells, strict=True)]
    dated = any(column.field == "date" and any(atom.kind == "date" for atom in cell) for column, cell in placed)
    filled = sum(column.field in AMOUNT_FIELDS and any(a.kind == "money" for a in cell) for column, cell in placed)
    counted = any(column.field == "units" and cell for column, cell in placed)
    return is_coded(columns, cells) or dated or counted and filled >= _MANY_AMOUNTS and not faults_of(columns, cells)
