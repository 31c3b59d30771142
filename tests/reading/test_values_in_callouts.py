"""Days, numbers and sums that stand in callouts, sentences and behind names."""

from decimal import Decimal

from tests.reading.papers import read_text

SERVICES = """
Date        Code     Service             Charge
03/02/2026  99213    Office visit        140.00
03/02/2026  87880    Rapid test           40.00
Total charges                            180.00
"""


def test_the_day_right_below_the_balance_is_when_it_is_due() -> None:
    document = read_text(f"""
Larkspur Labs, LLC                                         Amount due
88 Assay Drive, Brixham, NJ 08999                              $180.00
Patient: Ada Lombard                                     by 04/10/2026
Bill date: 03/11/2026
{SERVICES}
Pay online with your bill number. Federal tax no. 00-5550118.
""")
    assert str(document.due_date) == "2026-04-10"
    assert document.provider is not None
    assert document.provider.tax_id == "00-5550118"


def test_an_insurer_by_name_that_has_not_answered_is_pending_and_the_sum_below_is_owed() -> None:
    document = read_text(f"""
Larkspur Hospital                            Patient: Ada Lombard
55 Slate Quay, Dunmarrow, MD 21999           Printed: 03/20/2026
{SERVICES}
No payments have been received. Your insurance, Chesapeake Trust, has not yet responded. Amount owed at this time:
$180.00
""")
    assert document.insurance_pending is True
    assert document.totals is not None
    assert document.totals.balance_due == Decimal("180.00")


def test_the_number_behind_the_name_of_a_group_is_its_number() -> None:
    document = read_text("""
Enamelis Dental Plan                         DENTAL BENEFIT STATEMENT
PO Box 515, Wickery, UT 84999                Processed on 04/08/2026
Subscriber  Ignatius Bell     Subscriber ID  EDP0091822     Group  Wickery Schools 2207
Patient  Ada Bell             Claim  2026-0407-66118        Dentist  Yusuf Arrington, DDS

Date        Code     Treatment      Dentist fee   Plan fee   Plan pays   Patient pays
03/19/2026  D0120    Evaluation     68.00         44.00      44.00       0.00
03/19/2026  D0274    Bitewings      82.00         54.00      54.00       0.00
""")
    assert document.coverage is not None
    assert document.coverage.group_number == "2207"
