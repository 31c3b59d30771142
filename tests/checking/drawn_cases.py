"""Cases drawn at random, made up from nothing or changed from worked ones, for what has to hold for every case."""

import copy
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from tests.example_cases import OWN, worked_cases

# Fields that hold dollars.
AMOUNTS = {
    "charge", "allowed", "plan_paid", "not_covered", "deductible", "copay", "coinsurance", "patient_responsibility",
    "amount", "charges", "previous_balance", "fees", "adjustments", "insurance_paid", "patient_paid", "balance_due",
    "estimate",
}  # fmt: skip
TYPED = [case.case for case in worked_cases(OWN) if not case.is_refused]
CODES = [
    "99213", "99203", "99215", "99285", "99396", "G0439", "77067", "45378", "84153", "59400", "71046", "93000",
    "93005", "36415", "80053", "82947", "97110", "J1885", "A0427", "71020", "99201", "A9270", "bogus",
    "99 213", "",
]  # fmt: skip
REASONS = [
    "1", "2", "3", "4", "5", "6", "11", "16", "18", "19", "22", "23", "24", "26", "29", "31", "33", "35", "45",
    "50", "51", "55", "96", "97", "100", "109", "119", "133", "146", "150", "151", "163", "167", "181", "182",
    "197", "198", "204", "206", "208", "209", "226", "227", "231", "234", "236", "242", "250", "252", "253",
    "256", "272", "273", "284", "287", "288", "296", "299", "B7", "B11", "B13", "B16", "A1", "CO45", "ZZ", "0",
]  # fmt: skip
REMARKS = [
    "N864", "M62", "N179", "N197", "N130", "N362", "N382", "N822", "N823", "M20", "M51", "M76", "N54", "N56",
    "MA36", "MA39", "MA61", "N95", "N290", "N859", "N22", "N640", "MA130", "X",
]  # fmt: skip

amounts = st.sampled_from(["0.00", "1.00", "20.00", "70.00", "80.00", "110.00", "180.00", "-180.00", "99999999.99"])
days = st.sampled_from(["2024-05-06", "2024-05-07", "2023-12-31", "2020-02-29"])
some_text = st.sampled_from(["Office visit", "MISC", "Supplies", "", "بطاقة 🙂", "Tetanus vaccine", "{amount}"])
names = st.sampled_from(["Willow Brook Clinic", "Fernhill", "?", "Fernhill Ambulance", "עדי 🩺"])
people = st.sampled_from(["Marigold Fennimore", "Fennimore, Marigold", "Basil F", "عمر"])
plans = st.sampled_from(["Harbor Plan", "Harbor Plan of Ohio", "Second Mutual", "Self-pay", "Medicare"])
numbers = st.sampled_from(["HLH-553201", "HLH 553202", "1", ""])
codes = st.sampled_from(CODES)
diagnoses = st.sampled_from(
    ["Z00.00", "Z12.11", "Z12.31", "M54.50", "M54.5", "E11.9", "N40.0", "O80", "I10", "bogus", ""]
)
reasons = st.sampled_from(REASONS)
remarks = st.sampled_from(REMARKS)


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


