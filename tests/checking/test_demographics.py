"""demographic-code-conflict: sex and age on the papers against what a code is for."""

import datetime

import pytest

from plainbill.checking.identity import age_on
from tests.checking.making import Written, bill, checked, decided, eob, found, kinds, line

KIND = "demographic-code-conflict"
WOMAN = {"name": "Marigold Fennimore", "date_of_birth": "1984-03-09", "sex": "F"}
MAN = {"name": "Basil Fennimore", "date_of_birth": "1984-03-09", "sex": "M"}


def coded(code: str, patient: Written | None = None, **fields: object) -> Written:
    return bill(line("1", code=code, **fields), totals={}, **({"patient": patient} if patient else {}))


def diagnosed(code: str, patient: Written | None = None, **fields: object) -> Written:
    return coded("99213", patient, diagnosis_codes=[code], **fields)


def fires(*papers: Written, **story: object) -> bool:
    return KIND in kinds(checked(*papers, **story))


def born(day: str, sex: str = "F") -> Written:
    return {"name": "Marigold Fennimore", "date_of_birth": day, "sex": sex}


def test_prostate_surgery_on_a_womans_bill_is_found_and_asked_kindly() -> None:
    finding = found(checked(coded("52601", WOMAN)), KIND)

    assert (finding.lines, finding.documents, finding.confidence) == (("bill:1",), ("bill",), "likely")
    assert "Code 52601 is for care of the prostate. The papers give the sex as F." in finding.explanation
    assert finding.ask.startswith("Which sex and birth date do you have on file")
    assert (finding.tables[0].name, finding.tables[0].entry) == ("demographic_codes", "52601")
    assert ("bill", "patient.sex", "F") in {(e.document, e.field, e.value) for e in finding.evidence}
    assert not fires(coded("52601", MAN))


@pytest.mark.parametrize(
    "code",
    ["54000", "55899", "52601", "52648", "84153", "G0103", "G0102", "55866", "55700", "00914", "76873"],
)
def test_codes_for_men(code: str) -> None:
    assert fires(coded(code, WOMAN))
    assert not fires(coded(code, MAN))


@pytest.mark.parametrize(
    "code",
    ["56405", "58999", "58150", "59400", "76805", "76830", "88175", "G0101", "Q0091", "01967", "80055", "J7298"],
)
def test_codes_for_women(code: str) -> None:
    assert fires(coded(code, MAN))
    assert not fires(coded(code, WOMAN))


@pytest.mark.parametrize("code", ["53899", "55920", "56404", "77067", "77066", "76856", "76872", "99213", "58323"])
def test_codes_for_everybody(code: str) -> None:
    assert not fires(coded(code, WOMAN))
    assert not fires(coded(code, MAN))


@pytest.mark.parametrize(
    "code", ["O00.9", "O26.891", "O9A.212", "Z34.00", "Z3A.20", "N80.0", "C53.9", "Z12.4", "Z01.419"]
)
def test_diagnoses_for_women(code: str) -> None:
    assert fires(diagnosed(code, MAN))
    assert not fires(diagnosed(code, WOMAN))


@pytest.mark.parametrize("code", ["N40.1", "N53.9", "C61", "Z12.5", "R97.20", "Z85.46"])
def test_diagnoses_for_men(code: str) -> None:
    assert fires(diagnosed(code, WOMAN))
    assert not fires(diagnosed(code, MAN))


@pytest.mark.parametrize("code", ["N39.0", "N63.0", "N60.01", "N99.89", "Z00.00", "P07.30", "R97.1"])
def test_diagnoses_for_everybody(code: str) -> None:
    assert not fires(diagnosed(code, WOMAN))
    assert not fires(diagnosed(code, MAN))


@pytest.mark.parametrize("written", ["F", "f", "Female", "woman", "girl"])
def test_the_sex_is_read_however_it_is_written(written: str) -> None:
    assert fires(coded("52601", {**WOMAN, "sex": written}))
    assert not fires(coded("58150", {**WOMAN, "sex": written}))


