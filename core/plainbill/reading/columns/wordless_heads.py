"""Heads without a word over the services: what was done stands left of the first column, as on a notice of a stay."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.finding import columns_of
from plainbill.reading.columns.placing import assign
from plainbill.reading.heads.head import Head, HeadColumn, head_height
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.wording import heads_a_visit, is_total

_FEWEST_AMOUNTS = 2
_FEWEST_CODED = 3
# Words of one column begin within so many heights of print, also on a photo taken at a slant.
_LEVEL = 2.0
_SHARES = ("plan_paid", "patient_paid", "other_paid")

Sums = dict[str, Decimal]


def with_words_beside(head: Head, body: Sequence[tuple[Atom, ...]]) -> Head | None:
    """The head with a column for the words left of it, None where the rows below are no services.

    They are where the head tells what was decided of each, or the rows below each tell its code or day, and a total
    of the claim adds them up; or where each of these makes a sum itself, as on a drug plan's monthly report.
    """
    if not head.of_amounts:
        return None
    services: list[tuple[tuple[Atom, ...], Sums]] = []
    told: set[int] = set()
    total = False
    for words, amounts in _rows(head, body):
        total = total or is_total(_text(words))
        if len(amounts) < _FEWEST_AMOUNTS:
            told |= {len(services)} if _tells_of_a_service(words) else set()
            continue
        if total:
            decided = any("status" in column.fields for column in head.columns)
            sure = decided or _are_told(services, told)
            added = sure and _adds_up([own for _, own in services], amounts)
            if not added:
                break
            return _named(head, [own for own, _ in services])
        if not any(map(str.isalpha, _text(words))):
            return None
        services.append((words, amounts))
    if _are_told(services, told) and all(_is_shared(own) for _, own in services):
        return _named(head, [own for own, _ in services])
    return None


def with_words_before_codes(head: Head, body: Sequence[tuple[Atom, ...]]) -> Head:
    """Return the head with a column for what stands left of it, where that is words before the code of each service.

    As it is where a head describes the services, or where a service has no words there.
    """
    fields = {field for column in head.columns for field in column.fields[:1]}
    # Where days stand first, words left of them are those of a sidebar.
    if "code" not in head.columns[0].fields or "charge" not in fields or "description" in fields:
        return head
    columns = columns_of(head, body, head_height(head))
    before: list[list[Atom]] = []
    for own in body:
        cells = assign(columns, own)
        first = next((atom for atom in cells[0]), None)
        # Words that run up to the code fall into its column, and what is no service has none.
        coded = next((atom for atom in own if parse_code(atom.text) is not None and atom.x1 > head.x0), first)
        charged = any(atom.money is not None for cell in cells[1:] for atom in cell)
        if coded is not None and parse_code(coded.text) is not None and charged:
            before.append([atom for atom in own if atom.x1 <= coded.x0])
    worded = len(before) >= _FEWEST_CODED and all(any(map(str.isalpha, _text(own))) for own in before)
    height = head_height(head)
    if not worded or max(own[0].x0 for own in before) - min(own[0].x0 for own in before) > _LEVEL * height:
        return head
    return _named(head, before)


def _are_told(services: Sequence[object], told: set[int]) -> bool:
    """True where the rows below every service tell of it."""
    return bool(services) and told == {*range(1, len(services) + 1)}


def _is_shared(amounts: Sums) -> bool:
    """True where the price is what the plan, the patient and others paid together."""
    paid = [amounts[name] for name in _SHARES if name in amounts]
    return len(paid) > 1 and amounts.get("charge") == sum(paid)


def _tells_of_a_service(words: Sequence[Atom]) -> bool:
    """True where words without amounts are a procedure code or end in one in parentheses, or print a service's day."""
    alone = len(words) == 1 or bool(words) and words[-1].text.endswith(")")
    coded = alone and parse_code(words[-1].text.strip("()")) is not None
    dated = bool(words) and words[0].date is not None
    return coded or dated or heads_a_visit(_text(words)) and any(atom.date is not None for atom in words)


def _rows(head: Head, body: Sequence[tuple[Atom, ...]]) -> Iterator[tuple[tuple[Atom, ...], Sums]]:
    """The words of each row left of the head, and its amounts by column."""
    columns = columns_of(head, body, head_height(head))
    for own in body:
        placed = [(c.field, atom) for c, cell in zip(columns, assign(columns, own), strict=True) for atom in cell]
        amounts = {field: atom.money for field, atom in placed if atom.money is not None}
        yield tuple(atom for atom in own if atom.middle < columns[0].left), amounts


def _text(words: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in words if atom.kind == "text")


def _adds_up(services: Sequence[Sums], total: Sums) -> bool:
    added = {name: sum((own.get(name, Decimal(0)) for own in services), Decimal(0)) for name in total}
    return bool(services) and added == total


def _named(head: Head, words: Sequence[Sequence[Atom]]) -> Head:
    x0, x1 = min(own[0].x0 for own in words), max(own[-1].x1 for own in words)
    described = HeadColumn(fields=("description",), x0=x0, x1=x1, tokens=())
    return replace(head, columns=(described, *head.columns), of_amounts=False)
