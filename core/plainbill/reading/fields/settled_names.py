"""Names once all are known: without a full stop or the print behind them, and none of two parties by one print."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from plainbill.reading.labels.name_blocks import Party, is_clinician, is_organization, is_title
from plainbill.reading.rows.found import Found, alike
from plainbill.reading.terms.vocabulary import field_labels

# "Inc.", "Corp." and "P.C." end in a point of their own, as short words may.
_FULL_STOP = re.compile(r"(?:[A-Za-z]{7}|\b(?:clinic|trust|group|plan|care|health))\.$", re.IGNORECASE)
# The number of an office, or a day, that a reader saw as one print with its name.
_NUMBER_OR_DAY = re.compile(r"\d{6,}|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}")
_OF_A_NETWORK = re.compile(
    r"(?:(?:non-?\s?)?(?:participating|preferred|contracted)|(?:in|out|out-of)[- ]network)"
    r"(?:\s(?:provider|facility|pharmacy|doctor)s?)?",
    re.IGNORECASE,
)
# "Granite Care plan" in a sentence is a plan of Granite Care; "Rowan State Plan" is a name.
_OF_A_PLAN = re.compile(r"(?<=[a-z])\splan$")
# No surname of four letters or more ends in a point.
_POINT_BEHIND = re.compile(r"(?<=[A-Za-z]{4})\.$")
_SHORTENED = re.compile(r"\b(?:assocs?|physic|radiol|cardiol|ambul)\.$", re.IGNORECASE)
_WORDS_OF_A_LABEL, _FEWEST_NAMES = (3, 2), 2
# Boxes beside each other begin within so many heights of print.
_ONE_ROW = 2.5
_NAMES_OF_FIRMS = ("provider.name", "payer.name")


def told_apart(fields: dict[str, Found], parties: Sequence[Party]) -> None:
    """Take the plan that a form is sent to, whose block stands at its top, for no provider; whoever bills is below."""
    provider, payer = fields.get("provider.name"), fields.get("payer.name")
    if provider is None or payer is None or not {*provider.tokens} & {*payer.tokens}:
        return
    for name in ("name", "address", "phone"):
        fields.pop(f"provider.{name}", None)
    named = [party for party in parties if party.name is not None and is_organization(str(party.name.value))]
    own = next((party for party in named if party.name is not None and alike(party.name, payer)), None)
    if own is not None and own.address is not None:
        fields.setdefault("payer.address", own.address)
    below = [party for party in named if own is not None and party.y > own.y]
    lowest = max((party.y for party in below), default=0.0)
    # Box 33 is the last and the rightmost.
    last = [party for party in below if lowest - party.y < _ONE_ROW * payer.tokens[0].box.height]
    billing = max(last, key=lambda party: party.x0, default=None)
    if billing is not None and billing.name is not None:
        fields["provider.name"] = billing.name
        if billing.address is not None:
            fields["provider.address"] = billing.address


def _without_points(name: Found) -> Found:
    """The name without the point, dash or bar that parts it from the print beside it."""
    return replace(name, value=str(name.value).strip(" \u00b7\u2022|\u2013\u2014"))


def settled_names(fields: Mapping[str, Found]) -> dict[str, Found]:
    """The values of a paper with its names as they are."""
    settled = {path: _without_points(value) if path in _NAMES_OF_FIRMS else value for path, value in fields.items()}
    for path in _NAMES_OF_FIRMS:
        if (name := settled.get(path)) is not None:
            if _OF_A_NETWORK.fullmatch(str(name.value)) or _is_bare_title(str(name.value)):
                # "Payee: Provider - participating" says who is paid, and no name; nor does a title below a label.
                del settled[path]
                continue
            bare = _cut(name, _numbers_behind(name))
            settled[path] = replace(bare, value=_OF_A_PLAN.sub("", _without_full_stop(str(bare.value))))
    if (name := settled.get("patient.name")) is not None:
        settled["patient.name"] = _cut(name, _label_behind(name))
    for path in ("patient.name", "coverage.subscriber_name"):
        if (name := settled.get(path)) is not None:
            name = _without_courtesy(name)
            settled[path] = replace(name, value=_POINT_BEHIND.sub("", str(name.value)))
    return settled


def _is_bare_title(name: str) -> bool:
    return is_title(name) and not is_organization(name) and not is_clinician(name)


def _cut(name: Found, count: int) -> Found:
    """The name without its last words; as it is where its words are not those of its print one by one."""
    words = str(name.value).split()
    if not count or words != [token.text for token in name.tokens]:
        return name
    return replace(name, value=" ".join(words[:-count]), tokens=name.tokens[:-count])


def _without_courtesy(name: Found) -> Found:
    """The name as other papers print it too: "Mr. Amos Lombard" is Amos Lombard."""
    words = str(name.value).split()
    if len(words) <= _FEWEST_NAMES or len(words) != len(name.tokens) or not _COURTESY.fullmatch(words[0]):
        return name
    return replace(name, value=" ".join(words[1:]), tokens=name.tokens[1:])


_COURTESY = re.compile(r"(?:mr|mrs|ms|miss|mx)\.?", re.IGNORECASE)


def _numbers_behind(name: Found) -> int:
    behind = takewhile(_NUMBER_OR_DAY.fullmatch, reversed(str(name.value).split()[1:]))
    return sum(1 for _ in behind)


def _label_behind(name: Found) -> int:
    """How many of the last words are a label whose value begins the next row: "ADA LOMBARD Printed on"."""
    words = str(name.value).split()
    label = next((size for size in _WORDS_OF_A_LABEL if field_labels().find(words[-size:]) is not None), 0)
    return label if len(words) - label >= _FEWEST_NAMES else 0


def _without_full_stop(name: str) -> str:
    return name if _SHORTENED.search(name) or not _FULL_STOP.search(name) else name[:-1]
