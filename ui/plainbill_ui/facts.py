"""The words of the screen for facts that findings rest on: what a field is called, and how its value is written."""

import datetime
import re
from decimal import Decimal

from plainbill_ui.languages import N_, _
from plainbill_ui.wording import day_in_words, money

_AMOUNT = re.compile(r"-?[0-9]+\.[0-9]{2}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

FIELDS = {
    "payer.name": N_("insurance"),
    "provider.name": N_("sent by"),
    "patient.name": N_("patient"),
    "charge": N_("price"),
    "charges": N_("total of charges"),
    "balance_due": N_("amount to pay"),
    "patient_responsibility": N_("what you owe by the plan"),
    "plan_paid": N_("what the plan paid"),
    "insurance_paid": N_("what insurance paid"),
    "allowed": N_("price the plan allows"),
    "adjustments": N_("discounts"),
    "units": N_("how many"),
    "code": N_("code"),
    "description": N_("words on the paper"),
    "service_date": N_("date of care"),
    "document_date": N_("date of the paper"),
    "previous_balance": N_("earlier balance"),
    "not_covered": N_("not covered"),
    "member_id": N_("member number"),
    "processed_date": N_("date of the decision"),
    "due_date": N_("date to pay by"),
    "modifiers": N_("code addition"),
    "deductible": N_("deductible"),
    "payments": N_("payment"),
    "group": N_("who carries it, by the plan"),
    "reason": N_("the plan's reason code"),
    "remarks": N_("the plan's remark"),
    "status": N_("what the plan did"),
    "authorization_number": N_("approval number"),
    "network_status": N_("in or out of the plan's network"),
    "diagnosis_codes": N_("illness code"),
    "date_of_birth": N_("birth date"),
    "subscriber_name": N_("member"),
    "visit.reason": N_("what the visit was for"),
    "visit.new_patient": N_("new patient, by the record"),
    "totals.estimate": N_("the estimate"),
    "amount": N_("amount"),
    "kind": N_("what it is"),
    "claim_number": N_("claim number"),
    "coinsurance": N_("coinsurance"),
    "copay": N_("copay"),
    "estimate": N_("the estimate"),
    "insurance_pending": N_("still waiting for the insurance"),
    "patient_paid": N_("what you paid"),
    "problems_addressed": N_("how many problems were looked at"),
    "revenue_code": N_("department code"),
    "service_from": N_("first day of care"),
    "service_to": N_("last day of care"),
    "sex": N_("sex on file"),
    "text": N_("words on the paper"),
    "date": N_("date"),
    "visit.level": N_("level of the visit, by the record"),
    "visit.minutes": N_("minutes of the visit, by the record"),
    "account_number": N_("account number"),
    "address": N_("address"),
    "bill_type": N_("type of bill"),
    "claim_frequency": N_("first or corrected claim"),
    "fees": N_("late fees"),
    "grandfathered": N_("an old plan, by the paper"),
    "group_number": N_("group number"),
    "medical_record_number": N_("record number"),
    "ndc": N_("code of the medicine"),
    "npi": N_("number of the provider (NPI)"),
    "payer_id": N_("number of the plan"),
    "phone": N_("phone number"),
    "place_of_service": N_("place of care"),
    "plan_name": N_("name of the plan"),
    "rank": N_("first or second plan"),
    "rendering_provider": N_("who gave the care"),
    "service_date_to": N_("last day of care"),
    "service_time": N_("time of care"),
    "tax_id": N_("tax number of the provider"),
    # What the patient told.
    "chose_out_of_network": N_("you chose a provider outside the network"),
    "notes": N_("your own words"),
    "patient_age": N_("age"),
    "patient_sex": N_("sex on file"),
    "referral_obtained": N_("a referral was given"),
    "signed_waiver": N_("you signed that you give up the protection"),
    "accident": N_("an accident"),
    "authorization_obtained": N_("an approval was given"),
    "insured": N_("insured"),
    "last_seen": N_("last visit there"),
    "not_received": N_("you did not get this"),
    "unrecognized": N_("you do not know this"),
    "visit_reason": N_("why you went"),
    # What a rule worked out.
    "asked for this care": N_("asked for this care"),
    "asked of the patient": N_("asked of you"),
    "code_ended_on": N_("last day of the code"),
    "code_not_begun_on": N_("first day of the code"),
    "eob line paid": N_("what the plan paid, worked out"),
    "eob line share": N_("your share, worked out"),
    "level_in_record": N_("level in the record"),
    "level_of_code": N_("level of the code"),
    "minutes_of_code": N_("minutes of the code"),
    "modifier_that_fits": N_("code addition that fits"),
    "patient share by the plan": N_("your share by the plan"),
    "plausible_units": N_("the most that is likely"),
    "share of the network": N_("share of the network"),
    "sum of adjustments": N_("discounts, added up"),
    "sum of balance": N_("amount to pay, worked out"),
    "sum of charge": N_("charges, added up"),
    "sum of charges": N_("charges, added up"),
    "sum of coinsurance": N_("coinsurance, added up"),
    "sum of copay": N_("copays, added up"),
    "sum of deductible": N_("deductible, added up"),
    "sum of insurance paid": N_("payments by insurance, added up"),
    "sum of patient paid": N_("your payments, added up"),
    "sum of patient_responsibility": N_("your shares, added up"),
    "sum of plan_paid": N_("payments of the plan, added up"),
    "units_of_the_day": N_("how many that day"),
}

# Words of the vocabulary that stand as values, not on the paper, by the last part of their field.
_REASONS = {
    "preventive": N_("to prevent illness"),
    "follow_up": N_("a follow-up"),
    "new_problem": N_("a new problem"),
    "emergency": N_("an emergency"),
    "procedure": N_("a planned procedure"),
    "other": N_("something else"),
}
_YES_OR_NO = {"true": N_("yes"), "false": N_("no")}
VALUES = {
    "kind": {
        "insurance_payment": N_("payment by insurance"),
        "contractual_adjustment": N_("discount of the plan"),
        "patient_payment": N_("your own payment"),
        "discount": N_("discount"),
        "refund": N_("money back"),
        "other": N_("something else"),
    },
    "status": {
        "paid": N_("paid"),
        "denied": N_("refused"),
        "pending": N_("not decided yet"),
        "adjusted": N_("changed"),
    },
    "network_status": {"in": N_("in the network"), "out": N_("outside the network")},
    "reason": _REASONS,
    "visit_reason": _REASONS,
    "new_patient": _YES_OR_NO,
    "insurance_pending": _YES_OR_NO,
    "accident": _YES_OR_NO,
    "authorization_obtained": _YES_OR_NO,
    "chose_out_of_network": _YES_OR_NO,
    "grandfathered": _YES_OR_NO,
    "insured": _YES_OR_NO,
    "referral_obtained": _YES_OR_NO,
    "signed_waiver": _YES_OR_NO,
}


def field_name(path: str) -> str:
    """Return the plain name of a field by its path, "totals.balance_due" as "amount to pay"."""
    last = _last(path)
    return _(FIELDS.get(path) or FIELDS.get(last) or last.replace("_", " "))


def value_shown(value: str, field: str) -> str:
    """Return a value of a field as people write it: amounts with a dollar sign, dates and the vocabulary in words."""
    if _AMOUNT.fullmatch(value):
        return money(Decimal(value))
    if _DATE.fullmatch(value):
        try:
            return day_in_words(datetime.date.fromisoformat(value))
        except ValueError:  # a day that no calendar has is shown as it is written
            return value
    words = VALUES.get(_last(field), {})
    return _(words[value]) if value in words else value


def _last(path: str) -> str:
    return path.rsplit(".", 1)[-1].split("[", 1)[0]
