"""Totals of a paper: which labeled value or closing row goes into which field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.case import DocumentKind
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.sums.ages import sums_of_ages
from plainbill.reading.sums.captions_of_parts import without_sums_of_parts
from plainbill.reading.sums.claim_form_sums import with_sums_of_forms
from plainbill.reading.sums.closing_rows import (
    BY_COLUMN,
    OF_THE_YEAR,
    SIGNED,
    asked_after_payments,
    closing_rows,
    put_row,
)
from plainbill.reading.sums.cost_shares import with_cost_shares_told
from plainbill.reading.sums.estimates import left_by_columns, with_what_is_left
from plainbill.reading.sums.expected_payments import expected_of_plans
from plainbill.reading.sums.greeted_sums import asked_below_a_name
from plainbill.reading.sums.group_totals import without_group_totals
from plainbill.reading.sums.labeled_sums import (
    by_strength,
    outside_limits,
    outside_sentences,
    unambiguous,
    without_parts,
)
from plainbill.reading.sums.last_year import cells_of_last_year
from plainbill.reading.sums.left_in_steps import left_in_steps
from plainbill.reading.sums.limits import amounts_to_limits
from plainbill.reading.sums.named_plans import paid_by_named_plan, taken_off_by_named_plan
from plainbill.reading.sums.own_payments import own_payments
from plainbill.reading.sums.paid_in_full import column_paid_in_full
from plainbill.reading.sums.requests import (
    PAID,
    asked_in_a_letter,
    asked_in_a_sentence,
    is_share_before_payment,
    request_of,
    worded,
)
from plainbill.reading.sums.shares_of_a_bill import share_beside_what_is_due
from plainbill.reading.sums.shares_paid import with_shares_paid
from plainbill.reading.sums.sums_that_lead_on import carried_from_before, paid_by_the_plan
from plainbill.reading.terms.wording import is_payment, says_a_share

Fields = dict[str, Found]

_ON_A_BILL: Mapping[str, str] = {
    "total_charges": "charges", "total_adjustments": "adjustments", "total_insurance_paid": "insurance_paid",
    "total_patient_paid": "patient_paid", "total_owed": "balance_due", "balance_due": "balance_due",
    "total_allowed": "allowed", "total_deductible": "deductible", "total_copay": "copay",
    "total_coinsurance": "coinsurance", "total_not_covered": "not_covered",
}  # fmt: skip
_ON_AN_EOB: Mapping[str, str] = {
    **_ON_A_BILL, "total_insurance_paid": "plan_paid", "total_owed": "patient_responsibility",
    "balance_due": "patient_responsibility", "total_patient_paid": "patient_paid",
}  # fmt: skip
_ON_AN_ESTIMATE: Mapping[str, str] = {
    "estimate_total": "estimate", "total_charges": "estimate", "balance_due": "estimate",
    "total_owed": "patient_responsibility",
    "generic_total": "estimate",
}  # fmt: skip

# What the plan's answer to an estimate sums up beside what is expected to be charged.
_TOLD_BY_A_PLAN = frozenset(
    f"totals.{name}" for name in ("allowed", "not_covered", "deductible", "copay", "coinsurance")
)


def totals_of(layouts: Sequence[PageLayout], kind: DocumentKind, payments: Sequence[Found]) -> Fields:
    """The totals of the paper, and on a bill the earlier balance and fees beside them; no listed payment is one."""
    if kind == "insurance_card":
        # A card says what visits cost, and sums up none.
        return {}
    every = [label for at in layouts for label in at.labels]
    others = frozenset(token for amount in payments for token in amount.tokens)
    others |= _of_the_year(layouts) | sums_of_ages(layouts) | amounts_to_limits(layouts)
    others |= _of_services(layouts) | expected_of_plans(layouts) if kind == "bill" else frozenset()
    every = outside_sentences([label for label in every if not others & set(label.value.tokens)], layouts)
    every = outside_limits(every, layouts) if kind == "eob" else every
    labels = unambiguous(without_sums_of_parts(every, layouts))
    labels = [_with_the_sum(label, layouts) for label in without_group_totals(labels, layouts)]
    labels = with_cost_shares_told(labels)
    fields: Fields = {}
    if kind == "bill" and (asked_for := request_of(labels, payments)) is not None:
        fields["totals.balance_due"] = asked_for
    elif kind == "bill" and (below := asked_below_a_name(layouts)) is not None:
        fields["totals.balance_due"] = below
    elif kind == "letter" and (with_fees := asked_in_a_letter(labels)) is not None:
        fields["totals.balance_due"] = with_fees
    names = {"eob": _ON_AN_EOB, "estimate": _ON_AN_ESTIMATE}.get(kind, _ON_A_BILL)
    summed: Fields = {} if kind == "estimate" else fields
    closing = closing_rows(layouts, labels, names)
    for table, row in closing:
        if kind == "bill" and (asked := asked_after_payments(table, row, labels, payments)) is not None:
            fields.setdefault("totals.balance_due", asked)
        put_row(summed, table, row, kind)
    fields |= {name: value for name, value in summed.items() if kind != "estimate" or name in _TOLD_BY_A_PLAN}
    fields |= left_by_columns(summed) if kind == "estimate" else {}
    pays_back = kind == "letter" and _speaks_of_a_refund(layouts)
    for label in by_strength(without_parts(labels, names)):
        name = next((names[field] for field in label.fields if field in names), None)
        if name is None or not isinstance(label.value.value, Decimal) or _is_a_status(label):
            continue
        if name == "insurance_paid" and "total_payments" in label.fields and _paid_at_the_desk(label, layouts):
            name = "patient_paid"
        if kind == "letter" and label.field == "total_owed" and _OF_A_CLAIM.search(worded(label)):
            name = "patient_responsibility"
        if kind == "eob" and name == "patient_paid" and _PLAN_PAID.search(worded(label)):
            name = "plan_paid"
        if kind == "eob" and name == "patient_paid" and _CHECK.match(worded(label)):
            # The check of a notice is the plan's, to whomever it was sent.
            continue
        if name == "balance_due" and (is_share_before_payment(label, labels) or pays_back):
            continue
        value = label.value.value
        if name == "allowed" and value < 0:
            # What a plan's "allowance" takes off.
            name = "adjustments"
        fields.setdefault(
            f"totals.{name}", Found(value=value if name in SIGNED else abs(value), tokens=label.value.tokens)
        )
    if kind == "bill" and (named := paid_by_named_plan(fields, layouts)) is not None:
        fields["totals.insurance_paid"] = named
    if kind == "bill" and (paid_in_full := _paid_by_oneself(fields, labels, layouts)) is not None:
        fields.setdefault("totals.patient_paid", paid_in_full)
    if kind == "bill" and (column_paid := column_paid_in_full(closing, layouts)) is not None:
        fields.setdefault("totals.patient_paid", column_paid)
    if kind == "bill" and (own := own_payments(closing, layouts)) is not None:
        fields.setdefault("totals.patient_paid", own.paid)
        if own.left is not None:
            fields.setdefault("totals.balance_due", own.left)
    if kind == "bill":
        fields = with_sums_of_forms(fields, layouts)
    if kind == "bill" and "totals.charges" not in fields:
        of_charges = [label for label in labels if not _of_another_column(label, layouts)]
        _put_bare_total(fields, [label for label in of_charges if not _is_of_something_else(label, layouts)])
    if kind == "bill" and "totals.balance_due" not in fields and (below := left_in_steps(fields, layouts)) is not None:
        fields["totals.balance_due"] = below
    if kind == "letter" and (asked := asked_in_a_sentence(fields.get(_SHARE), layouts)) is not None:
        # Whoever asks for a share in a letter is no plan.
        del fields[_SHARE]
        fields.setdefault("totals.balance_due", asked)
    if kind == "estimate":
        fields = with_what_is_left(fields, labels, layouts)
    for name in ("previous_balance", "fees"):
        found = next((lb.value for lb in labels if lb.field == name and not _CARRIED_TO.search(worded(lb))), None)
        # A letter that collects what is owed adds to it too.
        held = kind == "bill" or name == "fees" and kind == "letter" and "totals.balance_due" in fields
        if found is not None and held and not _closes_a_page_before(found, layouts):
            fields[name] = found
    if kind == "bill" and (taken_off := taken_off_by_named_plan(fields, layouts)) is not None:
        fields["totals.adjustments"] = taken_off
    if kind == "bill" and (carried := carried_from_before(fields, labels)) is not None:
        fields.setdefault("previous_balance", carried)
    if kind == "eob" and (by_plan := paid_by_the_plan(fields, labels)) is not None:
        fields.setdefault("totals.plan_paid", by_plan)
    if kind == "bill" and (share := share_beside_what_is_due(fields, labels)) is not None:
        fields.setdefault("totals.patient_responsibility", share)
    return with_shares_paid(fields, kind, layouts)


def _with_the_sum(label: Labeled, layouts: Sequence[PageLayout]) -> Labeled:
    """The label with the last amount of its row where that is the sum of the others, as of principal and interest."""
    if label.field not in {"total_owed", "balance_due"} or not isinstance(label.value.value, Decimal):
        return label
    first = label.value.tokens[0]
    cells = next((row for at in layouts for row in at.cells if any(first in cell.tokens for cell in row)), ())
    amounts = [atom for cell in cells for atom in cell.atoms if atom.money is not None and atom.x1 > first.box.x0]
    *parts, last = [atom.money or Decimal(0) for atom in amounts] or [Decimal(0)]
    if len(parts) < _FEWEST_PARTS or not all(parts) or sum(parts) != last:
        return label
    return replace(label, value=from_atoms(last, amounts[-1:]))


def _paid_by_oneself(fields: Fields, labels: Sequence[Labeled], layouts: Sequence[PageLayout]) -> Found | None:
    """What was paid where nothing else was asked, nothing is left and no plan is named: a receipt for own money."""
    due = fields.get("totals.balance_due")
    asked = {label.value.value for label in labels if label.field in {"balance_due", "total_owed"}}
    paid = [label for label in labels if label.field == "total_payments" and label.value.value in asked]
    if due is None or due.value != 0 or not paid or not paid[0].value.value:
        return None
    words = " ".join(cell.text for at in layouts for row in at.cells for cell in row)
    return None if _PLAN.search(words) else paid[0].value


# What a plan's letter says of a claim: the bill for it is still to come.
_OF_A_CLAIM = re.compile(
    r"\b(?:share|part|portion)\s(?:of|for)\s(?:this|the|your|all)\sclaims?\b|\bpay\s(?:to\s)?(?:your|the)\sprovider\b",
    re.IGNORECASE,
)
_SHARE = "totals.patient_responsibility"
# "Meridia paid": whoever wrote the notice.
_PLAN_PAID = re.compile(
    r"(?:^|\s)(?!(?:You|Patient|Member|Amount|Copay|Already|Total|Beneficiary)\b)[A-Z][\w&'-]+\spaid:?$"
)
_CHECK = re.compile(r"^(?:check|eft)\b", re.IGNORECASE)
_FEWEST_PARTS = 2
_PLAN = re.compile(r"\binsur|\bplans?\b|\bmedicare\b|\bmedicaid\b|\bpayer\b|\bclaim", re.IGNORECASE)


def _is_a_status(label: Labeled) -> bool:
    """True for the value of "Payment status" above an amount: "Approved"."""
    below = label.value.tokens[0].y - label.label[0].y > 0.5 * label.label[0].box.height
    return below and worded(label).strip(":").lower() == "approved"


def _paid_at_the_desk(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where the rows above a sum of payments name cards, cash or a check, and no plan."""
    for layout in layouts:
        at = next((i for i, row in enumerate(layout.rows) if label.label[0] in row.tokens), None)
        if at is not None:
            above = [" ".join(token.text for token in row.tokens) for row in layout.rows[max(0, at - _NEAR_ABOVE) : at]]
            paid = [text for text in above if is_payment(text) and any(map(str.isdigit, text))]
            return bool(paid) and all(_AT_THE_DESK.search(text) and not _PLAN.search(text) for text in paid)
    return False


