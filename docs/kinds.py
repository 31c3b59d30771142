"""Writes the reference page of kinds: what each is, who acts first, what it needs, a case with it and one without."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plainbill.case import CATALOGUE, DESK_OF, Answer, Case, Desk, Finding, read_as
from plainbill.checking import check
from plainbill.checking.rules import RULES
from plainbill.checking.texts import wording, wordings
from plainbill.knowledge.tables import read_table

CASES = Path(__file__).parents[1] / "tests" / "checking" / "cases"

_DESKS: Mapping[Desk, str] = {
    "clinician_or_coder": "the clinician or coder",
    "billing_office": "the billing office",
    "payer": "the plan",
    "patient": "the patient",
    "nobody": "nobody",
}
_MOST_LINES = 6
_NAMES = ("provider.name", "payer.name")
_MOST_SOURCES = 3
_TOTALS = ("charges", "adjustments", "insurance_paid", "patient_paid", "plan_paid", "patient_responsibility",
           "balance_due", "estimate")  # fmt: skip
_ON_LINE = ("allowed", "plan_paid", "not_covered", "patient_responsibility", "status", "claim_number")
_INTRODUCTION = """
What checking can find, in the order in which findings are listed. The examples are worked cases of
`tests/checking/cases`, where every name and number is made up. A kind's category says who has to act first to put it
right; a finding may have another one where the papers are clear, and then says so.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Example:
    """A worked case as its file has it, and what checking finds in it."""

    written: Mapping[str, Any]
    findings: Sequence[Finding]

    @property
    def name(self) -> str:
        """The name of its file."""
        return str(self.written["id"])

    @property
    def lines(self) -> int:
        """How many lines its papers have."""
        return sum(len(document.get("lines") or ()) for document in self.written["case"]["documents"])

    def has(self, kind: str) -> bool:
        """Tell whether checking finds the kind here."""
        return any(finding.kind == kind for finding in self.findings)


def kinds() -> Iterator[str]:
    """The page on kinds, without its head."""
    yield _INTRODUCTION
    yield "| kind | who acts first | what it is |\n|---|---|---|"
    rows = {row["kind"]: row for row in read_table("kinds")}
    for kind, category in CATALOGUE.items():
        yield f"| [{kind}](#{kind}) | {_DESKS[DESK_OF[category]]} | {rows[kind]['what']} |"
    yield ""
    examples = _examples()
    for kind in CATALOGUE:
        row = rows[kind]
        yield f"## {kind}\n\n{row['what']}\n"
        yield from _about(kind, examples)
        yield f"- Needs: {row['needs']}"
        yield from _rules(kind)
        yield f"- Source: {row['source']}.\n"
        yield from _questions(kind)
        yield from _firing(kind, examples)
        yield from _silent(kind, examples)
    yield from _tables()


def _examples() -> Sequence[_Example]:
    """The worked cases that are not there to be refused, the shortest first."""
    written = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(CASES.glob("*.json"))]
    found = [
        _Example(written=each, findings=check(read_as(Case, each["case"])).findings)
        for each in written
        if each.get("exit") != [1]
    ]
    return sorted(found, key=lambda example: (example.lines, example.name))


def _about(kind: str, examples: Iterable[_Example]) -> Iterator[str]:
    category = CATALOGUE[kind]
    usual = DESK_OF[category]
    desks = {finding.acts_first for example in examples for finding in example.findings if finding.kind == kind}
    others = "".join(f"; in some cases {_DESKS[desk]}" for desk in sorted(desks - {usual}))
    yield f"- Category: {category}. First to act: {_DESKS[usual]}{others}."


def _rules(kind: str) -> Iterator[str]:
    rules = [rule for rule in RULES if kind in rule.kinds]
    yield f"- Reported by: {', '.join(f'`{rule.id}`' for rule in rules)}"
    tables = dict.fromkeys(name for rule in rules for name in rule.tables)
    if tables:
        yield f"- [Tables](#tables): {', '.join(f'`{name}`' for name in tables)}"


def _tables() -> Iterator[str]:
    """The tables that rules read, each with where its entries come from."""
    yield "## Tables\n\n| table | entries | looked up | after |\n|---|---|---|---|"
    for name in sorted({name for rule in RULES for name in rule.tables}):
        rows = read_table(name)
        sources = list(dict.fromkeys(row["source"] for row in rows))
        more = f" and {len(sources) - _MOST_SOURCES} more" if len(sources) > _MOST_SOURCES else ""
        days = sorted({row["date"] for row in rows})
        between = " to ".join(dict.fromkeys((days[0], days[-1])))
        yield f"| `{name}` | {len(rows):,} | {between} | {'; '.join(sources[:_MOST_SOURCES])}{more} |"


def _questions(kind: str) -> Iterator[str]:
    """The questions of all wordings of a kind, each once."""
    asked = {
        question.question: question.answers
        for found, text in wordings()
        if found == kind
        for question in wording(kind, text).settles
    }
    if not asked:
        return
    yield "What settles it:\n"
    for question, answers in asked.items():
        yield f"- {question} {' '.join(map(_answer, answers))}"
    yield ""


def _answer(answer: Answer) -> str:
    if isinstance(answer.moves_to, str):
        then = {"confirmed": "confirms it", "dropped": "drops it"}[answer.moves_to]
    else:
        then = f"makes it `{answer.moves_to.kind}` ({answer.moves_to.category})"
    return f"“{answer.answer.rstrip('.')}” {then}."


