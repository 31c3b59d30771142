"""Notices of welfare funds: bands that name the claim and who is paid, codes of notes behind what is not covered."""

from dataclasses import replace

import pytest

from tests.reading.papers import page_of, read_pages, read_text

FUND = """
    GLAZIERS LOCAL 918 WELFARE FUND
    1400 UNION HALL RD, SAINT VERITY, MN 55999

    EXPLANATION OF BENEFITS
    PARTICIPANT: CARL R LOMBARD        FUND ID: F918-04417
    PATIENT: CARL R LOMBARD            DATE: 01-31-25

    SERVICE                         TOTAL      PPO    NOT COVERED                          COINS     FUND
    DATE       TYPE OF SERVICE      CHARGE     DISC      {mark} CODE    ALLOWED   DEDUCT      20%     PAID
    CLAIM E501882     PROVIDER QUARRYTOWN PHYSICAL THERAPY      PAID TO PROVIDER CK 771208
    01-06-25   PT EVALUATION        185.00    52.00                  133.00    50.00    16.60    66.40
    01-06-25   THERAPY EXERCISE     120.00    31.50                   88.50             17.70    70.80
               SUBTOTAL             305.00                                                      137.20
    CLAIM E501903     PROVIDER {other} PHYSICAL THERAPY      PAID TO PROVIDER CK 771209
    01-13-25   THERAPY EXERCISE     120.00    31.50                   88.50             17.70    70.80
    01-13-25   MASSAGE               65.00            65.00 NC2                                  0.00
               SUBTOTAL             185.00                                                       70.80
               TOTALS               490.00   115.00   65.00          310.00    50.00    52.00   208.00

    PATIENT RESPONSIBILITY: $167.00

    CODE NC2 - MASSAGE THERAPY IS NOT A BENEFIT UNDER ARTICLE VI OF THE PLAN.
"""


@pytest.mark.parametrize("mark", ["/", "1"])
def test_what_is_not_covered_may_have_the_code_of_a_note_behind_it(mark: str) -> None:
    document = read_text(FUND.format(mark=mark, other="QUARRYTOWN"))
    massage = document.lines[-1]
    assert [massage.not_covered, [remark.code for remark in massage.remarks]] == [65, ["NC2"]]
    assert document.totals is not None and document.totals.not_covered == 65
    assert [(remark.code, remark.text) for remark in document.remarks] == [
        ("NC2", "MASSAGE THERAPY IS NOT A BENEFIT UNDER ARTICLE VI OF THE PLAN.")
    ]


def test_the_office_behind_the_number_of_every_claim_gave_the_care() -> None:
    document = read_text(FUND.format(mark="/", other="QUARRYTOWN"))
    assert document.provider is not None and document.provider.name == "QUARRYTOWN PHYSICAL THERAPY"


def test_of_claims_of_several_offices_none_is_that_of_the_paper() -> None:
    provider = read_text(FUND.format(mark="/", other="HARROW BAY")).provider
    assert provider is None or provider.name is None


def test_a_label_that_a_wide_blank_tears_is_one() -> None:
    page = page_of(FUND.format(mark="/", other="QUARRYTOWN"))
    label = next(word for word in page.words if word.text == "RESPONSIBILITY:")
    # A typewriter's blank, a little wider than the print is high.
    by = label.box.y1 - label.box.y0
    words = tuple(
        replace(word, box=replace(word.box, x0=word.box.x0 + by * 0.5, x1=word.box.x1 + by * 0.5))
        if word.box.y0 == label.box.y0 and word.box.x0 >= label.box.x0
        else word
        for word in page.words
    )
    (parsed,) = read_pages(replace(page, words=words))
    assert parsed.document.totals is not None and parsed.document.totals.patient_responsibility == 167
