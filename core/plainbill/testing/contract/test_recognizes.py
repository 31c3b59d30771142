"""Recognizes: its own samples, alone, and as the golden files beside them say."""

import pytest

from plainbill.engine.recognizing import CLAIM
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.reading.print_index import PrintIndex
from plainbill.settings import PluginSettings
from plainbill.testing.doubles import make_page
from plainbill.testing.goldens import golden_of, told_of
from plainbill.testing.subject import Subject


@pytest.fixture
def recognizing(loaded: Subject) -> Subject:
    """The plugin, where it says whose papers they are."""
    if "recognize_document" not in loaded.status.hooks:
        pytest.skip("it recognizes no papers")
    return loaded


def test_it_has_samples(recognizing: Subject) -> None:
    """A made-up paper or more, in the folder `samples` of its package."""
    assert recognizing.samples(), "put a made-up paper into the folder samples of its package"


def test_every_sample_of_text_is_recognized_by_this_plugin_alone(recognizing: Subject) -> None:
    """Two that claim one paper leave it to nobody."""
    chosen = PluginSettings(mode="listed", allow=(recognizing.name,))
    plugins = Plugins(load_plugins(chosen), lambda failure: None)
    for sample in recognizing.samples():
        if sample.suffix == ".txt":
            page = make_page(sample.read_text(encoding="utf-8"))
            claims = plugins.recognize_document([page], PrintIndex([page]))
            sure = [claim.plugin for claim in claims if claim.confidence >= CLAIM]
            assert sure == [recognizing.name], f"{sample.name} is claimed by {', '.join(sure) or 'nobody'}"


def test_every_sample_is_read_as_its_golden_file_says(loaded: Subject) -> None:
    """Somebody looked at what is read; a change has to be looked at again."""
    engine = loaded.engine() if loaded.samples() else None
    for sample in loaded.samples():
        assert engine is not None
        told = f"run `plainbill plugins bless {loaded.name}` and read what it writes"
        assert golden_of(sample).is_file(), f"{sample.name} has no golden file; {told}"
        assert told_of(sample, engine) == golden_of(sample).read_text(encoding="utf-8"), f"{sample.name}: {told}"
