"""What a paper says: Document, Line and the parties, sums and remarks on them."""

from typing import Annotated, Literal

from plainbill.case.model import Entry
from plainbill.case.values import NULL_IS_EMPTY, Date, Id, Money, Number, Text, Truth, Whole

DocumentKind = Literal["bill", "eob", "visit_summary", "estimate", "insurance_card", "letter", "other"]
VisitReason = Literal["preventive", "follow_up", "new_problem", "emergency", "procedure", "other"]
AdjustmentGroup = Literal["CO", "PR", "OA", "PI", "CR"]
LineStatus = Literal["paid", "denied", "pending", "adjusted"]
PaymentKind = Literal["insurance_payment", "contractual_adjustment", "patient_payment", "discount", "refund", "other"]


class Provider(Entry):
    """Who asks for the money."""

    name: Text | None = None
    npi: Text | None = None
    tax_id: Text | None = None
    phone: Text | None = None
    address: Text | None = None


class Payer(Entry):
    """The plan that decides."""

    name: Text | None = None
    payer_id: Text | None = None
    phone: Text | None = None
    address: Text | None = None


class Patient(Entry):
    """The person the care was for."""

    name: Text | None = None
    date_of_birth: Date | None = None
    sex: Text | None = None
    account_number: Text | None = None
    medical_record_number: Text | None = None


class Coverage(Entry):
    """The membership in a plan, as printed."""

    member_id: Text | None = None
    group_number: Text | None = None
    subscriber_name: Text | None = None
    plan_name: Text | None = None
    network_status: Literal["in", "out"] | None = None
    rank: Literal["primary", "secondary", "tertiary"] | None = None
    grandfathered: Truth | None = None


class Remark(Entry):
    """A remark, denial or note code with its printed wording."""

    code: Text | None = None
    text: Text | None = None


class Adjustment(Entry):
    """One reduction of a charge; `amount` is positive where it lowers the charge."""

    group: AdjustmentGroup | None = None
    reason: Text | None = None
    amount: Money | None = None
    remarks: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()


class Payment(Entry):
    """Money received or written off, positive; a refund adds to what is owed."""

    date: Date | None = None
    description: Text | None = None
    kind: PaymentKind | None = None
    amount: Money | None = None


class Totals(Entry):
    """The printed totals; reductions are positive, a credit balance is negative."""

    charges: Money | None = None
    adjustments: Money | None = None
    insurance_paid: Money | None = None
    patient_paid: Money | None = None
    allowed: Money | None = None
    plan_paid: Money | None = None
    not_covered: Money | None = None
    deductible: Money | None = None
    copay: Money | None = None
    coinsurance: Money | None = None
    patient_responsibility: Money | None = None
    balance_due: Money | None = None
    estimate: Money | None = None


class Visit(Entry):
    """What a visit summary says of the visit."""

    reason: VisitReason | None = None
    new_patient: Truth | None = None
    level: Annotated[Literal[1, 2, 3, 4, 5] | None, "rung of the visit, 1 lowest"] = None
    minutes: Number | None = None
    problems_addressed: Whole | None = None
    text: Text | None = None


class Line(Entry):
    """One charged service or item."""

    id: Id
    service_date: Date | None = None
    service_date_to: Date | None = None
    code: Text | None = None
    modifiers: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    revenue_code: Text | None = None
    ndc: Text | None = None
    claim_number: Text | None = None
    authorization_number: Text | None = None
    rendering_provider: Text | None = None
    place_of_service: Text | None = None
    service_time: Text | None = None
    description: Text | None = None
    diagnosis_codes: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    units: Number | None = None
    charge: Money | None = None
    allowed: Money | None = None
    plan_paid: Money | None = None
    not_covered: Money | None = None
    deductible: Money | None = None
    copay: Money | None = None
    coinsurance: Money | None = None
    patient_responsibility: Money | None = None
    adjustments: Annotated[tuple[Adjustment, ...], NULL_IS_EMPTY] = ()
    remarks: Annotated[tuple[Remark, ...], NULL_IS_EMPTY] = ()
    status: LineStatus | None = None


class Document(Entry):
    """One paper: a bill, an explanation of benefits, an estimate, a card, a record or a letter."""

    id: Id
    kind: DocumentKind
    provider: Provider | None = None
    payer: Payer | None = None
    patient: Patient | None = None
    coverage: Coverage | None = None
    claim_number: Text | None = None
    authorization_number: Text | None = None
    claim_frequency: Literal["original", "corrected", "reversal"] | None = None
    adjustments: Annotated[tuple[Adjustment, ...], NULL_IS_EMPTY] = ()
    insurance_pending: Truth | None = None
    previous_balance: Money | None = None
    fees: Money | None = None
    document_date: Date | None = None
    due_date: Date | None = None
    processed_date: Date | None = None
    service_from: Date | None = None
    service_to: Date | None = None
    diagnosis_codes: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    place_of_service: Text | None = None
    bill_type: Text | None = None
    lines: Annotated[tuple[Line, ...], NULL_IS_EMPTY] = ()
    payments: Annotated[tuple[Payment, ...], NULL_IS_EMPTY] = ()
    totals: Totals | None = None
    remarks: Annotated[tuple[Remark, ...], NULL_IS_EMPTY] = ()
    text: Text | None = None
    visit: Visit | None = None
