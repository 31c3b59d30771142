from tests.reading.papers import read_text


def test_a_sentence_that_names_an_amount_is_no_service() -> None:
    document = read_text(
        """
        Price Estimate                             Amber Coast Oral Surgery & Dentistry
        Services provided to: Solveig Kowalczyk    Good Faith Estimate #: 6642359

        Dental Code    Service                     Est. Cost
        D0150          Full mouth exam                $73.00
        D2950          Core build-up with pins       $333.00
                                   Estimated total   $406.00
        This is not a bill. If you are billed for $400 or more above this estimate you have the right to dispute it.
        """
    )
    assert [line.code for line in document.lines] == ["D0150", "D2950"]


def test_heads_that_end_in_a_question_mark_are_heads() -> None:
    document = read_text(
        """
        Redwood Trust Blue Plan                                            Explanation of Your Benefits
        Name of Patient: Imogen K. Dovecote        Member I.D.: 5746566214

        Visit Date Code  Other Insurance Amount Charged Approved? Amount Allowed  Benefit Payable
        09/30/24   17003           $0.00         $36.04 Paid              $26.31           $18.42
        09/30/24   81002           $0.00         $15.00 Paid               $7.65            $6.12
        Claim totals               $0.00         $51.04                   $33.96           $24.54
        """
    )
    assert [(line.code, str(line.charge), str(line.allowed)) for line in document.lines] == [
        ("17003", "36.04", "26.31"),
        ("81002", "15.00", "7.65"),
    ]
