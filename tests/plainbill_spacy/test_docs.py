"""The page for users of spaCy: what it shows is what comes out."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "use-it-from-spacy.md"


def test_the_page_for_users_of_spacy_shows_what_comes_out() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)

    assert tried > 10
    assert failed == 0
