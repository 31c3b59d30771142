"""Services whose words fill a row, with code and amount on the next one."""

from plainbill.case import Document
from tests.reading.papers import read_text

PORTAL = """
Birchmere
Home
Visits
Bill BM-4410772
Patient
Ada Lombard
Insurance
Lakeland Freedom PPO, ID LKF 44021187
What you were charged for
{services}
Total charges    $201.00

Payments and savings
Mar 2, 2026      Card ending 4410 (copay)      -$20.00
Mar 20, 2026     Lakeland Freedom PPO          -$80.00
Mar 20, 2026     In-network savings            -$61.00
You owe          $40.00
Birchmere Virtual Care of Ohio, PC
"""
SERVICES = """\
Video visit, new patient
99202 95    $120.00
Extra time
99417 95    $60.00
Kit shipped to home
            $21.00"""


def portal(services: str = SERVICES) -> Document:
    return read_text(PORTAL.format(services=services))


def test_the_amount_behind_the_code_is_that_of_the_words_above() -> None:
    assert [(line.description, line.code, line.modifiers, str(line.charge)) for line in portal().lines] == [
        ("Video visit, new patient", "99202", ("95",), "120.00"),
        ("Extra time", "99417", ("95",), "60.00"),
        ("Kit shipped to home", None, (), "21.00"),
    ]


def test_an_amount_without_a_code_that_the_sum_does_not_hold_is_no_service() -> None:
    assert len(portal(SERVICES.replace("$21.00", "$35.00")).lines) == 2


def test_what_is_taken_off_on_a_day_is_a_payment_and_savings_are_the_plans() -> None:
    assert [(payment.kind, str(payment.amount)) for payment in portal().payments] == [
        ("patient_payment", "20.00"),
        ("insurance_payment", "80.00"),
        ("contractual_adjustment", "61.00"),
    ]


def test_the_name_with_its_legal_form_is_what_the_logo_above_a_menu_is_short_for() -> None:
    provider = portal().provider
    assert provider is not None
    assert provider.name == "Birchmere Virtual Care of Ohio, PC"


def test_savings_in_the_network_do_not_say_of_which_network_the_office_is() -> None:
    coverage = portal().coverage
    assert coverage is not None
    assert (coverage.member_id, coverage.network_status) == ("LKF 44021187", None)
