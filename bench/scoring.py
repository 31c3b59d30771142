"""Compares the Case that reading yields with what is printed: lines, sums, names, dates, and what is doubtful."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.agreement import Difference, alike, by_field, compare, differences, is_money
from bench.assignment import best_pairs
from plainbill.case import Case, Document, Line, Payment, Source

_LINE_AMOUNTS = frozenset(
    {
        "charge", "allowed", "plan_paid", "not_covered", "deductible", "copay", "coinsurance", "patient_responsibility",
        "adjustments[].amount",
    }
)  # fmt: skip
_DATES = frozenset({"service_date", "service_date_to"})
CHARGED = _DATES | {"code", "charge"}
EXACT = CHARGED | _LINE_AMOUNTS
_REASONS = frozenset({"adjustments[].group", "adjustments[].reason", "adjustments[].amount"})
WHOLE = EXACT | _REASONS | {"description", "modifiers[]", "units", "revenue_code"}
_PAYMENT = frozenset({"amount", "date"})
_SUMS = ("totals.", "previous_balance", "fees")
_NAMES = (
    "provider.", "payer.", "patient.", "coverage.", "claim_number", "authorization_number", "document_date", "due_date",
    "processed_date", "service_from", "service_to", "diagnosis_codes", "place_of_service", "bill_type",
)  # fmt: skip
_Fields = Mapping[str, Sequence[tuple[str, object]]]
# What two lines or payments must share at least to be taken for one that was misread.
_LEAST = 3.0


@dataclass(slots=True)
class Count:
    """How many were right, of how many printed and how many read."""

    right: int = 0
    printed: int = 0
    read: int = 0

    def add(self, other: "Count") -> None:
        """Take in another count."""
        self.right += other.right
        self.printed += other.printed
        self.read += other.read

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where nothing is printed and nothing was read."""
        both = self.printed + self.read
        return 2 * self.right / both if both else None


@dataclass(slots=True)
class Doubt:
    """Of the values read wrong and right, how many were marked doubtful."""

    wrong: int = 0
    wrong_doubtful: int = 0
    right: int = 0
    right_doubtful: int = 0

    def book(self, *, right: bool, doubtful: bool) -> None:
        """Count one value."""
        if right:
            self.right += 1
            self.right_doubtful += doubtful
        else:
            self.wrong += 1
            self.wrong_doubtful += doubtful

    def add(self, other: "Doubt") -> None:
        """Take in another count."""
        self.wrong += other.wrong
        self.wrong_doubtful += other.wrong_doubtful
        self.right += other.right
        self.right_doubtful += other.right_doubtful


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePair:
    """A printed line and the line that was read for it; one of them is None where it was missed or is too many."""

    printed: Mapping[str, object] | None
    read: Mapping[str, object] | None
    differences: tuple[Difference, ...] = ()

    def right_in(self, fields: frozenset[str]) -> bool:
        """True where both are there and no value of these fields differs."""
        if self.printed is None or self.read is None:
            return False
        if any(each.verdict != "right" and each.field in fields for each in self.differences):
            return False
        return not fields >= _REASONS or _adjusted(self.printed) == _adjusted(self.read)


def _adjusted(line: Mapping[str, object]) -> Counter[tuple[str, ...]]:
    """The adjustments of a line, each amount with the group and reason that it stands for."""
    adjustments = line.get("adjustments", ())
    assert isinstance(adjustments, Sequence)
    keys = ("group", "reason", "amount")
    return Counter(tuple(str(each.get(key, "")).upper() for key in keys) for each in adjustments)


@dataclass(slots=True, kw_only=True)
class Score:
    """What one reading of one paper is worth."""

    counts: dict[str, Count] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=lambda: {"money": Doubt(), "other": Doubt()})
    lines: list[LinePair] = field(default_factory=list)
    others: list[Difference] = field(default_factory=list)
    values_read: int = 0
    invented: int = 0

    def count(self, measure: str) -> Count:
        """The count of a measure."""
        return self.counts.setdefault(measure, Count())


