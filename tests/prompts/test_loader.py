"""Prompts are found by name and version, and a released one stays as it is."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from plainbill_prompts import PromptMissing, load, versions

RELEASED = json.loads((Path(__file__).parent / "released.json").read_text(encoding="utf-8"))
SHIPPED = sorted(
    entry.name for entry in files("plainbill_prompts").iterdir() if entry.name.endswith((".md", ".schema.json"))
)
NAMES = sorted({name.split(".v")[0] for name in SHIPPED})


def test_a_prompt_comes_with_its_text_and_schema() -> None:
    prompt = load("describe_lines", 1)

    assert (prompt.name, prompt.version) == ("describe_lines", 1)
    assert "{{fenced:lines}}" in prompt.text
    assert prompt.schema["additionalProperties"] is False


def test_the_newest_version_comes_where_none_is_named() -> None:
    assert load("describe_lines").version == max(versions("describe_lines"))


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(PromptMissing, match="no prompt is called 'describe_everything'"):
        load("describe_everything")


def test_an_unknown_version_is_told_with_those_there_are() -> None:
    with pytest.raises(PromptMissing, match=r"describe_lines\.v999 is not here; describe_lines\.v1"):
        load("describe_lines", 999)


@pytest.mark.parametrize("name", ["../describe_lines", "describe_lines.v1.md", "", ".*"])
def test_a_name_cannot_reach_other_files(name: str) -> None:
    with pytest.raises(PromptMissing):
        load(name)


def test_a_prompt_cannot_be_changed() -> None:
    prompt = load("describe_lines")

    with pytest.raises(TypeError):
        prompt.schema["additionalProperties"] = True  # type: ignore[index]  # what the test is about


@pytest.mark.parametrize("name", NAMES)
def test_every_version_of_a_prompt_has_a_valid_schema_that_refers_to_itself_only(name: str) -> None:
    for version in versions(name):
        schema = load(name, version).schema

        jsonschema.Draft202012Validator.check_schema(dict(schema))
        assert '"$ref": "http' not in json.dumps(dict(schema))


def test_a_released_version_is_never_edited() -> None:
    package = files("plainbill_prompts")

    now = {name: hashlib.sha256(package.joinpath(name).read_bytes()).hexdigest() for name in SHIPPED}

    # A change to wording or schema is a new version: describe_lines.v2.md, with its own line in released.json.
    assert now == RELEASED
