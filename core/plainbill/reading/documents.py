"""One paper to a Document: lines, payments, totals, parties and dates, each value with its source."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.case import Document, DocumentKind, Problem
from plainbill.reading.confirming.confirmation import borne_out_by_the_paper, confirmations
from plainbill.reading.confirming.first_parse import FirstParse, parsed_once
from plainbill.reading.confirming.left_over import lacks_what_is_left
from plainbill.reading.confirming.proposals import proposals, without_seen_alike
from plainbill.reading.confirming.second import seen_alike, to_reread
from plainbill.reading.fields.claim_form_values import listed_diagnoses
from plainbill.reading.fields.declarations import declared
from plainbill.reading.fields.hospital_form_values import coded_diagnoses, days_of_hospital_form
from plainbill.reading.fields.offices_of_lines import name_office_of_lines
from plainbill.reading.fields.paper_days import dates_of
from plainbill.reading.fields.patient_rows import sex_of_boxes, sex_on_a_row
from plainbill.reading.fields.people import people_of
from plainbill.reading.fields.stated_diagnoses import stated_diagnoses
from plainbill.reading.fields.stays import stay_around
from plainbill.reading.fields.ticked_diagnoses import ticked_diagnoses
from plainbill.reading.fields.years_told import years_told
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.carrying import carried_on
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.lines.claim_reasons import adjustments_of_claim
from plainbill.reading.lines.claims import separate_claims
from plainbill.reading.lines.forming import UNIT_PRICE
from plainbill.reading.lines.group_heads import service_days
from plainbill.reading.lines.groups import entries_by_kind
from plainbill.reading.lines.keys_behind_words import with_keys_apart
from plainbill.reading.lines.legends import codes_on_lines, legend_of
from plainbill.reading.lines.page_sums import without_page_sums
from plainbill.reading.lines.pointers import lettered_diagnoses
from plainbill.reading.lines.stated_reasons import stated_reasons
from plainbill.reading.page import Box, PageWords
from plainbill.reading.parsed import ParsedDocument
from plainbill.reading.piles.repeats import page_problems, without_repeats
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.sources import amount_at, confirmed_again, has_source, nested, source_of
from plainbill.reading.sums.asked_in_steps import charged_in_steps
from plainbill.reading.sums.column_totals import totals_by_columns
from plainbill.reading.sums.payer_totals import paid_by_name
from plainbill.reading.sums.payments_said_again import sums_below_payments
from plainbill.reading.sums.sums_of_lines import charged_behind_words, totals_by_sums
from plainbill.reading.sums.sums_of_people import with_sums_of_people
from plainbill.reading.sums.totals import totals_of
from plainbill.reading.tables.services import amounts_of
from plainbill.reading.terms.codes import diagnosis_in
from plainbill.reading.terms.dates import PrintedDate
from plainbill.reading.terms.money import is_foreign
from plainbill.reading.terms.years import Years


def parse(
    pages: Sequence[PageWords], layouts: Sequence[PageLayout], known_kind: DocumentKind | None = None
) -> ParsedDocument | None:
    """Return the paper that the pages are, with the source of every value; None where they are no medical paper.

    `known_kind` is the kind where somebody knows papers that are headed like this one.
    """
    first = parsed_once(layouts, known_kind, _first_parse)
    if first is None:
        return None
    alike: dict[int, frozenset[Box]] = {}
    for page in pages:
        alike[page.index] = alike.get(page.index, frozenset()) | seen_alike(page.rereadings)
    return _confirmed(first, alike)


def _first_parse(layouts: Sequence[PageLayout], known_kind: DocumentKind | None) -> FirstParse | None:
    """The paper with what confirms it by itself."""
    layouts, repeated = without_repeats(layouts)
    layouts = without_page_sums(carried_on(layouts))
    guessed = paper_kind(layouts)
    if guessed is None:
        return None
    kind = known_kind or guessed
    people = people_of(layouts, kind)
    layouts = with_sums_of_people(layouts, people.get("patient.name"))
    drafts, listed = entries_by_kind(layouts, kind)
    drafts = with_keys_apart(drafts, layouts)
    payments, totals = _paid_and_totals(layouts, kind, drafts, listed)
    found: dict[str, Found] = {
        **{f"lines[{i}].{name}": value for i, draft in enumerate(drafts) for name, value in draft.items()},
        **{f"payments[{i}].{name}": value for i, draft in enumerate(payments) for name, value in draft.items()},
        **people,
        **totals,
        **dates_of(
            layouts, kind, frozenset(t for d in drafts if "service_date" in d for t in d["service_date"].tokens)
        ),
        **(days_of_hospital_form(layouts) if kind == "bill" else {}),
        **_diagnoses(layouts),
        **declared(layouts, kind),
    }
    if kind == "eob":
        name_office_of_lines(found, len(drafts))
    _say_who_paid(found, len(payments), layouts)
    _drop_sum_of_all_credits(found, len(payments))
    separate_claims(found, layouts, drafts)
    found |= adjustments_of_claim(layouts, found) if kind == "eob" else {}
    stated = stated_reasons(layouts) if kind == "letter" else ()
    for i, (code, wording) in enumerate((*legend_of(layouts, codes_on_lines(found)), *stated)):
        found |= {f"remarks[{i}].code": code} if code is not None else {}
        found[f"remarks[{i}].text"] = wording
    sex = sex_of_boxes(found.pop("patient.sex", None), layouts) if "patient.sex" in found else sex_on_a_row(layouts)
    if sex is not None:
        found["patient.sex"] = sex
    for path, value in (*totals_by_columns(layouts, kind), *totals_by_sums(layouts, kind)):
        found.setdefault(path, value)
    parts = {token for draft in payments for part in draft.values() for token in part.tokens}
    for value in paid_by_name(layouts, found.get("payer.name")) if kind == "bill" else ():
        if not parts & {*value.tokens}:  # One of several payments is no sum.
            found.setdefault("totals.insurance_paid", value)
    _sum_of_all_lines(found, layouts, kind, len(drafts))
    found = _with_days({**found, **stay_around(layouts, found)}, layouts)
    if kind in {"bill", "eob", "letter", "visit_summary"} and len(service_days(layouts)) < 2:
        _put_the_only_day(found, len(drafts), kind)
    first = _built(found, kind, layouts, len(drafts), len(payments))
    return replace(first, problems=(*first.problems, *page_problems(layouts, repeated)))


def _paid_and_totals(
    layouts: Sequence[PageLayout], kind: DocumentKind, lines: Sequence[Draft], listed: Sequence[Draft]
) -> tuple[Sequence[Draft], dict[str, Found]]:
    """The payments without sums that say them again, and the totals with these."""
    totals = totals_of(layouts, kind, [draft["amount"] for draft in listed])
    count, again = sums_below_payments(listed, lines, totals) if kind == "bill" else (len(listed), {})
    if count == len(listed):
        return listed, totals
    payments = listed[:count]
    return payments, {**again, **totals_of(layouts, kind, [draft["amount"] for draft in payments])}


def paper_kind(layouts: Sequence[PageLayout]) -> DocumentKind | None:
    """The kind of the paper: that of its first page that shows one."""
    kinds = [layout.kind for layout in layouts if layout.medical and layout.kind is not None]
    return next((kind for kind in kinds if kind != "other"), kinds[0] if kinds else None)


def _diagnoses(layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Diagnosis codes printed outside the lines, once each."""
    found: dict[str, Found] = {}
    seen: set[str] = set()
    codes: list[tuple[str, Token]] = []
    for label in (label for layout in layouts for label in layout.labels):
        if label.field == "diagnosis" and isinstance(label.value.value, tuple):
            codes += [*zip(label.value.value, label.value.tokens, strict=False), *_listed_below(label.value, layouts)]
    for layout in layouts:
        codes += [
            *lettered_diagnoses(layout),
            *stated_diagnoses(layout),
            *listed_diagnoses(layout),
            *coded_diagnoses(layout),
        ]
    ticked = [*ticked_diagnoses(layouts)]
    # A tick before one that the paper names among others chooses; elsewhere an X may be anything.
    if not codes or {code.upper() for code, _ in ticked} & {code.upper() for code, _ in codes}:
        codes = ticked
    for code, token in codes:
        if code.upper() not in seen:
            found[f"diagnosis_codes[{len(seen)}]"] = Found(value=code, tokens=(token,))
            seen.add(code.upper())
    return found


