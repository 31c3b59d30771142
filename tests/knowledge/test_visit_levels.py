"""The table of visit codes: levels rise with minutes, new and established codes come in twins, no life overlaps."""

from collections import defaultdict

from plainbill.knowledge.tables import Row, read_table

ROWS = read_table("visit_levels")


def test_every_row_names_a_family_and_a_known_kind_of_patient() -> None:
    assert all(row["family"] for row in ROWS)
    assert {row["patient"] for row in ROWS} == {"", "new", "established"}


def test_one_code_never_says_two_things_on_one_day() -> None:
    lives: dict[str, list[Row]] = defaultdict(list)
    for row in ROWS:
        lives[row["code"]].append(row)

    for rows in lives.values():
        rows.sort(key=lambda row: row["valid_from"])
        assert all(one["valid_to"] < other["valid_from"] for one, other in zip(rows, rows[1:], strict=False))
        assert all(one["valid_to"] for one in rows[:-1])


def test_in_a_family_more_minutes_carry_a_higher_level() -> None:
    families: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in ROWS:
        if row["minutes"]:
            families[(row["family"], row["patient"])].append((int(row["rung"]), int(row["minutes"])))

    assert families
    for steps in families.values():
        assert [minutes for _, minutes in sorted(steps)] == sorted({minutes for _, minutes in steps})


def test_each_family_with_new_patients_has_established_ones() -> None:
    new = {row["family"] for row in ROWS if row["patient"] == "new"}

    assert new == {row["family"] for row in ROWS if row["patient"] == "established"}


def test_minutes_are_those_of_the_guidelines() -> None:
    now = {row["code"]: row["minutes"] for row in ROWS if not row["valid_to"]}

    assert [now[code] for code in ("99202", "99203", "99204", "99205")] == ["15", "30", "45", "60"]
    assert [now[code] for code in ("99211", "99212", "99213", "99214", "99215")] == ["", "10", "20", "30", "40"]
    assert [now[code] for code in ("99281", "99285", "98010")] == ["", "", ""]
