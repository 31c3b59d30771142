"""What rows of a hospital's claim form say by the kinds of their values, where blur or glare took the labels.

The form prints the same boxes in the same order: at its top the numbers of the account and of the records, the type of
the bill, and the tax number before the days that it covers; at its foot who pays, who is insured, and the diagnoses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, alike
from plainbill.reading.rows.tokens import Token, tokens_within
from plainbill.reading.terms.codes import parse_diagnosis
from plainbill.reading.terms.dates import PrintedDate, parse_date
from plainbill.reading.terms.money import parse_money

_FORM = re.compile(r"\bUB-?\s?[O0]?4\b|\bCMS-?\s?1450\b|\b4\s?TYPE OF BILL\b|^42\s?REV\b", re.IGNORECASE)
_BORN, _SEX = re.compile(r"^\d{8}$"), re.compile(r"^[MFU]$")
_DAY = re.compile(r"^\d{6}$|^\d\d/\d\d/\d{2}(?:\d\d)?$")
_TYPE = re.compile(r"^0[1-8][1-9][0-9A-Z]$")
_DASHED_TAX = re.compile(r"^\d\d-\d{7}$")
_TAX, _PHONE = re.compile(r"^\d\d-?\d{7}$"), re.compile(r"^\d{10}$")
# A number of an account or of records has so many digits.
_NUMBER = re.compile(r"^(?=(?:[^\d]*\d){4})[A-Z0-9][A-Z0-9-]{4,}$")
_SUM = "0001"
# "0001 PAGE 1 OF 1 CREATION DATE 052026 TOTALS 1654 00  211 50": what is not covered may stand behind the charges.
_AMOUNT = r"\d[\d,]*[ .]\d\d"
_SUMMED = re.compile(
    rf"^(?:\d\d? )?0001 PAGE \S+ (?:OF )?\S+(?: [A-Z]+)*(?: (?:\d{{6}}|\d{{8}}|\d\d/\d\d/\d{{2,4}}))?(?: TOTALS?)?"
    rf" (?P<dollars>\d[\d,]*)[ .](?P<cents>\d\d)(?: {_AMOUNT})?$"
)
_INSURED = re.compile(
    r"^(?P<name>[A-Z][A-Z'’-]+,?(?: [A-Z][A-Z'’.-]*,?)+) \d\d (?P<member>(?=(?:\S*\d){4})[A-Z0-9-]{6,})"
    r"(?: .*?)??(?: (?P<group>(?=\S*\d)[A-Z0-9-]{3,}))?$"
)
_PAYS = re.compile(
    r"^(?P<name>[A-Z][A-Z&.'’ -]*?[A-Z])(?: (?P<payer>(?=\S*\d)[A-Z0-9]{4,8}))?(?: [YN])* (?P<npi>\d{10})$"
)
_SUBSCRIBER = "coverage.subscriber_name"
_OF_WHO_PAYS = {"payer.name": "name", "payer.payer_id": "payer", "provider.npi": "npi"}
_OF_WHO_IS_INSURED = {
    _SUBSCRIBER: "name",
    "coverage.member_id": "member",
    "coverage.group_number": "group",
}
# "0" says which edition of the codes, letters and numbers are those of the boxes, and say what was there on admission.
_EDITION, _OF_BOXES = frozenset({"0", "9", "O"}), re.compile(r"^(?:[A-QUWY]|6[67]|DX|1)$")
_FEWEST_CODES = 2
# The reasons of the patient and of the admission have boxes of their own in the next row but one.
_NEXT_ROWS = 3
_RIGHT_HALF = 0.4
_BOTH = 2

Named = tuple[str, Found]


@dataclass(frozen=True, slots=True)
class _Form:
    """The rows of a form above the patient's, its sum, the rows below, and how far its left part reaches."""

    head: tuple[tuple[Token, ...], ...]
    patient: tuple[Token, ...]
    summed: tuple[Token, ...]
    foot: tuple[tuple[Token, ...], ...]
    edge: float


