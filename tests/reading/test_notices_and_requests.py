"""Notices of public payers, and of what was asked for: who gave the care, what was decided, and what is owed."""

from plainbill.case import Document
from tests.reading.papers import read_text

NOTICE = """
Medicare Summary Notice
for Part B (Medical Insurance)
Notice for Hester L. Broussard
Medicare Number 4TX7-WD2-KH63
Date of This Notice April 14, 2026
THIS IS NOT A BILL

March 5, 2026
Pelham Falls Family Medicine, (614) 555-0138
1240 Mill Race Rd, Pelham Falls, OH 43998
Services by Ilona Varga, M.D.
Service Provided & Billing Code      Service      Amount      Medicare-    Amount      Maximum    See
                                     Approved?    Provider    Approved     Medicare    You May    Notes
                                                  Charged     Amount       Paid        Be Billed  Below
Office visit (99214)                 Yes          $212.00     $131.46      $105.17     $26.29
Vitamin D-3 level (82306)            NO            $96.00       $0.00        $0.00     $96.00     B
Total for Claim #02-26071-448-320                 $308.00     $131.46      $105.17    $122.29

March 19, 2026
Pelham Falls Family Medicine, (614) 555-0138
1240 Mill Race Rd, Pelham Falls, OH 43998
Services by Desmond Achterberg, D.O.
Service Provided & Billing Code      Service      Amount      Medicare-    Amount      Maximum    See
                                     Approved?    Provider    Approved     Medicare    You May    Notes
                                                  Charged     Amount       Paid        Be Billed  Below
Electrocardiogram (93000)            Yes           $64.00      $15.20       $12.16      $3.04
Total for Claim #02-26084-119-750                  $64.00      $15.20       $12.16      $3.04
"""
DENIAL = """
Crestmoor Health Alliance
May 18, 2026
Re: Notice of Adverse Benefit Determination
Patient: Amara Okonjo
Claim: E26-1170-88204
Dear Mr. Okonjo:
We are not able to pay for the services in this table:
When       What was billed                            Code / mod.    Their charge    Decision
4/6/26     Speech and language therapy                92507 GN          $185.00      Denied
4/8/26     Therapeutic activities (3 units)           97530 GO          $231.00      Denied

The amount you may have to pay your provider for these services is $416.00 . Please do not send money to us.
Sincerely,
R. Dunleavy
"""
REQUEST = """
Sagepoint Care Plan                                NOTICE OF ACTION
Member Services 1-877-555-0175                     DENIAL OF A REQUEST FOR SERVICES
Member                     Member ID               Date of birth
Lucinda Marchetti          SPC3019947 01           09/02/1968

Your provider asked us to approve the items below. We have denied this request.
E0601 NU     CPAP device, continuous airway pressure          DENIED
             Units asked for: 1     Units approved: 0
A7037        Tubing used with positive airway pressure        DENIED
             Units asked for: 4     Units approved: 0

You can appeal. Call Member Services no later than 08/10/2026.
"""


def test_who_gave_the_care_of_each_claim_is_no_office() -> None:
    document = read_text(NOTICE)
    assert document.provider is not None
    assert (document.provider.name, document.provider.phone) == ("Pelham Falls Family Medicine", "(614) 555-0138")
    assert [line.rendering_provider for line in document.lines] == [
        "Ilona Varga, M.D.",
        "Ilona Varga, M.D.",
        "Desmond Achterberg, D.O.",
    ]


def denial() -> Document:
    """The letter."""
    return read_text(DENIAL)


def test_what_was_billed_is_the_words_beside_the_charge() -> None:
    lines = denial().lines
    assert [(line.description, str(line.charge), line.status) for line in lines] == [
        ("Speech and language therapy", "185.00", "denied"),
        ("Therapeutic activities", "231.00", "denied"),
    ]


def test_units_in_parentheses_behind_the_words_are_those_of_the_line() -> None:
    assert [line.units for line in denial().lines] == [None, 3]


def test_what_a_plan_says_you_may_have_to_pay_the_provider_is_the_patients_share() -> None:
    totals = denial().totals
    assert totals is not None
    assert (str(totals.patient_responsibility), totals.balance_due) == ("416.00", None)


def test_each_item_of_a_denied_request_is_a_line_with_what_was_asked_for() -> None:
    document = read_text(REQUEST)
    assert document.kind == "letter"
    assert [(line.code, line.modifiers, line.description, line.units, line.status) for line in document.lines] == [
        ("E0601", ("NU",), "CPAP device, continuous airway pressure", 1, "denied"),
        ("A7037", (), "Tubing used with positive airway pressure", 4, "denied"),
    ]


def test_a_row_without_a_decision_is_no_item() -> None:
    assert read_text(REQUEST.replace("DENIED\n", "\n")).lines == ()
