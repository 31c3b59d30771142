"""diagnosis-mismatch: a diagnosis on the claim that does not fit the visit."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from plainbill.checking.drafts import Draft, Outcome, Phrase, Word
from plainbill.checking.matching.acts import Act
from plainbill.checking.prevention.causes import MISMATCH, named
from plainbill.checking.prevention.drafting import draft_of
from plainbill.checking.prevention.lists import PREVENTIVE, REASONS_TO_PREVENT, category, is_problem
from plainbill.checking.prevention.purposes import Purpose, purpose_of
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

# A sign on one paper and the illness behind it on the other are no contradiction (ICD-10-CM chapter 18).
_SIGNS = "R"


def _judge(situation: Situation) -> Iterator[Outcome]:
    done: set[str] = set()
    for care, verdict in named(situation.prevention, MISMATCH):
        done |= {at.ref for at in care.act.lines}
        yield draft_of(care, verdict, amount=care.share.amount, words=_words(care.act, care.purpose))
    for act, purpose in _at_odds(situation):
        if not done & {at.ref for at in act.lines}:
            yield _of_record(act, purpose)


def _at_odds(situation: Situation) -> Iterator[tuple[Act, Purpose]]:
    """Services of a visit whose illnesses on the claim are none of those that the record names.

    One line may rightly have a diagnosis of its own, so all that was sent for the visit is held against the record.
    """
    visits: dict[Hashable, list[tuple[Act, Purpose]]] = defaultdict(list)
    for act in situation.acts:
        found = () if act.is_refused else situation.records.of(act)
        if found:
            visits[(act.claim.document.id, act.day)].append((act, purpose_of(act, found, None)))
    for sent in visits.values():
        ours = _illnesses(code for _, purpose in sent for code in purpose.diagnoses)
        theirs = _illnesses(code for _, purpose in sent for code in purpose.recorded)
        is_sign = any(code.startswith(_SIGNS) for code in ours | theirs)
        if theirs and not ours & theirs and not is_sign:
            yield from ((act, purpose) for act, purpose in sent if _illnesses(purpose.diagnoses))


def _illnesses(diagnoses: Iterable[str]) -> frozenset[str]:
    """Categories: what follows them names kind, side or stage, which a claim may give more exactly."""
    return frozenset(category(code) for code in diagnoses if is_problem(code))


def _of_record(act: Act, purpose: Purpose) -> Draft:
    chapters = [{code[:1] for code in _illnesses(codes)} for codes in (purpose.diagnoses, purpose.recorded)]
    return Draft(
        kind=MISMATCH,
        text="other_illness",
        lines=act.lines,
        documents=(*act.document_ids, *(record.id for record in purpose.records)),
        facts=(*act.facts("service_date", "code", "description"), *act.diagnosis_facts(), *purpose.facts()),
        words=_words(act, purpose),
        # Illnesses of one chapter may be two names of one trouble, such as a sore throat and a cold.
        confidence="possible" if chapters[0] & chapters[1] else "likely",
        joins=act.claim.document.id,
    )


def _words(act: Act, purpose: Purpose) -> dict[str, Word]:
    return {
        "service": act.called,
        "diagnosis": ", ".join(act.written_diagnoses) or Phrase("none"),
        "recorded": ", ".join(purpose.recorded_as_written) or Phrase("none"),
    }


RULE = Rule(name="diagnosis-fits", version=1, kinds=(MISMATCH,), tables=(PREVENTIVE, REASONS_TO_PREVENT), judge=_judge)
