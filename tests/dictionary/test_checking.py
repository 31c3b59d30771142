"""The editors' check: every fault of a table at once, each with its line and its entry, and nothing of a sound one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.dictionary import check_table
from plainbill.knowledge.tables import table_names, table_text

HEAD = "key\tplain\tgroup\tvague\task\tsource\tdate\treviewed\n"
PLAIN = "A clean pad of gauze that covers a wound."
SOUND = f"A6402\t{PLAIN}\tsupply\tno\t\tour reading\t2026-11-28\t\n"


def faults(text: str, name: str = "mine") -> list[str]:
    return [f"{fault.path}: {fault.message}" for fault in check_table(name, text).faults]


def test_a_sound_table_has_no_fault() -> None:
    checked = check_table("mine", HEAD + SOUND)

    assert (checked.entries, checked.faults) == (1, ())


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("our reading", "", "line 2, A6402: has no source"),
        ("2026-11-28", "", "line 2, A6402: '' is no date"),
        ("2026-11-28", "28 Nov 2026", "line 2, A6402: '28 Nov 2026' is no date"),
        ("supply", "supplies", "line 2, A6402: group: 'supplies' is no group"),
        ("supply", "glue", "line 2, A6402: group: 'glue' is no group"),
        ("\tno\t", "\tmaybe\t", "line 2, A6402: vague: 'maybe' is neither yes nor no"),
        ("\tno\t", "\tyes\t", "line 2, A6402: ask: says nothing to ask for"),
        ("no\t\t", "no\tAsk what it was.\t", "line 2, A6402: ask: is filled in though nothing is vague"),
        ("A6402", "", "line 2: has no key"),
        (PLAIN, "", "line 2, A6402: plain: is empty"),
        (PLAIN, f'"{PLAIN}"', "line 2, A6402: plain: stands in quotation marks"),
        (PLAIN, PLAIN[:-1], "line 2, A6402: plain: does not end with a full stop"),
        (PLAIN, "A pad. It is clean.", "line 2, A6402: plain: has 2.5 words a sentence"),
        (PLAIN, "An absorbent hydrocolloid application for exudative ulceration.", "plain: has reading grade"),
        (PLAIN, "A pad of gauze that covers a wound after a debridement.", "plain: does not explain “debridement”"),
        (PLAIN, "A pad of gauze with a modifier on a line of its own.", "plain: does not explain “modifier”"),
        (PLAIN, "A pad of gauze that you should not pay for at all.", "plain: tells the reader to pay or not"),
        (PLAIN, "A pad of gauze, and you will get your money back.", "plain: promises something"),
        ("\t\n", "\tme\tmore\n", "line 2: has 9 cells"),
    ],
)
def test_a_fault_is_told_with_its_line_and_its_entry(written: str, instead: str, said: str) -> None:
    found = faults(HEAD + SOUND.replace(written, instead, 1))

    assert any(said in fault for fault in found)
    assert all("; " in fault for fault in found)


def test_every_fault_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = HEAD + SOUND + SOUND.replace("supply", "sauce") + SOUND.replace("A6402", "A6403").replace("our reading", "")

    assert [fault.split(":")[0] for fault in faults(text)] == ["line 3, A6402", "line 3, A6402", "line 4, A6403"]
    assert "has the key of line 2" in faults(text)[0]


def test_one_word_may_be_read_in_two_ways_where_its_surroundings_differ() -> None:
    head = "key\tcontext\treading\tsource\tdate\treviewed\n"
    rows = ["ER\t#dose\tEXTENDED RELEASE\tours\t2026-11-28\t\n", "ER\t\tEMERGENCY ROOM\tours\t2026-11-28\t\n"]

    assert faults(head + "".join(rows), "abbreviations") == []
    assert len(faults(head + "".join([*rows, rows[1]]), "abbreviations")) == 1


def test_the_name_of_a_column_that_no_table_has_is_told() -> None:
    found = faults((HEAD + SOUND).replace("group", "grup"))

    assert found == ["$: has a column 'grup', which no table of the dictionary has; correct its name"]


def test_a_table_of_a_known_name_must_have_its_columns() -> None:
    found = faults((HEAD + SOUND).replace("\task", "").replace("no\t\t", "no\t"), "codes")

    assert found == ["$: has no column 'ask'; name it in the first line, with a tab between two names"]


def test_a_file_without_a_key_is_told_and_nothing_else_is_guessed() -> None:
    found = faults("name,plain\nx,y\n")

    assert any("has no column 'key'" in fault for fault in found)


def test_pieces_of_sentences_may_be_short_but_not_hard() -> None:
    head = "key\tplain\tsource\tdate\treviewed\n"

    assert faults(f"{head}50\tboth sides\tours\t2026-11-28\t\n") == []
    assert len(faults(f"{head}50\tbilateral\tours\t2026-11-28\t\n")) == 1


def test_a_table_beside_the_dictionary_is_checked_for_source_and_date_only() -> None:
    head = "words\tsource\tdate\n"

    assert faults(f"{head}not approved\tours\t2026-11-28\n", "refused_approvals") == []
    assert len(faults(f"{head}not approved\t\t\n", "refused_approvals")) == 2


def test_what_an_editor_typed_cannot_command_the_terminal() -> None:
    row = SOUND.replace("A6402", "\x1b[2J" + "A" * 500).replace("supply", "\x1b[2J")

    (fault,) = check_table("mine", HEAD + row).faults

    assert "\x1b" not in fault.path + fault.message
    assert len(fault.path) < 100


@given(st.text())
def test_noise_is_told_and_never_raises(text: str) -> None:
    check_table("mine", text)
    check_table("codes", HEAD + text)


def test_a_table_saved_with_carriage_returns_is_read() -> None:
    assert faults((HEAD + SOUND).replace("\n", "\r\n")) == []


@pytest.mark.parametrize("table", ["codes", "glossary"])
def test_a_copy_of_a_built_in_table_with_one_line_twice_has_one_fault(table: str) -> None:
    text = table_text(table)
    last = text.rstrip("\n").rpartition("\n")[2]

    assert table in table_names()
    assert len(faults(f"{text}{last}\n", table)) == 1
