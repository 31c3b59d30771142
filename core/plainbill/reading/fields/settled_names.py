"""Names once all are known: without a full stop that belongs to none, and none of two parties by one print."""

import re
from collections.abc import Mapping
from dataclasses import replace

from plainbill.case import DocumentKind
from plainbill.reading.rows.found import Found

# "Inc.", "Corp." and "P.C." end in a point of their own, as short words may.
_FULL_STOP = re.compile(r"(?:[A-Za-z]{7}|\b(?:clinic|trust|group|plan|care|health))\.$", re.IGNORECASE)
_SHORTENED = re.compile(r"\b(?:assocs?|physic|radiol|cardiol|ambul)\.$", re.IGNORECASE)


def settled_names(fields: Mapping[str, Found], kind: DocumentKind) -> dict[str, Found]:
    """The values of a paper with its names as they are.

    The insurer's name at the head of a claim form is not who treated somebody, though nothing else can be read as that.
    """
    settled = dict(fields)
    for path in ("provider.name", "payer.name"):
        if (name := settled.get(path)) is not None:
            settled[path] = replace(name, value=_without_full_stop(str(name.value)))
    provider, payer = settled.get("provider.name"), settled.get("payer.name")
    if kind == "bill" and provider is not None and payer is not None and set(provider.tokens) == set(payer.tokens):
        del settled["provider.name"]
    return settled


def _without_full_stop(name: str) -> str:
    return name if _SHORTENED.search(name) or not _FULL_STOP.search(name) else name[:-1]
