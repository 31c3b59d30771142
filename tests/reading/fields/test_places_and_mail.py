"""What stands where a name could, and names nobody: a town with its state, an address of electronic mail."""

from tests.reading.papers import read_text


def test_a_town_and_its_state_beside_the_letterhead_are_no_patient() -> None:
    document = read_text("""
    Superior Street Clinic                        Bemidji, Minnesota
                                                  320 W Alder St, Bemidji, MN 56601
                                                  218.555.0143
    Account SS-66121

    Date          Code      Service               Charge
    03/02/2026    99213     Office visit          140.00
    03/02/2026    87804     Rapid test             40.00
    Balance due                                   180.00
""")
    assert document.patient is None or document.patient.name is None


def test_an_address_of_mail_behind_from_names_no_provider() -> None:
    document = read_text("""
    Mail - Ada Lombard - Outlook                              Page 1 of 1

    Your good faith estimate GFE-2214
    From:  estimates@larkmoorsurgical.example
    Sent:  Mon 4/13/2026 3:27 PM
    To:    Ada Lombard

    Hello Ada,
    Thank you for calling. Here is what we expect for your planned day, May 12, 2026:

    Code      Service               Qty    Expected charge
    29881     Knee scope            1            $2,350.00
    97161     First therapy visit   1              $145.00
    Your total estimate:            $2,495.00
""")
    assert document.provider is None or document.provider.name is None


def test_the_center_where_a_surgery_was_asks_for_no_money_below_the_letterhead_of_another() -> None:
    document = read_text("""
    Harrow Anesthesia Partners
    9 Larch Rd
    Reno, NV 89501
    Patient            Ada Lombard
    Account number     HAP77-3012
    Surgery center:    Alder Endoscopy

    Date          Code      Service               Charge
    03/02/2026    00810     Anesthesia            140.00
    Amount due                                    140.00
""")
    assert document.provider is not None
    assert document.provider.name == "Harrow Anesthesia Partners"


def test_a_caption_of_a_members_number_is_nobodys_name() -> None:
    document = read_text("""
    Kestrel Health        Explanation of Benefits
    Patient               Enrollee code       Facility
    Ada Lombard           R44120873           Elm Medical Center

    Date          Code      Service         Billed    Allowed    Plan paid    You owe
    03/02/2026    99213     Office visit    140.00    120.00     100.00       20.00
""")
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard"
    assert document.coverage is not None
    assert document.coverage.member_id == "R44120873"


def test_a_courtesy_for_paying_soon_is_taken_off_the_bill() -> None:
    document = read_text("""
    Alder Physical Therapy
    Patient: Ada Lombard      Account number: 77-3012

    Date          Code      Service               Charge
    03/02/2026    97110     Exercise              140.00
    Total charges                                 140.00
    Prompt-pay courtesy                           -25.00
    You pay                                       115.00
""")
    assert document.totals is not None
    assert str(document.totals.adjustments) == "25.00"
