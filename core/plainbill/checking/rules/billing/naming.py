"""missing-codes and vague-description: bills that do not say what was done."""

from collections.abc import Iterator

from plainbill.checking.drafts import Draft, Missing, Outcome
from plainbill.checking.evidence import on_line, on_paper
from plainbill.checking.identity import identifier
from plainbill.checking.matching.bills import is_about
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.describing.vagueness import names_no_service


def _is_coded(at: LineAt) -> bool:
    return bool(at.code or identifier(at.line.revenue_code) or identifier(at.line.ndc))


def _judge_codes(situation: Situation) -> Iterator[Outcome]:
    bills = situation.bills
    itemized = [bill for bill in situation.papers.of_kind("bill") if any(map(_is_coded, bill.lines))]
    for bill in bills:
        totals = bill.document.totals
        if any(map(_is_coded, bill.lines)) or any(_is_itemized_by(bill, other) for other in itemized):
            continue
        if bill.has_holes:
            yield Missing(kinds=("missing-codes",), needs="itemized_bill", text="page_not_read", document=bill.id)
            continue
        if not bill.lines:
            yield Missing(
                kinds=("duplicate-line", "vague-description"), needs="itemized_bill", text="no_lines", document=bill.id
            )
        if not bill.lines and totals is not None and totals.balance_due == 0:
            continue  # nothing is asked, so nothing has to be looked up
        yield Draft(
            kind="missing-codes",
            text=_wording(bill),
            documents=(bill.id,),
            facts=(
                *on_paper(bill, "provider.name", "bill_type", "totals.charges", "totals.balance_due"),
                *(fact for at in bill.lines for fact in on_line(at, "description", "charge")),
            ),
            confidence="certain",
        )


def _wording(bill: Paper) -> str:
    # Bill types 013x and 014x are hospital outpatient claims, which a UB-04 holds (NUBC).
    if identifier(bill.document.bill_type).lstrip("0").startswith(("13", "14")):
        return "outpatient"
    return "lines_without_codes" if bill.lines else "no_lines"


def _is_itemized_by(bill: Paper, other: Paper) -> bool:
    """A reminder needs no codes where the itemized bill of the same care lies beside it."""
    return other is not bill and is_about(bill, other) and (not bill.dates or bool(bill.dates & other.dates))


def _judge_words(situation: Situation) -> Iterator[Outcome]:
    for bill in situation.bills:
        for at in bill.standing:
            if at.charge is not None and at.charge <= 0:
                continue
            if not at.code and names_no_service(at.line):
                yield Draft(
                    kind="vague-description",
                    text="named" if (at.line.description or "").strip() else "without_words",
                    lines=(at,),
                    documents=(bill.id,),
                    amount=at.charge,
                    facts=on_line(at, "description", "revenue_code", "charge", "service_date"),
                    words={"description": (at.line.description or "").strip()},
                    joins=bill.id,
                )


RULES = (
    Rule(name="codes-printed", version=1, kinds=("missing-codes",), judge=_judge_codes),
    Rule(name="words-printed", version=1, kinds=("vague-description",), tables=("vague_words",), judge=_judge_words),
)