def score_case(printed: Case | None, read: Case | None, sources: Mapping[str, Source]) -> Score:
    """Score a reading against the truth: `printed` is None where the paper is to be refused, `read` where it was."""
    score = Score()
    truths = printed.documents if printed is not None else ()
    readings = read.documents if read is not None else ()
    pairs = dict(best_pairs([[_likeness(truth, reading) for reading in readings] for truth in truths]))
    for i, truth in enumerate(truths):
        _score_document(score, truth, readings[pairs[i]] if i in pairs else None, pairs.get(i, -1), sources)
    for j, reading in enumerate(readings):
        if j not in pairs.values():
            _score_document(score, None, reading, j, sources)
    return score


def _likeness(truth: Document, reading: Document) -> float:
    amounts = [line.charge for line in reading.lines]
    shared = sum(line.charge in amounts for line in truth.lines)
    parties = sum(each.verdict == "right" for each in differences(_head(truth), _head(reading)))
    return 0.1 + (truth.kind == reading.kind) + shared + parties


def _written(record: Document | Line | Payment) -> dict[str, object]:
    return record.model_dump(mode="json")


def _head(document: Document) -> dict[str, object]:
    """The document without its lines, payments and running text."""
    written = _written(document)
    return {key: value for key, value in written.items() if key not in {"lines", "payments", "text"}}


def _score_document(
    score: Score, truth: Document | None, reading: Document | None, index: int, sources: Mapping[str, Source]
) -> None:
    start = f"documents[{index}]."
    score.count("kinds").add(
        Count(
            right=int(truth is not None and reading is not None and truth.kind == reading.kind),
            printed=int(truth is not None),
            read=int(reading is not None),
        )
    )
    _score_head(score, truth, reading, start, sources)
    _score_payments(score, truth, reading, start, sources)
    for pair, place in _line_pairs(truth, reading):
        score.lines.append(pair)
        for measure, fields in (("lines charged", CHARGED), ("lines", EXACT), ("whole lines", WHOLE)):
            score.count(measure).add(
                Count(
                    right=int(pair.right_in(fields)),
                    printed=int(pair.printed is not None),
                    read=int(pair.read is not None),
                )
            )
        _book(score, pair.differences, f"{start}lines[{place}].", sources)


def _score_head(
    score: Score, truth: Document | None, reading: Document | None, start: str, sources: Mapping[str, Source]
) -> None:
    compared = differences(_head(truth) if truth else {}, _head(reading) if reading else {})
    score.others += compared
    _book(score, compared, start, sources)
    for each in compared:
        measure = "totals" if each.field.startswith(_SUMS) else "names" if each.field.startswith(_NAMES) else "notes"
        score.count(measure).add(_counted(each))


def _counted(each: Difference) -> Count:
    return Count(
        right=int(each.verdict == "right"),
        printed=int(each.verdict != "invented"),
        read=int(each.verdict != "missed"),
    )


def _score_payments(
    score: Score, truth: Document | None, reading: Document | None, start: str, sources: Mapping[str, Source]
) -> None:
    printed = [_written(payment) for payment in truth.payments] if truth else []
    read = [_written(payment) for payment in reading.payments] if reading else []
    weights = [[_payment_weight(one, other) for other in read] for one in printed]
    pairs = dict(best_pairs(weights))
    for i, one in enumerate(printed):
        j = pairs.get(i)
        compared = differences(one, read[j] if j is not None else {})
        kinds = j is not None and one.get("kind") == read[j].get("kind")
        exact = kinds and all(each.verdict == "right" for each in compared if each.field in _PAYMENT)
        score.count("payments").add(Count(right=int(exact), printed=1, read=int(j is not None)))
        _keep_payment(score, compared, f"{start}payments[{j}].", sources)
    for j, other in enumerate(read):
        if j not in pairs.values():
            score.count("payments").add(Count(read=1))
            _keep_payment(score, differences({}, other), f"{start}payments[{j}].", sources)


