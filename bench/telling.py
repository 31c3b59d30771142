"""Writes results for people, on the screen, and for programs, as JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.agreement import Difference, plain
from bench.results import MEASURES, Measure, Result, faults_of, fields_of, lines_lost, lost_to, traits_of, worst

WORST = 15
_ROW, _MOST_ROWS = 160, 2


def table(results: Sequence[Result], levels: Sequence[str]) -> Iterator[str]:
    """The measures by level, each with its bar and whether it holds."""
    groups = {level: [result for result in results if result.level == level] for level in levels}
    yield " " * 34 + "".join(f"{f'{level} ({len(groups[level])})':>20}" for level in levels)
    for measure in MEASURES:
        yield f"{measure.name:<34}" + "".join(f"{_cell(measure, level, groups[level]):>20}" for level in levels)


def _cell(measure: Measure, level: str, results: Sequence[Result]) -> str:
    value = measure.of(results)
    if value is None:
        return "-"
    passes = measure.passes(level, value)
    if passes is None:
        return f"{value:.3f}          "
    return f"{value:.3f} {'≤' if measure.at_most else '≥'}{measure.bars[level]:<5g}{'ok' if passes else '✗ '}"


def losses(results: Sequence[Result], levels: Sequence[str]) -> Iterator[str]:
    """How many lines have each fault, and in brackets how many have no other, by level."""
    groups = [faults_of([result for result in results if result.level == level]) for level in levels]
    by_level = [{fault: (count, alone) for fault, count, alone in group} for group in groups]
    for fault, _, _ in faults_of(results):
        counts = (group.get(fault, (0, 0)) for group in by_level)
        yield "".join(f"{count:>7} ({alone:>4})" for count, alone in counts) + f"  {fault}"


def fields(results: Sequence[Result]) -> Iterator[str]:
    """How every field was read; of matched lines only."""
    yield f"{'':<34}{'right':>8}{'wrong':>8}{'missed':>8}{'invented':>9}"
    rows = fields_of(results)
    for field in sorted(rows, key=lambda name: rows[name]["right"] - rows[name].total()):
        row = rows[field]
        yield f"{field:<34}{row['right']:>8}{row['wrong']:>8}{row['missed']:>8}{row['invented']:>9}"


def traits(results: Sequence[Result]) -> Iterator[str]:
    """How many papers have each trait, and how their lines were read."""
    for trait, count, covered, lines, names in traits_of(results):
        shown = "    -" if lines is None else f"{lines:.3f}"
        beside = "    -" if names is None else f"{names:.3f}"
        yield f"  lines {shown}  names {beside} {count:>5} papers  {'' if covered else 'NOT COVERED  '}{trait}"


def worst_papers(results: Sequence[Result], count: int = WORST) -> Iterator[str]:
    """One line for each of the worst papers."""
    for result in worst(results, count):
        f1 = "-" if result.f1 is None else f"{result.f1:.2f}"
        reasons = Counter(reason for pair in result.score.lines if (reason := lost_to(pair)))
        shown = "; ".join(f"{number}x {reason}" for reason, number in reasons.most_common(5))
        paper = f"seed {result.paper.seed} {result.paper.name} {result.level}"
        yield f"  {paper}: F1 {f1}, {lines_lost(result):g} lost: {shown} [{' '.join(result.paper.traits)}]"


def detail(result: Result) -> Iterator[str]:
    """Everything that differs on one paper, field by field, with the row of print that it stands in."""
    yield f"{result.paper.name}, seed {result.paper.seed}, {result.level}: {' '.join(result.paper.traits)}"
    text = "\n".join(document.text or "" for document in result.read.case.documents) if result.read else ""
    if result.read is None:
        yield "  refused"
    for number, pair in enumerate(result.score.lines, 1):
        reason = lost_to(pair)
        if all(each.verdict == "right" for each in pair.differences):
            continue
        yield f"  line {number}: {reason or 'right but for what follows'}"
        yield from _near(pair.printed or pair.read or {}, text)
        if pair.printed is None or pair.read is None:
            yield f"    {'printed' if pair.read is None else 'read'}: {_short(pair.printed or pair.read)}"
            continue
        yield from (_difference(each) for each in pair.differences if each.verdict != "right")
    for each in result.score.others:
        if each.verdict != "right":
            yield _difference(each)
            yield from _rows_with(str(each.printed if each.read is None else each.read), text)
    yield "  text:"
    yield from (f"    {row}" for row in text.splitlines())


def _difference(each: Difference) -> str:
    return f"    {each.verdict:<8} {each.field}: printed {each.printed!r}, read {each.read!r}"


def _near(line: Mapping[str, object], text: str) -> list[str]:
    """The rows of print with the line's charge that name its code or words too, or all with its charge."""
    rows = _rows_with(str(line.get("charge")), text)
    named = (str(line.get(name) or "-").split()[0] for name in ("code", "description"))
    return [row for row in rows for name in named if name in row] or rows


def _rows_with(value: str, text: str) -> list[str]:
    wanted = plain(value).replace(",", "")
    found = (row for row in text.splitlines() if wanted in plain(row).replace(",", ""))
    return [f"      … {row[:_ROW]}" for row in found][:_MOST_ROWS]


def _short(line: object) -> str:
    return json.dumps(line, ensure_ascii=False)


def write_json(results: Sequence[Result], levels: Sequence[str], file: Path) -> None:
    """Write the table and every paper with what differs on it."""
    groups = {level: [result for result in results if result.level == level] for level in levels}
    told = {
        "measures": [
            {
                "name": measure.name.strip(),
                "level": level,
                "value": measure.of(groups[level]),
                "bar": measure.bars.get(level),
            }
            for measure in MEASURES
            for level in levels
        ],
        "papers": [_told(result) for result in results],
    }
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")


def _told(result: Result) -> dict[str, object]:
    return {
        "seed": result.paper.seed,
        "name": result.paper.name,
        "level": result.level,
        "traits": list(result.paper.traits),
        "lines_f1": result.f1,
        "lost_to": [lost_to(pair) for pair in result.score.lines],
        "differences": [
            {"field": each.field, "verdict": each.verdict, "printed": each.printed, "read": each.read}
            for each in (*(d for pair in result.score.lines for d in pair.differences), *result.score.others)
            if each.verdict != "right"
        ],
    }
