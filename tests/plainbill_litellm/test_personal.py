"""What names somebody never leaves: 200 made-up cases with it in every field, and the requests read word by word."""

import random
from pathlib import Path
from typing import Any

import pytest

from plainbill.case import Case, read_as
from plainbill.describing.words import words_of
from plainbill.plugins.models import Outgoing
from plainbill_prompts import load, render
from tests.plainbill_litellm.describing import engine_with
from tests.plainbill_litellm.serving import FENCE, LINE, ModelServer

# Invented people; some are called what words of the dictionary are too.
GIVEN = (
    "Jane", "Rosalind", "Ada", "Ray", "Kirby", "Marisol", "Otis", "Tran", "Bao", "Quincy", "Elisa", "Gene", "Ilse",
    "Wm", "Noble", "Miles", "Xochitl", "Bob", "J",
)  # fmt: skip
FAMILY = (
    "Roe", "Foley", "Stone", "Walker", "White", "Bauer", "Swan", "Holder", "Long", "Fish", "Abbott", "Zielinski",
    "O'Dell", "Heinz", "Green", "Cook", "Day", "Hand",
)  # fmt: skip
STREETS = ("Oak", "Heart", "Lung", "Spring", "Main", "Elm", "Back", "Bone", "Marrow")
CARE = (
    "MISC SUPPLIES", "DRAIN BAG", "SURG TRAY MISC", "FOLEY CATH", "LAB MISC", "PHARMACY", "KIT", "STONE BASKET",
    "OTHER THERAPY", "WALKER", "HAND SUPPLY", "RM CHG", "BONE", "IV SOLN", "DRESSING LG",
)  # fmt: skip
ROUNDS = 20
CASES_A_ROUND = 10


def person(random: random.Random) -> dict[str, str]:
    """Somebody who does not exist."""
    year, month, day = random.randint(1930, 2020), random.randint(1, 12), random.randint(1, 28)
    return {
        "name": f"{random.choice(GIVEN)} {random.choice(GIVEN)} {random.choice(FAMILY)}",
        "born": f"{year}-{month:02}-{day:02}",
        "address": f"{random.randint(10, 9999)} {random.choice(STREETS)} St, Harlow ME {random.randint(10000, 99999)}",
        "member": f"{random.choice('XWZ')}{random.randint(10**7, 10**9)}-01",
        "account": str(random.randint(10**4, 10**9)),
        "phone": f"({random.randint(201, 989)}) 555-01{random.randint(10, 99)}",
    }


def made_case(random: random.Random) -> tuple[Case, dict[str, str]]:
    """A case in which every field that takes text holds somebody's name, address, birth date or number."""
    who = person(random)
    lines: list[dict[str, Any]] = []
    for number in range(1, 9):
        told = list(who.values())
        random.shuffle(told)
        year, month, day = who["born"].split("-")
        words = [random.choice(CARE), told[0], random.choice(CARE), f"DOB {month}/{day}/{year}", told[1], told[2]]
        random.shuffle(words)
        lines.append(
            {
                "id": str(number),
                "description": " ".join(words) if random.random() < 0.8 else " ".join(words).upper(),
                "code": random.choice([None, who["account"], who["name"], who["member"], who["address"][-5:]]),
                "modifiers": random.choice([[], [who["name"].split()[0]], [month, day]]),
                "revenue_code": random.choice([None, year, who["account"][:4]]),
                "units": random.choice([None, 1, int(who["account"]), int(year), int(day)]),
                "ndc": who["account"],
                "claim_number": who["account"],
                "authorization_number": who["member"],
                "rendering_provider": who["name"],
                "place_of_service": who["address"],
                "service_time": who["phone"],
                "remarks": [{"code": who["member"], "text": who["name"]}],
                "charge": "12.00",
            }
        )
    document = {
        "id": who["account"],
        "kind": "bill",
        "provider": {"name": who["name"], "phone": who["phone"], "address": who["address"], "npi": who["account"]},
        "payer": {"name": who["name"], "address": who["address"], "payer_id": who["member"]},
        "patient": {"name": who["name"], "date_of_birth": who["born"], "account_number": who["account"]},
        "coverage": {"member_id": who["member"], "subscriber_name": who["name"], "plan_name": who["name"]},
        "remarks": [{"text": f"{who['name']} {who['address']}"}],
        "text": " ".join(who.values()),
        "lines": lines,
    }
    return read_as(Case, {"documents": [document], "story": {"notes": who["name"]}}), who


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_not_one_personal_word_of_200_cases_is_in_any_request(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    chance = random.Random(seed)
    shown: list[Outgoing] = []
    with ModelServer().running() as server:
        engine = engine_with(server, shown)
        for _ in range(CASES_A_ROUND):
            before = len(server.requests)
            case, who = made_case(chance)
            engine.describe_case(case)

            personal = {word for value in who.values() for word in words_of(value)}
            for text, body in zip(server.texts[before:], server.requests[before:], strict=True):
                assert not personal & words_sent(text)
                assert not any(value.encode() in body for value in who.values())

    assert [each.text for each in shown] == server.texts
    assert len(server.requests) > CASES_A_ROUND / 2
    assert not engine.failures


def words_sent(text: str) -> set[str]:
    """The words of the lines in a request, after the rest was found to be the prompt as it was released."""
    quoted = FENCE.search(text)
    assert quoted is not None
    assert text == render(load("describe_lines", 1), words={}, quoted={"lines": quoted[2]})
    return {word for _, line in LINE.findall(quoted[2]) for word in words_of(line.replace("words:", ""))}
