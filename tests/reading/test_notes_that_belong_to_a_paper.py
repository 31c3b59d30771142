"""Numbered rows at the right of a paper that are its own: services, and whom to call."""

from tests.reading.papers import read_text

BILL = """
    Larkspur Medical Group                                                       {}
    100 Main Street                                                              {}
    Lexmoor, KY 40999                                                            {}
    Patient: Ada Lombard                                                         {}
    Account number: 4410072
    {}
"""
SERVICES = """
    Date          Code      Description                 Charge
    03/02/2026    82306     Vitamin D                   140.00
    03/02/2026    93224     Holter monitor               60.00
    Total charges                                       200.00
"""


def test_services_numbered_in_a_narrow_column_are_read() -> None:
    rows = ("Services", "1. office visit for a cold   140.00", "2. rapid strep test           60.00")
    document = read_text(BILL.format(*rows, "3. flu vaccine given          40.00", ""))
    assert [str(line.charge) for line in document.lines] == ["140.00", "60.00", "40.00"]


def test_the_phone_in_numbered_steps_to_pay_is_read() -> None:
    steps = ("1. pay online at our site", "2. call us at (302) 555-0171", "3. send your check by mail")
    provider = read_text(BILL.format(*steps, "4. bring cash to our desk", SERVICES)).provider
    assert provider is not None
    assert provider.phone == "(302) 555-0171"