_AT_THE_DESK = re.compile(r"\b(?:co-?pay|cash|check|visa|mastercard|amex|credit card|debit card)\b", re.IGNORECASE)
_NEAR_ABOVE = 6


# What a page ends with stands at the beginning of the next one too.
_CARRIED_TO = re.compile(
    r"\b(?:carried|brought|continued) (?:forward |over )?(?:to|on) "
    r"|^(?:(?:page|sub-?)\s?)?(?:charges|totals?) carried (?:forward|over)\W*$",
    re.IGNORECASE,
)


def _of_the_year(layouts: Sequence[PageLayout]) -> frozenset[Token]:
    """The print of rows that say what came together in the year, or how far it is to a limit: no sums of this paper."""
    rows = [row for layout in layouts for row in layout.cells]
    named = [row for row in rows if any(OF_THE_YEAR.search(cell.text) for cell in row)]
    named += [row for row in rows if _TO_A_LIMIT.search(" ".join(cell.text for cell in row))]
    met = [cell for row in rows for cell in row if _MET.search(cell.text)]
    met += cells_of_last_year(rows)
    return frozenset(token for cell in (*met, *(cell for row in named for cell in row)) for token in cell.tokens)


_TO_A_LIMIT = re.compile(r"\d\.\d\d\s(?:applied|left|used|met|remaining|limit|of\s\$[\d,]+\.\d\d)\b", re.IGNORECASE)
# Words of one cell, beside which a sum of the paper may stand.
_MET = re.compile(
    r"\b(?:you|has|have)\s(?:now\s|already\s)?(?:met|used|reached)\s\$?[\d,]+\.\d\d\b"
    r"|^\$?[\d,]+\.\d\d\sdeductible\sfor\b",
    re.IGNORECASE,
)


