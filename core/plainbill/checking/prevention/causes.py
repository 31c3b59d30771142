"""Why prevention was not free: the one cause that the papers support, or what is missing to name it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from plainbill.case.findings import Confidence, Need
from plainbill.checking.matching.acts import Act
from plainbill.checking.matching.records import Records, Told
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.papers import Papers
from plainbill.checking.prevention.care import Care, preventive_care
from plainbill.checking.prevention.lists import Entry, is_preventive_reason, is_problem

_SCOPE = "bowel cancer screening that may find something"
# A visit of its own on the day of another service carries this modifier (AMA E/M guidelines).
_OWN_VISIT = "25"
# A finding of an earlier picture, or a known tumor: then the diagnostic form is the right one.
_FOUND_BEFORE = ("R92", "C50", "D05", "D24")
MISMATCH, MODIFIER, PLAN = "diagnosis-mismatch", "missing-modifier", "preventive-cost-share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A cause: the kind it belongs to, its wording, and how sure it is."""

    kind: str
    text: str
    confidence: Confidence = "likely"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """What is missing to tell a cause: the paper, and the wording of the gap."""

    needs: Need
    text: str


_NO_DIAGNOSIS = Unclear(needs="itemized_bill", text="diagnosis_sent")
_NO_PURPOSE = Unclear(needs="visit_summary", text="check_up_or_problem")
_NO_LIST = Unclear(needs="eob", text="plans_list")

Verdict = Named | Unclear | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cause:
    """An act of care with why it was not free, or what is missing to say so."""

    care: Care
    verdict: Named | Unclear


def causes_of(
    papers: Papers, rulings: Sequence[Ruling], acts: Sequence[Act], records: Records, told: Told
) -> tuple[Cause, ...]:
    """Return the acts of care that may be prevention charged in vain, or sent with the wrong reason."""
    judged = ((care, _verdict(care)) for care in preventive_care(papers, rulings, acts, records, told))
    return tuple(Cause(care=care, verdict=verdict) for care, verdict in judged if verdict is not None)


def named(causes: Iterable[Cause], kind: str) -> Iterator[tuple[Care, Named]]:
    """Yield the acts of care whose cause is of one kind."""
    for cause in causes:
        if isinstance(cause.verdict, Named) and cause.verdict.kind == kind:
            yield cause.care, cause.verdict


def _verdict(care: Care) -> Verdict:
    if care.entry is None:
        return _of_unknown(care)
    verdict = _BY_FORM[care.entry.form](care, care.entry)
    # Where no law makes the plan cover it in full, only a diagnosis that contradicts the record is wrong.
    return verdict if care.must_cover or (isinstance(verdict, Named) and verdict.kind == MISMATCH) else None


def _of_own(care: Care, entry: Entry) -> Verdict:
    """A code that says preventive by itself."""
    purpose = care.purpose
    if purpose.only_problems and purpose.is_recorded and purpose.unrecorded == purpose.problems:
        return Named(kind=MISMATCH, text="recorded")
    if not purpose.diagnoses or entry.has_fitting(purpose.diagnoses):
        return _of_right_reason(care, entry) if care.is_charged_in_vain else None
    if not purpose.only_problems:
        return _NO_PURPOSE if care.is_charged else None
    if purpose.is_recorded:
        return Named(kind=MISMATCH, text="recorded")
    if not care.is_charged_in_vain and not (care.is_asked and purpose.is_told):
        return None
    if purpose.confirmed or purpose.is_for_a_problem:
        return _NO_PURPOSE  # the code may be what is wrong
    return Named(kind=MISMATCH, text="preventive_code", confidence="likely" if purpose.is_told else "possible")


def _of_right_reason(care: Care, entry: Entry) -> Verdict:
    """Code and diagnosis say preventive, or no diagnosis is printed, and yet a share was charged."""
    if entry.fits and care.purpose.is_recorded and care.purpose.unrecorded:
        return Named(kind=MISMATCH, text="added")
    if entry.fits and care.points_to_a_problem:
        return Named(kind=MISMATCH, text="problem_first", confidence="possible")
    return _of_plan(care, needs_diagnosis=bool(entry.fits))


def _of_plan(care: Care, *, needs_diagnosis: bool = True) -> Named:
    if needs_diagnosis and not care.purpose.diagnoses:
        return Named(kind=PLAN, text="no_diagnosis", confidence="possible")
    return Named(kind=PLAN, text="charged", confidence="likely" if care.is_in_network else "possible")


