"""Asking from the screen: only what was shown may leave, and what comes back changes no word of the tables."""

from pathlib import Path

import pytest

from plainbill.case import Case, ExplainResult
from plainbill.describing import model_readings
from plainbill.engine import Engine
from plainbill_ui.guessing import NotAgreed, with_guesses
from tests.plainbill_litellm.describing import engine_without, settings_with
from tests.plainbill_litellm.serving import ModelServer, entries

GUESS = "This is probably a thing for the wound."
LINE = {"id": "1", "description": "WOUND ZQ", "charge": "5.00"}
CASE = Case.model_validate({"documents": [{"id": "b", "kind": "bill", "lines": [LINE]}]})


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def explained() -> ExplainResult:
    words = engine_without().describe_case(CASE)
    return ExplainResult(case=CASE, sources={}, pages=(), translations=words, findings=(), not_assessed=())


def test_where_something_else_would_leave_than_was_shown_nothing_is_sent() -> None:
    with ModelServer().running() as server:
        with pytest.raises(NotAgreed):
            with_guesses(explained(), (), settings_with(server))

        assert not server.requests


def test_what_comes_back_stands_beside_the_words_of_the_tables() -> None:
    before = explained()
    with ModelServer(script=lambda lines: entries(*(GUESS for _ in lines))).running() as server:
        settings = settings_with(server)
        shown = Engine.start(settings).preview(CASE)

        after, remarks, sent = with_guesses(before, shown, settings)

    (said,) = after.translations
    assert [each.plain for each in model_readings(said)] == [GUESS]
    assert said.but(alternatives=before.translations[0].alternatives) == before.translations[0]
    assert remarks == ()
    assert [each.text for each in sent] == [each.text for each in shown]
    assert len(server.requests) == 1


def test_what_was_known_from_before_does_not_count_as_sent() -> None:
    with ModelServer(script=lambda lines: entries(*(GUESS for _ in lines))).running() as server:
        settings = settings_with(server)
        shown = Engine.start(settings).preview(CASE)
        with_guesses(explained(), shown, settings)

        after, _, sent = with_guesses(explained(), shown, settings)

        assert [each.plain for each in model_readings(after.translations[0])] == [GUESS]
        assert sent == ()
        assert len(server.requests) == 1
