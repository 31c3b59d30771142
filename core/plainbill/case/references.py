"""Faults that only the whole case shows: ids used twice, references that point nowhere, a visit on a bill."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing that is wrong with a file: where, and what to do about it."""

    path: str
    message: str


def reference_faults(case: object) -> tuple[Fault, ...]:
    """Return the faults of a case written as JSON values; parts of a wrong type are passed over."""
    if not isinstance(case, Mapping):
        return ()
    documents = [(i, d) for i, d in enumerate(_sequence(case.get("documents"))) if isinstance(d, Mapping)]
    story = case.get("story")
    return (
        *_repeated("documents", documents),
        *(fault for i, document in documents for fault in _document_faults(f"documents[{i}]", document)),
        *_dangling(story if isinstance(story, Mapping) else {}, _line_references(documents)),
    )


def _sequence(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _repeated(path: str, entries: list[tuple[int, Mapping[str, object]]]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for i, entry in entries:
        name = entry.get("id")
        if not isinstance(name, str):
            continue
        if name in seen:
            yield Fault(
                path=f"{path}[{i}].id", message=f"{name!r} is the id of {path}[{seen[name]}] too; give each its own"
            )
        seen.setdefault(name, i)


def _document_faults(path: str, document: Mapping[str, object]) -> Iterator[Fault]:
    lines = [(i, line) for i, line in enumerate(_sequence(document.get("lines"))) if isinstance(line, Mapping)]
    yield from _repeated(f"{path}.lines", lines)
    if document.get("visit") is not None and document.get("kind") != "visit_summary":
        yield Fault(path=f"{path}.visit", message="belongs on a visit_summary only; move it to one")


def _line_references(documents: list[tuple[int, Mapping[str, object]]]) -> frozenset[str]:
    return frozenset(
        f"{document.get('id')}:{line.get('id')}"
        for _, document in documents
        for line in _sequence(document.get("lines"))
        if isinstance(line, Mapping)
    )


def _dangling(story: Mapping[str, object], known: frozenset[str]) -> Iterator[Fault]:
    for key in ("unrecognized", "not_received"):
        for i, reference in enumerate(_sequence(story.get(key))):
            if isinstance(reference, str) and reference not in known:
                yield Fault(
                    path=f"story.{key}[{i}]", message=f'{reference!r} is no line of these papers; write "document:line"'
                )
