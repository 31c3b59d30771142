"""What a visit was for: what its records and the patient say of it, held against the diagnoses on the claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.case.paper import VisitReason
from plainbill.checking.evidence import Fact, on_line, on_paper, told
from plainbill.checking.identity import identifier
from plainbill.checking.matching.acts import Act, diagnoses_on
from plainbill.checking.papers import Paper
from plainbill.checking.prevention.lists import category, is_preventive_reason, is_problem

# A visit for one of these was not for prevention, whatever else is said of it.
_OTHERWISE = frozenset({"new_problem", "follow_up", "emergency"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Purpose:
    """Why somebody was seen; `diagnoses` are those of the claim, `recorded` those of the records of that visit.

    `is_recorded` and `is_told` say that records or patient call it prevention, `is_for_a_problem` that they do not.
    """

    diagnoses: tuple[str, ...]
    records: tuple[Paper, ...]
    recorded: tuple[str, ...]
    recorded_as_written: tuple[str, ...]
    is_recorded: bool
    is_told: bool
    is_for_a_problem: bool

    @property
    def is_preventive(self) -> bool:
        """Whether record or patient say that the visit was meant to prevent illness."""
        return self.is_recorded or self.is_told

    @property
    def only_problems(self) -> bool:
        """Whether the claim names illness and nothing else."""
        return bool(self.diagnoses) and all(map(is_problem, self.diagnoses))

    @property
    def names_prevention(self) -> bool:
        """Whether a diagnosis on the claim says that the care was meant to prevent illness."""
        return any(map(is_preventive_reason, self.diagnoses))

    @property
    def problems(self) -> frozenset[str]:
        """The illnesses that the claim names, by category."""
        return frozenset(category(code) for code in self.diagnoses if is_problem(code))

    @property
    def unrecorded(self) -> frozenset[str]:
        """The illnesses on the claim that the records do not name; none where the records name no diagnosis."""
        return self.problems - set(map(category, self.recorded)) if self.recorded else frozenset()

    @property
    def confirmed(self) -> frozenset[str]:
        """The illnesses that claim and records both name."""
        return self.problems & set(map(category, self.recorded))

    def facts(self) -> Iterator[Fact]:
        """Yield what record and patient say."""
        for record in self.records:
            yield from (*on_paper(record, "visit.reason"), *diagnoses_on(record))
            yield from (fact for at in record.standing for fact in on_line(at, "diagnosis_codes"))
        if self.is_told:
            yield told("visit_reason", "preventive")


def purpose_of(act: Act, records: Sequence[Paper], told_as: VisitReason | None) -> Purpose:
    """Return why an act of care was done; a record that gives another reason takes the patient's word away."""
    written = tuple(dict.fromkeys(code for record in records for code in diagnoses_in(record)))
    recorded = tuple(filter(None, map(identifier, written)))
    reasons = {record.document.visit.reason for record in records if record.document.visit}
    is_recorded = "preventive" in reasons or (not reasons & _OTHERWISE and any(map(is_preventive_reason, recorded)))
    return Purpose(
        diagnoses=act.diagnoses,
        records=tuple(records),
        recorded=recorded,
        recorded_as_written=written,
        is_recorded=is_recorded,
        is_told=told_as == "preventive" and not reasons & _OTHERWISE,
        is_for_a_problem=not is_recorded and bool({told_as, *reasons} & _OTHERWISE),
    )


def diagnoses_in(record: Paper) -> tuple[str, ...]:
    """Return the diagnosis codes on a record as they are written, at its head and on its lines."""
    return (*record.document.diagnosis_codes, *(code for at in record.standing for code in at.line.diagnosis_codes))
