"""What rows of a professional claim form say by the kinds of their values, where blur or glare took the labels.

The form prints the same boxes in the same order: who the patient is, the day of birth and the insured in one row; the
numbers of who bills and of the account, the sum of all charges and what was paid in another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.reading.fields.claim_form_boxes import is_form
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token, tokens_within
from plainbill.reading.terms.codes import parse_diagnosis
from plainbill.reading.terms.dates import parse_date
from plainbill.reading.terms.money import parse_money

# Notices name the "health insurance claim number": the title of the form stands by itself.
_TITLE = re.compile(r"^\W*health\s?insurance\s?claim(?:\s?form)?\W*$", re.IGNORECASE)
_NAME = r"[A-Z][A-Z'’-]+ ?,(?:(?: |(?<=,))[A-Z][A-Z'’.-]*,?)+"
# "LOMBARD, ADA R   02 14 1961   F X   LOMBARD, HUGO".
_PERSONS = re.compile(
    rf"^(?P<patient>{_NAME}) (?P<day>\d\d \d\d (?:19|20)\d\d)(?P<sex>(?: \S{{1,4}}){{0,5}}?) (?P<insured>{_NAME})$"
)
_MARK = r"(?:SSN|EIN|YES|NO|[xX]|[\[(]\s?[xX_]?\s?[\])]|[^\sA-Za-z0-9$]+)"
_AMOUNT = r"\d[\d,]*(?: |\.)\d\d|0?00"
# "51-5550119  EIN X  QH10447  YES X  $ 413 75  $ 25 00".
_ACCOUNT = re.compile(
    rf"^(?P<tax>\d\d-?\d{{7}})(?: {_MARK})*? (?P<account>(?!{_MARK} )[A-Z0-9][A-Z0-9./-]{{2,}})"
    rf"(?: (?:YES|NO)?{_MARK})*(?: \$)? \$?(?P<charges>{_AMOUNT})(?:(?: \$)? \$?(?P<paid>{_AMOUNT}))?(?: \$)*$"
)
_LARGEST_OF_A_ROW = 30
# No word or name ends in so many letters O: they are naughts.
_NAUGHTS = re.compile(r"(?<=[A-Z0-9])O{3,}$")
_SEX = re.compile(r"^(?P<letter>[MF])\s?[X☒⊠☑]$", re.IGNORECASE)
_BOTH_SEXES = re.compile(r"^(?:(?P<male>M)\s?X\s?F|M\s?(?P<female>F)\s?X)$", re.IGNORECASE)
_BOXES_OF_SEXES = re.compile(
    r"\bSEX:? (?P<boxes>M ?[\[(] ?(?P<male>X?) ?[\])] ?F ?[\[(] ?(?P<female>X?) ?[\])])", re.IGNORECASE
)
# The box of a letter stands close behind it; a cross further away is in that of the next letter.
_OTHER_BOX = 3.0
_NUMBER = re.compile(r"^(?=(?:[^\d]*\d){3})[A-Z0-9][A-Z0-9-]{3,}$")
# "PA 5570021" or without a blank.
_APPROVAL = re.compile(r"^(?:[A-Z]{2,3} )?(?=(?:[^\d]*\d){3})[A-Z0-9][A-Z0-9-]{3,}$")
_NPI = re.compile(r"^(?:a\.?)?(?P<npi>\d{10})$", re.IGNORECASE)
_SIGNED = re.compile(r"\bSIGNATURE\b|\bON FILE\b", re.IGNORECASE)
_PLAN = re.compile(r"^[A-Z][A-Z&' -]*(?: [A-Z0-9-]+)*$")
# Columns of a photographed form lean by no more than so many heights of print.
_LEANS = 3.0
_FEWEST_CODES = 2

Named = tuple[str, Found]


@dataclass(frozen=True, slots=True)
class _Form:
    """The rows of a form, with those that its persons and its account stand in."""

    rows: tuple[tuple[Token, ...], ...]
    persons: int | None
    account: int | None


def with_values_by_kind(fields: dict[str, Found], layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Return the values of a paper with what its forms say by kind and place.

    Persons in their row are surer than labels; everything else is only added.
    """
    told = dict(each for layout in reversed(layouts) for each in told_by_kind(layout))
    numbers = dict(each for layout in reversed(layouts) for each in numbers_by_kind(layout))
    return {**numbers, **fields, **told}


