"""Diagnosis titles: what is picked out of the package's files is what the package itself says."""

import subprocess
import sys

import pytest

from plainbill.knowledge import diagnosis_titles
from plainbill.knowledge.diagnosis_titles import diagnosis_title


def test_every_25th_code_of_the_package_has_the_title_that_the_package_gives_it() -> None:
    # In a process of its own: the package takes 185 MB.
    script = """
import simple_icd_10_cm as package
from plainbill.knowledge.diagnosis_titles import diagnosis_title

codes = [code for code in package.get_all_codes(False) if package.is_category_or_subcategory(code)][::25]
odd = []
for code in codes:
    found = diagnosis_title(code)
    # Where the list notes another name of a seventh character, the package adds it behind a slash.
    titles = {package.get_description(code), package.get_description(code).partition("/")[0]}
    if found is None or found.title not in titles or found.complete != package.is_leaf(code):
        odd.append(code)
print(len(codes), odd)
"""

    compared = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    count, _, odd = compared.stdout.strip().partition(" ")
    assert int(count) > 3_900
    assert odd == "[]"


@pytest.mark.parametrize("code", ["", "E", "E99", "E119X", "S72001Z", "S72001", "B12", "e119", "E11.9", "A00-A09", "0"])
def test_a_code_is_found_only_as_the_list_has_it(code: str) -> None:
    found = diagnosis_title(code)

    assert (found is not None) == (code == "S72001")


def test_a_code_that_needs_more_characters_is_not_complete() -> None:
    heads = [diagnosis_title(code) for code in ("E11", "S72001", "S72001A")]

    assert [head and head.complete for head in heads] == [False, False, True]


def test_nothing_is_known_where_the_package_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis_titles, "PACKAGE", "plainbill-no-such-package")
    for cached in (diagnosis_titles._titles, diagnosis_titles._all_codes, diagnosis_titles._sevenths):
        cached.cache_clear()
    try:
        assert diagnosis_title("E119") is None
    finally:
        for cached in (diagnosis_titles._titles, diagnosis_titles._all_codes, diagnosis_titles._sevenths):
            cached.cache_clear()