def _listed_below(value: Found, layouts: Sequence[PageLayout]) -> Iterator[tuple[str, Token]]:
    """Diagnosis codes that stand in a list under the first one."""
    last = value.tokens[0]
    for layout in layouts:
        for row in layout.free:
            for cell in row:
                token = cell.tokens[-1] if cell.tokens[-1].text.startswith("(") else cell.tokens[0]
                below = token.page == last.page and 0 < token.y - last.y < 2.2 * last.box.height
                aligned = abs(token.box.x0 - last.box.x0) < last.box.height or token.text.startswith("(")
                if below and aligned and (code := diagnosis_in(token.text)) is not None:
                    yield code, token
                    last = token


def _say_who_paid(found: dict[str, Found], payments: int, layouts: Sequence[PageLayout]) -> None:
    """What sums up all payments is the patient's where each payment that is listed is one of theirs."""
    _say_whose_they_are(found, payments, layouts)
    summed = found.get("totals.insurance_paid")
    listed = [(found.get(f"payments[{i}].kind"), found[f"payments[{i}].amount"]) for i in range(payments)]
    kinds = {str(kind.value) for kind, _ in listed if kind is not None}
    own = [
        Decimal(str(amount.value)) for kind, amount in listed if kind is not None and kind.value == "patient_payment"
    ]
    if "totals.patient_paid" in found or not own or kinds & {"insurance_payment", "other"}:
        return
    paid = abs(sum(own, Decimal(0)))
    if summed is None:
        labels = (label for layout in layouts for label in layout.labels if label.field == "total_payments")
        total = next((label.value for label in labels if label.value.value in {paid, -paid}), None)
        found |= {"totals.patient_paid": replace(total, value=paid)} if total is not None else {}
    elif paid == summed.value:
        found["totals.patient_paid"] = found.pop("totals.insurance_paid")