def told_by_kind(layout: PageLayout) -> Iterator[Named]:
    """Return the names and days of persons that a form prints in one row: what no label tells better."""
    form = _form(layout)
    if form is None or form.persons is None:
        return
    row = form.rows[form.persons]
    match = _PERSONS.match(_text(row))
    assert match is not None
    for field, group in (("patient.name", "patient"), ("coverage.subscriber_name", "insured")):
        yield field, Found(value=_named(match[group]), tokens=tokens_within(row, match.span(group)))
    if (born := parse_date(match["day"].replace(" ", "/"))) is not None:
        yield "patient.date_of_birth", Found(value=born, tokens=tokens_within(row, match.span("day")))
    marks = tokens_within(row, match.span("sex"))
    if (sex := _sex(marks)) is not None:
        yield "patient.sex", Found(value=sex, tokens=marks)
    elif not marks and form.persons:
        yield from _sex_above(form.rows[form.persons - 1])


def numbers_by_kind(layout: PageLayout) -> Iterator[Named]:
    """Return the numbers of a form and the plan's name by their places: where no label told them, these are they."""
    form = _form(layout)
    if form is None:
        return
    if form.account is not None:
        row = form.rows[form.account]
        match = _ACCOUNT.match(_text(row))
        assert match is not None
        yield "provider.tax_id", Found(value=match["tax"], tokens=tokens_within(row, match.span("tax")))
        account = _NAUGHTS.sub(lambda run: "0" * len(run[0]), match["account"])
        if any(map(str.isdigit, account)):
            yield "patient.account_number", Found(value=account, tokens=tokens_within(row, match.span("account")))
        yield from _number_of_who_bills(form.rows[form.account + 1 :])
    if form.persons is not None:
        yield from _of_the_insured(form)


def below_account(layout: PageLayout) -> float | None:
    """Return how low the row of the account stands, below which a form says who bills; None where there is none."""
    form = _form(layout)
    return form.rows[form.account][0].y if form is not None and form.account is not None else None


def paid_by_kind(layouts: Sequence[PageLayout]) -> Iterator[tuple[Found, Found | None]]:
    """Return the sum of all charges with what was paid of them, None where that box is empty, of each form."""
    for layout in layouts:
        form = _form(layout)
        if form is None or form.account is None:
            continue
        row = form.rows[form.account]
        match = _ACCOUNT.match(_text(row))
        assert match is not None
        found = [
            Found(value=_amount(match[group]), tokens=tokens_within(row, match.span(group))) if match[group] else None
            for group in ("charges", "paid")
        ]
        if found[0] is not None:
            yield found[0], found[1]


def listed_diagnoses(layout: PageLayout) -> Iterator[tuple[str, Token]]:
    """Return the diagnoses of a form that stand in a row without their letters, all with their points."""
    form = _form(layout)
    if form is None or form.persons is None:
        return
    edge = _insured(form).box.x0
    for row in form.rows[form.persons + 1 : form.account]:
        # Right of them the approval has its box.
        own = [token for token in row if token.box.x1 < edge]
        codes = [parse_diagnosis(token.text) for token in own]
        if len(own) >= _FEWEST_CODES and all(code is not None and "." in code for code in codes):
            yield from ((str(code), token) for code, token in zip(codes, own, strict=True))


def _form(layout: PageLayout) -> _Form | None:
    titled = any(_TITLE.search(cell.text) for row in layout.cells for cell in row)
    if not titled and not is_form(layout):
        return None
    rows = tuple(row.tokens for row in layout.rows)
    texts = [_text(row) for row in rows]
    persons = next((i for i, text in enumerate(texts) if _PERSONS.match(text)), None)
    after = range((persons or 0) + 1, len(rows))
    account = next((i for i in after if len(rows[i]) <= _LARGEST_OF_A_ROW and _ACCOUNT.match(texts[i])), None)
    return _Form(rows, persons, account)


def _of_the_insured(form: _Form) -> Iterator[Named]:
    """What stands in the right column of the form: the member's number above the insured, plan and approval below."""
    insured = _insured(form)
    above = [_in_column(row, insured) for row in form.rows[: form.persons]]
    last = above[-2:] if above else []
    members = [part[0] for part in last if len(part) == 1 and _NUMBER.match(part[0].text)]
    if len(members) == 1:
        yield "coverage.member_id", Found(value=members[0].text, tokens=(members[0],))
    below = form.rows[(form.persons or 0) + 1 : form.account]
    signed = next((i for i, each in enumerate(below) if _SIGNED.search(_text(_in_column(each, insured)))), None)
    if signed is None:
        return
    yield from _plan_and_group(below[:signed], insured)
    yield from _approval(below[signed + 1 :], insured)


