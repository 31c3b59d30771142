"""The Case: the papers and what the patient says happened."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from plainbill.case.model import Entry
from plainbill.case.paper import Document, VisitReason
from plainbill.case.references import reference_faults
from plainbill.case.values import NULL_IS_EMPTY, Date, Money, Number, Text, Truth


class Paid(Entry):
    """A payment that the patient says was made."""

    date: Date | None = None
    amount: Money | None = None
    description: Text | None = None


class Story(Entry):
    """What the patient says happened; absent where nobody asked, null where nobody knows."""

    insured: Truth | None = None
    patient_age: Number | None = None
    patient_sex: Text | None = None
    visit_reason: VisitReason | None = None
    unrecognized: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    not_received: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    paid: Annotated[tuple[Paid, ...], NULL_IS_EMPTY] = ()
    authorization_obtained: Truth | None = None
    referral_obtained: Truth | None = None
    accident: Truth | None = None
    chose_out_of_network: Truth | None = None
    signed_waiver: Truth | None = None
    last_seen: Date | None = None
    notes: Text | None = None


def _at_least_one(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    if not documents:
        raise ValueError("should hold at least one paper; add one")
    return documents


class Case(Entry):
    """Everything that is known of one situation: the papers, and the patient's story."""

    documents: Annotated[tuple[Document, ...], AfterValidator(_at_least_one), Field(json_schema_extra={"minItems": 1})]
    story: Story | None = None

    @model_validator(mode="after")
    def _references_hold(self) -> Self:
        if not _hold_together(self.documents, self.story or Story()):
            faults = reference_faults(self.model_dump(mode="json"))
            raise ValueError("\n".join(f"{fault.path}: {fault.message}" for fault in faults))
        return self


def _hold_together(documents: tuple[Document, ...], story: Story) -> bool:
    """Tell whether ids are unique, references point at lines, and visits stand on visit summaries only."""
    if len({document.id for document in documents}) < len(documents):
        return False
    for document in documents:
        if len({line.id for line in document.lines}) < len(document.lines):
            return False
        if document.visit is not None and document.kind != "visit_summary":
            return False
    named = {*story.unrecognized, *story.not_received}
    return not named or named <= {f"{document.id}:{line.id}" for document in documents for line in document.lines}
