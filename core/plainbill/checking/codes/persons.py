"""Sex and age of the patient of each paper, as papers and story give them; nothing where they contradict each other."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plainbill.case import Story
from plainbill.checking.evidence import Fact, on_paper, told
from plainbill.checking.identity import age_on, clean, may_be_same_patient, sex_of
from plainbill.checking.papers import Paper
from plainbill.checking.situation import Situation

# Days. A birthday near the day of service is no conflict: bands of ages differ by a day or a month from plan to plan.
_NEAR_BIRTHDAY = 31
# An age that somebody tells may be that of another year than the day of service.
_TOLD_WITHIN_YEARS = 1
# A told age this far from the birth date is somebody else's, or a wrong birth date.
_SAME_PERSON_YEARS = 3
_DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of a patient: `sex` F, M or ""; `told_age` in years only where no paper gives a birth date.

    `nobody_says` names the Story fields that no paper and nobody answers; what they contradict is not among them.
    """

    sex: str
    sex_facts: tuple[Fact, ...]
    born: datetime.date | None
    told_age: int | float | None
    age_facts: tuple[Fact, ...]
    nobody_says: frozenset[str]

    def is_clearly_outside(self, first: int, last: int, unit: str, days: Sequence[datetime.date]) -> bool:
        """Tell whether on each of `days` the age lies outside `first` to `last`, whole years or days, both held in."""
        if self.born is not None:
            return bool(days) and all(self._outside_on(day, first, last, unit) for day in days)
        if self.told_age is None:
            return False
        low, high = (first, last) if unit == "years" else (first // _DAYS_A_YEAR, last // _DAYS_A_YEAR)
        return self.told_age < low - _TOLD_WITHIN_YEARS or self.told_age > high + _TOLD_WITHIN_YEARS

    def _outside_on(self, day: datetime.date, first: int, last: int, unit: str) -> bool:
        assert self.born is not None
        if day < self.born:
            return False
        born = self.born.toordinal()
        if unit == "years":
            begins, ends = (_birthday(self.born, years).toordinal() for years in (first, last + 1))
        else:
            begins, ends = born + first, born + last + 1
        return not begins - _NEAR_BIRTHDAY <= day.toordinal() < ends + _NEAR_BIRTHDAY


def _birthday(born: datetime.date, years: int) -> datetime.date:
    """The day on which somebody turns `years`; after 29 February that is 1 March."""
    year = min(born.year + years, datetime.MAXYEAR)
    try:
        return born.replace(year=year)
    except ValueError:
        return datetime.date(year, 3, 1)


def persons(situation: Situation) -> Mapping[str, Person]:
    """Return the patient of each paper by the paper's id; papers that may be about one person are taken together."""
    papers = situation.papers.papers
    alike: dict[object, Paper] = {}
    for paper in papers:
        alike.setdefault(_key(paper), paper)
    of_key = {key: _person(paper, alike.values(), situation.story) for key, paper in alike.items()}
    return {paper.id: of_key[_key(paper)] for paper in papers}


def _key(paper: Paper) -> object:
    patient = paper.document.patient
    return (clean(patient.name), patient.date_of_birth, clean(patient.sex)) if patient else None


def _person(paper: Paper, others: Iterable[Paper], story: Story) -> Person:
    same = [other for other in others if may_be_same_patient(paper.document.patient, other.document.patient)]
    same.sort(key=lambda other: other is not paper)
    sexes = [(sex, on_paper(other, "patient.sex")) for other in same if (sex := _sex(other))]
    if told_sex := sex_of(story.patient_sex):
        sexes.append((told_sex, (told("patient_sex", story.patient_sex),)))
    births = [(born, on_paper(other, "patient.date_of_birth")) for other in same if (born := _born(other))]
    one_sex = len({sex for sex, _ in sexes}) == 1
    one_birth = len({born for born, _ in births}) == 1 and _may_be(births[0][0], story.patient_age, same)
    told_age = None if births else story.patient_age
    told_facts = () if told_age is None else (told("patient_age", told_age),)
    return Person(
        sex=sexes[0][0] if one_sex else "",
        sex_facts=sexes[0][1] if one_sex else (),
        born=births[0][0] if one_birth else None,
        told_age=told_age,
        age_facts=births[0][1] if one_birth else told_facts,
        nobody_says=frozenset(
            field for field, says in (("patient_sex", sexes), ("patient_age", births or told_facts)) if not says
        ),
    )


def _may_be(born: datetime.date, told_age: float | None, papers: Iterable[Paper]) -> bool:
    """Tell whether a birth date and a told age may be those of one person."""
    days = [day for paper in papers for day in paper.dates]
    age = age_on(born, max(days)) if days else None
    return told_age is None or age is None or abs(age - told_age) <= _SAME_PERSON_YEARS


def _born(paper: Paper) -> datetime.date | None:
    return paper.document.patient.date_of_birth if paper.document.patient else None


def _sex(paper: Paper) -> str:
    patient = paper.document.patient
    return sex_of(patient.sex) if patient else ""
