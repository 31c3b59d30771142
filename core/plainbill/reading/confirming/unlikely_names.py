"""Names that look like none of what they were taken for: an office without a word of any trade, a person with one."""

import re
from collections.abc import Iterator, Mapping

from plainbill.reading.fields.persons import names_no_person
from plainbill.reading.labels.name_blocks import is_clinician, is_organization, is_street
from plainbill.reading.rows.found import Found

_OFFICES = ("provider.name", "payer.name")
_PERSONS = ("patient.name", "coverage.subscriber_name")
# What plans and offices are called by that is part of other words too, so that it tells no letterhead by itself.
_TRADE = re.compile(
    r"\b(?:HMO|PPO|EPO|POS|HDHP|PDP|rx|tricare|champva|hlth|med|internists?|nurses?|drugs?|apothecary|spine|joint|foot"
    r"|feet|heart|hearing|pain|skin|kidney|lung|bone|ER|doctors?|labs?|advantage|shield|cross|choice|cooperative|welfare"
    r"|union|fund|collections?|recovery|receivables?|ministr(?:y|ies)|sharing|cures?|healing|midwi(?:fe|ves)|birth|smiles?"
    r"|teeth|tooth|veterans?|VA)\b",
    re.IGNORECASE,
)
# "Inc" has a point behind it, which a reader that lost one may have lost with the comma before it.
_LOST_POINT = re.compile(r"[a-z] (?:Inc|Corp|Ltd)$")
# Names end in no such word, nor in a sign: what follows was cut off, or it is the beginning of a sentence.
_UNFINISHED = re.compile(r"(?:\b(?:of|the|for|and|by|from|to|with|at|your|my)|[&\-,:;/°|])$", re.IGNORECASE)
_OF_A_PERSON = re.compile(r"^(?:Dr|Drs|Doctors?)\b", re.IGNORECASE)


def unlikely_names(found: Mapping[str, Found]) -> Iterator[str]:
    """The paths of such names: that two readers saw the same print says nothing of whose name it is."""
    for path in _OFFICES:
        if path in found and _is_no_office(str(found[path].value)):
            yield path
    for path in _PERSONS:
        if path in found and _is_no_person(str(found[path].value)):
            yield path
    if (plan := found.get("coverage.plan_name")) is not None and _is_cut(str(plan.value)):
        yield "coverage.plan_name"


def _is_cut(name: str) -> bool:
    return _UNFINISHED.search(name) is not None or name[:1].islower()


def _is_no_office(name: str) -> bool:
    if _is_cut(name) or _LOST_POINT.search(name) or (any(map(str.isdigit, name[:2])) and is_street(name)):
        return True
    return not (is_organization(name) or is_clinician(name) or _TRADE.search(name) or _OF_A_PERSON.match(name))


def _is_no_person(name: str) -> bool:
    return _is_cut(name) or len(name.replace(",", " ").split()) == 1 or names_no_person(name)
