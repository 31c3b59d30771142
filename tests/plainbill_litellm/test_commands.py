"""The commands with a model switched on, and without one, each as a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.plainbill_litellm.serving import ModelServer, entries

GUESS = "This is probably a thing for the wound."
PLAINBILL = "from plainbill.cli import main; main()"
# Importing litellm alone takes seconds, and many where other programs work too.
pytestmark = pytest.mark.timeout(120, func_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A working folder with settings that switch the model of a server on."""

    folder: Path
    server: ModelServer

    def run(self, *arguments: str, code: str = PLAINBILL) -> "subprocess.CompletedProcess[str]":
        """Run plainbill there."""
        environment = os.environ | {"XDG_DATA_HOME": str(self.folder), "OPENAI_API_BASE": "http://192.0.2.1"}
        environment["PYTHONPATH"] = os.pathsep.join(str(Path(each).resolve()) for each in sys.path if each)
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A folder with settings, a case and a list of charges."""
    with ModelServer(script=lambda lines: entries(*(GUESS for _ in lines))).running() as server:
        own = f'[plugins.litellm]\nmodel = "ollama_chat/scripted"\napi_base = "{server.address}"\n'
        (tmp_path / "plainbill.toml").write_text(own)
        (tmp_path / "charges.txt").write_text("WOUND ZQ\nMRI BRAIN W/O\n")
        line = {"id": "1", "description": "WOUND ZQ Jane Roe", "charge": "5.00"}
        case = {"documents": [{"id": "b", "kind": "bill", "patient": {"name": "Jane Roe"}, "lines": [line]}]}
        (tmp_path / "case.json").write_text(json.dumps(case))
        yield Place(folder=tmp_path, server=server)


def test_a_preview_prints_what_would_be_sent_and_sends_nothing(place: Place) -> None:
    done = place.run("model", "preview", "case.json")

    assert done.returncode == 0
    assert "1. words: WOUND [?]" in done.stdout
    assert "Jane" not in done.stdout
    assert not place.server.requests


def test_describe_shows_every_word_before_it_is_sent_and_marks_what_comes_back(place: Place) -> None:
    done = place.run("describe", "WOUND ZQ")

    assert done.returncode == 0
    (sent,) = place.server.texts
    assert sent.strip() in done.stderr
    assert "on this machine" in done.stderr
    assert f"A language model guesses, and nobody has checked it: {GUESS}" in " ".join(done.stdout.split())


def test_a_second_run_says_the_same_without_litellm_and_without_a_request(place: Place) -> None:
    first = place.run("describe", "WOUND ZQ", "--json")
    told = "\nimport sys\nsys.exit(3 if 'litellm' in sys.modules else 0)"
    second = place.run("describe", "WOUND ZQ", "--json", code=f"import atexit\n{PLAINBILL}{told}")

    assert second.returncode == 0
    assert second.stdout == first.stdout
    assert len(place.server.requests) == 1
    assert second.stderr == ""


def test_words_that_somebody_accepted_are_said_without_asking_the_model_again(place: Place) -> None:
    explained = place.run("describe", "WOUND ZQ", "--json")
    (said,) = json.loads(explained.stdout)["translations"]
    review = {"by": "A. Adler", "at": "2026-11-28T10:00:00+00:00", "status": "edited", "plain": GUESS}
    reviewed = {
        "case": json.loads((place.folder / "case.json").read_text()),
        "translations": [said | {"line": "b:1", "review": review}],
    }
    (place.folder / "report.json").write_text(json.dumps(reviewed))

    accepted = place.run("dictionary", "accept", "report.json", "--here")
    place.run("model", "forget")
    (again,) = json.loads(place.run("describe", "WOUND XK", "--json").stdout)["translations"]

    assert accepted.returncode == 0, accepted.stderr
    kept = (place.folder / "plainbill" / "accepted.tsv").read_text()
    assert not any(word in kept for word in ("Jane", "Roe", "ZQ", "5.00"))
    assert (again["plain"], again["vague"], again["review"]["by"]) == (GUESS, False, "A. Adler")
    assert len(place.server.requests) == 1
    assert place.run("model", "preview", "case.json").stdout.startswith("nothing would be sent")


def test_doctor_tries_the_model_with_a_made_up_line(place: Place) -> None:
    place.server.script = lambda lines: entries("This is probably a tray.")

    done = place.run("doctor", "--llm", "--json")

    (check,) = [each for each in json.loads(done.stdout)["checks"] if each["name"] == "model ollama_chat/scripted"]
    assert check["works"] is True
    assert check["why"].startswith("reached on this machine in ")
    assert check["why"].endswith("kept to the schema, and its words passed the checks")
    assert place.server.texts[0].strip() in done.stderr


def test_doctor_says_what_is_wrong_with_a_model_that_is_not_there(place: Place) -> None:
    place.server.mode = "500"

    done = place.run("doctor", "--llm")

    assert done.returncode == 0
    assert "does not work  model ollama_chat/scripted: its server failed" in done.stdout


def test_suggest_gives_an_editor_rows_for_what_no_table_explains(place: Place) -> None:
    done = place.run("dictionary", "suggest", "charges.txt")

    head, row = done.stdout.splitlines()
    assert head.split("\t") == ["key", "plain", "group", "source"]
    assert row.split("\t")[:3] == ["WOUND ZQ", GUESS, "other"]


def test_what_was_sent_is_listed_until_it_is_forgotten(place: Place) -> None:
    place.run("describe", "WOUND ZQ")

    (sent,) = json.loads(place.run("model", "sent", "--json").stdout)["sent"]
    assert (sent["text"], sent["bytes"]) == (place.server.texts[0], len(place.server.requests[0]))
    assert place.run("model", "forget").returncode == 0
    assert place.run("model", "sent").stdout == "nothing was sent\n"


def test_a_model_that_plainbill_cannot_hold_is_refused_with_those_it_can(place: Place) -> None:
    (place.folder / "plainbill.toml").write_text('[plugins.litellm]\nmodel = "anthropic/some"\n')

    done = place.run("describe", "WOUND ZQ")

    assert done.returncode == 1
    assert "plugins.litellm.model" in done.stderr
    assert "ollama_chat" in done.stderr


def test_without_litellm_the_model_says_how_to_install_it(place: Place) -> None:
    done = place.run("describe", "WOUND ZQ", code=f"import sys\nsys.modules['litellm'] = None\n{PLAINBILL}")

    assert done.returncode == 0
    assert 'install it with pip install "plainbill[llm]"' in done.stderr


OFF = """
import sys
sockets = []
# Libraries try at their import whether this machine has IPv6; that binds a socket and reaches nobody.
leaving = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")
sys.addaudithook(lambda event, args: sockets.append(event) if event in leaving else None)
try:
    from plainbill.cli import main
    main()
finally:
    assert not sockets, sockets
    assert not {"litellm", "openai", "plainbill_prompts", "sqlite3"} & set(sys.modules)
"""


def test_with_the_model_off_there_is_no_litellm_and_no_socket(place: Place) -> None:
    (place.folder / "plainbill.toml").unlink()

    done = place.run("describe", "WOUND ZQ", "MISC SUPPLIES", code=OFF)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "command", [["model", "sent"], ["model", "preview", "case.json"], ["dictionary", "suggest", "charges.txt"]]
)
def test_commands_about_a_model_say_so_where_none_is_switched_on(place: Place, command: list[str]) -> None:
    (place.folder / "plainbill.toml").unlink()

    done = place.run(*command)

    assert (done.returncode, done.stdout) == (1, "")
    assert "no model is switched on" in done.stderr
