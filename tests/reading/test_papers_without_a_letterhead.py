"""Papers whose letterhead nobody could read: nothing else on them is the name of who sent them."""

from tests.reading.papers import read_text

NOTICE = """
Patient            Subscriber          Group          Treating office
Ada Lombard        Odile Lombard       1180-002       Harbor Family Dentistry
Relationship       Subscriber ID       Claim          Check no.
Daughter           LD-40917722         D2603240071    00771845

Date        Treatment            Fee         Plan allowance    Plan paid    You owe
03/05/26    Filling   D2392      262.00      171.00            121.00       50.00
03/05/26    Cleaning  D1110      128.00       92.00             92.00        0.00
Totals for this claim            390.00      263.00            213.00       50.00
"""


def test_captions_and_what_stands_below_them_name_no_plan() -> None:
    assert read_text(NOTICE).payer is None


def test_the_treating_office_is_the_provider() -> None:
    provider = read_text(NOTICE).provider
    assert provider is not None
    assert provider.name == "Harbor Family Dentistry"
