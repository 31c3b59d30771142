"""Bills that somebody receives for another person."""

import pytest

from tests.reading.papers import SERVICES, read_text


@pytest.mark.parametrize("above", ["Family of Ada Lombard", "Estate of Ada Lombard", "Ada Lombard"])
def test_the_name_above_care_of_is_that_of_the_patient(above: str) -> None:
    document = read_text(f"""
    Juniper Crest Hospice
    400 Adobe Walk, Mesa Alta, NM 87998
    Statement date: May 30, 2026     NPI 1255550340     Diagnosis: C25.9

    {above}
    c/o Orlo Lombard
    14 Tannery Row, Velmont, NJ 07899

    {SERVICES}
    """)
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard"