@pytest.mark.parametrize("written", ["M", "m", " Male ", "man", "boy"])
def test_a_mans_sex_is_read_however_it_is_written(written: str) -> None:
    assert fires(coded("58150", {**MAN, "sex": written}))
    assert not fires(coded("52601", {**MAN, "sex": written}))


@pytest.mark.parametrize("written", ["X", "unknown", "", "nonbinary"])
def test_another_word_for_the_sex_says_nothing(written: str) -> None:
    assert not fires(coded("52601", {**WOMAN, "sex": written}))


def test_the_sex_may_be_told() -> None:
    finding = found(checked(coded("52601"), patient_sex="F"), KIND)

    assert ("story", "patient_sex", "F") in {(e.document, e.field, e.value) for e in finding.evidence}


def test_papers_and_story_that_contradict_each_other_say_nothing() -> None:
    card = {"id": "card", "kind": "insurance_card", "patient": {"name": "Marigold Fennimore", "sex": "M"}}

    assert not fires(coded("52601", WOMAN), patient_sex="M")
    assert not fires(coded("52601", WOMAN), card)
    assert fires(coded("52601", WOMAN), {**card, "patient": {"name": "Marigold Fennimore", "sex": "F"}})


def test_another_persons_paper_does_not_count() -> None:
    other = {"id": "card", "kind": "insurance_card", "patient": {"name": "Basil Quill", "sex": "M"}}

    assert fires(coded("52601", WOMAN), other)
    assert not fires(coded("52601", {"name": "Marigold Fennimore"}), {**other, "patient": {**WOMAN, "name": "Rue Ash"}})


def test_the_sex_on_another_paper_of_the_same_person_counts() -> None:
    card = {"id": "card", "kind": "insurance_card", "patient": WOMAN}

    assert fires(coded("52601", {"name": "Fennimore, Marigold"}), card)
    assert fires(coded("52601"), card)


def test_a_line_and_its_diagnosis_are_one_finding() -> None:
    paper = bill(line("1", code="52601", diagnosis_codes=["N40.1"]), line("2", code="99213"), totals={}, patient=WOMAN)
    finding = found(checked(paper), KIND)

    assert finding.lines == ("bill:1",)
    assert "52601, N40.1" in finding.explanation


def test_a_diagnosis_at_the_head_is_judged() -> None:
    finding = found(checked({**coded("99213", WOMAN), "diagnosis_codes": ["E11.9", "N40.1"]}), KIND)

    assert (finding.lines, finding.documents) == ((), ("bill",))
    assert ("diagnosis_codes[1]", "N40.1") in {(e.field, e.value) for e in finding.evidence}


def test_a_diagnosis_on_a_plans_paper_without_lines_is_judged() -> None:
    assert fires({**eob(patient=WOMAN, diagnosis_codes=["N40.1"]), "lines": []})


def test_a_finding_names_what_it_rests_on() -> None:
    paper = coded("52601", WOMAN, diagnosis_codes=["E11.9"], modifiers=["22"])
    by_diagnosis = diagnosed("N40.1", WOMAN)

    fields = {
        "service_date",
        "code",
        "modifiers",
        "description",
        "charge",
        "patient.sex",
        "provider.name",
        "payer.name",
    }
    assert {e.field for e in found(checked(paper), KIND).evidence} == fields
    assert {e.field for e in found(checked(by_diagnosis), KIND).evidence} == {
        "service_date",
        "diagnosis_codes",
        "patient.sex",
        "provider.name",
        "payer.name",
    }


