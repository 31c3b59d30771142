"""How kinds share out one situation."""

from dataclasses import replace
from decimal import Decimal

from plainbill.checking.drafts import Draft, Hint, Phrase
from plainbill.checking.sharing import share_out


def draft(kind: str, amount: str | None = None, *documents: str, text: str = "any", joins: str | None = None) -> Draft:
    return Draft(
        kind=kind,
        text=text,
        documents=documents or ("bill", "eob"),
        amount=None if amount is None else Decimal(amount),
        facts=(),
        joins=joins,
    )


def kinds(drafts: tuple[Draft, ...]) -> list[str]:
    return [one.kind for one in drafts]


def test_a_balance_stands_where_nothing_explains_all_of_it() -> None:
    drafts = [draft("balance-exceeds-eob", "72.50"), draft("contractual-amount-billed", "90.00")]

    assert "balance-exceeds-eob" in kinds(share_out(drafts, []))


def test_two_causes_that_together_make_the_excess_explain_it() -> None:
    drafts = [draft("balance-exceeds-eob", "100.00"), draft("contractual-amount-billed", "70.00")]
    payment = Hint(kind="payment-not-posted", documents=("bill",), amount=Decimal("30.00"))

    assert kinds(share_out(drafts, [payment])) == ["contractual-amount-billed"]


def test_a_copy_explains_any_part_of_its_charge() -> None:
    drafts = [draft("balance-exceeds-eob", "72.50"), draft("duplicate-line", "90.00")]

    assert kinds(share_out(drafts, [])) == ["duplicate-line"]


def test_a_cause_on_another_bill_explains_nothing() -> None:
    drafts = [draft("balance-exceeds-eob", "70.00", "a"), draft("contractual-amount-billed", "70.00", "b")]

    assert kinds(share_out(drafts, [])) == ["balance-exceeds-eob", "contractual-amount-billed"]


def test_an_early_bill_is_not_said_to_ask_a_discount() -> None:
    early = Hint(kind="billed-before-adjudication", documents=("bill",))

    assert share_out([draft("contractual-amount-billed", "70.00")], [early]) == ()


def test_a_bill_without_codes_is_not_faulted_line_by_line_as_well() -> None:
    drafts = [draft("missing-codes", None, "a"), draft("vague-description", "5.00", "a", joins="a")]

    assert kinds(share_out([*drafts, draft("vague-description", "5.00", "b", joins="b")], [])) == [
        "missing-codes",
        "vague-description",
    ]


def test_findings_about_one_thing_are_joined_with_their_amounts() -> None:
    drafts = [draft("cost-share", "10.00", "eob", joins="eob"), draft("cost-share", "5.50", "eob", joins="eob")]

    (joined,) = share_out(drafts, [])

    assert joined.amount == Decimal("15.50")


def test_findings_of_one_kind_in_other_words_stay_apart() -> None:
    drafts = [draft("invalid-code", "10.00", text=text, joins="bill") for text in ("ended", "unknown", "ended")]

    assert [(one.text, one.amount) for one in share_out(drafts, [])] == [
        ("ended", Decimal("20.00")),
        ("unknown", Decimal("10.00")),
    ]


def test_a_copy_does_not_hide_another_error_in_the_sum() -> None:
    wrong_sum = replace(draft("arithmetic-error", "10.00"), text="sum_of_charges")

    assert kinds(share_out([draft("duplicate-line", "90.00"), wrong_sum], [])) == ["duplicate-line", "arithmetic-error"]
    same_sum = replace(wrong_sum, amount=Decimal("90.00"))
    assert kinds(share_out([draft("duplicate-line", "90.00"), same_sum], [])) == ["duplicate-line"]


def test_a_refusal_of_a_combination_stands_where_no_line_is_named() -> None:
    assert kinds(share_out([draft("denied-code-combination", "90.00")], [])) == ["denied-code-combination"]


def test_of_many_names_joined_the_first_five_are_said_and_that_there_are_others() -> None:
    drafts = [replace(draft("cost-share", joins="eob"), words={"service": name}) for name in "abcdef"]

    named = ("a", "b", "c", "d", "e")
    assert share_out(drafts, [])[0].words["service"] == Phrase("{named} and others", (("named", named),))
