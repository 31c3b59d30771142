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
