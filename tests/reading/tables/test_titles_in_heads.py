"""Services in blocks whose head begins with what was done, and the code that stands below it."""

from tests.reading.papers import read_text

NOTICE = """
Larkmoor HMO
Member Services 520-555-0100

Ada Lombard
940 W Cobble Drive
Elmgrove, NM 87999

November 26, 2026

We finished one claim from Quarrytown Clinic. This explanation of benefits is not a bill.

Visit of November 5, 2026                                                          Claim H4-2211

Physical exam, age 40-64    Billed      Plan rate    Copay     HMO paid    You owe    Code
procedure 99396             $240.00     $0.00        n/a       $0.00       $0.00      C1

Depression screening        Billed      Plan rate    Copay     HMO paid    You owe    Code
procedure G0444             $30.00      $0.00        n/a       $0.00       $0.00      C1

Removal of warts            Billed      Plan rate    Copay     HMO paid    You owe    Code
procedure 17110             $260.00     $118.00      $35.00    $83.00      $35.00

C1: We pay your office a fixed amount each month for this service.
"""


def test_what_the_heads_of_single_services_do_not_share_says_what_was_done() -> None:
    lines = read_text(NOTICE).lines
    assert [(line.code, line.description, str(line.charge)) for line in lines] == [
        ("99396", "Physical exam, age 40-64", "240.00"),
        ("G0444", "Depression screening", "30.00"),
        ("17110", "Removal of warts", "260.00"),
    ]


def test_keys_alone_under_codes_behind_the_amounts_are_those_of_notes() -> None:
    document = read_text(NOTICE)
    assert [[remark.code for remark in line.remarks] for line in document.lines] == [["C1"], ["C1"], []]
    assert [remark.text for remark in document.remarks] == [
        "We pay your office a fixed amount each month for this service."
    ]


def test_a_head_over_one_service_alone_names_none() -> None:
    one = NOTICE[: NOTICE.index("Depression")]
    assert all(line.description is None for line in read_text(one).lines)


def test_of_visits_on_several_days_none_is_that_of_the_paper() -> None:
    band = "Visit of November 12, 2026                                                         Claim H4-2218\n\n"
    document = read_text(NOTICE.replace("Removal of warts", f"{band}Removal of warts"))
    assert [str(line.service_date) for line in document.lines] == ["2026-11-05", "2026-11-05", "2026-11-12"]
    assert (document.service_from, document.service_to) == (None, None)
