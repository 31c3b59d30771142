from dataclasses import replace

import pytest

from tests.reading.papers import page_of, read_pages

BILL = """
Larkspur Dental, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description         Charge
04/02/2025  D0120   Regular checkup     100.00
04/02/2025  {code}   Fluoride varnish     24.00
04/09/2025  {code}   Fluoride varnish     24.00

Total charges                            148.00
"""


@pytest.mark.parametrize("code", ["01206", "D12O6", "D1286"])
def test_a_code_one_sign_off_from_a_known_one_is_doubtful_though_it_recurs(code: str) -> None:
    (paper,) = read_pages(page_of(BILL.format(code=code)))
    assert paper.sources["lines[1].code"].confirmed_by == ()


def test_a_code_that_no_table_knows_and_that_is_like_none_recurs_and_is_believed() -> None:
    (paper,) = read_pages(page_of(BILL.format(code="D9444")))
    assert "repeated" in paper.sources["lines[1].code"].confirmed_by


def test_the_files_own_text_says_what_a_strange_code_is() -> None:
    (paper,) = read_pages(replace(page_of(BILL.format(code="01206")), text_layer=True))
    assert paper.sources["lines[1].code"].confirmed_by == ("repeated", "text_layer")
