"""Who is looking: the case behind the browser's cookie, and the screen that fits where it stands."""

from collections.abc import Sequence

import streamlit as st

from plainbill.store import ReadingState, StoredCase
from plainbill_ui.languages import N_, _
from plainbill_ui.leaving import has_to_wait
from plainbill_ui.markup import label, tag
from plainbill_ui.protection import COOKIE, valid_cookie
from plainbill_ui.services import Services, now, services

GONE = N_("Your papers are not here any more. They were deleted, or their time was over. You can begin again.")
HOME: dict[ReadingState, str] = {"new": "start", "failed": "start", "reading": "reading", "done": "answer"}


def current_case() -> StoredCase | None:
    """Return the visitor's case, None where there is none yet or where it has expired."""
    cookie = valid_cookie(st.context.cookies.get(COOKIE))
    return None if cookie is None else services().store.case_of(cookie, now=now())


def case_to_fill(opened: Services) -> StoredCase | None:
    """Return the visitor's case, made now where there is none; None for a browser that keeps no cookies."""
    cookie = valid_cookie(st.context.cookies.get(COOKIE))
    if cookie is None:
        return None
    return opened.store.create_case(cookie, now=now(), keep_days=opened.settings.store.expire_days)


def add_files(files: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
    """Keep files in the visitor's case; return a sentence for each one that was not kept."""
    opened = services()
    case = case_to_fill(opened)
    if case is None:
        return (
            _(
                "Your browser keeps no cookies from this page, so we cannot keep your papers. "
                "Allow cookies, then reload."
            ),
        )
    empty = [name for name, content in files if not content]
    already = opened.store.add_files(case.id, [(name, content) for name, content in files if content])
    return (
        *(_("{name} is empty. Take the photo again, or choose another file.").format(name=name) for name in empty),
        *_kept_once(already),
    )


def _kept_once(already: Sequence[str]) -> tuple[str, ...]:
    """Return one sentence about files that were there already, however many they are."""
    if len(already) > 1:
        return (_("{count} of these files are here already. We keep each once.").format(count=len(already)),)
    return tuple(_("{name} is here already. We keep it once.").format(name=name) for name in already)


def settle_complaints() -> None:
    """Say no longer what went wrong with the papers that were given last: somebody went on.

    Until then every run says it, for the next one may come by itself a moment later.
    """
    st.session_state.pop("complaints", None)


def begin_reading(case_id: str) -> None:
    """Have the case read, once, however many tabs ask for it."""
    settle_complaints()
    opened = services()
    if opened.store.begin_reading(case_id):
        opened.pool.submit(case_id)


def go(name: str, **named: str) -> None:
    """Show another screen, about what is named; the names stand in the address and say nothing of a person."""
    if has_to_wait(name, named):
        st.rerun()
    st.switch_page(st.session_state["screens"][name], query_params=named or None)


def button_to(name: str, said: str, *, key: str, main: bool = False, **named: str) -> None:
    """Offer another screen; `said` is the screen's own wording and no printed text."""
    if st.button(label(said), key=key, type="primary" if main else "secondary", width="stretch"):
        go(name, **named)


def go_home(case: StoredCase | None) -> None:
    """Show the screen that fits where the case stands."""
    if case is None:
        go("start")
    elif case.state == "done" and services().store.file_names(case.id):
        go("readable")
    else:
        go(HOME[case.state])


def require(*states: ReadingState) -> StoredCase:
    """Return the visitor's case where it stands as this screen needs it; else show the screen that fits, and stop."""
    case = current_case()
    if case is None:
        st.session_state["complaints"] = (_(GONE),)
    if case is None or case.state not in states:
        go_home(case)
        raise AssertionError("the screen was switched")  # pragma: no cover - go_home does not return
    return case


def delete_link() -> None:
    """Offer to delete everything, at the foot of every screen that holds something."""
    st.html(tag("hr", class_="pb-foot"))
    if st.button(_("Delete everything"), key="delete", type="tertiary"):
        settle_complaints()
        go("delete")
