"""Dollar signs that a reader took for a figure."""

import pytest

from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of, read_pages

ESTIMATE = """
Larkspur Clinic, LLC                 Estimate of charges
Patient: Ada Lombard                 Prepared: 05/01/2026

Code     Description          Units          Amount
71046    Chest film           1.00          {film}
99214    Office visit         1.00          $258.00
94640    Breathing            5.00          {mist}
12001    Wound care           1.00          $618.00
69210    Ear wax              1.00          $133.70
93000    Heart tracing        1.00           {heart}
Total estimated cost                       $1,662.20
"""


def charges(film: str = "5412.00", mist: str = "8142.50", heart: str = "598.00") -> list[str]:
    (paper,) = read_pages(page_of(ESTIMATE.format(film=film, mist=mist, heart=heart)))
    return [str(line.charge) for line in paper.document.lines]


def test_a_figure_before_an_amount_among_amounts_with_their_sign_is_the_sign() -> None:
    assert charges() == ["412.00", "258.00", "142.50", "618.00", "133.70", "98.00"]


def test_counts_in_a_column_of_their_own_stay_what_they_are() -> None:
    words = [token.text for row in rows_of(page_of(ESTIMATE.format(film="$1.00", mist="$2.00", heart="598.00")))
             for token in row.tokens]  # fmt: skip
    assert words.count("5.00") == 1
    assert "$98.00" in words


@pytest.mark.parametrize("amount", ["5,142.50", "506.00", "50.00", "5.00", "712.00", "912.00"])
def test_what_leaves_no_amount_or_begins_with_another_figure_stays(amount: str) -> None:
    assert charges(film=amount)[0] == amount.replace(",", "")


def test_where_others_print_no_sign_nothing_is_one() -> None:
    assert charges(film="512.00", mist="142.50", heart="98.00")[0] == "512.00"


def test_nothing_is_one_before_nothing_where_other_amounts_are_nothing_too() -> None:
    assert charges(film="50.00", mist="$0.00", heart="$0.00")[0] == "0.00"


def test_nothing_confirms_it_but_a_sum() -> None:
    closing, open_ = (
        read_pages(page_of(ESTIMATE.replace("$1,662.20", total).format(film="5412.00", mist="$142.50", heart="$98.00")))
        for total in ("$1,662.20", "$1,999.00")
    )
    assert "total" in closing[0].sources["lines[0].charge"].confirmed_by
    assert open_[0].sources["lines[0].charge"].confirmed_by == ()


APART = """
Larkspur Therapy                     Estimate of charges
Patient: Ada Lombard                 Prepared: 05/01/2026

Code     Description      Unit cost     Line total
97035    Ultrasound       $ 34.55       $ 34.55
97530    Daily movement   $ 66.10       $ 66.10
97116    Walking          $ 61.30       $ 61.30
97140    Hands-on         $ 58.00       $ 58.00
97014    Stimulation      {sign} 34.64       {sign} 34.64
97161    Evaluation       $ 152.00      {glued}
"""


def test_a_lone_figure_where_others_have_their_sign_a_blank_before_the_amount_is_the_sign() -> None:
    (paper,) = read_pages(page_of(APART.format(sign="5", glued="5152.00")))
    assert [str(line.charge) for line in paper.document.lines][-2:] == ["34.64", "152.00"]


def test_amounts_of_a_row_that_begin_with_figures_like_signs_speak_against_none() -> None:
    row = "71046    Chest film    {film}    9128.34"
    page = ESTIMATE.replace("71046    Chest film           1.00          {film}", row)
    words = [token.text for row in rows_of(page_of(page.format(film="5412.00", mist="$2.00", heart="$8.00")))
             for token in row.tokens]  # fmt: skip
    assert "9128.34" in words


MANY = """
Larkspur Clinic, LLC                 Estimate of charges
Patient: Ada Lombard                 Prepared: 05/01/2026

Code     Description          Amount
71046    Chest film          {film}
99214    Office visit        $258.00
94640    Breathing           $142.50
12001    Wound care          $618.00
69210    Ear wax             $133.70
93000    Heart tracing        $98.00
93005    Tracing              $61.00
36415    Blood draw           $18.50
85025    Blood count          $42.00
80053    Metabolic panel      $77.00
81002    Urine test           {urine}
"""


@pytest.mark.parametrize(("film", "charge"), [("9128.34", "128.34"), ("3133.70", "133.70"), ("7128.34", "7128.34")])
def test_where_signs_are_misread_other_figures_like_them_are_signs_too(film: str, charge: str) -> None:
    (paper,) = read_pages(page_of(MANY.format(film=film, urine="512.00")))
    assert str(paper.document.lines[0].charge) == charge
    assert paper.sources["lines[0].charge"].confirmed_by == ()


def test_where_no_other_sign_is_misread_they_are_figures() -> None:
    (paper,) = read_pages(page_of(MANY.format(film="9128.34", urine="$12.00")))
    assert str(paper.document.lines[0].charge) == "9128.34"


def test_an_amount_whose_sign_stands_before_it_in_a_parenthesis_begins_with_its_own_figure() -> None:
    page = MANY.replace(
        "81002    Urine test           {urine}", "81002    Urine test     ($ 93.00)\n71045    Film     512.00"
    )
    (paper,) = read_pages(page_of(page.format(film="$128.34")))
    assert "-93.00" in [str(line.charge) for line in paper.document.lines]


def test_a_figure_behind_a_sign_that_stands_alone_is_one() -> None:
    (paper,) = read_pages(page_of(APART.format(sign="5", glued="5152.00")))
    assert "4.64" not in [str(line.charge) for line in paper.document.lines]
