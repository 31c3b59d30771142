"""The languages of findings, sheets and letters: whole, with the facts of the English, and one word for each term."""

import gettext
import re
import string
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from plainbill.knowledge.languages import (
    CATALOGUES,
    DOMAIN,
    ENGLISH,
    WORDS,
    current_language,
    languages,
    say_in,
    translated,
)

PACKAGE = Path(str(resources.files("plainbill")))
OTHERS = [name for name in languages() if name != ENGLISH]

# What a term of the trade is called wherever an English text has it: one word, in each of its forms.
GLOSSARY = {
    "es": {
        r"\bappeal\b": r"apel",
        r"\bapprovals?\b": r"autoriza",
        r"\bbilling office\b": r"oficina de facturación|facturación",
        r"\bbills?\b(?! (?:me|you)\b)": r"factura",
        r"\bclaims?\b": r"reclamaci",
        r"\bcoders?\b": r"codificador",
        r"\bcoinsurance\b": r"coaseguro",
        r"\bcopays?\b": r"copago",
        r"\bdeductibles?\b": r"deducible",
        r"\bdiagnosis\b": r"diagnóstico",
        r"\bestimates?\b": r"presupuesto",
        r"\bitemized bills?\b": r"facturas? detallada",
        r"\bmember number\b": r"número de miembro",
        r"\bmodifiers?\b": r"modificador",
        r"\bnetwork\b": r"\bred\b",
        r"\breferrals?\b": r"remisi",
        r"\brefunds?\b": r"reembols",
        r"\bsurprise bills?\b": r"facturas? sorpresa",
    }
}
NAMES = re.compile(r"\{\w+\}")
ENGLISH_WORDS = re.compile(r"\b(?:the|and|your|with|that|this|which|please|from|not)\b", re.IGNORECASE)
# Words of the informal "you", which a letter to a stranger does not use.
INFORMAL = {"es": re.compile(r"\b(?:tú|tu|tus|ti|contigo|tienes|puedes|debes|vosotros|vuestr\w+)\b", re.IGNORECASE)}


@pytest.fixture(scope="module")
def messages() -> tuple[str, ...]:
    """Every text that the catalogues hold, in English."""
    with (CATALOGUES / f"{DOMAIN}.pot").open("rb") as file:
        return tuple(str(message.id) for message in read_po(file) if message.id)


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with say_in(request.param):
        yield request.param


def facts_in(message: str) -> list[str]:
    """The names of what is put into a text, the figures in it, and its codes."""
    names = [name for _, name, _, _ in string.Formatter().parse(message) if name]
    return sorted([*names, *re.findall(r"\d+", message), *set(re.findall(r"\b(?:UB-04|CPT|NPI|HIPAA)\b", message))])


def test_spanish_is_there() -> None:
    assert "es" in OTHERS


def test_the_messages_are_those_of_the_texts_and_tables(messages: tuple[str, ...]) -> None:
    with (CATALOGUES / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel types its main calls only

    found = extract_from_dir(PACKAGE, methods, options, {"Phrase": None, "translated": None})

    assert set(messages) == {each[2] for each in found if each[2]}


def test_every_text_is_translated(language: str, messages: tuple[str, ...]) -> None:
    assert [each for each in messages if translated(each) == each and ENGLISH_WORDS.search(each)] == []


def test_every_translation_holds_the_same_facts(language: str, messages: tuple[str, ...]) -> None:
    assert [each for each in messages if facts_in(each) != facts_in(translated(each))] == []


def test_a_question_stays_a_question_and_blanks_at_the_ends_stay(language: str, messages: tuple[str, ...]) -> None:
    other = [(each, translated(each)) for each in messages]

    assert [said for each, said in other if ("?" in each) != ("?" in said)] == []
    assert [
        said for each, said in other if (each[0] == " ", each[-1] == " ") != (said[0] == " ", said[-1] == " ")
    ] == []


def test_no_translation_is_informal(language: str, messages: tuple[str, ...]) -> None:
    informal = INFORMAL.get(language, re.compile(r"(?!)"))

    assert [said for each in messages if informal.search(said := translated(each))] == []


def test_a_term_has_one_word(language: str, messages: tuple[str, ...]) -> None:
    wrong = [
        (term, translated(each))
        for term, word in GLOSSARY.get(language, {}).items()
        for each in messages
        if re.search(term, NAMES.sub("", each)) and not re.search(word, translated(each), re.IGNORECASE)
    ]

    assert wrong == []


def test_what_is_told_apart_by_its_words_stays_apart(language: str) -> None:
    """Steps and days are listed once by what they say, so two that differ must not become one."""
    gaps = [text for text in _texts("gap_texts.toml") if text.startswith(("Ask", "Say", "Take", "Look"))]
    titles = [text for text in _texts("acting_texts/dates.toml") if text.startswith(("Last day", "Outside"))]

    for texts in (gaps, titles):
        assert len(set(map(translated, texts))) == len(set(texts)) > 5


def _texts(file: str) -> list[str]:
    written = (resources.files("plainbill.knowledge") / file).read_text(encoding="utf-8")
    return re.findall(r'= "([^"]+)"', written)


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("domain", [DOMAIN, WORDS])
def test_what_is_compiled_is_what_is_written(name: str, domain: str) -> None:
    folder = CATALOGUES / name / "LC_MESSAGES"
    with (folder / f"{domain}.po").open("rb") as written, (folder / f"{domain}.mo").open("rb") as compiled:
        said = {str(each.id): str(each.string) for each in read_po(written) if each.id}
        known = gettext.GNUTranslations(compiled)

    assert {english: known.gettext(english) for english in said} == said


def test_outside_of_a_choice_all_is_english() -> None:
    assert current_language() == ENGLISH
    assert translated("Yes.") == "Yes."


def test_a_language_without_a_catalogue_says_all_in_english() -> None:
    with say_in("xx"):
        assert translated("Yes.") == "Yes."


def test_a_choice_ends_with_its_block() -> None:
    with say_in("es"):
        assert translated("Yes.") == "Sí."
        with say_in(ENGLISH):
            assert translated("Yes.") == "Yes."
        assert translated("") == ""

    assert translated("Yes.") == "Yes."
