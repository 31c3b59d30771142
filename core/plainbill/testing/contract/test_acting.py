"""Acting: whom to call, days and exports rest on the papers or on a page that is named, and papers stay plain text."""

import csv
import html.parser
import io

import pytest

from plainbill.plugins.asking import Plugins
from plainbill.plugins.records import Failure
from plainbill.testing.cases import make_case
from plainbill.testing.doubles import FixedClock
from plainbill.testing.driving import advice_on, exported
from plainbill.testing.subject import Subject
from plainbill.testing.surroundings import touched

HOSTILE = "=1+1 <script>alert(1)</script> {{ 7*7 }} #panic() & \\ $x$"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture
def exporting(loaded: Subject) -> Subject:
    """The plugin, where it writes files."""
    if "register_exporters" not in loaded.status.hooks:
        pytest.skip("it writes no files")
    return loaded


def _unfounded(failures: list[Failure], hook: str) -> list[str]:
    return [failure.where for failure in failures if failure.hook == hook]


def test_a_contact_stands_on_the_paper_or_on_a_page_that_was_read(loaded: Subject) -> None:
    """Its facts are on the paper, or it says where its number was read, and on which day."""
    plugins, failures = loaded.alone()
    advice_on(loaded.name, plugins, make_case())
    assert _unfounded(failures, "find_contacts") == []


def test_it_has_no_number_for_a_plan_that_does_not_exist(loaded: Subject) -> None:
    """Somebody would call another plan, and tell it what is on the paper."""
    plugins, _ = loaded.alone()
    contacts = advice_on(loaded.name, plugins, make_case()).contacts
    assert [each.phone or each.address for each in contacts if each.desk == "payer" and not each.facts] == []


def test_a_day_is_counted_from_what_the_paper_prints(loaded: Subject) -> None:
    """It names the printed date, and where its rule stands."""
    plugins, failures = loaded.alone()
    advice_on(loaded.name, plugins, make_case())
    assert _unfounded(failures, "find_deadlines") == []


def test_without_a_printed_date_it_gives_no_day(loaded: Subject) -> None:
    """A day that nobody printed is made up; the length of time is all that is known then."""
    plugins, _ = loaded.alone()
    days = advice_on(loaded.name, plugins, make_case(dated=False)).deadlines
    assert [each.title for each in days if each.date is not None] == []


def test_today_counts_days_and_changes_nothing_else(loaded: Subject) -> None:
    """The last day is the same on whatever day somebody looks."""
    plugins, _ = loaded.alone()
    without = advice_on(loaded.name, plugins, make_case()).deadlines
    told = advice_on(loaded.name, plugins, make_case(), FixedClock().today()).deadlines
    assert [each.but(days_left=None) for each in told] == list(without)
    for each in told:
        left = (each.date - FixedClock().today()).days if each.date else None
        assert each.days_left in (None, left), f"{each.title}: {left} days are left"


def test_exporters_write_every_file_and_the_same_again(exporting: Subject) -> None:
    """No exporter fails, each has a name and a suffix of its own, and two runs give the same bytes."""
    plugins, failures = exporting.alone()
    exporters = [each.answer for each in plugins.exporters()]
    files = exported(plugins, make_case())
    assert failures == []
    assert all(each.suffix.startswith(".") and "/" in each.media_type for each in exporters)
    for each in exporters:
        assert any(path.endswith(each.suffix) for path in files), f"{each.name} writes nothing"
    assert exported(exporting.alone()[0], make_case()) == files


def test_exporters_touch_neither_the_network_nor_files_and_print_nothing(
    exporting: Subject, capfd: pytest.CaptureFixture[str]
) -> None:
    """They hand back bytes; the engine writes them where the person said."""
    plugins, _ = exporting.alone()
    exported(plugins, make_case())
    capfd.readouterr()
    with touched() as heard:
        exported(plugins, make_case())
    assert heard == []
    assert capfd.readouterr().out == ""


def test_words_that_look_like_tags_come_out_as_words(exporting: Subject) -> None:
    """A page holds no tag that a paper printed, and no exporter fails on such words."""
    plugins, failures = exporting.alone()
    for path, content in _written(plugins, "text/html"):
        assert "script" not in _tags(content.decode()), f"{path} holds a tag of the paper's"
    assert failures == []


def test_words_that_look_like_formulas_come_out_as_words(exporting: Subject) -> None:
    """A spreadsheet works out nothing that a paper printed."""
    plugins, _ = exporting.alone()
    for path, content in _written(plugins, "text/csv"):
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
        assert not [cell for row in rows for cell in row if cell.startswith(_FORMULA)], f"{path} holds a formula"


def _written(plugins: Plugins, media_type: str) -> list[tuple[str, bytes]]:
    """The files of one kind about papers with hostile words."""
    suffixes = tuple(each.answer.suffix for each in plugins.exporters() if each.answer.media_type == media_type)
    files = exported(plugins, make_case(HOSTILE))
    return [(path, content) for path, content in files.items() if path.endswith(suffixes)]


class _Tags(html.parser.HTMLParser):
    """Collects the tags of a page, styles of its own aside."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)


def _tags(page: str) -> set[str]:
    reading = _Tags()
    reading.feed(page)
    return reading.found
