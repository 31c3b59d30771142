"""Cases in and out of JSON: every fault at once, each with its path; what is written reads back the same."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from pydantic import ValidationError

from plainbill.case.model import Entry
from plainbill.case.references import Fault, reference_faults

Kind = TypeVar("Kind", bound=Entry)


class FaultyFile(Exception):
    """A file that is not what it should be; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(f"{fault.path}: {fault.message}" for fault in faults))
        self.faults = faults


def parse_json(content: bytes) -> object:
    """Return the JSON value in `content`, its numbers exact.

    Raises:
        FaultyFile: it is not UTF-8, not JSON, nested too deep, or names a key twice in one object.
    """
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_no_key_twice,
        )
    except UnicodeDecodeError:
        message = "is not UTF-8 text; save it as UTF-8"
    except json.JSONDecodeError as error:
        message = f"is not JSON (line {error.lineno}, column {error.colno}); write it again"
    except RecursionError:
        message = "is nested too deep to be a case; write it again"
    except ValueError as error:
        message = str(error)
    raise FaultyFile((Fault(path="$", message=message),))


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a number that JSON knows; leave the field out")


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    entries = dict(pairs)
    if len(entries) != len(pairs):
        names = [name for name, _ in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"names {', '.join(map(repr, twice))} twice in one object; keep one of them")
    return entries


def read_as(kind: type[Kind], written: object) -> Kind:
    """Return `written`, JSON values as `parse_json` gives them, as a record of the vocabulary.

    Raises:
        FaultyFile: it does not fit; every fault is listed with its path, also those between papers.
    """
    try:
        return kind.model_validate(written)
    except ValidationError as error:
        found = [*_form_faults(error), *_reference_faults(written)]
    raise FaultyFile(tuple(dict.fromkeys(found)))


def _reference_faults(written: object) -> tuple[Fault, ...]:
    if not isinstance(written, Mapping):
        return ()
    if "case" in written:
        return tuple(
            Fault(path=f"case.{fault.path}", message=fault.message) for fault in reference_faults(written["case"])
        )
    return reference_faults(written)


_OWN_WORDS = {
    "extra_forbidden": "is not a key of the vocabulary; take it out or correct its name",
    "missing": "is needed; add it",
    "model_type": "should be an object",
    "model_attributes_type": "should be an object",
    "dict_type": "should be an object",
    "tuple_type": "should be a list",
}


def _form_faults(error: ValidationError) -> list[Fault]:
    faults = []
    for entry in error.errors(include_url=False, include_input=False):
        cause = entry.get("ctx", {}).get("error")
        if entry["type"] == "value_error" and not entry["loc"] or _is_reference_summary(entry["loc"], cause):
            continue  # the faults between papers, which `_reference_faults` lists one by one
        message = _OWN_WORDS.get(entry["type"]) or (str(cause) if cause else entry["msg"])
        faults.append(Fault(path=_path(entry["loc"]), message=message))
    return faults


def _is_reference_summary(location: tuple[int | str, ...], cause: object) -> bool:
    return location == ("case",) and isinstance(cause, ValueError)


def _path(location: tuple[int | str, ...]) -> str:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return path.removeprefix(".") or "$"


def write_json(record: Entry, *, indent: int | None = 2) -> str:
    """Return `record` as JSON text, the same bytes for the same record, with a newline at its end."""
    return record.model_dump_json(indent=indent) + "\n"