adjustments = maybe(
    group=st.sampled_from(["CO", "PR", "OA", "PI", "CR"]),
    reason=reasons,
    amount=amounts,
    remarks=st.lists(remarks, max_size=2),
)
printed_remarks = st.lists(maybe(code=remarks, text=some_text), max_size=2)
line_fields: dict[str, st.SearchStrategy[Any]] = {
    "service_date": days,
    "service_date_to": days,
    "service_time": st.sampled_from(["08:10", "17:45"]),
    "code": codes,
    "modifiers": st.lists(
        st.sampled_from(["25", "26", "50", "59", "76", "91", "TC", "KX", "33", "rt", ""]), max_size=2
    ),
    "revenue_code": st.sampled_from(["0250", "0450", "0120", "1"]),
    "ndc": st.sampled_from(["00409-4887-10"]),
    "place_of_service": st.sampled_from(["11", "21", "23", "41", "Office"]),
    "authorization_number": numbers,
    "rendering_provider": names,
    "description": some_text,
    "diagnosis_codes": st.lists(diagnoses, max_size=2),
    "units": st.sampled_from([1, 2, 40, 0, -1, 0.5, 1e300]),
    "charge": amounts,
    "allowed": amounts,
    "plan_paid": amounts,
    "not_covered": amounts,
    "deductible": amounts,
    "copay": amounts,
    "coinsurance": amounts,
    "patient_responsibility": amounts,
    "adjustments": st.lists(adjustments, max_size=3),
    "remarks": printed_remarks,
    "claim_number": st.sampled_from(["C-1", "C-2"]),
    "status": st.sampled_from(["paid", "denied", "pending", "adjusted"]),
}
lines = maybe(**line_fields)
totals = maybe(
    charges=amounts,
    adjustments=amounts,
    insurance_paid=amounts,
    patient_paid=amounts,
    allowed=amounts,
    plan_paid=amounts,
    not_covered=amounts,
    deductible=amounts,
    patient_responsibility=amounts,
    balance_due=amounts,
    estimate=amounts,
)
payments = maybe(
    date=days,
    description=some_text,
    kind=st.sampled_from(
        ["insurance_payment", "contractual_adjustment", "patient_payment", "discount", "refund", "other"]
    ),
    amount=amounts,
)
reasons_to_come = st.sampled_from(["preventive", "follow_up", "new_problem", "emergency", "procedure", "other"])
visits = maybe(
    reason=reasons_to_come,
    new_patient=st.booleans(),
    level=st.sampled_from([1, 3, 5]),
    minutes=st.sampled_from([0, 12, 25.5, 60, -1]),
    problems_addressed=st.sampled_from([0, 1, 4]),
    text=some_text,
)
OTHER_PAPERS = ["visit_summary", "estimate", "insurance_card", "letter", "other"]
paper_kinds = st.sampled_from(["bill", "bill", "bill", "eob", "eob", "eob", *OTHER_PAPERS])
paper_fields: dict[str, st.SearchStrategy[Any]] = {
    "provider": maybe(name=names, npi=numbers, tax_id=numbers),
    "payer": maybe(name=plans, payer_id=numbers),
    "patient": maybe(name=people, date_of_birth=days, sex=st.sampled_from(["F", "M", "x"]), account_number=numbers),
    "coverage": maybe(
        member_id=numbers,
        group_number=numbers,
        subscriber_name=people,
        plan_name=plans,
        network_status=st.sampled_from(["in", "out"]),
        rank=st.sampled_from(["primary", "secondary"]),
        grandfathered=st.booleans(),
    ),
    "claim_number": st.sampled_from(["C-1", "C-2"]),
    "authorization_number": numbers,
    "claim_frequency": st.sampled_from(["original", "corrected", "reversal"]),
    "adjustments": st.lists(adjustments, max_size=2),
    "remarks": printed_remarks,
    "insurance_pending": st.booleans(),
    "previous_balance": amounts,
    "fees": amounts,
    "document_date": days,
    "due_date": days,
    "processed_date": days,
    "service_from": days,
    "service_to": days,
    "diagnosis_codes": st.lists(diagnoses, max_size=3),
    "place_of_service": st.sampled_from(["11", "21", "23", "41"]),
    "bill_type": st.sampled_from(["0111", "131", "0831", "?"]),
    "lines": st.lists(lines, max_size=5),
    "payments": st.lists(payments, max_size=3),
    "totals": totals,
    "visit": visits,
    "text": some_text,
}
papers = st.fixed_dictionaries({"kind": paper_kinds}, optional=paper_fields)
story_fields: dict[str, st.SearchStrategy[Any]] = {
    "insured": st.booleans(),
    "patient_age": st.sampled_from([0, 0.5, 17, 40, 130]),
    "patient_sex": st.sampled_from(["F", "M", "x"]),
    "visit_reason": reasons_to_come,
    "paid": st.lists(maybe(date=days, amount=amounts, description=some_text), max_size=2),
    "authorization_obtained": st.booleans(),
    "referral_obtained": st.booleans(),
    "accident": st.booleans(),
    "chose_out_of_network": st.booleans(),
    "signed_waiver": st.booleans(),
    "last_seen": days,
    "notes": some_text,
}


stories = maybe(**story_fields)


@st.composite
def changed_cases(draw: st.DrawFn) -> dict[str, Any]:
    """A worked case with some values taken away or replaced: near to what rules look for, as few made-up ones are."""
    written: dict[str, Any] = copy.deepcopy(dict(draw(st.sampled_from(TYPED))))
    for _ in range(draw(st.integers(0, 4))):
        document = draw(st.sampled_from(written["documents"]))
        where = draw(st.sampled_from(["story", "paper", "line", "line"]))
        if where == "line" and document.get("lines"):
            _change(draw, draw(st.sampled_from(document["lines"])), line_fields)
        elif where == "story":
            written["story"] = written.get("story") or {}
            _change(draw, written["story"], story_fields)
        else:
            _change(draw, document, {k: v for k, v in paper_fields.items() if k not in ("lines", "visit")})
    return written


def _change(draw: st.DrawFn, entry: dict[str, Any], fields: Mapping[str, st.SearchStrategy[Any]]) -> None:
    name = draw(st.sampled_from(sorted(fields)))
    if draw(st.booleans()) and name in entry:
        del entry[name]
    else:
        entry[name] = draw(fields[name])


@st.composite
def made_up_cases(draw: st.DrawFn) -> dict[str, Any]:
    documents: list[dict[str, Any]] = draw(st.lists(papers, min_size=1, max_size=4))
    for place, document in enumerate(documents):
        document["id"] = f"d{place}"
        document["lines"] = [{**line, "id": str(n)} for n, line in enumerate(document.get("lines", []))]
        if document["kind"] != "visit_summary":
            document.pop("visit", None)
    story: dict[str, Any] | None = draw(st.none() | stories)
    refs = [f"{document['id']}:{line['id']}" for document in documents for line in document["lines"]]
    if story is not None and refs:
        story["unrecognized"] = draw(st.lists(st.sampled_from(refs), max_size=1))
        story["not_received"] = draw(st.lists(st.sampled_from(refs), max_size=1))
    return {"documents": documents, "story": story}


def written_cases() -> st.SearchStrategy[dict[str, Any]]:
    return made_up_cases() | changed_cases()