def _firing(kind: str, examples: Iterable[_Example]) -> Iterator[str]:
    """The case that is most about this kind, with the lines its finding rests on and what it says."""
    fitting = [
        example
        for example in examples
        if example.has(kind) and any(entry["kind"] == kind for entry in example.written["expected"])
    ]
    if not fitting:
        yield "**No worked case has it yet.**\n"
        return
    example = min(fitting, key=lambda example: len(example.written["expected"]))
    finding = next(finding for finding in example.findings if finding.kind == kind)
    yield f"Found in `{example.name}`: {_sentence(example.written['about'])}\n"
    yield from _rests_on(example, finding)
    yield f"> **{_plain(finding.title)}** {_plain(finding.explanation)}\n"


def _silent(kind: str, examples: Iterable[_Example]) -> Iterator[str]:
    """The case that looks most like this kind and is not one."""
    fitting = [example for example in examples if not example.has(kind) and kind in example.written["forbidden"]]
    if not fitting:
        yield "**No worked case guards against a false alarm yet.**\n"
        return
    example = min(fitting, key=lambda example: _distance(example, kind))
    yield f"Not found in `{example.name}`: {_sentence(example.written['about'])}\n"
    yield from _papers(example)


def _distance(example: _Example, kind: str) -> tuple[object, ...]:
    """How far a case is from being about this kind: its tags tell, else where the kind stands among the forbidden."""
    forbidden = example.written["forbidden"]
    return (
        f"near:{kind}" not in _tags(example),
        "look-alike" not in _tags(example),
        forbidden.index(kind),
        len(forbidden),
        example.lines,
    )


def _tags(example: _Example) -> Sequence[str]:
    return example.written.get("tags") or ()


def _rests_on(example: _Example, finding: Finding) -> Iterator[str]:
    """The lines of a finding, and what else of the papers and the story it uses."""
    rows = [row for document in _documents(example) for row in _line_rows(document) if row[0] in finding.lines]
    beside: dict[str, list[str]] = {}
    for fact in finding.evidence:
        if fact.line is None and fact.field not in _NAMES:
            beside.setdefault(fact.document, []).append(
                f"{_spaced(fact.field.removeprefix('totals.'))} {_spaced(fact.value)}"
            )
    yield from _table([*rows, *((document, _joined(facts)) for document, facts in beside.items())])


def _papers(example: _Example) -> Iterator[str]:
    """What the papers say, and what the patient tells."""
    rows: list[tuple[str, str]] = []
    for document in _documents(example):
        rows += [(document["id"], _head(document)), *_line_rows(document)]
    story = {key: value for key, value in (example.written["case"].get("story") or {}).items() if key != "insured"}
    if story:
        rows.insert(0, ("story", _joined(f"{_spaced(key)}: {_value(value)}" for key, value in story.items())))
    yield from _table(rows)


def _documents(example: _Example) -> Sequence[Mapping[str, Any]]:
    documents: Sequence[Mapping[str, Any]] = example.written["case"]["documents"]
    return documents


def _line_rows(document: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    return [(f"{document['id']}:{line['id']}", _line(line)) for line in document.get("lines") or ()]


def _table(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "| | |\n|---|---|"
    for name, said in rows[:_MOST_LINES]:
        yield f"| `{name}` | {said} |"
    if len(rows) > _MOST_LINES:
        yield f"| … | {len(rows) - _MOST_LINES} more |"
    yield ""


def _line(line: Mapping[str, Any]) -> str:
    days = " to ".join(filter(None, (line.get("service_date"), line.get("service_date_to"))))
    code = "-".join((line["code"], *(line.get("modifiers") or ()))) if line.get("code") else ""
    revenue = f"revenue code {line['revenue_code']}" if line.get("revenue_code") else ""
    diagnoses = " ".join(line.get("diagnosis_codes") or ())
    units = f"units {line['units']}" if line.get("units") is not None else ""
    told = [f"{_spaced(name)} {line[name]}" for name in _ON_LINE if line.get(name) is not None]
    reductions = [_reduction(adjustment) for adjustment in line.get("adjustments") or ()]
    remarks = [str(remark.get("code") or remark.get("text")) for remark in line.get("remarks") or ()]
    first = (days, code, revenue, line.get("description"), diagnoses, units, line.get("charge"))
    return _joined((*first, *reductions, *remarks, *told))


def _reduction(adjustment: Mapping[str, Any]) -> str:
    code = "-".join(filter(None, (adjustment.get("group"), adjustment.get("reason"))))
    return " ".join(filter(None, (code, adjustment.get("amount"), *(adjustment.get("remarks") or ()))))


def _head(document: Mapping[str, Any]) -> str:
    days = " to ".join(dict.fromkeys(filter(None, (document.get("service_from"), document.get("service_to")))))
    day = document.get("document_date") or document.get("processed_date")
    totals = document.get("totals") or {}
    sums = [f"{_spaced(name)} {totals[name]}" for name in _TOTALS if totals.get(name) is not None]
    visit = [f"{_spaced(key)} {_value(value)}" for key, value in (document.get("visit") or {}).items()]
    provider = (document.get("provider") or {}).get("name")
    dated = f"of {day}" if day else ""
    kind = " ".join(filter(None, (_spaced(document["kind"]), dated)))
    return _joined((kind, provider, days, " ".join(document.get("diagnosis_codes") or ()), *visit, *sums))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return " ".join(map(_value, value.values()))
    return " ".join(map(_value, value)) if isinstance(value, list) else _spaced(str(value))


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _joined(parts: Iterable[str | None]) -> str:
    return _plain(", ".join(str(part) for part in parts if part))


def _plain(text: str) -> str:
    """Keep a paper's words from being read as Markdown."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _sentence(text: str) -> str:
    return _plain(text if text.endswith((".", "!", "?")) else f"{text}.")
