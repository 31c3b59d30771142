from dataclasses import replace

import pytest

from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords, Piece, Rereading
from plainbill.reading.parsed import ParsedDocument
from tests.reading.papers import page_of, read_pages

BILL = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description         Qty    Price     Charge
04/02/2025  99213   Office visit        1      100.00    100.00
04/02/2025  36415   Blood draw          2       12.00     24.00

Total charges                                            {total}
"""


def parsed(total: str) -> ParsedDocument:
    """The bill with this total."""
    (paper,) = read_pages(page_of(BILL.format(total=total)))
    return paper


def test_lines_that_add_up_confirm_each_other_and_the_total() -> None:
    sources = parsed("124.00").sources
    assert "total" in sources["lines[0].charge"].confirmed_by
    assert "line_sum" in sources["totals.charges"].confirmed_by


def test_a_sum_that_does_not_close_confirms_nothing() -> None:
    sources = parsed("142.00").sources
    assert sources["totals.charges"].confirmed_by == ()
    assert "total" not in sources["lines[0].charge"].confirmed_by


def test_units_times_price_confirms_units_and_charge() -> None:
    sources = parsed("142.00").sources
    assert "unit_price" in sources["lines[1].units"].confirmed_by
    assert "unit_price" in sources["lines[1].charge"].confirmed_by


def test_the_files_own_text_confirms_every_value() -> None:
    page: PageWords = replace(page_of(BILL.format(total="142.00")), text_layer=True)
    (paper,) = read_pages(page)
    assert all("text_layer" in source.confirmed_by for source in paper.sources.values())


def test_a_name_printed_once_is_doubtful() -> None:
    assert parsed("124.00").sources["patient.name"].confirmed_by == ()


LEDGER = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Description                      Amount    Balance
            Previous balance                            20.00
04/02/2025  Office visit                     100.00    120.00
04/02/2025  Blood draw                       {second}    144.00
04/20/2025  Insurance payment                -90.00     54.00
Balance due                                             54.00
"""


def by(paper: ParsedDocument, path: str) -> tuple[str, ...]:
    """What confirms the value at a path."""
    return paper.sources[path].confirmed_by


def test_a_balance_that_runs_on_confirms_the_entry_beside_it() -> None:
    (paper,) = read_pages(page_of(LEDGER.format(second=" 24.00")))
    entries = ("lines[0].charge", "lines[1].charge", "payments[0].amount", "previous_balance", "totals.balance_due")
    assert all("running_balance" in by(paper, path) for path in entries)


def test_a_balance_that_jumps_confirms_only_the_entries_around_it() -> None:
    (paper,) = read_pages(page_of(LEDGER.format(second=" 42.00")))
    assert by(paper, "lines[1].charge") == ()
    assert "running_balance" in by(paper, "lines[0].charge")
    assert "running_balance" in by(paper, "payments[0].amount")


DEPARTMENTS = """
Larkspur Hospital                    Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description                Charge
04/02/2025  99213   Office visit               100.00
04/02/2025  36415   Blood draw                  24.00
Subtotal                                       124.00
04/03/2025  71046   Chest x-ray                 {third}
04/03/2025  93000   Heart tracing               30.00
Subtotal                                        90.00
Total charges                                  214.00
"""


def test_the_sum_of_a_group_confirms_its_charges_and_the_sums_confirm_the_total() -> None:
    (paper,) = read_pages(page_of(DEPARTMENTS.format(third="60.00")))
    assert all("subtotal" in by(paper, f"lines[{i}].charge") for i in range(4))
    assert "subtotal" in by(paper, "totals.charges")


def test_a_group_that_does_not_close_leaves_its_first_charges_doubtful() -> None:
    (paper,) = read_pages(page_of(DEPARTMENTS.format(third="66.00")))
    assert by(paper, "lines[2].charge") == ()
    assert "subtotal" in by(paper, "lines[0].charge")
    assert by(paper, "totals.charges") == ()


def test_entries_of_an_activity_list_close_the_balance() -> None:
    (paper,) = read_pages(
        page_of("""
Larkspur Hospital                    Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description                Charge
04/02/2025  99213   Office visit               100.00

Date posted  Payment                           Amount
04/20/2025   Insurance payment                 -70.00

Total charges                                  100.00
Late fee                                         5.00
Balance due                                     35.00
""")
    )
    assert "total" in by(paper, "payments[0].amount")
    assert "total" in by(paper, "totals.balance_due")
    assert "total" in by(paper, "fees")