def _of_services(layouts: Sequence[PageLayout]) -> frozenset[Token]:
    """The print of rows between the services of a bill that say why one is owed: "Applied to deductible"."""
    found: set[Token] = set()
    for table in (table for layout in layouts for table in layout.tables):
        last = max((row.y for row in table.rows if row.role == "service"), default=float("-inf"))
        between = (row for row in table.rows if row.role == "summary" and row.y < last and says_a_share(row.text))
        found |= {token for row in between for atom in row.atoms for token in atom.tokens}
    return frozenset(found)


def _closes_a_page_before(found: Found, layouts: Sequence[PageLayout]) -> bool:
    """True where a page before this one ends in the same sum: what is brought forward was charged on this paper."""
    labels = (label for layout in layouts for label in layout.labels if _CARRIED_TO.search(worded(label)))
    if any(lb.value.value == found.value and lb.value.tokens[0].page < found.tokens[0].page for lb in labels):
        # The last row of a page may stand apart from its table.
        return True
    return any(
        atom.money == found.value
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        if row.role in {"total", "subtotal"} or row.role == "carried" and _is_below_services(table, row)
        for atom in row.atoms
        if atom.money is not None and atom.tokens[0].page < found.page
    )


def _is_below_services(table: Table, row: TableRow) -> bool:
    """True where services stand above: what is carried forward there comes from them."""
    return any(other.role == "service" and other.y < row.y for other in table.rows)