def test_modifier_kx_and_condition_code_45_excuse() -> None:
    with_kx = {**coded("52601", WOMAN, modifiers=["KX"]), "diagnosis_codes": ["N40.1"]}
    printed = "CONDITION CODES  09 45"

    assert not fires(with_kx)
    assert not fires({**coded("52601", WOMAN), "text": printed})
    assert not fires({**coded("52601", WOMAN), "text": "Condition code: 45"})
    assert not fires({**coded("52601", WOMAN), "remarks": [{"code": "", "text": "Condition Code 45"}]})
    assert fires({**coded("52601", WOMAN), "text": "Condition code 09. Room 45"})
    assert fires({**coded("52601", WOMAN), "text": "Bed 45"})


def test_kx_on_the_plans_line_counts() -> None:
    assert not fires(coded("52601", WOMAN), eob(decided("1", code="52601", modifiers=["KX"], allowed="110.00")))


def test_a_refused_line_is_judged_as_well() -> None:
    refused = eob(decided("1", "CO-7 180.00", "0.00", code="52601", status="denied"), patient=WOMAN)

    assert found(checked(refused), KIND).lines == ("eob:1",)


def test_the_plans_line_is_named_beside_the_bills() -> None:
    plan = eob(decided("1", code="52601", allowed="110.00"), patient=WOMAN)
    finding = found(checked(coded("52601", WOMAN), plan), KIND)

    assert (finding.lines, finding.documents) == (("bill:1", "eob:1"), ("bill", "eob"))


@pytest.mark.parametrize(
    ("code", "youngest", "oldest"),
    [
        ("99391", None, "2023-04-06"),
        ("99392", "2023-06-06", "2019-04-06"),
        ("99383", "2019-06-06", "2012-04-06"),
        ("99394", "2012-06-06", "2006-04-06"),
        ("99395", "2006-06-06", "1984-04-06"),
        ("99386", "1984-06-06", "1959-04-06"),
        ("99397", "1959-06-06", None),
        ("90460", None, "2005-04-06"),
        ("42821", "2012-06-06", None),
        ("99460", None, "2024-03-08"),
    ],
)
def test_a_band_of_ages_allows_a_month_around_the_birthday(code: str, youngest: str | None, oldest: str | None) -> None:
    day = datetime.timedelta(days=1)
    if youngest:
        edge = datetime.date.fromisoformat(youngest)
        assert not fires(coded(code, born(edge.isoformat())))
        assert fires(coded(code, born((edge + day).isoformat())))
    if oldest:
        edge = datetime.date.fromisoformat(oldest)
        assert not fires(coded(code, born(edge.isoformat())))
        assert fires(coded(code, born((edge - day).isoformat())))


@pytest.mark.parametrize(
    ("code", "inside", "outside"),
    [
        ("Z00.129", "2010-01-01", "2000-01-01"),
        ("Z00.00", "2005-01-01", "2015-01-01"),
        ("Z00.110", "2024-05-01", "2024-03-01"),
        ("Z38.00", "2024-05-01", "2023-05-01"),
        ("O26.891", "1990-01-01", "1950-01-01"),
        ("O26.891", "1990-01-01", "2020-01-01"),
    ],
)
def test_diagnoses_for_some_ages(code: str, inside: str, outside: str) -> None:
    assert not fires(diagnosed(code, born(inside)))
    assert fires(diagnosed(code, born(outside)))


def test_an_age_that_does_not_fit_is_asked_about() -> None:
    finding = found(checked(coded("99391", WOMAN)), KIND)

    assert "birth date or age as 1984-03-09" in finding.explanation
    assert ("bill", "patient.date_of_birth", "1984-03-09") in {(e.document, e.field, e.value) for e in finding.evidence}
    assert finding.ask.startswith("Which birth date do you have on file")


@pytest.mark.parametrize(
    ("code", "age", "fires_then"),
    [
        ("99395", 16, True), ("99395", 17, False), ("99395", 40, False), ("99395", 41, True), ("99391", 1, False),
        ("99391", 2, True), ("99460", 1, False), ("99460", 2, True), ("99397", 64, False), ("99397", 63, True),
    ],
)  # fmt: skip
def test_a_told_age_is_allowed_a_year(code: str, age: int, fires_then: bool) -> None:
    assert fires(coded(code), patient_age=age) is fires_then


