"""Results of many papers together: measures by level, traits, the worst papers, what lines were lost to."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.made_papers import MadePaper
from bench.scoring import EXACT, Count, Doubt, LinePair, Score
from plainbill.case import ReadResult

ENOUGH_OF_300 = 20
INVENTED_OF = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One paper that was read: at which level of damage, what came of it, what it is worth."""

    paper: MadePaper
    level: str
    read: ReadResult | None
    score: Score

    @property
    def f1(self) -> float | None:
        """F1 over the paper's lines, None where it has none and none was read."""
        return self.score.count("lines").f1


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A row of the table: what it is called, how it is worked out, and its bars by level.

    A value has to reach its bar, or with `at_most` to stay within it; a level without a bar is for information.
    """

    name: str
    of: Callable[[Sequence[Result]], float | None]
    bars: Mapping[str, float]
    at_most: bool = False

    def passes(self, level: str, value: float) -> bool | None:
        """Whether the value holds at this level, None where there is no bar."""
        bar = self.bars.get(level)
        if bar is None:
            return None
        return value <= bar if self.at_most else value >= bar


def by_level(clean: float, good: float, phone: float, hard: float | None) -> dict[str, float]:
    """Bars by level; printed words are held to that of a clean scan, noisy ones to that of a phone photo."""
    bars = {"clean": clean, "good": good, "phone": phone, "exact": clean, "noisy": phone}
    return bars if hard is None else {**bars, "hard": hard}


def together(results: Iterable[Result], measure: str) -> Count:
    """The count of one measure over all results."""
    total = Count()
    for result in results:
        total.add(result.score.counts.get(measure, Count()))
    return total


def doubts(results: Iterable[Result], *kinds: str) -> Doubt:
    """What was marked doubtful over all results."""
    total = Doubt()
    for result in results:
        for kind in kinds:
            total.add(result.score.doubts[kind])
    return total


def _by_document(results: Sequence[Result]) -> float | None:
    values = [result.f1 for result in results if result.f1 is not None]
    return sum(values) / len(values) if values else None


def _invented_rate(results: Sequence[Result]) -> float | None:
    read = sum(result.score.values_read for result in results)
    return INVENTED_OF * sum(result.score.invented for result in results) / read if read else None


def _counted(measure: str) -> Callable[[Sequence[Result]], float | None]:
    return lambda results: together(results, measure).f1


def _wrong_doubtful(*kinds: str) -> Callable[[Sequence[Result]], float | None]:
    def share(results: Sequence[Result]) -> float | None:
        doubt = doubts(results, *kinds)
        return doubt.wrong_doubtful / doubt.wrong if doubt.wrong else None

    return share


def _right_doubtful(*kinds: str) -> Callable[[Sequence[Result]], float | None]:
    def share(results: Sequence[Result]) -> float | None:
        doubt = doubts(results, *kinds)
        return doubt.right_doubtful / doubt.right if doubt.right else None

    return share


def _refused(results: Sequence[Result]) -> float | None:
    strangers = [result for result in results if result.paper.truth is None]
    return sum(result.read is None for result in strangers) / len(strangers) if strangers else None


MEASURES = (
    Measure(name="lines (date, code, every amount)", of=_counted("lines"), bars=by_level(0.99, 0.99, 0.97, 0.93)),
    Measure(name="  averaged by document", of=_by_document, bars=by_level(0.96, 0.96, 0.94, 0.90)),
    Measure(name="  date, code, charge alone", of=_counted("lines charged"), bars={}),
    Measure(name="  whole line", of=_counted("whole lines"), bars=by_level(0.93, 0.93, 0.90, 0.82)),
    Measure(name="totals", of=_counted("totals"), bars=by_level(0.97, 0.97, 0.97, None)),
    Measure(name="parties, numbers, dates", of=_counted("names"), bars=by_level(0.95, 0.95, 0.95, None)),
    Measure(name="payments (amount, date, kind)", of=_counted("payments"), bars={}),
    Measure(name="remarks and the like", of=_counted("notes"), bars={}),
    Measure(name="kinds of paper", of=_counted("kinds"), bars={}),
    Measure(name="strangers refused", of=_refused, bars={}),
    Measure(name="invented of 500 fields", of=_invented_rate, bars=by_level(0, 0, 1, 1), at_most=True),
    Measure(name="wrong values marked doubtful", of=_wrong_doubtful("money", "other"), bars=by_level(*[0.95] * 4)),
    Measure(name="  money", of=_wrong_doubtful("money"), bars=by_level(*[0.95] * 4)),
    Measure(
        name="right values marked doubtful",
        of=_right_doubtful("money", "other"),
        bars=by_level(*[0.10] * 4),
        at_most=True,
    ),
    Measure(name="  money", of=_right_doubtful("money"), bars=by_level(*[0.10] * 4), at_most=True),
)


def traits_of(results: Sequence[Result]) -> list[tuple[str, int, bool, float | None, float | None]]:
    """Each trait, how many papers have it, whether that is enough, and the F1 of their lines, worst first."""
    papers = {(result.paper.seed, result.paper.name): result.paper for result in results}
    number = Counter(trait for paper in papers.values() for trait in set(paper.traits))
    enough = ENOUGH_OF_300 * len(papers) / 300
    rows = []
    for trait, count in number.items():
        theirs = [result for result in results if trait in result.paper.traits]
        rows.append((trait, count, count >= enough, together(theirs, "lines").f1, together(theirs, "names").f1))
    return sorted(rows, key=lambda row: (2.0 if row[3] is None else row[3], row[0]))


def worst(results: Sequence[Result], count: int) -> list[Result]:
    """The papers that lose most lines, each at its worst level, those with the largest loss first."""
    ranked = sorted(results, key=lambda result: (lines_lost(result), -(result.f1 or 0.0)))
    papers = {result.paper.name: result for result in ranked if lines_lost(result)}
    return sorted(papers.values(), key=lambda result: (-lines_lost(result), result.f1 or 0.0))[:count]


def lines_lost(result: Result) -> float:
    """Printed lines without a right reading, and half of those read that are not printed."""
    count = result.score.count("lines")
    return count.printed - count.right + max(0, count.read - count.printed) / 2


def lost_to(pair: LinePair) -> str:
    """Why a line is not right: missed, too much, or the fields that differ; empty where it is right."""
    if pair.read is None:
        return "missed"
    if pair.printed is None:
        return "extra"
    faults = {f"{each.field} {each.verdict}" for each in pair.differences if each.verdict != "right"}
    return ", ".join(sorted(fault for fault in faults if fault.split(" ")[0] in EXACT))


def faults_of(results: Sequence[Result]) -> list[tuple[str, int, int]]:
    """Each fault of lines, how many lines have it, and how many would be right without it; the most frequent first."""
    every, alone = Counter[str](), Counter[str]()
    for result in results:
        for pair in result.score.lines:
            reasons = lost_to(pair).split(", ")
            every.update(reason for reason in reasons if reason)
            alone.update(reasons if len(reasons) == 1 and reasons[0] else ())
    return [(reason, count, alone[reason]) for reason, count in every.most_common()]


def fields_of(results: Sequence[Result]) -> dict[str, Counter[str]]:
    """Verdicts by field, over matched lines and everything outside lines."""
    fields: dict[str, Counter[str]] = {}
    for result in results:
        matched = (pair for pair in result.score.lines if pair.printed is not None and pair.read is not None)
        for pair in matched:
            for each in pair.differences:
                fields.setdefault(f"lines[].{each.field}", Counter())[each.verdict] += 1
        for each in result.score.others:
            fields.setdefault(each.field, Counter())[each.verdict] += 1
    return fields
