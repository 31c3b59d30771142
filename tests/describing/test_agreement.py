"""Agreement: code and words together give one translation, and a disagreement is said."""

from plainbill.case import Group, Line, Reading
from plainbill.describing import describe_line


def words(plain: str, group: Group, *, vague: bool = False) -> Reading:
    return Reading(
        plain=plain, group=group, basis="description", confidence=0.3 if vague else 0.7, vague=vague, source="words/x"
    )


def test_words_that_agree_with_the_code_make_it_surer() -> None:
    translation = describe_line(Line(id="1", code="71046"), words("An X-ray of the chest.", "imaging"))

    assert translation.basis == "both"
    assert translation.confidence > 0.9
    assert translation.source == "cpt/71046"


def test_words_that_do_not_fit_the_code_are_shown_as_another_reading() -> None:
    translation = describe_line(Line(id="1", code="71046"), words("A blood test.", "lab"))

    assert "ask which of them is right" in translation.plain
    assert translation.basis == "code"
    assert [each.plain for each in translation.alternatives] == ["A blood test."]


def test_vague_words_add_nothing_to_a_code() -> None:
    translation = describe_line(Line(id="1", code="Q4081"), words("Some supply.", "supply", vague=True))

    assert translation == describe_line(Line(id="1", code="Q4081"))


def test_words_explain_a_line_whose_code_is_unknown_and_say_so() -> None:
    translation = describe_line(Line(id="1", code="9921"), words("A visit.", "visit"))

    assert translation.plain.startswith("A visit.")
    assert "do not know the code" in translation.plain
    assert translation.basis == "description"


def test_words_and_the_family_of_a_code_explain_it_together() -> None:
    translation = describe_line(Line(id="1", code="71130"), words("An X-ray of the chest.", "imaging"))

    assert (translation.basis, translation.vague) == ("both", False)


def test_vague_words_of_a_room_are_explained_by_its_revenue_code() -> None:
    translation = describe_line(Line(id="1", revenue_code="0710", description="RECOVERY"))

    assert (translation.group, translation.vague) == ("room", False)
    assert translation.source == "revenue/071x"


def test_vague_words_beside_a_vague_revenue_code_keep_their_own_question() -> None:
    translation = describe_line(Line(id="1", revenue_code="0272", description="SURGICAL SUPPLIES"))

    assert translation.vague
    assert translation.source == "vague/surgical supplies"


def test_words_that_no_table_knows_are_not_guessed_at() -> None:
    translation = describe_line(Line(id="1", description="XQZ FOO"))

    assert translation.vague
    assert "will not guess" in translation.plain


def test_a_line_with_nothing_on_it_says_so() -> None:
    assert "no words" in describe_line(Line(id="1")).plain
