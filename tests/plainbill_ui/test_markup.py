from plainbill_ui.markup import Markup, join, tag
from tests.plainbill_ui.explanation import HOSTILE


def test_printed_text_cannot_open_an_element() -> None:
    assert "<img" not in tag("p", HOSTILE)


def test_printed_text_cannot_leave_an_attribute() -> None:
    assert tag("img", alt='"><script>') == '<img alt="&quot;&gt;&lt;script&gt;">'


def test_elements_built_here_stay_elements() -> None:
    assert tag("p", tag("strong", "a & b"), " < c") == "<p><strong>a &amp; b</strong> &lt; c</p>"


def test_text_joined_to_markup_is_escaped() -> None:
    assert join(Markup("<br>"), "<br>") == "<br>&lt;br&gt;"


def test_names_of_attributes_are_written_as_html_has_them() -> None:
    assert tag("p", class_="a", aria_label="b") == '<p class="a" aria-label="b"></p>'