def _say_whose_they_are(found: dict[str, Found], payments: int, layouts: Sequence[PageLayout]) -> None:
    """Payments of which nothing says whose they are come from the plan where together they are all that it paid.

    "Total payments" does not say whose they are either.
    """
    # Without an insurer they are the patient's, as is their sum.
    whose = "insurance_payment" if "totals.insurance_paid" in found or "payer.name" in found else "patient_payment"
    summed = found.get("totals.insurance_paid" if whose == "insurance_payment" else "totals.patient_paid")
    labels = (label for layout in layouts for label in layout.labels if "total_payments" in label.fields)
    if summed is None or any(set(label.value.tokens) & set(summed.tokens) for label in labels):
        return
    kinds = {f"payments[{i}].kind": found.get(f"payments[{i}].kind") for i in range(payments)}
    others = [path for path, kind in kinds.items() if kind is not None and kind.value == "other"]
    same = [path for path, kind in kinds.items() if kind is not None and kind.value == whose]
    paid = [amount_at(found, path.replace(".kind", ".amount")) or Decimal(0) for path in (*others, *same)]
    if others and sum(paid, Decimal(0)) == summed.value:
        found.update((path, replace(found[path], value=whose)) for path in others)


_TAKEN_OFF = frozenset({"contractual_adjustment", "discount"})


def _drop_sum_of_all_credits(found: dict[str, Found], payments: int) -> None:
    """What sums up payments and write-offs together is no adjustment, whatever stands over it."""
    summed = found.get("totals.adjustments")
    listed = {path: amount_at(found, path) or Decimal(0) for path in (f"payments[{i}].amount" for i in range(payments))}
    kinds = {kind.value for i in range(payments) if (kind := found.get(f"payments[{i}].kind")) is not None}
    if summed is not None and kinds - _TAKEN_OFF and sum(listed.values(), Decimal(0)) == summed.value:
        del found["totals.adjustments"]


_OF_A_PAGE = re.compile(r"page|carried|continued|forward", re.IGNORECASE)


