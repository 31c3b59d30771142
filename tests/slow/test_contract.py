"""The contract kit: it fails each fault that is planted, and passes what came with plainbill."""

from pathlib import Path

import pytest

from tests.plugins.installing import install
from tests.testing.kit_runs import (
    ENTRY_POINTS,
    failed,
    group_of,
    install_faulty,
    install_plainbill,
    run_contract,
    run_pytest,
)

OF_EXPORTERS = {
    "test_exporters_write_every_file_and_the_same_again",
    "test_exporters_touch_neither_the_network_nor_files_and_print_nothing",
    "test_words_that_look_like_tags_come_out_as_words",
    "test_words_that_look_like_formulas_come_out_as_words",
}
PLANTED = [
    ("misspelled", "misspelled", "hooks", {"test_every_function_it_marks_fits_its_hook"}),
    ("idle", "idle", "hooks", {"test_it_implements_a_hook"}),
    (
        "annotated", "annotated", "hooks",
        {"test_nothing_asks_to_be_first", "test_its_annotations_are_those_of_the_hooks"},
    ),
    ("impure", "impure", "purity", group_of("purity")),
    ("greedy", "greedy", "declines", group_of("declines")),
    ("impure", "impure", "recognizes", {"test_it_has_samples"}),
    ("unclaimed", "unclaimed", "recognizes", group_of("recognizes") - {"test_it_has_samples"}),
    ("doubling", "doubling", "provenance", group_of("provenance")),
    ("fragile", "fragile", "noise", group_of("noise")),
    ("leaks", "leaks", "words", group_of("words") - {"test_meanings_of_notes_name_where_they_come_from"}),
    ("rumors", "rumors", "acting", group_of("acting") - OF_EXPORTERS),
    ("rumors", "rumors", "words", {"test_nothing_promises_or_tells_anybody_to_pay_or_not_to_pay"}),
    ("scribe", "scribe", "acting", OF_EXPORTERS),
    ("leaks", "leaks", "privacy", {"test_samples_hold_nothing_that_belongs_to_somebody"}),
    ("fragile", "fragile", "privacy", group_of("privacy") - {"test_samples_hold_nothing_that_belongs_to_somebody"}),
]  # fmt: skip
BUILT_IN = sorted(ENTRY_POINTS["plainbill"])


@pytest.mark.parametrize(("name", "module", "group", "wanted"), PLANTED)
def test_the_kit_fails_what_is_planted(tmp_path: Path, name: str, module: str, group: str, wanted: set[str]) -> None:
    install_faulty(tmp_path, {name: module})
    run = run_contract(tmp_path, name, group, "-W", "error::UserWarning")
    assert run.returncode == 1, run.stdout + run.stderr
    assert failed(run) == wanted, run.stdout


def test_the_kit_fails_bad_packaging(tmp_path: Path) -> None:
    install_plainbill(tmp_path)
    for distribution in ("one", "two"):
        install(tmp_path, distribution, {"Bad_Name": "tests.testing.faulty.packaging"})
    run = run_contract(tmp_path, "Bad_Name", "packaging")
    assert failed(run) == group_of("packaging"), run.stdout


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_came_with_plainbill_keeps_the_contract(tmp_path: Path, name: str) -> None:
    install_plainbill(tmp_path)
    run = run_contract(tmp_path, name)
    assert run.returncode == 0, run.stdout


def test_without_a_name_there_is_nothing_to_test(tmp_path: Path) -> None:
    install_plainbill(tmp_path)
    run = run_pytest(tmp_path, "--pyargs", "plainbill.testing.contract.test_hooks")
    assert run.returncode == 4
    assert "name the plugin" in run.stdout + run.stderr


def test_a_name_that_nobody_has_is_an_error_that_lists_those_there_are(tmp_path: Path) -> None:
    install_plainbill(tmp_path)
    run = run_contract(tmp_path, "acmee", "hooks")
    assert run.returncode == 4
    assert "no installed plugin is called acmee" in run.stdout + run.stderr
    assert "medicare" in run.stdout + run.stderr


def test_with_the_name_in_its_settings_a_project_runs_the_contract_with_its_own_tests(tmp_path: Path) -> None:
    install_plainbill(tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\nplainbill_plugin = layout\ntestpaths = own\n", encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "test_own.py").write_text("def test_own() -> None: ...\n", encoding="utf-8")
    collected = run_pytest(tmp_path, "--collect-only").stdout
    assert "test_own" in collected
    assert "test_every_function_it_marks_fits_its_hook" in collected