def _keep_payment(score: Score, compared: Sequence[Difference], start: str, sources: Mapping[str, Source]) -> None:
    score.others += [
        Difference(
            field=f"payments[].{each.field}", path=f"payments.{each.path}", printed=each.printed, read=each.read,
            verdict=each.verdict,
        )
        for each in compared
    ]  # fmt: skip
    _book(score, compared, start, sources)


def _payment_weight(one: Mapping[str, object], other: Mapping[str, object]) -> float:
    amount, date = (4.0 * (one.get(key) == other.get(key)) for key in ("amount", "date"))
    words = alike(str(one.get("description", "")), str(other.get("description", "")))
    weight = amount + date / 4 + 3 * words + (one.get("kind") == other.get("kind")) / 2
    return weight if weight >= _LEAST else 0.0


def _line_pairs(truth: Document | None, reading: Document | None) -> list[tuple[LinePair, int]]:
    """Every printed and every read line, matched or not, with the place of the read one."""
    printed = [_written(line) for line in truth.lines] if truth else []
    read = [_written(line) for line in reading.lines] if reading else []
    wanted, given = [by_field(one) for one in printed], [by_field(other) for other in read]
    compared = [[compare(one, _less_head_dates(other, one, truth)) for other in given] for one in wanted]
    weights = [
        [_line_weight(found, one, read[j]) - abs(i - j) * 1e-4 for j, found in enumerate(row)]
        for i, (one, row) in enumerate(zip(printed, compared, strict=True))
    ]
    pairs = dict(best_pairs(weights))
    found = [
        (LinePair(printed=one, read=read[pairs[i]], differences=tuple(compared[i][pairs[i]])), pairs[i])
        if i in pairs
        else (LinePair(printed=one, read=None, differences=tuple(differences(one, {}))), -1)
        for i, one in enumerate(printed)
    ]
    extra = [j for j in range(len(read)) if j not in pairs.values()]
    return [
        *found,
        *((LinePair(printed=None, read=read[j], differences=tuple(differences({}, read[j]))), j) for j in extra),
    ]


def _less_head_dates(read: _Fields, printed: _Fields, truth: Document | None) -> _Fields:
    """The line without days that its paper prints at its head alone: to repeat them on the lines is allowed.

    The first day may stand on the line as the first one and the last as the last one, where the line has none printed.
    """
    if truth is None or not _DATES.isdisjoint(printed):
        return read
    first, last = truth.service_from or truth.service_to, truth.service_to or truth.service_from
    head = {"service_date": str(first), "service_date_to": str(last)}
    return {field: values for field, values in read.items() if str(values[0][1]) != head.get(field)}


def _line_weight(compared: Sequence[Difference], printed: Mapping[str, object], read: Mapping[str, object]) -> float:
    weight = sum(_worth(each) for each in compared if each.verdict == "right")
    if printed.get("description") and read.get("description"):
        weight += 3 * max(0.0, 2 * alike(str(printed["description"]), str(read["description"])) - 1)
    if weight < _LEAST:
        return 0.0
    faults = {each.field for each in compared if each.verdict != "right"}
    return weight + 50 * (not faults & EXACT) + 20 * (not faults & WHOLE)


def _worth(each: Difference) -> float:
    if each.read == "0.00":
        return 0.2
    return {"charge": 3.0, "code": 3.0, "service_date": 1.0, "units": 0.2}.get(each.field, 1.0)


def _book(score: Score, compared: Sequence[Difference], start: str, sources: Mapping[str, Source]) -> None:
    """Count what was read, what of it the paper does not have there, and what was marked doubtful."""
    for each in compared:
        if each.verdict == "missed":
            continue
        score.values_read += 1
        score.invented += each.verdict == "invented"
        source = sources.get(start + each.path)
        right = each.verdict == "right"
        # A wrong value whose place is not told is not marked either; a right one says nothing of doubt.
        if source is not None or not right:
            doubt = score.doubts["money" if is_money(each.field) else "other"]
            doubt.book(right=right, doubtful=source is not None and not source.confirmed_by)
