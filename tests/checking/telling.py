"""What checking says of a case, as text that a person can read line by line; `make bless` writes it anew."""

from collections.abc import Iterator
from pathlib import Path

from plainbill.case import CheckResult, Finding, Gap
from plainbill.checking import check
from plainbill.checking.rules import RULES
from tests.example_cases import OWN, worked_cases

GOLDEN = Path(__file__).with_name("golden")
LIST = GOLDEN / "rules.list"


def told(result: CheckResult) -> str:
    """Return every finding with what it rests on and says, then every gap; questions that settle it are left out."""
    parts = [*(line for each in result.findings for line in _finding(each)), *map(_gap, result.not_assessed)]
    return "\n".join(parts) + "\n"


def _finding(finding: Finding) -> Iterator[str]:
    amount = f"{finding.amount:.2f}" if finding.amount is not None else "-"
    desk = f"{finding.category} {finding.acts_first}"
    yield f"{finding.kind} | {desk} | {amount} | {finding.confidence} {finding.reading} | {finding.rule}"
    yield f"  on {' '.join(finding.lines) or '-'} | {' '.join(finding.documents)}"
    for use in finding.tables:
        days = f" {use.valid_from or ''}..{use.valid_to or ''}" if use.valid_from or use.valid_to else ""
        yield f"  by {use.name}: {use.entry}{days}"
    place = None
    for fact in finding.evidence:
        here = f"{fact.document}:{fact.line}" if fact.line else fact.document
        yield f"  {here if here != place else ' ' * len(here)} {fact.field} = {fact.value}"
        place = here
    yield from (f"  > {said}" for said in (finding.title, finding.explanation, finding.ask, finding.next_step))


def _gap(gap: Gap) -> str:
    where = " ".join(filter(None, (gap.document, gap.field)))
    return f"not judged: {' '.join(gap.kinds)} | {gap.needs} {where} | {gap.ask} {gap.why}"


def rules() -> str:
    """Return every rule with the kinds it may report and the tables it reads, in the order in which they are asked."""
    return "".join(f"{rule.id}: {' '.join(rule.kinds)} | {' '.join(rule.tables)}\n" for rule in RULES)


def bless() -> None:
    """Write what checking says of every worked case, and take away what is of none."""
    GOLDEN.mkdir(exist_ok=True)
    LIST.write_text(rules(), encoding="utf-8")
    cases = [case for case in worked_cases(OWN) if not case.is_refused]
    for stray in {file.stem for file in GOLDEN.glob("*.txt")} - {case.name for case in cases}:
        (GOLDEN / f"{stray}.txt").unlink()
    for case in cases:
        (GOLDEN / f"{case.name}.txt").write_text(told(check(case.read())), encoding="utf-8")


if __name__ == "__main__":
    bless()
