"""A reply that is not what the prompt asked for is refused, without its words reaching the message."""

import json

import pytest

from plainbill_prompts import ReplyRefused, load, read_reply

PROMPT = load("describe_lines", 1)
LINE: dict[str, object] = {"number": 1, "plain": "This is probably a clean supply.", "cannot_say": False}
GOOD: dict[str, object] = {"lines": [LINE]}


@pytest.mark.parametrize("lines", [[LINE], [], [LINE | {"plain": "", "cannot_say": True}]])
def test_a_reply_as_asked_for_is_read(lines: list[dict[str, object]]) -> None:
    assert read_reply(PROMPT, json.dumps({"lines": lines})) == {"lines": lines}


@pytest.mark.parametrize(
    "change",
    [
        {"plain": "word " * 61},
        {"plain": None},
        {"number": "1"},
        {"number": 0},
        {"number": 1.5},
        {"cannot_say": "no"},
        {"group": "lab"},
    ],
)
def test_a_reply_that_breaks_the_schema_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ReplyRefused):
        read_reply(PROMPT, json.dumps({"lines": [LINE | change]}))


@pytest.mark.parametrize("missing", sorted(LINE))
def test_a_reply_that_leaves_something_out_is_refused(missing: str) -> None:
    line = {key: value for key, value in LINE.items() if key != missing}

    with pytest.raises(ReplyRefused):
        read_reply(PROMPT, json.dumps({"lines": [line]}))


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "null",
        "[]",
        "Sure! " + json.dumps(GOOD),
        f"```json\n{json.dumps(GOOD)}\n```",
        json.dumps(GOOD)[:-1],
        json.dumps(GOOD)[:-1] + ', "lines": []}',
        "[" * 15_000,
        json.dumps(GOOD) + " " * 20_000,
    ],
)
def test_a_reply_that_is_not_one_object_is_refused(reply: str) -> None:
    with pytest.raises(ReplyRefused):
        read_reply(PROMPT, reply)


def test_the_message_names_the_rule_and_not_the_words() -> None:
    with pytest.raises(ReplyRefused) as refused:
        read_reply(PROMPT, json.dumps(GOOD | {"lines": "Jane Roe owes 12 dollars", "secret": "Jane"}))

    assert str(refused.value) == "$.lines: type; $: additionalProperties"
