"""Words of a model, over real HTTP through real litellm: what is asked, what is kept, and what every fault ends in."""

import json
import logging
import time
from pathlib import Path
from typing import Any

import pytest

from plainbill.case import Line
from plainbill.describing.leaving import what_may_leave
from plainbill_litellm.keeping import Kept
from plainbill_litellm.proposing import CONFIDENCE, Proposals, propose
from plainbill_litellm.settings import ModelSettings
from tests.plainbill_litellm.serving import SCRIPTS, ModelServer, entries, lines_in

MODELS = ("ollama_chat/scripted", "openai/scripted", "hosted_vllm/scripted", "lm_studio/scripted", "llamafile/scripted")
TRAY, BAG = "STERILE CATH XJ9 TRAY", "MISC BAG DRAINAGE"


def left(*descriptions: str) -> list[Line]:
    """Lines with what may leave of them."""
    lines = (what_may_leave(Line(id="1", description=each)) for each in descriptions)
    return [line for line in lines if line is not None]


def settings_for(server: ModelServer, model: str = MODELS[0], **changes: Any) -> ModelSettings:
    """Settings that name the server."""
    return ModelSettings(model=model, api_base=server.base_for(model)).but(**changes)


def plain(proposals: Proposals) -> list[str | None]:
    """The words that came of it."""
    return [None if each is None else each.plain for each in proposals.words]


@pytest.mark.parametrize("model", MODELS)
def test_all_lines_are_asked_about_in_one_call_and_each_gets_its_words(model: str, tmp_path: Path) -> None:
    with ModelServer().running() as server:
        proposals = propose(left(TRAY, BAG, TRAY), settings_for(server, model), tmp_path / "m.sqlite")

    assert plain(proposals) == ["This is probably a tray.", "This is probably a drainage.", "This is probably a tray."]
    assert proposals.trouble == ""
    assert len(server.requests) == 1
    assert lines_in(server.texts[0]) == ["words: STERILE CATH [?] TRAY", "words: MISC BAG DRAINAGE"]


