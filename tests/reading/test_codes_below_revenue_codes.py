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
