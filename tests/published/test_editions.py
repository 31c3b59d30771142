"""The edition and the setting are read from names as CMS gives them."""

import datetime

import pytest

from plainbill.published.editions import edition_in, end_of_quarter, setting_in


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("ccipra-v323r0-f1.txt", "2026-10-01"),
        ("ccioph-v320r1-f4.xlsx", "2026-01-01"),
        ("medicare-ncci-2026q2-practitioner-ptp-edits.zip", "2026-04-01"),
        ("medicare-ncci-2025-q4-practitioner-services-mue-table.zip", "2025-10-01"),
        ("MCR_MUE_DMESupplierServices_Eff_07-01-2026.csv", "2026-07-01"),
        ("DME Supplier MUE Table, effective 1/1/2024", "2024-01-01"),
        ("HCPC2026_JUL_ANWEB_06172026.txt", "2026-07-01"),
        ("HCPC2018_CONTR_ANWEB.xlsx", "2018-01-01"),
        ("HCPC2020_APRIL_ANWEB_w_disclaimer_v5.xlsx", "2020-04-01"),
        ("april-2026-alpha-numeric-hcpcs-file.zip", "2026-04-01"),
    ],
)
def test_a_name_tells_the_first_day_of_its_edition(text: str, start: str) -> None:
    edition = edition_in([text])

    assert edition and edition.start.isoformat() == start


@pytest.mark.parametrize(
    "text",
    [
        "CPT only copyright 2025 American Medical Association.",
        "ccipra-v329r0-f1",
        "Eff_13-45-2026",
        "edits.txt",
        "",
    ],
)
def test_what_tells_no_edition_yields_none(text: str) -> None:
    assert edition_in([text]) is None


@pytest.mark.parametrize(
    ("texts", "setting"),
    [
        (["ccipra-v323r0-f1.txt", "hospital.zip"], "practitioner"),
        (["ccioph-v323r0-f1.txt"], "outpatient_hospital"),
        (["f1.txt", "medicare-ncci-2026q4-hospital-ptp-edits.zip"], "outpatient_hospital"),
        (["practitioner and hospital.zip"], None),
        (["pairs.txt"], None),
    ],
)
def test_a_name_tells_for_whom_a_table_is(texts: list[str], setting: str | None) -> None:
    assert setting_in(texts) == setting


@pytest.mark.parametrize(("day", "last"), [("2026-10-01", "2026-12-31"), ("2024-02-29", "2024-03-31")])
def test_a_quarter_has_a_last_day(day: str, last: str) -> None:
    assert end_of_quarter(datetime.date.fromisoformat(day)).isoformat() == last
