"""What the README shows is what comes out."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def in_one_line(text: str) -> str:
    """The words without the line breaks, which depend on the width of the terminal."""
    return " ".join(text.split())


def test_the_output_in_the_readme_is_what_the_command_prints() -> None:
    shown = re.search(r"```\n\$ plainbill (.+)\n((?:.+\n|\n)+?)```", README)
    assert shown, "the README shows no command with its output"
    command = [str(Path(sys.executable).with_name("plainbill")), *shown[1].split()]

    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    passages = [in_one_line(passage) for passage in shown[2].split("…")]
    assert [passage for passage in passages if passage not in in_one_line(printed)] == []
