"""What stands between the services of a bill: why something is owed, headings of payments, balances that close them."""

from tests.reading.papers import read_text

STATEMENT = """
    NORTH SHORE MEDICAL GROUP           STATEMENT DATE: 10/02/26            AMOUNT DUE: $214.60

    DATE       DESCRIPTION                                    CHARGES     PAYMENTS/      PATIENT
                                                                          ADJUSTMENTS    BALANCE
    08/20/26   99213 25 OFFICE VISIT EST LEVEL 3              $178.00
               09/12/26 MIDLAKES HEALTH ADJUSTMENT                         -$61.40
               APPLIED TO DEDUCTIBLE                                                    $116.60
    08/20/26   77067 SCREENING MAMMOGRAM                      $310.00
               09/12/26 MIDLAKES HEALTH PAYMENT                           -$212.00
               COPAY DUE                                                                 $98.00
                                               TOTAL PATIENT BALANCE                    $214.60
"""
WORDY = """
    Mercy Ridge Emergency Physicians
    Patient name: Thaddeus Yoon       Account number: MREP-77120      Bill date: 09/03/2026

    What we did                                         What it costs
    ER visit, high severity (99285)                     $1,245.00
    Laceration repair, 2.6 to 5 cm (12013)                $410.00
    What your insurance did
    Paid 08/29/2026 by Tidewater Mutual                  -$611.20
    Network discount                                     -$743.80
    What you owe                                          $300.00
"""
LEDGER = """
    Redwood Physical Therapy
    Patient Ledger                                          Run date 07/02/2026

    Date       Provider   Code    Description                 Charges     Credits     Balance
                                   Balance forward                                      40.00
    05/04/26   KLM        97161   PT Evaluation low             165.00                  205.00
    05/04/26   KLM        97110   Therapeutic exercise          124.00                  329.00
    05/20/26              PMT     Mesa Verde Health PPO                    171.60       157.40
               Totals                                           289.00     171.60       {balance}
"""


def test_why_something_is_owed_is_no_service_and_no_total() -> None:
    document = read_text(STATEMENT)
    assert [line.code for line in document.lines] == ["99213", "77067"]
    assert document.totals is not None
    assert (document.totals.deductible, document.totals.copay) == (None, None)
    assert str(document.totals.balance_due) == "214.60"


def test_a_heading_of_what_was_paid_does_not_carry_on_the_service_above() -> None:
    document = read_text(WORDY)
    assert [line.description for line in document.lines] == [
        "ER visit, high severity",
        "Laceration repair, 2.6 to 5 cm",
    ]
    assert [str(payment.amount) for payment in document.payments] == ["611.20"]


def test_the_balance_below_a_ledger_is_due_where_the_columns_come_to_it() -> None:
    document = read_text(LEDGER.format(balance="157.40"))
    assert document.totals is not None and str(document.totals.balance_due) == "157.40"
    other = read_text(LEDGER.format(balance="117.40"))
    assert other.totals is not None and other.totals.balance_due is None


def test_the_run_date_of_a_paper_whose_services_have_days_is_that_of_its_print() -> None:
    document = read_text(LEDGER.format(balance="157.40"))
    assert str(document.document_date) == "2026-07-02"
    assert document.service_from is None
