from collections.abc import Mapping

import pytest

from plainbill.reading.confirming.unlikely_names import unlikely_names
from plainbill.reading.rows.found import Found


def found(**names: str) -> Mapping[str, Found]:
    return {path.replace("__", "."): Found(value=name, tokens=()) for path, name in names.items()}


@pytest.mark.parametrize(
    "name",
    [
        "Larkspur Family Dental",
        "FOOT AND ANKLE OF DUNLAP",
        "Dr. Ada Lombard",
        "Ada Lombard, DDS",
        "1st Care of Alder",
        "One Alder Medical",
        "Alder Creek Internists",
        "NORTHSIDE ER",
        "Juniper Drug & Compounding",
    ],
)
def test_what_offices_are_called_is_not_in_doubt(name: str) -> None:
    assert [*unlikely_names(found(provider__name=name))] == []


@pytest.mark.parametrize(
    "name",
    ["Apartment 12", "Participating", "FAX FROM", "1140 County Road B", "Lombard Health of", "pay.health"],
)
def test_what_no_office_is_called_is_in_doubt(name: str) -> None:
    assert [*unlikely_names(found(provider__name=name))] == ["provider.name"]


@pytest.mark.parametrize("name", ["Medicare", "TRICARE West", "Alder HMO", "JUNIPER RX", "Lakeland Advantage"])
def test_what_plans_are_called_is_not_in_doubt(name: str) -> None:
    assert [*unlikely_names(found(payer__name=name))] == []


@pytest.mark.parametrize("name", ["Private", "Primary visit", "Alder Mutual -", "ompany of Alder Health Plan"])
def test_what_no_plan_is_called_is_in_doubt(name: str) -> None:
    assert [*unlikely_names(found(payer__name=name))] == ["payer.name"]


@pytest.mark.parametrize("name", ["Ada Lombard", "LOMBARD, ADA", "LOMBARD,ADA", "Ada O. Lombard-Reyes"])
def test_names_of_persons_are_not_in_doubt(name: str) -> None:
    assert [*unlikely_names(found(patient__name=name, coverage__subscriber_name=name))] == []


@pytest.mark.parametrize("name", ["Relationship", "Larkspur Memorial Hospital", "Alder Health Plan", "Visit Summary"])
def test_what_no_person_is_called_is_in_doubt(name: str) -> None:
    assert [*unlikely_names(found(patient__name=name))] == ["patient.name"]
    assert [*unlikely_names(found(coverage__subscriber_name=name))] == ["coverage.subscriber_name"]


def test_a_plan_of_which_a_beginning_is_left_is_in_doubt() -> None:
    assert [*unlikely_names(found(coverage__plan_name="Frames and"))] == ["coverage.plan_name"]
    assert [*unlikely_names(found(coverage__plan_name="Frames and More"))] == []


def test_a_firm_whose_point_is_lost_is_in_doubt() -> None:
    assert [*unlikely_names(found(payer__name="Alder Health Inc"))] == ["payer.name"]
    assert [*unlikely_names(found(payer__name="Alder Health, Inc."))] == []
