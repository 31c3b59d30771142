"""Which mutants are run, drawn from all that a package has, and which may survive for a reason that is written down."""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.mutants.mutating import Edit, Mutant, edits, mutant

Key = tuple[str, str, str, str]

_KEY = ("module", "function", "before", "after")


def sources(package: Path) -> Mapping[str, str]:
    """Return the sources of a package by the name of their module within it, "" for the package itself."""
    files = sorted(package.rglob("*.py"))
    return {_name(file.relative_to(package)): file.read_text(encoding="utf-8") for file in files}


def _name(file: Path) -> str:
    parts = file.parts[:-1] if file.name == "__init__.py" else (*file.parts[:-1], file.stem)
    return ".".join(parts)


def draw(written: Mapping[str, str], *, seed: int, count: int) -> tuple[Mutant, ...]:
    """Return `count` mutants, each as likely as any other; the same for the same sources and seed."""
    drawn: list[Mutant] = []
    for module, edit in _shuffled(written, seed):
        if len(drawn) == count:
            break
        one = mutant(module, written[module], edit)
        if one is not None:
            drawn.append(one)
    return tuple(drawn)


def _shuffled(written: Mapping[str, str], seed: int) -> list[tuple[str, Edit]]:
    """Every edit in an order of chance that a change of the code elsewhere leaves as it is."""
    seen: Counter[tuple[str, str, bytes, str]] = Counter()
    order: list[tuple[str, str, Edit]] = []
    for module, source in sorted(written.items()):
        raw = source.encode()
        for edit in edits(source):
            name = (module, edit.function, raw[edit.start : edit.end], edit.text)
            seen[name] += 1
            place = hashlib.sha256(repr((seed, name, seen[name])).encode()).hexdigest()
            order.append((place, module, edit))
    order.sort(key=lambda entry: entry[0])
    return [(module, edit) for _, module, edit in order]


def read_reasons(file: Path) -> Mapping[Key, str]:
    """Return why mutants may survive, by their keys.

    Raises:
        ValueError: an entry lacks something, or stands there twice.
    """
    entries = tomllib.loads(file.read_text(encoding="utf-8")).get("survivor", [])
    reasons: dict[Key, str] = {}
    for entry in entries:
        if set(entry) != {*_KEY, "reason"} or not all(isinstance(part, str) for part in entry.values()):
            raise ValueError(f"an entry has {', '.join(_KEY)} and reason, all text: {entry}")
        module, function, before, after = (entry[part] for part in _KEY)
        if (module, function, before, after) in reasons or not entry["reason"].strip():
            raise ValueError(f"an entry stands there twice or has no reason: {entry}")
        reasons[module, function, before, after] = entry["reason"]
    return reasons


def without_place(keys: Sequence[Key], written: Mapping[str, str]) -> Iterator[Key]:
    """Yield the keys that no mutant of these sources has: their line was changed, and the reason may hold no longer."""
    for key in keys:
        source = written.get(key[0], "")
        near = [edit for edit in edits(source) if edit.function == key[1]]
        if not any(one.key == key for edit in near if (one := mutant(key[0], source, edit))):
            yield key
