from tests.reading.papers import read_text


def test_a_plans_own_note_is_no_reason_of_a_share_that_is_nothing() -> None:
    document = read_text(
        """
        Quartz Ridge Health Plan                                      Explanation of Benefits
        Patient: ROSALIND ABERNATHY        Member ID: QR5550113

        Date        Service       Total cost   Savings   Allowed   Plan paid   Coinsurance   Not covered  You owe  Notes
        12/16/2025  Speech therapy    190.00     84.00    106.00       84.80         21.20          0.00    21.20  NP1
        12/17/2025  Speech therapy    190.00      0.00      0.00        0.00          0.00        190.00   190.00  PR2
        Total                         380.00     84.00    106.00       84.80         21.20        190.00   211.20

        Notes
        NP1 This is your savings for seeing a doctor in your plan.
        PR2 The number of visits allowed by your plan has been reached.
        """
    )
    refused = document.lines[1]
    assert [(each.group, each.reason, str(each.amount)) for each in refused.adjustments] == [(None, None, "0.00")]
    assert [note.code for note in refused.remarks] == ["PR2"]


def test_payments_and_discounts_in_one_sum_are_no_adjustment() -> None:
    document = read_text(
        """
        Oak Mantle Outpatient Center
        Patient: Dorothea Vance       Account: OM-4417-0093

        Date      CPT      Activity                          Amount
        05/14/26  99214    Clinic visit level 4              286.00
        05/14/26  76705    Ultrasound abdomen limited        544.00
        06/02/26           Payment Silverleaf HMO            602.40-
        06/02/26           Discount Silverleaf HMO           227.60-
        Account balance                                        0.00
        Total charges             830.00     Total payments and discounts     830.00-
        """
    )
    assert document.totals is not None
    assert str(document.totals.charges) == "830.00"
    assert document.totals.adjustments is None


def test_a_column_of_payments_and_write_offs_sums_up_no_adjustments() -> None:
    document = read_text(
        """
        Vantage Emergency Physicians                                 Account number VEP 3340917
        Patient: LUCASTA FINNEGAN

                                                                Payments and
        Date          Code       Activity             Charges     write-offs    Left to pay
        02/08/2026    99285-25   Emergency visit     1,215.00
        03/04/2026               Plan payment                        412.66-
        03/04/2026               Plan write-off                      702.34-         100.00
        02/08/2026    93010      EKG, reading only      62.00
        03/04/2026               Plan payment                         11.45-
        03/04/2026               Plan write-off                       39.55-          11.00
        TOTALS                                       1,277.00      1,166.00-         111.00
        """
    )
    assert len(document.payments) == 4
    assert document.totals is not None
    assert str(document.totals.charges) == "1277.00"
    assert document.totals.adjustments is None
