"""The only address of a paper, far from the name of whoever sent it."""

import pytest

from tests.reading.papers import SERVICES, read_text

VISITS = "\n".join(f"03/{day:02}/2026    97110    Exercise        20.00" for day in range(1, 26))
BILL = f"""
Juniper Medical Group
Patient: Ada Lombard          Account number: JM-44182

Date          Code     Service         Charge
{VISITS}
Total charges                          500.00
{{foot}}
"""
NOTICE = "Kestrel Insurance     Explanation of Benefits\nPatient: Ada Lombard     Claim number: 25-0222-7731\n"


@pytest.mark.parametrize(
    "foot",
    [
        "1600 Juniper Mall Dr, Elmgrove, NV 89501",
        "3100 Mission Trail, Elmgrove, NV 89501   575-555-0133",
        "40 Rose Blvd, Elmgrove, NV 89501. Billing help line 1-800-555-0177.",
    ],
)
def test_the_only_address_at_the_foot_of_a_bill_is_that_of_who_sent_it(foot: str) -> None:
    document = read_text(BILL.format(foot=foot))
    assert document.provider is not None
    assert (document.provider.address or "").endswith("Elmgrove, NV 89501")


@pytest.mark.parametrize("before", ["Call 1-877-555-0192. ", "Member services 1-800-555-0131, "])
def test_the_only_address_behind_the_phone_of_a_plan_is_its_own(before: str) -> None:
    document = read_text(f"{NOTICE}{SERVICES}\n{before}40 Rose Blvd, Elmgrove, NV 89501")
    assert document.payer is not None
    assert document.payer.address == "40 Rose Blvd, Elmgrove, NV 89501"


def test_an_address_alone_on_a_notice_may_be_that_of_who_gave_care() -> None:
    services = SERVICES.replace(
        "    Total ", "    Rapid test      03/03/2026     40.00    10.00           30.00        0.00\n" * 25
    )
    document = read_text(f"{NOTICE}{services}\n40 Rose Blvd, Elmgrove, NV 89501")
    assert document.payer is not None
    assert document.payer.address is None


@pytest.mark.parametrize(
    "foot",
    [
        "1600 Juniper Mall Dr, Elmgrove, NV 89501\n\n22 Larch St, Quince, SC 29998",
        "Mail payments to PO Box 118, Quince, SC 29998",
        "Appeals: call 1-800-555-0177, PO Box 118, Quince, SC 29998",
    ],
)
def test_one_of_several_addresses_and_one_for_payments_or_appeals_is_no_office(foot: str) -> None:
    document = read_text(BILL.format(foot=foot))
    assert document.provider is not None
    assert document.provider.address is None


def test_the_address_behind_whom_a_bill_is_for_is_not_the_one_of_its_office() -> None:
    document = read_text("""
Elm Motion Physical Therapy                            88 Quarry Rd
                                                       Reno, NV 89501
                                                       303-555-0125
Bill to: Ada Lombard, 12 Larkspur Ct, Elmgrove, NM 87999

Date          Code     Service         Charge
03/02/2026    97110    Exercise        140.00
03/02/2026    97140    Manual therapy  300.00
Total charges                          440.00
""")
    assert document.provider is not None
    assert document.provider.address == "88 Quarry Rd, Reno, NV 89501"
