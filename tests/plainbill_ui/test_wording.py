from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

import pytest
from pydantic import BaseModel

from plainbill.case import Desk, Document, DocumentKind, Group, Need, Story
from plainbill.checking import check
from plainbill_ui import facts, wording
from plainbill_ui.facts import field_name, value_shown
from plainbill_ui.wording import count, money, paper_name
from tests.acting.making import cases
from tests.plainbill_ui.explanation import explanation


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (wording.PAPERS, DocumentKind),
        (wording.DESKS, Desk),
        (wording.WHY_THIS_DESK, Desk),
        (wording.NEEDS, Need),
        (wording.GROUPS, Group),
    ],
)
def test_every_name_of_the_vocabulary_has_its_words(words: dict[str, str], names: object) -> None:
    assert set(words) == set(get_args(names))


@pytest.mark.parametrize(
    ("amount", "written"), [("1250.00", "$1,250.00"), ("-5.00", "-$5.00"), ("0.00", "$0.00"), ("40.50", "$40.50")]
)
def test_amounts_are_written_as_people_do(amount: str, written: str) -> None:
    assert money(Decimal(amount)) == written


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("charge", "125.00", "$125.00"),
        ("code", "99213", "99213"),
        ("units", "12.5", "12.5"),
        ("service_date", "2025-04-08", "April 8, 2025"),
        ("service_date", "2025-13-08", "2025-13-08"),
        ("payments[0].kind", "insurance_payment", "payment by insurance"),
        ("status", "denied", "refused"),
        ("visit.reason", "follow_up", "a follow-up"),
        ("insured", "true", "yes"),
        # What a paper prints is no word of the vocabulary.
        ("description", "denied", "denied"),
    ],
)
def test_values_are_shown_as_people_write_them(field: str, value: str, shown: str) -> None:
    assert value_shown(value, field) == shown


def test_every_fact_of_the_worked_cases_has_a_plain_name() -> None:
    findings = [finding for case in cases().values() for finding in check(case.read()).findings]
    fields = {fact.field for finding in findings for fact in finding.evidence}

    lacking = [each for each in fields if each not in facts.FIELDS and _last(each) not in facts.FIELDS]

    assert lacking == []
    assert len(fields) > 80


def fields_of(model: type[BaseModel]) -> Iterator[str]:
    """The names of the fields that hold a value, in a part of the vocabulary and in all parts within it."""
    for name, field in model.model_fields.items():
        parts = [part for part in parts_of(field.annotation) if isinstance(part, type) and issubclass(part, BaseModel)]
        yield from (within for part in parts for within in fields_of(part))
        if not parts:
            yield name


def parts_of(annotation: object) -> Iterator[object]:
    yield annotation
    for part in get_args(annotation):
        yield from parts_of(part)


def test_every_field_of_the_vocabulary_has_a_plain_name() -> None:
    # "provider.name" and "payer.name" have words of their own, and ids are not printed.
    assert {*fields_of(Document), *fields_of(Story)} - set(facts.FIELDS) <= {"id", "name"} | {
        name.rsplit(".", 1)[-1] for name in facts.FIELDS
    }


def _last(path: str) -> str:
    return path.rsplit(".", 1)[-1].split("[", 1)[0]


def test_one_thing_is_not_called_things() -> None:
    assert (count(1, "thing", "things"), count(2, "thing", "things")) == ("1 thing", "2 things")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("payer.name", "insurance"),
        ("totals.balance_due", "amount to pay"),
        ("charge", "price"),
        ("adjustments[0].amount", "amount"),
    ],
)
def test_fields_have_plain_names(path: str, name: str) -> None:
    assert field_name(path) == name


def test_a_paper_is_called_by_its_kind_and_its_sender() -> None:
    bill = explanation().case.documents[0]

    assert paper_name(bill) == "bill from Brightwater Urgent Care"
    assert paper_name(bill.but(provider=None)) == "bill"
    assert paper_name(bill.but(kind="eob", payer={"name": "Juniper Mutual"})) == "letter from Juniper Mutual"
