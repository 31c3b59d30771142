"""Screens that look again by themselves, and the way off them.

The browser goes on asking for the part that looks again until it hears of another screen. A request that is on its way
then is answered by Streamlit after the other screen was drawn, as a part of the screen that was left, and the browser
clears what stands. So nobody goes straight from such a screen: it is taken down first, and the browser says when it
has stopped asking; what it says comes behind everything that it asked for.
"""

from collections.abc import Callable
from typing import ParamSpec

import streamlit as st

from plainbill_ui.cards import page
from plainbill_ui.languages import _
from plainbill_ui.markup import label, tag

# The browser may still ask for a part of a screen; what is held is the screen to go to, with the names in its address.
ASKING, GOING = "browser_asks", "on_the_way"
# Milliseconds until the browser says again that it has stopped asking, where nothing came of it.
AGAIN_MS = 2000
Told = ParamSpec("Told")
_JS = """
export default function({data, parentElement, setTriggerValue}) {
  const tell = () => setTriggerValue('told', true);
  clearInterval(parentElement.telling);
  parentElement.telling = setInterval(() => parentElement.isConnected && tell(), data.every);
  if (data.now) tell();
  return () => clearInterval(parentElement.telling);
}
"""


def look_again(show: Callable[Told, None], every_s: float | None) -> Callable[Told, None]:
    """Return what shows a part of a screen, then again every so many seconds; only once where that is None."""
    if every_s is not None:
        st.session_state[ASKING] = True
    return st.fragment(show, run_every=every_s)


def look_at_all_again(every_s: float) -> None:
    """Have the whole screen shown again every so many seconds, whatever became of the parts that look by themselves."""
    _browser_tells("look_at_all", every_ms=round(every_s * 1000))


def has_to_wait(name: str, named: dict[str, str]) -> bool:
    """Return whether the browser may still ask for a part of this screen; if so, where to go is held until it stops."""
    if ASKING not in st.session_state:
        return False
    st.session_state[GOING] = (name, named)
    return True


def is_on_the_way() -> bool:
    """True where somebody leaves a screen that the browser may still ask for."""
    return GOING in st.session_state


def show_the_way() -> tuple[str, dict[str, str]] | None:
    """Return where to go, once the browser has stopped asking; until then show a way to go on by hand, return None.

    The run goes on to its end in both: one that is stopped keeps the parts of the screen that was left.
    """
    told = _browser_tells("stopped_asking", every_ms=AGAIN_MS, now=True)
    st.html(page(tag("h1", _("One moment"))))
    if not st.button(label(_("Go on")), key="go_on", type="primary", width="stretch") and not told:
        return None
    del st.session_state[ASKING]
    going: tuple[str, dict[str, str]] = st.session_state.pop(GOING)
    return going


def _browser_tells(key: str, *, every_ms: int, now: bool = False) -> bool:
    """Return whether it is the browser that had the screen shown now, as it does every so often."""
    component = st.components.v2.component("plainbill_telling", html="<span></span>", js=_JS)
    return bool(component(data={"every": every_ms, "now": now}, key=key, on_told_change=lambda: None).told)
