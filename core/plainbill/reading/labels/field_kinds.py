"""What kind of value each field holds."""

from collections.abc import Mapping
from typing import Literal

ValueKind = Literal[
    "money", "date", "dates", "number", "name", "person", "words", "phone", "sex", "place", "diagnoses", "tax", "npi"
]

_MONEY_FIELDS = [
    "total_charges",
    "total_adjustments",
    "total_paid_adjustments",
    "total_insurance_paid",
    "total_patient_paid",
    "total_payments",
    "total_allowed",
    "total_not_covered",
    "total_deductible",
    "total_copay",
    "total_coinsurance",
    "total_owed",
    "balance_due",
    "previous_balance",
    "fees",
    "estimate_total",
    "generic_total",
    "subtotal",
    "ignore_money",
]
_DATE_FIELDS = [
    "patient.date_of_birth",
    "document_date",
    "plain_date",
    "due_date",
    "processed_date",
    "appeal_by",
    "received_date",
    "service_from",
    "service_to",
    "accident_date",
    "claims_period",
]
_NUMBER_FIELDS = [
    "account",
    "invoice",
    "ignore_number",
    "patient.medical_record_number",
    "coverage.member_id",
    "coverage.group_number",
    "claim_number",
    "authorization",
    "payer.payer_id",
    "bill_type",
]
_PERSON_FIELDS = ["patient.name", "addressee.name", "subscriber", "rendering", "referring"]
_NAME_FIELDS = [
    "provider.name",
    "remit",
    "payer.name",
    "secondary_payer",
    "group_name",
    "first_name",
    "middle_name",
    "last_name",
]

VALUE_OF_FIELD: Mapping[str, ValueKind] = {
    **dict.fromkeys(_MONEY_FIELDS, "money"),
    **dict.fromkeys(_DATE_FIELDS, "date"),
    **dict.fromkeys(_NUMBER_FIELDS, "number"),
    **dict.fromkeys(_NAME_FIELDS, "name"),
    **dict.fromkeys(_PERSON_FIELDS, "person"),
    "service_dates": "dates",
    "patient.sex": "sex",
    "provider.npi": "npi",
    "provider.tax_id": "tax",
    "provider.phone": "phone",
    "payer.phone": "phone",
    "place_of_service": "place",
    "diagnosis": "diagnoses",
    "coverage.plan_name": "words",
    "network": "words",
    "claim_frequency": "words",
    "status_text": "words",
    "address": "words",
    "visit_reason": "words",
    "patient_type": "words",
    "visit_minutes": "words",
    "visit_level": "words",
    "visit_problems": "words",
}
