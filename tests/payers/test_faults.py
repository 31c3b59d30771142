"""Faulty packs: everything that is wrong with one is said at once, each with its line."""

import pytest

from plainbill.payers.faults import FaultyPack, contradictions, read_pack
from tests.payers.written_packs import code, pack, phrase, written


def faults(text: str) -> list[str]:
    with pytest.raises(FaultyPack) as caught:
        read_pack(text)
    return [f"{fault.path}: {fault.message}" for fault in caught.value.faults]


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def test_every_table_that_is_no_toml_is_named_beside_what_is_wrong_elsewhere() -> None:
    text = written('[[codes]]\ncode = "Q1\n', code("Q2", "nonsense"), '[[marks]]\nwords = = "x"\n')

    found = faults(text)

    broken = [line_of(text, 'code = "Q1'), line_of(text, "= = ")]
    assert [fault.partition(":")[0] for fault in found if "is not TOML" in fault] == [f"line {n}" for n in broken]
    assert any(fault.startswith(f"line {line_of(text, 'nonsense')}: codes[1].kind: nonsense is no") for fault in found)
    assert len(found) == 3


@pytest.mark.parametrize(
    ("table", "place", "says"),
    [
        ('[[codes]]\ncode = 7\nmeaning = "x y"\nsource = "guide"\n', "codes[0].code", "should be text"),
        ('[[codes]]\ncode = "Q1"\nmeaning = "x y"\n', "codes[0].source", "is needed"),
        ('[[codes]]\ncode = "Q1"\nmeaning = "x y"\nsource = "hearsay"\n', "codes[0].source", "none of the sources"),
        ('[[marks]]\nwords = "Share Desk"\nsourse = ""\nsource = "guide"\n', "marks[0].sourse", "is not a key"),
        (code("N130", "not-covered"), "codes[0].code", "standard code"),
        (code("Q1", "not-covered", "You will win this."), "codes[0].meaning", "promises"),
        (code("Q1", "", "word " * 41), "codes[0].meaning", "more than 40 words"),
        (phrase("(a+)+$", ""), "phrases[0].words", "a sign of patterns"),
        (phrase("once in .* months", ""), "phrases[0].words", "a sign of patterns"),
        (phrase("* was denied", ""), "phrases[0].words", "begin and end with a word"),
        (phrase("once in * * months", ""), "phrases[0].words", "two stars"),
        (phrase("once in mon* only", ""), "phrases[0].words", "within a word"),
        ('[[marks]]\nwords = "A B"\nsource = "guide"\n', "marks[0].words", "fewer than 3 letters"),
        ('[[columns]]\nwords = "Our part"\nfield = "gift"\nsource = "guide"\n', "columns[0].field", "gift is nothing"),
        ('[[contacts]]\ntopic = "claims"\nname = "us"\nsource = "guide"\n', "contacts[0]", "no way to reach anybody"),
        (
            '[[limits]]\nwhat = "appeal"\nwho = "patient"\ncounted_from = "it"\nmeaning = "Ask."\nsource = "guide"\n',
            "limits[0]",
            "days or months",
        ),
        (
            '[[limits]]\nwhat = "appeal"\nwho = "patient"\ndays = 9\ncounted_from = "it"\nmeaning = "Ask."\n'
            'source = "guide"\nplans = "some"\n',
            "limits[0].plans",
            "'medicaid'",
        ),
    ],
)
def test_a_fault_is_named_with_its_line_and_a_reason(table: str, place: str, says: str) -> None:
    text = written(table)

    (found,) = faults(text)

    line, where, why = found.split(": ", 2)
    assert (where, says in why) == (place, True), found
    assert int(line.removeprefix("line ")) >= line_of(text, table.splitlines()[0])


def test_a_source_without_a_day_and_one_that_nothing_names_are_faults() -> None:
    undated = '[sources.other]\ntitle = "Other"\nurl = "https://acme.example/other"\n'
    unused = f"{undated}read = 2026-11-28\n"

    assert any("sources.other.read: is needed" in fault for fault in faults(written(undated)))
    assert any("sources.other: is named by no fact" in fault for fault in faults(written(unused)))


def test_entries_that_contradict_each_other_name_both_lines() -> None:
    text = written(code("Q1", "not-covered"), code("q-1", "benefit-limit"), code("Q2", ""), code("Q2", ""))

    found = faults(text)

    assert [fault.split(": ", 2)[2] for fault in found] == [
        f"is the entry of line {line_of(text, '[[codes]]')} again, which says otherwise; keep one of them",
        f"is the entry of line {line_of(text, 'Q2') - 1} again, which stands there already; keep one of them",
    ]


def test_the_exception_names_the_file_the_first_line_and_the_reason() -> None:
    with pytest.raises(FaultyPack) as caught:
        read_pack(pack_text := written(code("Q1", "nonsense")), "/somewhere/payer.toml")

    place = f"payer.toml, line {line_of(pack_text, 'nonsense')}: codes[0].kind: nonsense is no"
    assert caught.value.where.startswith(place)
    assert len(caught.value.where) <= 200


def test_a_list_of_tables_that_no_pack_has_is_named_with_the_line_of_its_first() -> None:
    text = written('[[limit]]\nwhat = "appeal"\n')

    assert any(fault.startswith(f"line {line_of(text, '[[limit]]')}: limit: is not a key") for fault in faults(text))


def test_two_packs_of_one_payer_that_say_different_things_are_named() -> None:
    here, there = pack(code("Q1", "not-covered")), pack(code("Q1", "benefit-limit"))

    (found,) = contradictions({"ours": here, "theirs": there})

    assert found == "ours and theirs say different things of the note 'Q1' of Acme Health"
    assert contradictions({"ours": here, "again": here}) == ()


def test_a_pack_that_claims_the_papers_of_another_payer_is_named() -> None:
    other = pack('[[names]]\nwords = "ACME HEALTH"\nsource = "guide"\n', name="Zenith Mutual")

    (found,) = contradictions({"acme": pack(), "zenith": other})

    assert found.startswith("acme and zenith both claim papers of Acme Health and Zenith Mutual")