def _speaks_of_a_refund(layouts: Sequence[PageLayout]) -> bool:
    """True where money comes back: whatever share the letter repeats was paid."""
    cells = (cell for layout in layouts for row in layout.cells for cell in row)
    return any(_REFUND.search(cell.text) for cell in cells)


_REFUND = re.compile(r"\brefund(?:s|ed|ing)?\b", re.IGNORECASE)


def _of_another_column(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where the amount beside "Total" stands in a column of the table that holds no charges."""
    return any(
        label.value.tokens[0] in atom.tokens and column.field in BY_COLUMN and column.field != "charge"
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        for atom in cell
    )


def _is_of_something_else(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True for a bare "Total" above all services that is not theirs: what was owed before the plan's estimate."""
    entries = [
        (row, table.cell(row, "charge"))
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        if row.role == "service" and table.cell(row, "charge")
    ]
    if label.field != "generic_total" or not entries:
        return False
    places = [(cell[0].tokens[0].page, cell[0].tokens[0].y) for _, cell in entries]
    above = (label.label[0].page, label.label[0].y) < min(places)
    charged = sum((atom.money or Decimal(0) for _, cell in entries for atom in cell[:1]), Decimal(0))
    return above and label.value.value != charged


def _put_bare_total(fields: Fields, labels: Sequence[Labeled]) -> None:
    """A row that says only "Total" sums up the charges, or what is owed where nothing else says so."""
    bare = [
        label.value
        for i, label in enumerate(labels)
        if isinstance(label.value.value, Decimal)
        and not _sums_up_payments(label, labels[:i])
        and (label.field == "generic_total" or _is_before_payments(label, labels[:i], fields))
    ]
    subtotals = [
        label.value for label in labels if label.field == "subtotal" and isinstance(label.value.value, Decimal)
    ]
    lower = bool(bare) and len(subtotals) == 1 and Decimal(str(bare[0].value)) < Decimal(str(subtotals[0].value))
    if lower or bare and len(subtotals) == 1 and "totals.adjustments" in fields and bare[0].value != subtotals[0].value:
        # Goods, discount, total: the sum before the discount is what was charged.
        fields["totals.charges"] = subtotals[0]
        fields.setdefault("totals.balance_due", bare[0])
    elif bare:
        fields["totals.charges"] = bare[0]


def _sums_up_payments(label: Labeled, above: Sequence[Labeled]) -> bool:
    """True for "Total today" right below what was paid today: it says the same again."""
    return bool(above) and above[-1].field == "total_patient_paid" and above[-1].value.value == label.value.value


def _is_before_payments(label: Labeled, above: Sequence[Labeled], fields: Fields) -> bool:
    """True for "Invoice total" where another amount is asked for and nothing has been taken off above it."""
    asked = fields.get("totals.balance_due")
    if "generic_total" not in label.fields or asked is None or asked.value == label.value.value:
        return False
    return not any(other.field in PAID or other.field == "subtotal" for other in above)
