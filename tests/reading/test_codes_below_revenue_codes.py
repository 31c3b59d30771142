from tests.reading.papers import read_text


def test_a_code_below_a_revenue_code_may_stand_beside_one_more_reason() -> None:
    document = read_text(
        """
        Golden Prairie HMO                                                   Remittance Voucher
        NAME Beatrix Whitcombe    MEMBER ID XWS 8660 1621    ACNT V18354914

        Visit Date   Un   REV/Procedure     Billed      Allowed     CARC    Adj Amount   Insurance Paid
        11/20/2023   1    0450            $2166.00     $1516.20     CO-45      $649.80         $1516.20
                          99285-25
        11/20/2023   1    0450             $953.00      $743.34     CO-45      $209.66          $297.34
                          99283-25                                  PR-1       $371.67
                                                                    PR-2        $74.33
        11/20/2023   1    0250              $52.50       $18.90     CO-45       $33.60            $3.78
                                                                    PR-1        $15.12
        CLAIM TOTALS                      $3171.50     $2278.44                                $1817.32
        """
    )
    second = document.lines[1]
    assert (second.code, second.modifiers) == ("99283", ("25",))
    assert [(each.group, each.reason, str(each.amount)) for each in second.adjustments] == [
        ("CO", "45", "209.66"),
        ("PR", "1", "371.67"),
        ("PR", "2", "74.33"),
    ]
    assert [line.code for line in document.lines] == ["99285", "99283", None]


def test_both_codes_with_a_stroke_name_services_below_a_day_that_is_printed_once() -> None:
    document = read_text(
        """
        Golden Prairie HMO                                                   Remittance Voucher
        NAME Beatrix Whitcombe    MEMBER ID XWS 8660 1621    ACNT V18354914

                          REV/Service
        Visit Date   Un   Code              Billed      Allowed     CARC    Adj Amount   Insurance Paid
        11/20/2023   1    450/99283         $953.00      $743.34     CO-45      $209.66          $743.34
        MOD 25
                     1    305/80053          $80.00                  PR-29       $80.00
        MOD 91
                     1    250                $52.50       $18.90     CO-45       $33.60           $18.90
                     1    636                $12.50       $10.00     CO-45        $2.50           $10.00
                     4    270                $40.00                  CO-204      $40.00
        11/21/2023   1    450/96374         $235.00                  CO-50      $235.00
        CLAIM TOTALS                      $1320.50      $762.24                                  $762.24
        """
    )
    read = [(line.service_date and line.service_date.day, line.revenue_code, line.code) for line in document.lines]
    assert read == [
        (20, "0450", "99283"),
        (20, "0305", "80053"),
        (20, "0250", None),
        (20, "0636", None),
        (20, "0270", None),
        (21, "0450", "96374"),
    ]
    assert [line.modifiers for line in document.lines] == [("25",), ("91",), (), (), (), ()]


def test_codes_stand_below_where_numbers_of_the_hospital_stand_left_of_the_words() -> None:
    document = read_text(
        """
        Granite Shoals Hospital                                                     Patient Invoice
        Patient: Imogen Ellsworth       Account Number: 7701-21605        Statement Date: 03/31/2025

        Item Number  Date        HCPCS Code  Description                      Physician        Charges    Balance
        LABORATORY
        306664922    02/25/2025  0305        Blood clotting time              Ashgrove PA-C      47.57      47.57
                                 85610
        154491530    02/25/2025  0301        Basic metabolic panel            Dr. Thistlewood    82.43     130.00
                                 80048
        SUPPLIES
        392333524    02/25/2025  0278        Anchor or screw for bone         Dr. Thistlewood 1,576.00   1,706.00
                                 C1713
        ROOM AND BOARD
        694730820    02/25/2025  0200        Intensive care room               Ellsworth PA-C 2,639.28   4,345.28
        Total charges                                                                         4,345.28
        """
    )
    assert [(line.revenue_code, line.code, line.description) for line in document.lines] == [
        ("0305", "85610", "Blood clotting time"),
        ("0301", "80048", "Basic metabolic panel"),
        ("0278", "C1713", "Anchor or screw for bone"),
        ("0200", None, "Intensive care room"),
    ]
