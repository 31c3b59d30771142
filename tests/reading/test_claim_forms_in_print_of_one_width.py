"""Claim forms filled in on a typewriter, without the marks of the official one."""

from decimal import Decimal

from tests.reading.papers import read_text

FORM = """
                                                                                      UNION LAKES HEALTH FUND
  HEAL TH INSURANCE CL AIM FORM                                                       PO BOX 8977
  1. TYPE                                                             1a. INSURED'S I.D. NUMBER
  GROUP HEALTH PLAN \u5188                                                 Y553424762
  2. PATIENT'S NAME (Last, First)      3. PATIENT'S BIRTH DATE         4. INSURED'S NAME
  QUILL, ADA                           11 25 1999                      QUILL, ADA
  21. DIAGNOSIS OR NATURE OF ILLNESS (ICD Ind. 0)
  A. J20.9   B. S52.501A
  24.A. FROM     DATE(S) OF    B. PLACE OF   C.     D.                       E. DIAGNOSIS   F.$           G. DAYS OR
                 SERVICE       SERVICE       EMG    CPT/HCPCS    MODIFIER    POINTER        CHARGES       UNITS
  03 07 25       03 08 25      11                   99213                    AB             168   00      1
  03 07 25       03 07 25      11                   36415        25          A               22   88      1
  25. FEDERAL TAX I.D. NUMBER    26. PATIENT'S ACCOUNT NO.     28. TOTAL CHARGE     29. AMOUNT PAID
  65-5907229 EIN                 B2027194                      $ 190   88           $ 000
  31. SIGNATURE OF PHYSICIAN     32. SERVICE FACILITY LOCATION       33. BILLING PROVIDER INFO & PH #
  DR BROOK                       SAME                                OAK HOLLOW PEDIATRICS
"""


def test_days_from_and_to_and_cents_behind_a_rule_are_read() -> None:
    first, second = read_text(FORM).lines

    assert [str(day) for day in (first.service_date, first.service_date_to)] == ["2025-03-07", "2025-03-08"]
    assert (first.charge, second.charge) == (Decimal("168.00"), Decimal("22.88"))


def test_the_sum_of_charges_has_its_cents() -> None:
    totals = read_text(FORM).totals

    assert totals is not None
    assert totals.charges == Decimal("190.88")


def test_the_plan_stands_at_the_right_of_the_forms_name_however_wide_its_print() -> None:
    document = read_text(FORM)

    assert document.payer is not None
    assert document.payer.name == "UNION LAKES HEALTH FUND"
    assert document.coverage is not None
    assert document.coverage.plan_name is None


def test_the_plan_at_the_top_bills_nobody_where_the_boxes_labels_were_not_read() -> None:
    document = read_text("""
        HEALTH INSURANCE CLAIM FORM                      UNISON VALLEY BENEFIT PLANS
                                                         7251 PINECREST DR
                                                         GRANITE NOTCH NH 03299
        X                                                535265264
        03 03 25   03 03 25   11   99203    25    B      246  00    1
        03 03 25   03 03 25   11   83735          B       74  35    1
        35-4561547      X   601263                       320  35
        HOLLOW PINE IMAGING CENTER                       HOLLOW PINE MEDICAL GROUP
        6518 PINECREST DR                                6518 PINECREST DR
        HARROWGATE, OH 44417                             HARROWGATE, OH 44417
    """)

    assert document.payer is not None
    assert (document.payer.name, document.payer.address) == (
        "UNISON VALLEY BENEFIT PLANS",
        "7251 PINECREST DR, GRANITE NOTCH NH 03299",
    )
    assert document.provider is not None
    assert (document.provider.name, document.provider.address) == (
        "HOLLOW PINE MEDICAL GROUP",
        "6518 PINECREST DR, HARROWGATE, OH 44417",
    )
