"""Coverage: what is counted is what the tables have."""

from plainbill.dictionary import coverage, dictionary_tables
from plainbill.knowledge.tables import read_table


def test_every_entry_of_the_dictionary_is_counted_once() -> None:
    covered = coverage()

    assert [table.name for table in covered.tables] == list(dictionary_tables())
    assert covered.entries == sum(len(read_table(name)) for name in dictionary_tables())
    assert all(sum(table.groups.values()) in (0, table.entries) for table in covered.tables)


def test_the_tables_that_people_review_make_the_dictionary() -> None:
    assert {"codes", "code_families", "glossary", "concepts", "modifiers", "vague_words"} <= set(dictionary_tables())
    assert {"kinds", "service_pairs", "hcpcs_letters", "hard_words"}.isdisjoint(dictionary_tables())


def test_every_code_of_the_table_of_codes_is_counted_once() -> None:
    covered = coverage()
    (q_codes,) = (letter for letter in covered.letters if letter.every_one)
    beyond_the_edition = sum(row["key"].startswith("Q") for row in read_table("codes")) - q_codes.codes

    counted = covered.cpt + covered.dental + covered.hcpcs_beyond + q_codes.codes + beyond_the_edition
    assert counted == len(read_table("codes"))


def test_codes_that_are_not_described_are_named() -> None:
    (q_codes,) = (letter for letter in coverage().letters if letter.every_one)
    described = {row["key"] for row in read_table("codes")}

    assert q_codes.of == 496
    assert q_codes.codes + len(q_codes.missing) == q_codes.of
    assert described.isdisjoint(q_codes.missing)


def test_families_are_counted_by_their_letter() -> None:
    covered = coverage()
    families = {row["key"][0] for row in read_table("code_families")}

    counted = sum(letter.families for letter in covered.letters) + covered.cpt_families
    assert counted + sum(row["key"].startswith("D") for row in read_table("code_families")) == len(
        read_table("code_families")
    )
    assert {letter.letter for letter in covered.letters} <= families
