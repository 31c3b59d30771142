"""Cases of any size for timing: bills and EOBs of made-up people, drawn by a seed, with what goes wrong on them."""

import datetime
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plainbill.knowledge.tables import Row, read_table

Written = Mapping[str, object]

_CENT = Decimal("0.01")
_FIRST_DAY = datetime.date(2024, 1, 2)
_PROVIDERS = ("Willow Brook", "Fernhill", "Harbor Point", "Larkspur", "Stonegate", "Cedar Bend", "Juniper", "Millrace")
_TRADES = ("Clinic", "Medical Center", "Imaging", "Laboratory", "Orthopedics LLC", "Physicians Group", "Hospital")
_DIAGNOSES = ("Z00.00", "M54.50", "E11.9", "I10", "J06.9", "R10.9", "S93.401A", "Z12.31", "N39.0", "K21.9")
# Codes by the quarter hour, the dose or the mile.
_COUNTED = ("97", "J", "A0425")
# The reasons that a plan gives where it does not pay.
_REFUSALS = (
    ("CO", "97", ()), ("PR", "96", ("N130",)), ("CO", "50", ()), ("CO", "197", ()), ("CO", "16", ("M51",)),
    ("PR", "119", ()), ("OA", "18", ()), ("CO", "29", ()), ("PI", "204", ()), ("CO", "11", ()), ("PR", "242", ()),
)  # fmt: skip
_HOSPITAL = {"name": "Willow Brook Hospital"}
_PAYER = {"name": "Harbor Lantern Health Plan"}
_PATIENT = {"name": "Marigold Fennimore", "date_of_birth": "1984-03-09", "sex": "F"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Service:
    """One service with what the plan makes of it, in dollars."""

    line: Written
    charge: Decimal
    discount: Decimal
    share: Decimal
    paid: Decimal
    adjustments: Sequence[Written]
    is_refused: bool


def many_papers(lines: int, *, seed: int) -> Written:
    """A case of so many lines, give or take one: bills and EOBs of many days and providers."""
    chance = random.Random(f"{seed} many papers {lines}")
    papers: list[Written] = []
    left = lines
    while left > 0:
        claims = list(_claims_of_a_bill(chance, lines=left // 2))
        provider = {"name": f"{chance.choice(_PROVIDERS)} {chance.choice(_TRADES)}"}
        number = len(papers)
        papers.append(_bill(chance, f"b{number}", provider, claims))
        papers += [_eob(f"e{number}-{place}", provider, [claim]) for place, claim in enumerate(claims)]
        left -= 2 * sum(map(len, claims))
    return {"documents": papers, "story": _story(chance)}


def one_pair(lines: int, *, seed: int) -> Written:
    """A case of so many lines on one bill and the EOB on it: a long stay."""
    chance = random.Random(f"{seed} one pair {lines}")
    return _pair(chance, _claim(chance, lines // 2, days=max(1, lines // 60)))


def words_only(lines: int, *, seed: int) -> Written:
    """A case of one bill whose lines carry no codes, many of them worded nearly alike."""
    chance = random.Random(f"{seed} words only {lines}")
    claim = _claim(chance, lines, days=max(1, lines // 60))
    nameless = [replace(each, line={k: v for k, v in each.line.items() if k != "code"}) for each in claim]
    return {"documents": [_bill(chance, "bill", _HOSPITAL, [nameless])], "story": _story(chance)}


def one_service(lines: int, *, seed: int) -> Written:
    """A case of one bill and its EOB with one service over and over, on few days."""
    chance = random.Random(f"{seed} one service {lines}")
    return _pair(chance, _claim(chance, lines // 2, days=10, code="85025"))


def mixed(count: int, *, seed: int) -> Iterator[Written]:
    """So many cases of one bill or a few, of 4 to 60 lines."""
    chance = random.Random(f"{seed} mixed")
    for place in range(count):
        yield many_papers(chance.choice((4, 8, 12, 12, 20, 60)), seed=seed + place)


def _pair(chance: random.Random, claim: Sequence[_Service]) -> Written:
    bill = _bill(chance, "bill", _HOSPITAL, [claim])
    return {"documents": [bill, _eob("eob", _HOSPITAL, [claim])], "story": _story(chance)}


def _story(chance: random.Random) -> Written:
    return {"insured": True, "visit_reason": chance.choice(("follow_up", "new_problem", "preventive"))}


def _day(number: int) -> str:
    return (_FIRST_DAY + datetime.timedelta(days=number)).isoformat()


def _claims_of_a_bill(chance: random.Random, *, lines: int) -> Iterator[list[_Service]]:
    """One claim to four, of no more lines than are left."""
    for place in range(chance.randint(1, 4)):
        size = min(chance.randint(1, 8), lines)
        if size < 1 and place:
            return
        lines -= max(1, size)
        yield _claim(chance, max(1, size))


def _claim(chance: random.Random, lines: int, *, days: int = 1, code: str | None = None) -> list[_Service]:
    """The services of one claim, on so many days, all of one code and price where one is given."""
    first, claim = chance.randrange(700), f"C-{chance.randrange(10**8):08}"
    rows = [row for row in read_table("codes") if code in (None, row["key"])]
    services = [_service(chance, rows, _day(first + chance.randrange(days)), claim) for _ in range(lines)]
    if len(services) > 2 and chance.random() < 0.1:
        services[-1] = services[0]  # printed twice
    return services


def _service(chance: random.Random, rows: Sequence[Row], day: str, claim: str) -> _Service:
    row = chance.choice(rows)
    charge = Decimal(chance.randint(1_000, 90_000) if len(rows) > 1 else 8_400) * _CENT
    refused = chance.random() < 0.12
    discount = Decimal(0) if refused else (charge * chance.randint(20, 70) / 100).quantize(_CENT)
    share = Decimal(0) if refused else ((charge - discount) * chance.choice((0, 0, 20, 100)) / 100).quantize(_CENT)
    paid = Decimal(0) if refused else charge - discount - share
    adjustments: list[Written]
    if refused:
        group, reason, remarks = chance.choice(_REFUSALS)
        adjustments = [{"group": group, "reason": reason, "amount": f"{charge:.2f}", "remarks": list(remarks)}]
        share, discount = (charge, Decimal(0)) if group == "PR" else (Decimal(0), charge)
    else:
        parts = (("CO", "45", discount), ("PR", chance.choice("123"), share))
        adjustments = [{"group": g, "reason": r, "amount": f"{a:.2f}"} for g, r, a in parts if a]
    line: Written = {
        "service_date": day,
        "code": row["key"],
        "description": " ".join(row["plain"].upper().strip(".").split()[: chance.randint(2, 5)]),
        "modifiers": chance.choice(([], [], [], ["25"], ["RT"], ["59"], ["TC"])),
        "diagnosis_codes": chance.sample(_DIAGNOSES, chance.randint(0, 2)),
        "charge": f"{charge:.2f}",
        "claim_number": claim,
        **({"units": chance.randint(1, 4) if row["key"].startswith(_COUNTED) else 1} if chance.random() < 0.5 else {}),
        **({"revenue_code": chance.choice(("0250", "0300", "0450", "0636"))} if chance.random() < 0.2 else {}),
    }
    return _Service(
        line=line, charge=charge, discount=discount, share=share, paid=paid, adjustments=adjustments, is_refused=refused
    )


def _bill(chance: random.Random, name: str, provider: Written, claims: Sequence[Sequence[_Service]]) -> Written:
    """What the provider asks: mostly the share, now and then all of it, or as if a payment had not come."""
    services = [service for claim in claims for service in claim]
    charges = sum(service.charge for service in services)
    discount, paid = sum(service.discount for service in services), sum(service.paid for service in services)
    fault = chance.random()
    discount, paid = discount if fault > 0.1 else Decimal(0), paid if fault > 0.05 else Decimal(0)
    asked = charges - discount - paid + (Decimal(30) if fault > 0.97 else 0)
    lines = [{**service.line, "id": str(place)} for place, service in enumerate(services, start=1)]
    if chance.random() < 0.1:
        back = {**lines[0], "charge": f"-{services[0].charge:.2f}", "id": str(len(lines) + 1)}
        lines += [back, {**lines[0], "id": str(len(lines) + 2)}]
    day = max(str(service.line["service_date"]) for service in services)
    return {
        "id": name,
        "kind": "bill",
        "provider": provider,
        "payer": _PAYER,
        "patient": _PATIENT,
        "document_date": (datetime.date.fromisoformat(day) + datetime.timedelta(days=45)).isoformat(),
        "lines": lines,
        "payments": [{"date": day, "kind": "insurance_payment", "amount": f"{paid:.2f}"}] if paid else [],
        "totals": {
            "charges": f"{charges:.2f}",
            "adjustments": f"{discount:.2f}",
            "insurance_paid": f"{paid:.2f}",
            "balance_due": f"{asked:.2f}",
        },
    }


def _eob(name: str, provider: Written, claims: Sequence[Sequence[_Service]]) -> Written:
    services = [service for claim in claims for service in claim]
    day = max(str(service.line["service_date"]) for service in services)
    lines = [
        {
            **service.line,
            "id": str(place),
            "allowed": f"{service.charge - service.discount:.2f}",
            "plan_paid": f"{service.paid:.2f}",
            "patient_responsibility": f"{service.share:.2f}",
            "status": "denied" if service.is_refused else "paid",
            "adjustments": service.adjustments,
        }
        for place, service in enumerate(services, start=1)
    ]
    return {
        "id": name,
        "kind": "eob",
        "provider": provider,
        "payer": _PAYER,
        "patient": _PATIENT,
        "coverage": {"member_id": "HLH553201", "network_status": "in"},
        "processed_date": (datetime.date.fromisoformat(day) + datetime.timedelta(days=20)).isoformat(),
        "lines": lines,
        "totals": {
            "charges": f"{sum(service.charge for service in services):.2f}",
            "plan_paid": f"{sum(service.paid for service in services):.2f}",
            "patient_responsibility": f"{sum(service.share for service in services):.2f}",
        },
    }