NOTICE = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic      Patient: Ada Lombard

Date          Procedure   Billed    Allowed    Plan paid   You owe
04/02/2025    99213       100.00      80.00        80.00      0.00
04/09/2025    99212        60.00      50.00        40.00     10.00
{closing}
"""


def test_a_zero_in_a_sum_of_one_part_is_not_confirmed() -> None:
    (paper,) = read_pages(page_of(NOTICE.format(closing="")))
    assert "line_sum" in by(paper, "lines[0].plan_paid")
    assert by(paper, "lines[0].patient_responsibility") == ()
    assert "line_sum" in by(paper, "lines[1].patient_responsibility")


def test_columns_whose_sums_the_closing_block_contradicts_confirm_nothing() -> None:
    totals = "Totals                    160.00     130.00       120.00     10.00"
    (paper,) = read_pages(page_of(NOTICE.format(closing=f"{totals}\n\nAmount billed: 910.00\nYou may owe: 10.00")))
    assert "total" not in by(paper, "lines[0].charge")
    assert "total" not in by(paper, "lines[0].allowed")


def test_a_name_inside_a_longer_one_confirms_nothing() -> None:
    text = BILL.format(total="124.00")
    (twice,) = read_pages(page_of(text + "\nAda Lombard\n"))
    (longer,) = read_pages(page_of(text + "\nThe Ada Lombard Health Center\n"))
    assert "repeated" in by(twice, "patient.name")
    assert "repeated" not in by(longer, "patient.name")


def reread(text: str) -> ParsedDocument:
    """The paper of which a second reader saw every amount as the first one did."""
    page = page_of(text)
    runs = [(Piece(page=page.index, text=word.text, box=word.box),) for word in page.words if "." in word.text]
    seen = tuple(Rereading(pieces=run, text=run[0].text, reader="other") for run in runs)
    page = replace(page, rereadings=seen)
    paper = parse([page], [lay_out(page)])
    assert paper is not None
    return paper


@pytest.mark.parametrize(("total", "confirmed"), [("$142.00", True), ("542.00", False), ("142.00", True)])
def test_a_digit_that_may_be_a_dollar_sign_is_not_confirmed_by_a_second_reader_alone(
    total: str, confirmed: bool
) -> None:
    signed = BILL.replace("100.00", "$100.00").replace(" 12.00", "$12.00")
    sources = reread(signed.format(total=total)).sources
    assert ("second_reader" in sources["totals.charges"].confirmed_by) is confirmed


@pytest.mark.parametrize(("missed", "confirmed"), [("195.40", False), ("", True)])
def test_a_sum_says_nothing_against_lines_of_which_one_was_not_read(missed: str, confirmed: bool) -> None:
    sources = reread(f"""
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description                Charge
04/02/2025  99213   Office visit               100.00
                                               {missed}
04/02/2025  36415   Blood draw                  24.00
Total charges                                  319.40
""").sources
    assert bool(sources["totals.charges"].confirmed_by) is confirmed


@pytest.mark.parametrize(("printed", "confirmed"), [("D0120", True), ("Do120", False), ("Dol20", False)])
def test_a_code_made_of_letters_is_not_confirmed_by_the_table_that_helped_to_make_it(
    printed: str, confirmed: bool
) -> None:
    (paper,) = read_pages(page_of(BILL.replace("99213", printed).replace("36415", printed).format(total="124.00")))
    assert [line.code for line in paper.document.lines] == ["D0120"] * 2
    assert bool(paper.sources["lines[0].code"].confirmed_by) is confirmed


@pytest.mark.parametrize(("day", "sure"), [("Aug 14, 2025", True), ("Aug 1", False)])
def test_a_day_without_a_year_among_whole_ones_may_have_been_cut(day: str, sure: bool) -> None:
    text = f"""
Larkspur Clinic, LLC                 Statement Date: 10/02/2025
Patient: Ada Lombard                 Account: LC-10447
Dates of service: 07/29/2025 - 08/14/2025

Date          Code    Description         Charge
Jul 29, 2025  99213   Office visit        100.00
Aug 14, 2025  36415   Blood draw           24.00
{day:12}  85025   Blood count          40.00

Total charges                             164.00
"""
    (paper,) = read_pages(page_of(text))
    assert bool(paper.sources["lines[2].service_date"].confirmed_by) is sure
