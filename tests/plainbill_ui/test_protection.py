import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from plainbill_ui.protection import COOKIE_FORM, Protection, content_policy, inline_script_hashes
from tests.plainbill_ui.asking import ask


def answer(_request: object) -> Response:
    return Response("something personal")


@pytest.fixture
def app() -> ASGIApp:
    """A page and a file under protection."""
    page = Starlette(routes=[Route("/", answer), Route("/static/x.js", answer)])
    return Protection(page, script_hashes=("'sha256-x'",), keep_days=30)


def test_the_first_look_brings_a_cookie_that_scripts_and_other_sites_do_not_get(app: ASGIApp) -> None:
    cookie = ask(app, "/").headers["set-cookie"]

    name, value = cookie.split(";")[0].split("=", 1)
    assert name == "plainbill_case"
    assert COOKIE_FORM.fullmatch(value)
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Max-Age=2592000" in cookie


def test_a_cookie_once_given_is_kept(app: ASGIApp) -> None:
    given = ask(app, "/").headers["set-cookie"].split(";")[0]

    assert "set-cookie" not in ask(app, "/", {"cookie": f"_streamlit_xsrf=1; {given}"}).headers


def test_a_cookie_that_was_not_made_here_is_replaced(app: ASGIApp) -> None:
    assert "set-cookie" in ask(app, "/", {"cookie": "plainbill_case=guess"}).headers


def test_a_link_on_another_site_does_not_replace_the_cookie_it_could_not_send(app: ASGIApp) -> None:
    assert "set-cookie" not in ask(app, "/", {"sec-fetch-site": "cross-site"}).headers


def test_over_https_the_cookie_never_travels_in_the_clear(app: ASGIApp) -> None:
    assert "Secure" in ask(app, "/", scheme="https").headers["set-cookie"]


def test_personal_pages_are_kept_in_no_cache(app: ASGIApp) -> None:
    assert ask(app, "/").headers["cache-control"] == "no-store"
    assert "cache-control" not in ask(app, "/static/x.js").headers


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    policy = content_policy("127.0.0.1:8501", ())

    allowed = set(re.findall(r"[a-z]+://\S+", policy.replace(";", "")))
    assert allowed == {"ws://127.0.0.1:8501", "wss://127.0.0.1:8501"}
    assert "'unsafe-eval'" not in policy
    assert "script-src 'self' blob:;" in policy


def test_a_host_that_is_none_does_not_get_into_the_policy() -> None:
    assert "evil" not in content_policy("x; script-src evil", ())


def test_scripts_of_the_start_page_are_named_by_their_content(tmp_path: Path) -> None:
    index = tmp_path / "index.html"
    index.write_text('<script>window.x = 1</script><script src="a.js"></script>', encoding="utf-8")

    assert inline_script_hashes(index) == ("'sha256-TRQHTtKk2Jz9TNrGZb+BnTJZb+vLVfeW/a0aaZ7avUM='",)


@pytest.mark.parametrize("header", ["x-content-type-options", "referrer-policy", "cross-origin-resource-policy"])
def test_every_answer_carries_the_fixed_headers(app: ASGIApp, header: str) -> None:
    assert header in ask(app, "/").headers
