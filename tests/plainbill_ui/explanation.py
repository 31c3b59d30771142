"""A made-up explanation, as the engine would save it, for screens to be tried on."""

from plainbill.case import ExplainResult, Problem, read_as

HOSTILE = '<img src="http://198.51.100.7/a.png"> ![x](http://198.51.100.7/b.png) $5 :red[x]'
ROWS = {"1": 335, "2": 363, "3": 390, "4": 418}
SCALE = 1950 / 952


def explanation(*, description: str = "X-ray of ankle, complete") -> ExplainResult:
    """Return a bill of four charges, one of them twice, which `description` names on the paper."""
    return read_as(
        ExplainResult,
        {
            "case": {"documents": [_bill(description)]},
            "sources": _sources(),
            "pages": [{"file": "bill.jpg", "page": 1, "document": "d1", "width": 1950, "height": 2600}],
            "translations": _translations(),
            "findings": [_duplicate(), _vague(), _cost_share()],
            "not_assessed": [
                {
                    "kinds": ["balance-exceeds-eob"],
                    "needs": "eob",
                    "document": "d1",
                    "ask": "Ask your plan for the letter about April 8.",
                    "why": "Without it nobody can say what your plan left for you to pay.",
                }
            ],
        },
    )


def doubtful(*paths: str) -> ExplainResult:
    """Return the same explanation, where nothing confirms what was read at `paths`."""
    result = explanation()
    return result.but(
        sources={
            path: source.but(confirmed_by=()) if path in paths else source for path, source in result.sources.items()
        }
    )


def in_trouble() -> ExplainResult:
    """Return the same explanation of a photo that light shines on."""
    result = explanation()
    glare = Problem(
        kind="glare", text="light shines on the paper; turn it away from the lamp", box=(600, 500, 1200, 900)
    )
    return result.but(pages=(result.pages[0].but(problems=(glare,)),))


def _bill(description: str) -> dict[str, object]:
    return {
        "id": "d1",
        "kind": "bill",
        "provider": {"name": "Brightwater Urgent Care", "phone": "(503) 555-0126"},
        "document_date": "2025-05-12",
        "lines": [
            _line("1", "99203", "Office visit, new patient, level 3", "210.00"),
            _line("2", "73610", description, "148.00"),
            _line("3", "73610", description, "148.00"),
            _line("4", None, "Misc supplies", "265.00"),
        ],
        "totals": {"charges": "771.00", "balance_due": "239.00"},
    }


def _line(name: str, code: str | None, description: str, charge: str) -> dict[str, object]:
    return {"id": name, "service_date": "2025-04-08", "code": code, "description": description, "charge": charge}


def _box(line: str, left: int, right: int) -> list[int]:
    middle = ROWS[line] + (right - 140) // 40
    return [round(edge * SCALE) for edge in (left, middle - 21, right, middle - 3)]


def _sources() -> dict[str, object]:
    columns = {"code": (234, 300), "description": (322, 575), "charge": (792, 850)}
    return {
        f"documents[0].lines[{int(line) - 1}].{field}": {
            "page": 0,
            "box": _box(line, left, right),
            "text": "as printed",
            "confidence": 0.97,
            "confirmed_by": ["line_sum"],
        }
        for line in ROWS
        for field, (left, right) in columns.items()
    }


def _translations() -> list[dict[str, object]]:
    words = {
        "1": (
            "visit",
            "A first visit with a doctor or nurse you had not seen before. It is the price of the visit itself.",
        ),
        "2": ("imaging", "X-ray pictures of your ankle, from at least three sides."),
        "3": ("imaging", "X-ray pictures of your ankle, from at least three sides."),
        "4": ("supply", "This could be almost anything used for your care. Ask what it was, in plain words."),
    }
    return [
        {
            "line": f"d1:{line}",
            "plain": plain,
            "group": group,
            "basis": "code",
            "confidence": 0.9,
            "vague": line == "4",
            "source": "plainbill_spacy:families/x",
        }
        for line, (group, plain) in words.items()
    ]


def _finding(**changes: object) -> dict[str, object]:
    return {
        "kind": "duplicate-line",
        "category": "billing",
        "acts_first": "billing_office",
        "documents": ["d1"],
        "settles": [],
        "reading": "confirmed",
        "confidence": "likely",
        "rule": "duplicate-line/1",
        "tables": [],
        **changes,
    }


def _duplicate() -> dict[str, object]:
    evidence = [
        {"document": "d1", "line": line, "field": "charge", "value": "148.00", "page": 0, "box": _box(line, 792, 850)}
        for line in ("2", "3")
    ]
    return _finding(
        lines=["d1:2", "d1:3"],
        amount="148.00",
        evidence=evidence,
        title="The ankle X-ray is on the bill twice",
        explanation="Charges 2 and 3 have the same day, the same code and the same price. "
        "The office that made the bill can see whether one of them is a slip.",
        ask="Was the ankle X-ray of April 8 done twice, or is one of the two charges a slip?",
        next_step="Call the billing office and ask for a corrected bill before you pay.",
        settles=[
            {
                "question": "Were you X-rayed twice that day?",
                "answers": [{"answer": "No", "moves_to": "confirmed"}, {"answer": "Yes", "moves_to": "dropped"}],
            }
        ],
    )


def _vague() -> dict[str, object]:
    fact = {"document": "d1", "line": "4", "field": "description", "value": "Misc supplies", "page": 0}
    return _finding(
        kind="vague-description",
        reading="check_photo",
        confidence="certain",
        lines=["d1:4"],
        evidence=[{**fact, "box": _box("4", 322, 575)}],
        title="One charge does not say what it is",
        explanation="The words name no service, and there is no code.",
        ask="What exactly was charge 4, and what is its code?",
        next_step="Ask for an itemized bill in plain words.",
    )


def _cost_share() -> dict[str, object]:
    return _finding(
        kind="cost-share",
        category="info",
        acts_first="nobody",
        lines=["d1:1"],
        amount="40.00",
        evidence=[],
        title="Your copay for the visit",
        explanation="Your plan asks you to pay a fixed part of each visit.",
        ask="",
        next_step="",
    )
