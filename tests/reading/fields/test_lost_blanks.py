"""Names of which a reader lost blanks."""

import pytest

from plainbill.reading.fields.lost_blanks import with_lost_blanks
from plainbill.reading.layout import lay_out
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.rows.found import Found
from tests.reading.papers import page_of


def restored(path: str, name: str, *, below: str = "Page 1 of 2") -> object:
    """The value of a name at the top of a paper that prints another row below it."""
    page = page_of(f"{name}\n\n\n{below}")
    tokens = rows_of(page)[0].tokens
    return with_lost_blanks({path: Found(value=name, tokens=tokens)}, [lay_out(page)])[path].value


@pytest.mark.parametrize(
    ("name", "below", "whole"),
    [
        ("QuarrytownClinic", "Quarrytown Clinic", "Quarrytown Clinic"),
        ("Elm HillFamily Care", "Elm Hill Family Care", "Elm Hill Family Care"),
        ("Elm HillFamily Care", "ElmHill Family Care", "Elm HillFamily Care"),
        ("HealthPartners Clinic", "Heal thPartners Clinic", "HealthPartners Clinic"),
        ("HealthPartners Clinic", "Call us", "HealthPartners Clinic"),
        ("Alder Imaging Associates,P.A.", "Call us", "Alder Imaging Associates, P.A."),
        ("Alder Hand &Spine", "Call us", "Alder Hand & Spine"),
    ],
)
def test_an_office_has_the_blanks_that_its_name_has_elsewhere(name: str, below: str, whole: str) -> None:
    assert restored("provider.name", name, below=below) == whole


@pytest.mark.parametrize("name", ["Ada M.Lombard", "AdaM. Lombard"])
def test_a_blank_stands_around_the_initial_of_a_person(name: str) -> None:
    assert restored("patient.name", name) == "Ada M. Lombard"


def test_names_in_the_order_of_forms_stay_as_they_are() -> None:
    assert restored("patient.name", "LOMBARD,ADA") == "LOMBARD,ADA"


@pytest.mark.parametrize(
    ("path", "name", "whole"),
    [
        ("provider.name", "Alder Imaging C enter", "Alder Imaging Center"),
        ("patient.name", "Ada Ferncross-L und", "Ada Ferncross-Lund"),
        ("patient.name", "Ada J van Lund", "Ada J van Lund"),
        ("provider.name", "Vitamin D and Bone Clinic", "Vitamin D and Bone Clinic"),
    ],
)
def test_a_blank_behind_the_first_letter_of_a_word_is_none(path: str, name: str, whole: str) -> None:
    assert restored(path, name) == whole