def test_a_told_age_serves_only_without_a_birth_date() -> None:
    assert fires(coded("99395"), patient_age=50)
    assert not fires(coded("99395", born("1994-01-01")), patient_age=31)
    assert found(checked(coded("99395"), patient_age=50), KIND).evidence[-1].field == "patient_age"


@pytest.mark.parametrize(("age", "believed"), [(40, True), (43, True), (37, True), (44, False), (36, False)])
def test_a_birth_date_that_contradicts_the_told_age_is_not_used(age: int, believed: bool) -> None:
    assert fires(coded("99391", WOMAN), patient_age=age) is believed


def test_two_birth_dates_say_nothing_of_the_age() -> None:
    card = {"id": "card", "kind": "insurance_card", "patient": born("1985-03-09")}

    assert not fires(coded("99391", WOMAN), card)
    assert not fires(coded("99391", WOMAN), card, patient_age=40)
    assert fires(coded("52601", WOMAN), card)


def test_without_a_day_or_before_the_birth_no_age_is_judged() -> None:
    assert not fires(coded("99391", WOMAN, service_date=None))
    assert not fires(coded("99397", born("2024-05-07")))
    assert fires(coded("99397", born("2024-05-06")))


def test_a_range_of_days_has_to_be_outside_as_a_whole() -> None:
    patient = born("2023-04-06")

    assert not fires(coded("99391", patient, service_date="2024-05-06", service_date_to="2024-05-09"))
    assert fires(coded("99391", patient, service_date="2024-05-07", service_date_to="2024-05-09"))


@pytest.mark.parametrize(
    ("day", "age"),
    [
        ("2024-03-08", 39),
        ("2024-03-09", 40),
        ("2024-02-10", 39),
        ("2025-03-08", 40),
        ("1984-03-09", 0),
        ("1984-03-08", None),
    ],
)
def test_whole_years_are_counted_by_birthdays(day: str, age: int | None) -> None:
    assert age_on(datetime.date(1984, 3, 9), datetime.date.fromisoformat(day)) == age


def test_a_birthday_on_29_february_is_kept_on_1_march() -> None:
    patient = born("2012-02-29")

    assert not fires(coded("99393", patient, service_date="2024-03-30"))
    assert not fires(coded("99383", patient, service_date="2024-03-30"))
    assert not fires(coded("99382", patient, service_date="2017-03-31"))
    assert fires(coded("99382", patient, service_date="2017-04-01"))


def test_what_nobody_says_is_asked_for_once() -> None:
    paper = bill(line("1", code="52601"), line("2", code="55866"), line("3", code="99396"), totals={})
    gaps = [gap for gap in checked(paper).not_assessed if KIND in gap.kinds]

    assert [(gap.needs, gap.field) for gap in gaps] == [("story", "patient_age"), ("story", "patient_sex")]


def test_nothing_is_asked_where_it_is_known_or_in_dispute() -> None:
    paper = coded("52601", WOMAN)

    assert not [gap for gap in checked(paper, patient_sex="M").not_assessed if KIND in gap.kinds]
    assert not [gap for gap in checked(coded("99213")).not_assessed if KIND in gap.kinds]
    assert not [gap for gap in checked(coded("99391"), patient_age=0).not_assessed if KIND in gap.kinds]


@pytest.mark.parametrize(("born", "day"), [("9999-12-20", "9999-12-30"), ("0001-01-02", "0001-01-05")])
def test_birthdays_at_the_ends_of_the_calendar_are_compared(born: str, day: str) -> None:
    newborn = bill(line(code="99460", service_date=day), patient={**WOMAN, "date_of_birth": born})

    assert KIND not in kinds(checked(newborn))


def test_an_eob_that_takes_everything_back_is_not_judged() -> None:
    papers = eob(decided(code="99460"), decided("2", code="99460"), patient=MAN, claim_frequency="reversal")

    assert kinds(checked(papers)) == []