@pytest.mark.parametrize("model", MODELS)
def test_a_request_carries_the_schema_and_no_key_of_the_environment(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OLLAMA_API_KEY", "HOSTED_VLLM_API_KEY", "LM_STUDIO_API_KEY"):
        monkeypatch.setenv(name, "a-secret-of-somebody")
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:9")

    with ModelServer().running() as server:
        propose(left(TRAY), settings_for(server, model), tmp_path / "m.sqlite")

    told = json.loads(server.requests[0])
    schema = told["format"] if "format" in told else told["response_format"]["json_schema"]["schema"]
    assert schema["required"] == ["lines"]
    assert "a-secret-of-somebody" not in json.dumps(server.headers)
    assert len(server.paths) == 1


def test_words_of_a_model_say_so_and_are_less_sure_than_any_table(tmp_path: Path) -> None:
    with ModelServer().running() as server:
        (word,) = propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite").words

    assert word is not None
    assert (word.basis, word.confidence, word.vague, word.review) == ("llm", CONFIDENCE, True, None)
    assert word.source == "describe_lines.v1/ollama_chat/scripted"


@pytest.mark.parametrize(
    ("mode", "requests", "told"),
    [
        ("prose around JSON", 2, "its reply was not of the form that was asked for"),
        ("wrong types", 2, "its reply was not of the form that was asked for"),
        ("500", 2, "its server failed; look at the server's own log"),
        ("slow", 1, "it took too long; raise time_limit_s, or use a smaller model"),
        ("endless", 1, "it took too long; raise time_limit_s, or use a smaller model"),
    ],
)
@pytest.mark.parametrize("model", MODELS[:2])
def test_what_cannot_be_used_is_tried_once_more_and_then_left(
    mode: str, requests: int, told: str, model: str, tmp_path: Path
) -> None:
    start = time.monotonic()
    with ModelServer(mode).running() as server:
        proposals = propose(left(TRAY), settings_for(server, model, time_limit_s=1.0), tmp_path / "m.sqlite")

    assert plain(proposals) == [None]
    assert proposals.trouble == told
    assert len(server.requests) == requests
    assert time.monotonic() - start < 4


@pytest.mark.parametrize("model", MODELS[:2])
def test_a_server_that_fails_once_is_asked_again(model: str, tmp_path: Path) -> None:
    with ModelServer("flaky").running() as server:
        proposals = propose(left(TRAY), settings_for(server, model), tmp_path / "m.sqlite")

    assert plain(proposals) == ["This is probably a tray."]
    assert len(server.requests) == 2


@pytest.mark.parametrize(("mode", "reason"), [("invented numbers", "numbers"), ("instructions obeyed", "form")])
def test_words_that_fail_a_check_are_dropped_and_counted(mode: str, reason: str, tmp_path: Path) -> None:
    with ModelServer(mode).running() as server:
        proposals = propose(left(TRAY, BAG), settings_for(server), tmp_path / "m.sqlite")

    assert plain(proposals) == [None, None]
    assert proposals.dropped == {reason: 2}
    assert proposals.trouble == ""


def test_words_for_a_line_that_was_not_asked_about_or_twice_for_one_are_dropped(tmp_path: Path) -> None:
    twice = json.dumps({"lines": [{"number": n, "plain": "This is a tray.", "cannot_say": False} for n in (1, 1, 7)]})
    with ModelServer(script=lambda _: twice).running() as server:
        proposals = propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")

    assert plain(proposals) == [None]
    assert proposals.dropped == {"for no line of its own": 3}


def test_a_second_run_repeats_the_first_without_asking(tmp_path: Path) -> None:
    with ModelServer().running() as server:
        first = propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")
        server.script = lambda lines: entries(*("This is a tray." for _ in lines))
        second = propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")

    assert second.words == first.words
    assert (first.from_memory, second.from_memory) == (False, True)
    assert len(server.requests) == 1


def test_another_model_is_asked_anew(tmp_path: Path) -> None:
    with ModelServer().running() as server:
        for model in MODELS[:2]:
            propose(left(TRAY), settings_for(server, model), tmp_path / "m.sqlite")

    assert len(server.requests) == 2


def test_a_reply_that_cannot_be_used_is_not_kept(tmp_path: Path) -> None:
    with ModelServer("wrong types").running() as server:
        propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")
        server.script = SCRIPTS["good"]
        again = propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")

    assert plain(again) == ["This is probably a tray."]


def test_every_send_is_listed_with_its_text_and_its_ending(tmp_path: Path) -> None:
    with ModelServer("flaky").running() as server:
        propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")
    with Kept.open(tmp_path / "m.sqlite") as kept:
        sends = kept.sends()

    assert [(each.ending, each.bytes) for each in sends] == [
        ("server error", len(server.requests[0])),
        ("answered", len(server.requests[1])),
    ]
    assert {each.address for each in sends} == {server.address.removeprefix("http://")}
    assert [each.text for each in sends] == server.texts
    assert (tmp_path / "m.sqlite").stat().st_mode & 0o077 == 0


def test_a_server_that_keeps_failing_is_left_alone_for_a_while(tmp_path: Path) -> None:
    with ModelServer("500").running() as server:
        for _ in range(2):
            propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")
        asked = len(server.requests)
        proposals = propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")

    assert len(server.requests) == asked
    assert "left alone for a minute" in proposals.trouble


@pytest.mark.parametrize("model", MODELS)
def test_no_server_is_no_words_and_no_wait(model: str, tmp_path: Path) -> None:
    with ModelServer().running() as server:
        gone = settings_for(server, model)

    proposals = propose(left(TRAY), gone, tmp_path / "m.sqlite")

    assert plain(proposals) == [None]
    assert proposals.trouble == "its server was not reached; start it, or correct api_base"
    with Kept.open(tmp_path / "m.sqlite") as kept:
        assert {(each.bytes, each.ending) for each in kept.sends()} == {(0, "not reached")}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"tokens": 100}, "the budget of 100 tokens for a case would not do; raise tokens"),
        ({"api_base": "https://models.example"}, "models.example is another machine"),
        ({"api_base": "http://models.example", "allow_hosts": ("models.example",)}, "could be read on their way"),
        ({"api_base": "ftp://127.0.0.1"}, "api_base is no address of a server"),
        ({"api_base": "http://127.0.0.1.models.example"}, "is another machine"),
        ({"api_base": "http://127.0.0.1@models.example"}, "api_base is no address of a server"),
        (
            {"model": MODELS[1], "api_base": "https://models.example", "allow_hosts": ("models.example",)},
            "litellm has no price for openai/scripted",
        ),
    ],
)
def test_nothing_is_sent_beyond_the_settings(changes: dict[str, Any], told: str, tmp_path: Path) -> None:
    with ModelServer().running() as server:
        proposals = propose(left(TRAY), settings_for(server, **changes), tmp_path / "m.sqlite")

    assert told in proposals.trouble
    assert not server.requests
    with Kept.open(tmp_path / "m.sqlite") as kept:
        assert not kept.sends()


def test_a_case_that_may_cost_too_much_on_another_machine_is_not_sent(tmp_path: Path) -> None:
    dear = ModelSettings(
        model="openai/gpt-4", api_base="https://models.example", allow_hosts=("models.example",), dollars=0.001
    )

    proposals = propose(left(TRAY), dear, tmp_path / "m.sqlite")

    assert proposals.trouble == "one case might cost more than 0.001 dollars; raise dollars"


def test_where_the_list_of_sends_cannot_be_kept_nothing_is_sent(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("a file")
    with ModelServer().running() as server:
        proposals = propose(left(TRAY), settings_for(server), tmp_path / "in-the-way" / "m.sqlite")

    assert not server.requests
    assert "nothing is sent" in proposals.trouble


@pytest.mark.parametrize("mode", ["good", "500", "instructions obeyed", "wrong types"])
def test_no_word_of_a_line_or_of_a_reply_is_logged(
    mode: str, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    with ModelServer(mode).running() as server:
        proposals = propose(left(TRAY), settings_for(server), tmp_path / "m.sqlite")
        (sent,) = set(server.texts)

    told = f"{caplog.text} {' '.join(capfd.readouterr())} {proposals.trouble}"
    assert "TRAY" in sent
    assert not any(word in told for word in ("TRAY", "must not pay", "tray"))