def _sum_of_all_lines(found: dict[str, Found], layouts: Sequence[PageLayout], kind: DocumentKind, lines: int) -> None:
    """What sums up all lines of a bill or an estimate is its total, where nothing else says so.

    Its only "subtotal" may, or a closing row by whatever words, or what is asked for in the end.
    """
    charges = [charge for i in range(lines) if (charge := amount_at(found, f"lines[{i}].charge")) is not None]
    total = {"bill": "totals.charges", "estimate": "totals.estimate"}.get(kind)
    if total is None or total in found or not charges:
        return
    sums = [*_only_subtotal(layouts), *(_closing_charges(layouts) if len(charges) > 1 else [])]
    # What is asked for is no sum of charges, though nothing was paid yet.
    asked = set(found["totals.balance_due"].tokens) if "totals.balance_due" in found else set()
    whole = next((v for v in sums if v.value == sum(charges, Decimal(0)) and not asked & set(v.tokens)), None)
    if whole is None and kind == "bill":
        due = found.get("totals.balance_due")
        whole = charged_in_steps(layouts, sum(charges, Decimal(0)), due)
        if whole is None and due is not None and due.value != sum(charges, Decimal(0)):
            whole = next(charged_behind_words(layouts, charges), None)
    of_lines = {token for i in range(lines) if (own := found.get(f"lines[{i}].charge")) for token in own.tokens}
    # The price of the one service is printed once, and sums up nothing.
    if whole is not None and not of_lines & set(whole.tokens):
        found[total] = whole
        if "fees" in found and set(found["fees"].tokens) & set(whole.tokens):
            # What a hospital booked after its bill was made is summed up as "Late charges this notice".
            del found["fees"]


def _only_subtotal(layouts: Sequence[PageLayout]) -> list[Found]:
    labels = [label for layout in layouts for label in layout.labels if label.field == "subtotal"]
    if any(_OF_A_PAGE.search(" ".join(token.text for token in label.label)) for label in labels):
        return []
    return [label.value for label in labels] if len(labels) == 1 else []


def _closing_charges(layouts: Sequence[PageLayout]) -> list[Found]:
    """The charges of rows that close a table and print no other amount."""
    rows = [(table, row) for layout in layouts for table in layout.tables for row in table.rows if row.role == "total"]
    amounts = [amounts_of(table, row) for table, row in rows]
    return [from_atoms(own["charge"].money, [own["charge"]]) for own in amounts if own.keys() == {"charge"}]


