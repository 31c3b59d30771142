"""Privacy: samples are made up, and neither a log nor an exception quotes a paper."""

import logging
import re

import pytest

from plainbill.plugins.loading import load_plugins
from plainbill.reading.print_index import PrintIndex
from plainbill.testing.doubles import make_page
from plainbill.testing.driving import ask_everything
from plainbill.testing.paper_texts import paper_texts
from plainbill.testing.subject import Subject

# Shapes of numbers that belong to somebody, with the ranges that nobody is given left out.
REAL = {
    "a social security number": re.compile(r"\b(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b"),
    "a telephone number that is not made up (use 555-0100 to 555-0199)": re.compile(
        r"(?<![\d-])\(?[2-9]\d{2}\)?[-. ]{0,2}(?!555[-. ]?01\d\d)[2-9]\d{2}[-.]\d{4}\b(?<!1-8\d\d-\d{3}-\d{4})"
    ),
    "an electronic mail address that is not made up (use example.com)": re.compile(
        r"[\w.+-]+@(?![\w.-]*example\.)[\w-]+\.[a-z]{2,}"
    ),
    "a credit card number": re.compile(r"\b(?:\d{4}[ -]){3}\d{4}\b"),
}
# Numbers for everybody, such as 1-800-MEDICARE, may stand on a sample.
FREE = re.compile(r"1?[-. (]*8(?:00|33|44|55|66|77|88)[-. )]+\d{3}[-.]\d{4}")
SECRET = ("Wilhelmina", "Thaddeus", "Ignatius", "Larkspur", "QM 4417 0092", "LF-20418")


def test_samples_hold_nothing_that_belongs_to_somebody(subject: Subject) -> None:
    """A sample is published with the plugin."""
    for sample in subject.samples():
        if sample.suffix in {".txt", ".json", ".toml"}:
            text = FREE.sub("", sample.read_text(encoding="utf-8"))
            found = [what for what, shape in REAL.items() if shape.search(text)]
            assert not found, f"{sample.name} holds what looks like {', '.join(found)}"


def test_no_log_quotes_a_paper(loaded: Subject, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever keeps logs does not keep bills."""
    with caplog.at_level(logging.DEBUG):
        for text in paper_texts().values():
            ask_everything(loaded, [make_page(text)])
    assert [record.name for record in caplog.records if any(word in record.getMessage() for word in SECRET)] == []


def test_no_exception_quotes_a_paper(loaded: Subject) -> None:
    """Its message may end in a report that somebody sends."""
    manager = load_plugins(entries=[loaded.entry]).manager
    page = make_page(paper_texts()["clinic-bill"])
    given = {"pages": (page,), "printed": PrintIndex((page,)), "page": page, "recognition": None, "settings": None}
    for hook in ("recognize_document", "lay_out_page"):
        for implementation in getattr(manager.hook, hook).get_hookimpls():
            try:
                implementation.function(*(given[name] for name in implementation.argnames))
            except Exception as error:  # noqa: BLE001  # any exception of a plugin is looked at
                assert not any(word in str(error) for word in SECRET), f"{hook} quotes the paper in its exception"
