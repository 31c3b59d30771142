"""Whether a value that was read is the value that is printed, field by field, as the case vocabulary compares them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

Verdict = Literal["right", "wrong", "missed", "invented"]
ALIKE = 0.9

MONEY = frozenset(
    {
        "charge", "allowed", "plan_paid", "not_covered", "deductible", "copay", "coinsurance", "patient_responsibility",
        "amount", "previous_balance", "fees", "charges", "adjustments", "insurance_paid", "patient_paid", "balance_due",
        "estimate",
    }
)  # fmt: skip
_CODES = frozenset(
    {
        "code", "modifiers", "revenue_code", "ndc", "bill_type", "place_of_service", "reason", "group", "npi", "tax_id",
        "payer_id", "account_number", "medical_record_number", "member_id", "group_number", "claim_number",
        "authorization_number",
    }
)  # fmt: skip
_PROSE = frozenset({"description", "text", "address"})
# What the paper says by its form; there is no place on the paper where it could be misread.
_NOT_READ = frozenset({"id", "kind"})
_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One value: where it belongs, what is printed there, what was read there.

    `field` is the path without numbers ("modifiers[]"), `path` that of the reading, or of the truth if missed.
    """

    field: str
    path: str
    printed: object
    read: object
    verdict: Verdict


def alike(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1, after NFKC, with single blanks and without regard to capitals."""
    return fuzz.ratio(plain(one), plain(other)) / 100


def plain(text: str) -> str:
    """The text after NFKC with single blanks, in small letters."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


def same(field: str, printed: object, read: object) -> bool:
    """True where the two values of a field are one and the same to the vocabulary."""
    name = field.rsplit(".", 1)[-1].removesuffix("[]")
    if not isinstance(printed, str) or not isinstance(read, str):
        return printed == read
    if name == "diagnosis_codes":
        return _bare(printed).replace(".", "") == _bare(read).replace(".", "")
    if name in _CODES:
        return _bare(printed) == _bare(read)
    if name == "phone":
        return _digits(printed) == _digits(read)
    if name in _PROSE:
        return alike(printed, read) >= ALIKE
    return plain(printed) == plain(read)


def _bare(text: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFKC", text).upper() if mark not in "-‐‑–" and mark.strip())


def _digits(text: str) -> str:
    digits = "".join(mark for mark in text if mark.isalnum()).upper()
    return digits.removeprefix("1") if len(digits) == 11 else digits


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every single value of a record with its path, but ids and kinds."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            if key not in _NOT_READ:
                yield from leaves(below, f"{path}.{key}" if path else str(key))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, below in enumerate(value):
            yield from leaves(below, f"{path}[{index}]")
    elif value is not None:
        yield path, value


def by_field(record: object) -> dict[str, list[tuple[str, object]]]:
    """Every single value of a record with its path, by field."""
    fields: dict[str, list[tuple[str, object]]] = {}
    for path, value in leaves(record):
        fields.setdefault(_INDEX.sub("[]", path), []).append((path, value))
    return fields


def differences(printed: object, read: object) -> list[Difference]:
    """One entry for each value that was read and each that was missed; lists are compared in any order."""
    return compare(by_field(printed), by_field(read))


def compare(
    printed: Mapping[str, Sequence[tuple[str, object]]], read: Mapping[str, Sequence[tuple[str, object]]]
) -> list[Difference]:
    """The differences of two records whose values are sorted by field already."""
    wanted = {field: list(values) for field, values in printed.items()}
    compared: list[Difference] = []
    open_: list[tuple[str, str, object]] = []
    for field, (path, value) in ((field, each) for field, values in read.items() for each in values):
        match = next((each for each in wanted.get(field, ()) if same(field, each[1], value)), None)
        if match is None:
            open_.append((field, path, value))
            continue
        wanted[field].remove(match)
        compared.append(Difference(field=field, path=path, printed=match[1], read=value, verdict="right"))
    for field, path, value in open_:
        left = wanted.get(field)
        instead = left.pop(0)[1] if left else None
        verdict: Verdict = "invented" if instead is None else "wrong"
        compared.append(Difference(field=field, path=path, printed=instead, read=value, verdict=verdict))
    for field, rest in wanted.items():
        compared += [Difference(field=field, path=p, printed=v, read=None, verdict="missed") for p, v in rest]
    return compared


def is_money(field: str) -> bool:
    """True where the field holds dollars."""
    return field.rsplit(".", 1)[-1] in MONEY