def _with_days(found: Mapping[str, Found], layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Printed days as calendar dates; a day whose year nothing tells is left out."""
    printed = {path: v.value for path, v in found.items() if isinstance(v.value, PrintedDate)}
    issued = [d for p, d in printed.items() if p in {"document_date", "processed_date"}]
    others = [d for p, d in printed.items() if p != _BIRTH]
    if all(d.year is None for d in others):
        told = years_told(layouts)
        # Of two years, days before the new one are of the first: the last day told is that of the paper or behind it.
        others, issued = others + told, issued or (told if len({d.year for d in told}) > 1 else [])
    years = Years(
        service=[d for p, d in printed.items() if p in {"service_from", "service_to"}], issued=issued, others=others
    )
    # Payments come after the service, up to the day of the paper.
    posted = Years(service=(), issued=issued, others=others) if issued else years
    complete: dict[str, Found] = {}
    latest = max((day for path, d in printed.items() if path != _BIRTH and (day := d.on(None))), default=None)
    for path, value in found.items():
        known = (posted if path.startswith("payments[") else years).complete
        if not isinstance(value.value, PrintedDate):
            complete[path] = value
        elif path == _BIRTH:
            # The years of care and papers say nothing of the year of birth.
            if (born := _birth(value.value, latest)) is not None:
                complete[path] = Found(value=born, tokens=value.tokens)
        elif (day := years.ahead(value.value) if path == "due_date" else known(value.value)) is not None:
            complete[path] = Found(value=day, tokens=value.tokens)
    _carry_over_new_year(complete, printed)
    return complete


def _carry_over_new_year(complete: dict[str, Found], printed: Mapping[str, PrintedDate]) -> None:
    """The last day of a service, printed without its year, in the year after its first day where it were before it."""
    for path, day in printed.items():
        first, last = complete.get(path.removesuffix("_to")), complete.get(path)
        if not path.endswith(".service_date_to") or day.year is not None or first is None or last is None:
            continue
        begun, over = first.value, last.value
        if isinstance(begun, datetime.date) and isinstance(over, datetime.date) and over < begun:
            later = day.on(begun.year + 1)
            if later is not None and later - begun < _LONGEST_STAY:
                complete[path] = Found(value=later, tokens=last.tokens)
            else:
                del complete[path]


def _put_the_only_day(found: dict[str, Found], lines: int, kind: DocumentKind) -> None:
    """Put the one day that the head of a paper prints on its lines, where no line has another day of its own.

    What a summary of a visit lists was done during the visit.
    """
    day = found.get("service_from")
    last = found.get("service_to", day if kind == "visit_summary" else None)
    if day is None or last is None or last.value != day.value:
        return
    paths = [f"lines[{i}].service_date" for i in range(lines)]
    if all(found.get(path, day).value == day.value for path in paths):
        found.update((path, day) for path in paths if path not in found)


_BIRTH = "patient.date_of_birth"
# A service that runs past the end of a year is over before the next one ends.
_LONGEST_STAY = datetime.timedelta(days=180)


def _birth(printed: PrintedDate, latest: datetime.date | None) -> datetime.date | None:
    """The day of birth: two digits of a year that lies behind the paper are of the century before."""
    day = printed.on(None)
    if day is None or latest is None or day <= latest:
        return day
    return PrintedDate(month=printed.month, day=printed.day, year=day.year - 100).on(None)


def _built(
    found: dict[str, Found], kind: DocumentKind, layouts: Sequence[PageLayout], lines: int, payments: int
) -> FirstParse:
    lacking = lacks_what_is_left(found, lines, payments, layouts, kind)
    borne_out = borne_out_by_the_paper(found, lines, payments, layouts, lacking=lacking)
    found = {path: value for path, value in found.items() if not path.endswith(UNIT_PRICE)}
    values: dict[str, object] = {path: value.value for path, value in found.items()}
    for i in range(lines):
        values[f"lines[{i}].id"] = str(i + 1)
    text = "\n".join(" ".join(token.text for token in row.tokens) for layout in layouts for row in layout.rows)
    document = Document.model_validate({"id": "d1", "kind": kind, "text": text, **nested(values)})
    problems = tuple(_problems(text, lacking=lacking))
    confirmed = confirmations(found, borne_out, {})
    proposed = proposals(found, lines, confirmed)
    confirmed = without_seen_alike(confirmed, proposed)
    sources = {
        path: source_of(value, confirmed.get(path, ()), proposed.get(path))
        for path, value in found.items()
        if has_source(path)
    }
    return FirstParse(
        document=document, found=found, lines=lines, borne_out=borne_out, sources=sources, problems=problems
    )


def _confirmed(first: FirstParse, alike: Mapping[int, frozenset[Box]]) -> ParsedDocument:
    """The paper with what the second look confirms too; `alike` holds by page the print that two readers saw alike."""
    sources = first.sources
    if any(alike.values()):
        confirmed = confirmations(first.found, first.borne_out, alike)
        proposed = proposals(first.found, first.lines, confirmed)
        confirmed = without_seen_alike(confirmed, proposed)
        sources = {
            path: confirmed_again(source, confirmed.get(path, ()), proposed.get(path))
            for path, source in sources.items()
        }
    doubtful = to_reread(first.found[path] for path, source in sources.items() if not source.confirmed_by)
    return ParsedDocument(document=first.document, sources=sources, doubtful=doubtful, problems=first.problems)


def _problems(text: str, *, lacking: bool) -> Iterator[Problem]:
    if is_foreign(text):
        yield Problem(
            kind="foreign_currency", text="The amounts are not in US dollars; they are shown but cannot be judged."
        )
    if lacking:
        yield Problem(
            kind="other", text="Not every amount of this paper was understood; compare what was read with the paper."
        )