def _insured(form: _Form) -> Token:
    """The first word of the insured's name, where the right column of the form begins."""
    row = form.rows[form.persons or 0]
    match = _PERSONS.match(_text(row))
    assert match is not None
    return tokens_within(row, match.span("insured"))[0]


def _plan_and_group(rows: Sequence[Sequence[Token]], insured: Token) -> Iterator[Named]:
    """The number of the group, and the last print above the signature where it is words: the plan's name."""
    parts = [_in_column(row, insured) for row in rows]
    zips = {token.text for row in rows for token in row if token.box.x1 < insured.box.x0}
    grouped = [
        (i, part[0])
        for i, part in enumerate(parts)
        if len(part) == 1 and _NUMBER.match(part[0].text) and part[0].text not in zips
    ]
    if len(grouped) != 1:
        return
    at, group = grouped[0]
    yield "coverage.group_number", Found(value=group.text, tokens=(group,))
    large = [part for part in parts[at + 1 :] if part and part[0].box.height > 0.8 * insured.box.height]
    if large and _PLAN.match(_text(large[-1])) and not _is_boxes(large[-1]):
        yield "coverage.plan_name", Found(value=_text(large[-1]), tokens=tuple(large[-1]))


def _is_boxes(part: Sequence[Token]) -> bool:
    return all(token.text.upper() in {"YES", "NO", "X"} for token in part)


def _approval(rows: Sequence[Sequence[Token]], insured: Token) -> Iterator[Named]:
    """The number of the approval: the one number that begins where the column does, below the signature."""
    parts = [_in_column(row, insured) for row in rows]
    numbers = [part for part in parts if _APPROVAL.match(_text(part))]
    if len(numbers) == 1:
        yield "authorization_number", Found(value=_text(numbers[0]), tokens=tuple(numbers[0]))


def _number_of_who_bills(rows: Sequence[Sequence[Token]]) -> Iterator[Named]:
    """The rightmost of the numbers of providers below the row of the account."""
    numbers = [(token, match["npi"]) for row in rows for token in row if (match := _NPI.match(token.text))]
    if numbers:
        token, number = max(numbers, key=lambda each: each[0].box.x0)
        yield "provider.npi", Found(value=number, tokens=(token,))


def _in_column(row: Sequence[Token], first: Token) -> list[Token]:
    """The print of a row that begins where `first` does or right of it, empty where none begins there."""
    room = _LEANS * first.box.height
    start = next((i for i, token in enumerate(row) if abs(token.box.x0 - first.box.x0) < room), None)
    return list(row[start:]) if start is not None else []


def _sex(marks: Sequence[Token]) -> str | None:
    text = " ".join(token.text for token in marks)
    if (both := _BOTH_SEXES.match(text)) is not None:
        return "M" if both["male"] else "F"
    if (one := _SEX.match(text)) is None:
        return None
    letter = one["letter"].upper()
    apart = len(marks) > 1 and marks[1].box.x0 - marks[0].box.x1 > _OTHER_BOX * marks[0].box.height
    return (None if letter == "F" else "F") if apart else letter


def _sex_above(row: Sequence[Token]) -> Iterator[Named]:
    """The letter whose box is crossed where both stand beside the label: "SEX  M [X]  F [ ]"."""
    match = _BOXES_OF_SEXES.search(_text(row))
    if match is not None and bool(match["male"]) != bool(match["female"]):
        yield "patient.sex", Found(value="M" if match["male"] else "F", tokens=tokens_within(row, match.span("boxes")))


def _named(text: str) -> str:
    return re.sub(r" ?,(?=\S)", ", ", re.sub(r" ,", ",", text)).rstrip(", ")


def _amount(text: str) -> object:
    digits = re.sub(r"\D", "", text)
    return parse_money(f"{digits[:-2]}.{digits[-2:]}") if len(digits) > len("00") else Decimal("0.00")


def _text(row: Sequence[Token]) -> str:
    return " ".join(token.text for token in row)
