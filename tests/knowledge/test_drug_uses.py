"""What medicines are for by the way they are given: each row can be found, and says more than the common table."""

from plainbill.knowledge.tables import read_table


def test_every_row_is_about_a_medicine_that_is_known_and_says_something_else() -> None:
    plain = {row["key"]: row["plain"] for row in read_table("drugs")}

    assert [row["key"] for row in read_table("drug_uses") if plain.get(row["key"], row["plain"]) == row["plain"]] == []


def test_every_way_is_one_in_which_medicines_are_given() -> None:
    ways = [row["plain"] for row in read_table("dose_forms")]
    words = {word for row in read_table("drug_uses") for word in row["context"].split("|")}

    assert [word for word in sorted(words) if not any(word in way for way in ways)] == []
