"""Payers' own notes: what a plugin knows of them reaches checking as data, and two that disagree are both named."""

from plainbill.case import Case, Document, Line, Payer, Remark
from plainbill.engine.explaining import explain_notes
from tests.engine.payers import asked

ACME = Payer(name="Acme Health")
LINE = Line.model_validate(
    {
        "id": "1",
        "charge": "40.00",
        "plan_paid": "0.00",
        "not_covered": "40.00",
        "status": "denied",
        "remarks": [{"code": "Q17"}],
    }
)


def case(**changes: object) -> Case:
    document = Document(id="eob", kind="eob", payer=ACME, lines=(LINE,)).but(**changes)
    return Case(documents=(document,))


def test_a_note_of_its_own_is_explained_with_the_plugin_that_says_so() -> None:
    plugins, failures = asked("acme")

    (said,) = explain_notes(case(), plugins)["eob"]

    assert (said.code, said.kind, said.table, failures) == ("Q17", "benefit-limit", "acme", [])


def test_two_plugins_that_say_different_things_are_named_and_none_is_used() -> None:
    plugins, failures = asked("acme", "rival")

    assert explain_notes(case(), plugins) == {}
    assert [(each.plugin, each.hook, each.kind) for each in failures] == [
        ("acme", "explain_codes", "contradicts rival"),
        ("rival", "explain_codes", "contradicts acme"),
    ]


def test_nobody_is_asked_about_a_bill_a_paper_without_payer_or_a_standard_code() -> None:
    plugins, _ = asked("acme")
    standard = LINE.but(remarks=(Remark(code="N130"),))

    assert explain_notes(case(kind="bill"), plugins) == {}
    assert explain_notes(case(payer=None), plugins) == {}
    assert explain_notes(case(lines=(standard,)), plugins) == {}
