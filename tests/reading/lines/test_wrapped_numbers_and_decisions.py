"""Numbers of authorizations that break in a narrow column, and decisions with the key of their note."""

from tests.reading.papers import read_text

NOTICE = """
Willow Bay Behavioral Network                    Explanation of benefits
Member: Ada Lombard       Member ID: WBN55018842
Claim: WB-1187204         Provider: Anchor Point Counseling

Session     CPT      Auth #    Units    Type                     Billed    Contract rate    Copay      Paid
04/01/26    90837    BH-       1        Psychotherapy            210.00           138.00    25.00    113.00
                     60221
04/29/26    90847    none      1        Family therapy           190.00           121.50    25.00     96.50
04/29/26    90785    none      1        Complexity add-on -       20.00             0.00     0.00      0.00
                                        DENIED (BH7)
Total                                                            420.00           259.50    50.00    209.50

BH7- Add-on not payable with family therapy.
"""


def test_a_number_that_breaks_at_its_hyphen_is_whole() -> None:
    assert [line.authorization_number for line in read_text(NOTICE).lines] == ["BH-60221", None, None]


def test_a_decision_with_the_key_of_its_note_is_no_part_of_what_was_done() -> None:
    *_, denied = read_text(NOTICE).lines
    assert (denied.description, denied.status) == ("Complexity add-on", "denied")
    assert [remark.code for remark in denied.remarks] == ["BH7"]
    assert [remark.code for remark in read_text(NOTICE).remarks] == ["BH7"]


REMITTANCE = """
BASIN STATE MEDICAL ASSISTANCE                       REMITTANCE ADVICE  RA DATE 07/17/2026
PROVIDER  HEARTHSIDE HOME SERVICES INC     NPI 1881720043
RECIPIENT LOMBARD ADA        RECIPIENT ID 8840077213

SVC DATE   PROC    MOD    DESCRIPTION            UNITS     BILLED    ALLOWED      PAID    EOB
06/18/26   T1019   U3     PERSONAL CARE             40     220.00       0.00      0.00    0573
06/19/26   T2003          TRANSPORT                  1      38.00       0.00      0.00    0210
ICN TOTAL                                                  258.00       0.00      0.00

EOB CODE DESCRIPTIONS
0573  MODIFIER NOT ON THE SERVICE PLAN
0210  TRIP WAS NOT ARRANGED
"""


def test_codes_under_the_head_of_explanations_are_notes_and_no_departments() -> None:
    lines = read_text(REMITTANCE).lines
    assert [line.revenue_code for line in lines] == [None, None]
    assert [[remark.code for remark in line.remarks] for line in lines] == [["0573"], ["0210"]]
