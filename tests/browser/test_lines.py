"""A bad line between the browser and the server, while a paper is read: the screen gets on by itself all the same."""

from collections.abc import Collection
from dataclasses import dataclass, field

from playwright.sync_api import WebSocketRoute
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.browsing import Open, Visitor
from tests.browser.serving import FIXTURES, Served
from tests.plainbill_ui.explanation import explanation

READING = "We are reading your papers"


@dataclass(kw_only=True)
class Line:
    """What goes over the line; once it is `slow`, nothing arrives until a whole screen was drawn on the server."""

    slow: bool = False
    lost: Collection[str] = ()
    look: bytes = b""
    held: list[bytes] = field(default_factory=list)

    def join(self, page: WebSocketRoute) -> None:
        """Stand between a page and its server."""
        server = page.connect_to_server()
        page.on_message(lambda message: self.to_server(as_bytes(message), server))
        server.on_message(lambda message: self.to_page(as_bytes(message), page, server))

    def to_server(self, message: bytes, server: WebSocketRoute) -> None:
        """Pass on what the page asks for, but for what is lost: looks, or what a part with such a key tells.

        What somebody presses arrives, also where the page tells something else with it.
        """
        asked = BackMsg.FromString(message).rerun_script
        pressed = any(each.trigger_value for each in asked.widget_states.widgets)
        told = [each.id for each in asked.widget_states.widgets if each.json_trigger_value and not pressed]
        if asked.is_auto_rerun:
            self.look = message
        if not any(key in each for key in self.lost for each in (*told, "looks" * asked.is_auto_rerun)):
            server.send(message)

    def to_page(self, message: bytes, page: WebSocketRoute, server: WebSocketRoute) -> None:
        """Pass on what the server says; on a slow line the page goes on asking before it hears of it."""
        if not self.slow:
            page.send(message)
            return
        server.send(self.look)
        self.held.append(message)
        said = ForwardMsg.FromString(message)
        if said.WhichOneof("type") == "script_finished" and said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            self.slow = False
            for each in self.held:
                page.send(each)


def as_bytes(message: str | bytes) -> bytes:
    """Return a message of Streamlit, which is never text."""
    assert isinstance(message, bytes)
    return message


def on_reading(open_as: Open, screen: Served, line: Line, *, faster: int = 1) -> tuple[Visitor, str]:
    """Return somebody whose paper is read, behind a line, and the id of the case; the page looks so much faster."""
    cookie = screen.new_cookie()
    case = screen.case_of(cookie)
    screen.store.add_files(case.id, [("bill.jpg", (FIXTURES / "sample" / "bill.jpg").read_bytes())])
    screen.store.begin_reading(case.id)
    visitor = open_as(cookie=cookie)
    visitor.page.add_init_script(f"(real => setInterval = (f, ms) => real(f, ms / {faster}))(setInterval)")
    visitor.page.route_web_socket("**/_stcore/stream", line.join)
    visitor.page.goto(screen.address)
    visitor.heading(READING)
    visitor.page.get_by_text("Starting").wait_for()
    return visitor, case.id


def wait_for_a_look(visitor: Visitor, line: Line) -> None:
    """Return when the page has asked how far reading is."""
    while not line.look:
        visitor.page.wait_for_timeout(50)


def test_a_look_that_arrives_after_the_answer_was_drawn_does_not_clear_it(open_as: Open, screen: Served) -> None:
    line = Line()
    visitor, case_id = on_reading(open_as, screen, line)
    wait_for_a_look(visitor, line)
    line.slow = True
    screen.store.save_result(case_id, explanation())
    visitor.heading("1 thing worth a question")
    visitor.page.wait_for_timeout(500)

    visitor.heading("1 thing worth a question")
    visitor.press("What to do next", leads_to="What to do next")


def test_what_is_asked_while_somebody_deletes_does_not_clear_the_question(open_as: Open, screen: Served) -> None:
    line = Line()
    visitor, _case_id = on_reading(open_as, screen, line)
    wait_for_a_look(visitor, line)
    visitor.settled()
    line.slow = True
    visitor.page.get_by_role("button", name="Delete everything").click()
    visitor.heading("Delete everything?")
    visitor.page.wait_for_timeout(500)

    visitor.heading("Delete everything?")
    visitor.press("Yes, delete everything", leads_to="Everything is deleted")


def test_where_looks_are_lost_the_screen_looks_anew_and_offers_a_way_on_by_hand(open_as: Open, screen: Served) -> None:
    line = Line(lost={"looks", "stopped_asking"})
    visitor, case_id = on_reading(open_as, screen, line, faster=10)
    wait_for_a_look(visitor, line)
    screen.store.save_result(case_id, explanation())

    visitor.press("Go on", leads_to="1 thing worth a question")
