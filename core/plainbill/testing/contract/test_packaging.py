"""Packaging: a name of its own, quick to import, with a hook API number and a license."""

import json
import re
import subprocess
import sys
from importlib.metadata import distribution

from plainbill import HOOK_API
from plainbill.plugins.interface_number import ATTRIBUTE
from plainbill.settings import PluginSettings
from plainbill.testing.subject import Subject

IMPORT_BAR_S = 0.3
HEAVY = ("cv2", "litellm", "onnxruntime", "openvino", "pytesseract", "rapidocr", "spacy", "streamlit", "torch")
_SLUG = re.compile(r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
# plainbill itself is there already when a plugin is imported.
_TIME_IMPORT = """
import importlib, json, sys, time
import plainbill.case, plainbill.plugins.hookspecs, plainbill.plugins.records
start = time.process_time()
importlib.import_module(sys.argv[1])
print(json.dumps([time.process_time() - start, sorted(sys.modules)]))
"""


def test_the_name_is_a_plain_word_and_nobody_elses(subject: Subject) -> None:
    """Entry points share one list of names, and tables of the settings have them too."""
    assert _SLUG.match(subject.name), "name it in small letters and digits, with hyphens between"
    assert subject.name not in PluginSettings.model_fields, f"{subject.name} is a key of the settings; choose another"
    assert len(subject.sharing) == 1, f"several distributions have this name: {', '.join(subject.sharing)}"


def test_the_package_is_named_for_the_plugin(subject: Subject) -> None:
    """So that whoever sees one finds the other."""
    assert subject.entry.module.partition(".")[0] == f"plainbill_{subject.name.replace('-', '_')}"


def test_importing_it_is_quick_and_pulls_nothing_heavy(subject: Subject) -> None:
    """Everybody waits for it, also those who do not use it."""
    command = [sys.executable, "-c", _TIME_IMPORT, subject.entry.module]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seconds, modules = json.loads(done.stdout.splitlines()[-1])
    assert not set(HEAVY) & set(modules), "import these inside the functions that need them"
    assert seconds < IMPORT_BAR_S


def test_it_says_which_hooks_it_was_written_for(loaded: Subject) -> None:
    """A plugin for other hooks is told apart before anything goes wrong."""
    assert getattr(loaded.module(), ATTRIBUTE, None) == HOOK_API, f"write {ATTRIBUTE} = {HOOK_API} beside its functions"


def test_its_distribution_has_a_license(subject: Subject) -> None:
    """Nobody may use what has none."""
    told = distribution(subject.status.distribution).metadata
    classifiers = [each for each in told.get_all("Classifier") or () if each.startswith("License ::")]
    assert told["License-Expression"] or told["License"] or classifiers, "name its license in pyproject.toml"