def _of_diagnosis(care: Care, entry: Entry) -> Verdict:
    """A test that serves both ways, told by its diagnosis."""
    purpose = care.purpose
    if purpose.only_problems and not entry.has_fitting(purpose.diagnoses):
        is_screening = any(map(entry.is_fitting, purpose.recorded)) and not purpose.confirmed
        return Named(kind=MISMATCH, text="recorded") if is_screening else None
    if not care.is_charged_in_vain:
        return None
    if not purpose.diagnoses:
        return _of_plan(care) if care.is_marked else _NO_DIAGNOSIS if purpose.is_preventive else None
    if not entry.has_fitting(purpose.diagnoses):
        return _of_plan(care) if care.is_marked else _NO_LIST if purpose.names_prevention else None
    if all(entry.is_fitting(code) or not is_problem(code) for code in purpose.diagnoses):
        return _of_plan(care)
    # Beside an illness it may be the watching of that illness.
    return Named(kind=MISMATCH, text="added") if purpose.is_recorded and purpose.unrecorded else _NO_PURPOSE


def _of_mark(care: Care, entry: Entry) -> Verdict:
    """A procedure that began as a screening, told by its diagnosis and a modifier."""
    purpose = care.purpose
    is_recorded_screening = any(map(entry.is_fitting, purpose.recorded))
    if purpose.only_problems and not entry.has_fitting(purpose.diagnoses):
        if is_recorded_screening or (purpose.is_recorded and not purpose.recorded):
            return Named(kind=MISMATCH, text="recorded")
        is_told = purpose.is_told and not purpose.confirmed and entry.reason == _SCOPE
        return Named(kind=MISMATCH, text="told", confidence="possible") if is_told and care.is_charged_in_vain else None
    if not care.is_charged_in_vain:
        return None
    if not entry.has_fitting(purpose.diagnoses) and not is_recorded_screening:
        return _of_unfit_screening(care)
    if not care.is_marked:
        sure: Confidence = "likely" if care.is_in_network and purpose.diagnoses else "possible"
        return Named(kind=MODIFIER, text="screening", confidence=sure)
    if care.points_to_a_problem:
        return Named(kind=MISMATCH, text="problem_first", confidence="possible")
    return _of_plan(care)


def _of_unfit_screening(care: Care) -> Verdict:
    if not care.purpose.diagnoses:
        return _of_plan(care) if care.is_marked else _NO_DIAGNOSIS if care.purpose.is_preventive else None
    return _NO_PURPOSE if care.purpose.is_preventive or care.is_marked else None


def _of_picture(care: Care, entry: Entry) -> Verdict:
    """A diagnostic mammogram: a screening under the wrong code, or the second look after one."""
    purpose = care.purpose
    if not care.has_screening_picture:
        if any(map(is_preventive_reason, purpose.recorded)) and not purpose.confirmed:
            return Named(kind=MISMATCH, text="diagnostic_form")
        is_sign = purpose.only_problems and not any(code.startswith(_FOUND_BEFORE) for code in purpose.diagnoses)
        if purpose.is_told and is_sign and not purpose.confirmed and care.is_charged_in_vain:
            return Named(kind=MISMATCH, text="told", confidence="possible")
    is_second_look = entry.form == "call_back" and bool(purpose.diagnoses) and entry.has_fitting(purpose.diagnoses)
    if is_second_look and care.is_charged_in_vain:
        return Named(kind=PLAN, text="call_back", confidence="possible")
    return None


def _of_visit(care: Care, entry: Entry) -> Verdict:
    """An office visit where a check-up may have been meant; one beside a check-up has its own reason."""
    purpose = care.purpose
    if care.has_check_up or _OWN_VISIT in care.act.modifiers:
        return None
    if purpose.only_problems:
        if purpose.confirmed:
            return None
        if purpose.is_recorded:
            return Named(kind=MISMATCH, text="visit")
        is_told = purpose.is_told and care.is_charged_in_vain
        return Named(kind=MISMATCH, text="told", confidence="possible") if is_told else None
    if not care.is_charged_in_vain:
        return None
    if not purpose.diagnoses:
        return _NO_DIAGNOSIS if purpose.is_preventive else None
    if not purpose.names_prevention:
        return None
    return _of_plan(care) if care.is_marked else _NO_PURPOSE


def _of_unknown(care: Care) -> Verdict:
    """A code that the table does not know: a modifier or the diagnosis may still make it preventive."""
    if not care.is_charged_in_vain or care.purpose.only_problems:
        return None
    if care.is_marked:
        return Named(kind=PLAN, text="charged", confidence="possible")
    return _NO_LIST if care.purpose.names_prevention else None


_BY_FORM: Mapping[str, Callable[[Care, Entry], Verdict]] = MappingProxyType(
    {
        "own": _of_own,
        "by_diagnosis": _of_diagnosis,
        "by_mark": _of_mark,
        "call_back": _of_picture,
        "diagnostic": _of_picture,
        "visit": _of_visit,
    }
)