def with_hospital_form(fields: dict[str, Found], layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Return the values of a paper with those that its hospital form prints and no label told."""
    told: dict[str, Found] = {}
    for form in (form for layout in layouts if (form := _form(layout)) is not None):
        for name, value in (*_of_the_bill(form), *_of_the_patient(form), *_of_the_plan(form)):
            told.setdefault(name, value)
    records, kind = fields.get("patient.medical_record_number"), told.get("bill_type")
    if records is not None and kind is not None and {*records.tokens} & {*kind.tokens}:
        # Between its label and the number of the records may stand the type of the bill.
        fields = {name: value for name, value in fields.items() if value is not records}
    insured = told.get(_SUBSCRIBER)
    if insured is not None and _SUBSCRIBER in fields and alike(fields[_SUBSCRIBER], insured):
        # A reader loses the blank behind the surname's comma.
        fields = {**fields, _SUBSCRIBER: insured}
    payer, whole = fields.get("payer.name"), told.get("payer.name")
    if payer is not None and whole is not None and str(whole.value).startswith(f"{payer.value} "):
        # A label took a part of the name.
        fields = {**fields, "payer.name": whole}
    return {**told, **fields}


def left_of_head(layout: PageLayout) -> list[list[Token]]:
    """Return the print left of the numbers at the top of a form, row by row; nothing on other pages."""
    form = _form(layout)
    rows = form.head if form is not None else ()
    return [[token for token in row if form is not None and token.box.x1 < form.edge] for row in rows]


def charges_of_hospital_form(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the sum of all charges in the last row of services, which has a code of its own."""
    for layout in layouts:
        form = _form(layout)
        match = _SUMMED.match(" ".join(token.text for token in form.summed)) if form is not None else None
        if form is not None and match is not None:
            amount = parse_money(f"{match['dollars'].replace(',', '')}.{match['cents']}")
            return Found(value=amount, tokens=tokens_within(form.summed, (match.start("dollars"), match.end("cents"))))
    return None


def days_of_hospital_form(layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Return the first and the last day that a form covers: two days that end a row above the patient's."""
    for form in (form for layout in layouts if (form := _form(layout)) is not None):
        for row in form.head:
            if (period := _period(row)) is not None:
                return {
                    "service_from": Found(value=period[0], tokens=row[-2:-1]),
                    "service_to": Found(value=period[1], tokens=row[-1:]),
                }
    return {}


def coded_diagnoses(layout: PageLayout) -> Iterator[tuple[str, Token]]:
    """Return the diagnoses of box 67, which have no points, and those of the boxes below it."""
    form = _form(layout)
    left = 0
    for row in form.foot if form is not None else ():
        codes = _codes(row)
        alone = len(codes) == len(row)
        if codes and (len(codes) >= _FEWEST_CODES or row[0].text in _EDITION or left and alone):
            left = _NEXT_ROWS
            yield from codes
        left = max(0, left - 1)


def _form(layout: PageLayout) -> _Form | None:
    if not any(_FORM.search(cell.text) for row in layout.cells for cell in row):
        return None
    rows = [row.tokens for row in layout.rows]
    patient = next((i for i, row in enumerate(rows) if _is_patients(row)), None)
    summed = next((i for i, row in enumerate(rows) if any(token.text == _SUM for token in row[:2])), None)
    if patient is None or summed is None or summed < patient:
        return None
    tokens = [token for row in rows for token in row]
    left, right = min(token.box.x0 for token in tokens), max(token.box.x1 for token in tokens)
    edge = left + _RIGHT_HALF * (right - left)
    return _Form(tuple(rows[:patient]), rows[patient], rows[summed], tuple(rows[summed + 1 :]), edge)


def _is_patients(row: Sequence[Token]) -> bool:
    """True for the row that begins with the day of birth, eight digits, and the sex."""
    return len(row) > 1 and bool(_BORN.match(row[0].text) and _SEX.match(row[1].text))


def _of_the_patient(form: _Form) -> Iterator[Named]:
    born, sex = form.patient[:2]
    if (day := parse_date(born.text, dense=True)) is not None:
        yield "patient.date_of_birth", Found(value=day, tokens=(born,))
    yield "patient.sex", Found(value=sex.text, tokens=(sex,))


def _of_the_bill(form: _Form) -> Iterator[Named]:
    """The type of the bill, and the two numbers beside who bills, in the order of the form; the tax number."""
    right = [[token for token in row if token.box.x0 > form.edge] for row in form.head]
    types = [token for row in right for token in row if _TYPE.match(token.text)]
    if len(types) == 1:
        yield "bill_type", Found(value=types[0].text, tokens=(types[0],))
    covered = next((i for i, row in enumerate(form.head) if _period(row) is not None), None)
    if covered is None:
        return
    tax = next((token for token in right[covered] if _TAX.match(token.text)), None)
    if tax is not None:
        yield "provider.tax_id", Found(value=tax.text, tokens=(tax,))
    phones = [token for token in form.head[covered] if _PHONE.match(token.text) and token.box.x1 < form.edge]
    if len(phones) == 1:
        yield "provider.phone", Found(value=phones[0].text, tokens=(phones[0],))
    numbers = [token for row in right[: covered + 1] for token in row if token is not tax and _is_number(token)]
    if len(numbers) == _BOTH:
        for name, token in zip(("patient.account_number", "patient.medical_record_number"), numbers, strict=True):
            yield name, Found(value=token.text, tokens=(token,))


def _is_number(token: Token) -> bool:
    other = _DASHED_TAX.match(token.text) or _PHONE.match(token.text) or _day(token)
    return _NUMBER.match(token.text) is not None and not other


def _of_the_plan(form: _Form) -> Iterator[Named]:
    """Who pays, in the row that ends with the number of who bills, and who is insured, before the member's number."""
    for pattern, names in ((_PAYS, _OF_WHO_PAYS), (_INSURED, _OF_WHO_IS_INSURED)):
        for row in form.foot:
            if (match := pattern.match(" ".join(token.text for token in row))) is None:
                continue
            for name, group in names.items():
                if match[group]:
                    yield name, Found(value=match[group], tokens=tokens_within(row, match.span(group)))
            break


def _codes(row: Sequence[Token]) -> list[tuple[str, Token]]:
    """The diagnoses that a row begins with, behind the edition of the codes and beside the letters of the boxes."""
    found: list[tuple[str, Token]] = []
    for token in row[1:] if row[0].text in _EDITION else row:
        if (code := parse_diagnosis(token.text)) is not None:
            found.append((code, token))
        elif _OF_BOXES.match(token.text) is None:
            break
    return found


def _day(token: Token) -> PrintedDate | None:
    return parse_date(token.text, dense=True) if _DAY.match(token.text) else None


def _period(row: Sequence[Token]) -> tuple[PrintedDate, PrintedDate] | None:
    """The two days that the row ends with, None where it ends with others or with none."""
    days = [day for token in row[-2:] if (day := _day(token)) is not None]
    if len(days) != _BOTH:
        return None
    begun, ended = (day.on(None) for day in days)
    return (days[0], days[1]) if begun is not None and ended is not None and begun <= ended else None
