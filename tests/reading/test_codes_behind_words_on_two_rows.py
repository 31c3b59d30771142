"""Services over two rows whose words end in a code, under a head that names codes on neither."""

from tests.reading.papers import read_text

CLAIM = """
Harbor Mutual                                         Explanation of benefits
Member: Ada Lombard      Member ID: HM-20441          Processed: 07/24/2026
Claim for Ada Lombard    Provider: Quarrytown Emergency Clinic {network}

Claim        Amount                    Member                                              Plan        Your
remarks      billed       Discount     rate         Deductible   Copay       Coinsurance   paid        share

07/08/2026   EMERGENCY VISIT HIGH 99285
XO3          $1,980.00    $1,100.00    $880.00      $500.00      $150.00     $46.00        $184.00     $696.00

07/08/2026   CT HEAD W/O DYE 70450 - 26
XO3          $284.00      $200.00      $84.00       $0.00        $0.00       $16.00        $68.00      $16.00

07/08/2026   IMMUNIZATION ADMIN 90471
PV1          $58.00       $30.00       $28.00       $0.00        $0.00       $0.00         $28.00      $0.00

Totals       $2,322.00    $1,330.00    $992.00      $500.00      $150.00     $62.00        $280.00     $712.00
"""


def test_a_code_with_a_dash_before_its_modifier_ends_the_words_above_the_amounts() -> None:
    lines = read_text(CLAIM.format(network="")).lines
    assert [(line.code, list(line.modifiers), line.description) for line in lines] == [
        ("99285", [], "EMERGENCY VISIT HIGH"),
        ("70450", ["26"], "CT HEAD W/O DYE"),
        ("90471", [], "IMMUNIZATION ADMIN"),
    ]
