"""The documentation says what the code says, and its links lead somewhere."""

import functools
import re
from pathlib import Path

import pytest

from docs import generate
from docs.dictionary import GLOSSARY, sections
from docs.generate import PAGES, REFERENCE, page
from plainbill.case import CATALOGUE
from plainbill.checking.rules import RULES
from plainbill.dictionary import dictionary_tables
from plainbill.knowledge.tables import read_table

ROOT = Path(__file__).parents[2]
WRITTEN_BY_HAND = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_what_the_code_says_now(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == page(name), "run `make docs`"


def test_pages_of_the_dictionary_have_every_entry_once() -> None:
    shown = [id(row) for section in sections().values() for row in section.rows]
    entries = [id(row) for table in dictionary_tables() if table != GLOSSARY for row in read_table(table)]

    assert sorted(shown) == sorted(entries)
    assert max(len(page(name)) for name in sections()) < 150_000


def test_terms_in_the_glossary_lead_to_one_another() -> None:
    text = page("glossary.md")
    places = {heading.lower().replace(" ", "-") for heading in re.findall(r"^## (.+)$", text, re.MULTILINE)}
    links = re.findall(r"\]\(#([^)]+)\)", text)

    assert set(links) <= places
    assert len(links) >= 40


def test_a_stale_page_and_one_that_nothing_writes_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = next(iter(sections()))
    pages = {"settings.md": PAGES["settings.md"], section: PAGES[section]}
    monkeypatch.setattr(generate, "PAGES", pages)
    monkeypatch.setattr(generate, "REFERENCE", tmp_path)
    generate.main([])
    assert generate.main(["--check"]) == 0

    (tmp_path / "settings.md").write_text("old", encoding="utf-8")
    (tmp_path / "dictionary" / "made-up.md").write_text("old", encoding="utf-8")
    ended = generate.main(["--check"])
    told = [line.split(":")[0] for line in capsys.readouterr().err.splitlines()]

    assert (ended, told) == (1, ["docs/reference/settings.md", "docs/reference/dictionary/made-up.md"])
    generate.main([])
    assert generate.main(["--check"]) == 0


@functools.cache
def _kinds() -> str:
    return page("kinds.md")


@pytest.mark.parametrize("kind", CATALOGUE)
def test_the_page_of_kinds_says_which_rules_report_a_kind(kind: str) -> None:
    _, _, section = _kinds().partition(f"\n## {kind}\n")
    told = section.partition("\n## ")[0]
    rules = [rule.id for rule in RULES if kind in rule.kinds]

    assert rules
    assert all(f"`{rule}`" in told for rule in rules)


@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_within_the_repository_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8"))

    broken = [link for link in links if "://" not in link and not (path.parent / link).exists()]

    assert broken == []


@pytest.mark.parametrize("shelf", ["tutorial", "how-to", "reference", "explanation", "decisions"])
def test_every_page_of_a_shelf_stands_in_its_index(shelf: str) -> None:
    index = (ROOT / "docs" / shelf / "README.md").read_text(encoding="utf-8")
    pages = [path.name for path in (ROOT / "docs" / shelf).glob("*.md") if path.name != "README.md"]

    assert pages
    assert [name for name in pages if f"({name})" not in index] == []
