"""Writes results for people, on the screen, and for programs, as JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.agreement import Difference, plain
from bench.results import MEASURES, Measure, Result, fields_of, lines_lost, lost_to, traits_of, worst

WORST = 15
_ROW = 160


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
    """What lines were lost to, by level."""
    counts = {level: Counter[str]() for level in levels}
    for result in results:
        counts[result.level].update(lost_to(pair) or "right" for pair in result.score.lines)
    every = sum(counts.values(), Counter[str]())
    for reason, _ in every.most_common(30):
        yield "".join(f"{counts[level][reason]:>8}" for level in levels) + f"  {reason}"


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
    for result in worst([each for each in results if lines_lost(each)], count):
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
        if pair.printed is None or pair.read is None:
            yield f"    {'printed' if pair.read is None else 'read'}: {_short(pair.printed or pair.read)}"
            yield from _near(pair.printed or pair.read or {}, text)
            continue
        yield from (line for each in pair.differences if each.verdict != "right" for line in _difference(each, text))
    for each in result.score.others:
        if each.verdict != "right":
            yield from _difference(each, text)
    yield "  text:"
    yield from (f"    {row}" for row in text.splitlines())


def _difference(each: Difference, text: str) -> Iterator[str]:
    yield f"    {each.verdict:<8} {each.field}: printed {each.printed!r}, read {each.read!r}"
    value = each.read if each.read is not None else each.printed
    yield from (f"             … {row[:_ROW]}" for row in _rows_with(str(value), text)[:2])


def _near(line: object, text: str) -> Iterator[str]:
    charge = line.get("charge") if isinstance(line, dict) else None
    yield from (f"             … {row[:_ROW]}" for row in _rows_with(str(charge), text)[:2])


def _rows_with(value: str, text: str) -> list[str]:
    wanted = plain(value).replace(",", "")
    return [row for row in text.splitlines() if wanted in plain(row).replace(",", "")]


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
