"""A reply that is not what the prompt asked for is refused, without its words reaching the message."""

import json

import pytest

from plainbill_prompts import ReplyRefused, load, read_reply

PROMPT = load("describe_line", 1)
GOOD: dict[str, object] = {
    "plain": "This is probably a sterile supply used once during your care.",
    "alternatives": ["It may be a kit for putting in a line."],
    "cannot_say": False,
}
EMPTY: dict[str, object] = {"plain": "", "alternatives": [], "cannot_say": True}


@pytest.mark.parametrize("reply", [GOOD, EMPTY])
def test_a_reply_as_asked_for_is_read(reply: dict[str, object]) -> None:
    assert read_reply(PROMPT, json.dumps(reply)) == reply


@pytest.mark.parametrize(
    "change",
    [
        {"plain": "This test costs 125 dollars."},
        {"plain": "This is code ٣."},
        {"plain": "You owe nothing, $ back."},
        {"plain": "See <b>here</b>."},
        {"plain": "![x](here)"},
        {"plain": "Words that go on.\n"},
        {"plain": "word " * 61},
        {"plain": ""},
        {"plain": None},
        {"alternatives": ["", "one"]},
        {"alternatives": ["a", "b", "c", "d"]},
        {"alternatives": ["take 2"]},
        {"alternatives": "one"},
        {"cannot_say": "no"},
        {"cannot_say": True},
        {"code": "99213"},
    ],
)
def test_a_reply_that_breaks_the_schema_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ReplyRefused):
        read_reply(PROMPT, json.dumps(GOOD | change))


@pytest.mark.parametrize("missing", sorted(GOOD))
def test_a_reply_that_leaves_something_out_is_refused(missing: str) -> None:
    reply = {key: value for key, value in GOOD.items() if key != missing}

    with pytest.raises(ReplyRefused):
        read_reply(PROMPT, json.dumps(reply))


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "null",
        "[]",
        "Sure! " + json.dumps(GOOD),
        f"```json\n{json.dumps(GOOD)}\n```",
        json.dumps(GOOD)[:-1],
        json.dumps(GOOD)[:-1] + ', "plain": "Pay now."}',
        "[" * 15_000,
        json.dumps(GOOD) + " " * 20_000,
    ],
)
def test_a_reply_that_is_not_one_object_is_refused(reply: str) -> None:
    with pytest.raises(ReplyRefused):
        read_reply(PROMPT, reply)


def test_the_message_names_the_rule_and_not_the_words() -> None:
    with pytest.raises(ReplyRefused) as refused:
        read_reply(PROMPT, json.dumps(GOOD | {"plain": "Jane Roe owes 12 dollars", "secret": "Jane"}))

    assert str(refused.value) == "$.plain: pattern; $: additionalProperties"
