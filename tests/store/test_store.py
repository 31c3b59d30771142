from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError

from plainbill.case import Asking, Problem
from plainbill.store import Answers, CaseGone, Correction, Progress, Store, StoredCase, StoredPage
from tests.plainbill_ui.explanation import explanation

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
COOKIE = "a-cookie-that-nobody-guesses"


@pytest.fixture
def case(store: Store) -> StoredCase:
    return store.create_case(COOKIE, now=NOON, keep_days=30)


def page(position: int = 0, picture: bytes = b"JPEG of a page") -> StoredPage:
    return StoredPage(position=position, file="bill.jpg", picture=picture, width=100, height=200)


def test_a_case_is_found_by_its_cookie_only(store: Store, case: StoredCase) -> None:
    assert store.case_of(COOKIE, now=NOON) == case
    assert store.case_of("another", now=NOON) is None


def test_one_cookie_has_one_case(store: Store, case: StoredCase) -> None:
    assert store.create_case(COOKIE, now=NOON + timedelta(days=1), keep_days=30) == case


def test_the_cookie_itself_is_never_written(store: Store, case: StoredCase, database: Path) -> None:
    store.close()

    assert all(COOKIE.encode() not in path.read_bytes() for path in database.parent.iterdir())


def test_files_come_back_in_the_order_they_were_given(store: Store, case: StoredCase) -> None:
    store.add_files(case.id, [("2.jpg", b"two"), ("1.jpg", b"one")])
    store.add_files(case.id, [("3.jpg", b"three")])

    assert [(file.name, file.content) for file in store.files(case.id)] == [
        ("2.jpg", b"two"),
        ("1.jpg", b"one"),
        ("3.jpg", b"three"),
    ]


def test_the_same_file_twice_is_kept_once_and_named(store: Store, case: StoredCase) -> None:
    first = store.add_files(case.id, [("bill.jpg", b"same"), ("again.jpg", b"same")])
    second = store.add_files(case.id, [("later.jpg", b"same")])

    assert (first, second) == (("again.jpg",), ("later.jpg",))
    assert store.file_names(case.id) == ((0, "bill.jpg"),)


def test_a_removed_file_is_not_read(store: Store, case: StoredCase) -> None:
    store.add_files(case.id, [("1.jpg", b"one"), ("2.jpg", b"two")])

    store.remove_file(case.id, 0)

    assert store.file_names(case.id) == ((1, "2.jpg"),)


def test_reading_begins_once_however_many_tabs_ask(store: Store, case: StoredCase) -> None:
    store.add_files(case.id, [("bill.jpg", b"one")])

    assert [store.begin_reading(case.id) for _ in range(3)] == [True, False, False]


def test_reading_does_not_begin_without_files(store: Store, case: StoredCase) -> None:
    assert not store.begin_reading(case.id)


def test_a_case_that_is_being_read_is_found_after_a_restart(store: Store, case: StoredCase, database: Path) -> None:
    store.add_files(case.id, [("bill.jpg", b"one")])
    store.begin_reading(case.id)
    store.close()

    again = Store.open(f"sqlite:///{database}")

    assert again.unfinished() == (case.id,)
    again.close()


def test_progress_is_seen_by_whoever_looks(store: Store, case: StoredCase) -> None:
    store.save_progress(case.id, Progress(step="read", file="bill.jpg", page=2))

    seen = store.case_of(COOKIE, now=NOON)

    assert seen is not None
    assert seen.progress == Progress(step="read", file="bill.jpg", page=2)


def test_a_result_comes_back_as_it_was_saved(store: Store, case: StoredCase) -> None:
    store.save_result(case.id, explanation())

    assert store.result(case.id) == explanation()


def test_the_files_are_dropped_once_they_are_read(store: Store, case: StoredCase, database: Path) -> None:
    original = b"original with place and device " * 50
    store.add_files(case.id, [("bill.jpg", original)])

    store.save_result(case.id, explanation())

    assert store.files(case.id) == ()
    assert all(b"place and device" not in path.read_bytes() for path in database.parent.iterdir())


def test_trouble_keeps_the_files_for_another_try(store: Store, case: StoredCase) -> None:
    store.add_files(case.id, [("bill.jpg", b"one")])
    store.begin_reading(case.id)

    store.save_trouble(case.id, ["bill.jpg: is blurred; take it again"])

    seen = store.case_of(COOKIE, now=NOON)
    assert seen is not None
    assert (seen.state, seen.trouble) == ("failed", ("bill.jpg: is blurred; take it again",))
    assert store.begin_reading(case.id)


def test_a_page_read_again_takes_the_place_of_the_first(store: Store, case: StoredCase) -> None:
    store.save_page(case.id, page(picture=b"first"))
    store.save_page(case.id, page(picture=b"second"))

    kept = store.page(case.id, 0)

    assert kept is not None
    assert kept.picture == b"second"


def test_nothing_of_a_deleted_case_is_left_on_the_disk(store: Store, case: StoredCase, database: Path) -> None:
    store.add_files(case.id, [("upload-of-mine.jpg", b"bytes of the upload " * 400)])
    store.save_page(case.id, page(picture=b"pixels of the page " * 4000))
    store.save_result(case.id, explanation(description="a word nobody else writes"))
    full = sum(path.stat().st_size for path in database.parent.iterdir())

    store.delete_case(case.id)

    left = b"".join(path.read_bytes() for path in database.parent.iterdir())
    assert store.case_of(COOKIE, now=NOON) is None
    for trace in (b"upload-of-mine", b"bytes of the upload", b"pixels of the page", b"a word nobody else writes"):
        assert trace not in left
    assert sum(path.stat().st_size for path in database.parent.iterdir()) < full


def test_an_expired_case_is_not_shown_and_is_swept_away(store: Store, case: StoredCase) -> None:
    store.save_page(case.id, page())
    later = NOON + timedelta(days=30)

    assert store.case_of(COOKIE, now=later) is None
    assert store.sweep(later - timedelta(seconds=1)) == 0
    assert store.sweep(later) == 1
    assert store.page(case.id, 0) is None


def test_a_new_case_takes_the_place_of_an_expired_one(store: Store, case: StoredCase) -> None:
    fresh = store.create_case(COOKIE, now=NOON + timedelta(days=31), keep_days=30)

    assert fresh.id != case.id


def test_whoever_works_on_a_deleted_case_is_told(store: Store, case: StoredCase) -> None:
    store.delete_case(case.id)

    with pytest.raises(CaseGone):
        store.save_page(case.id, page())
    with pytest.raises(CaseGone):
        store.save_progress(case.id, Progress())
    with pytest.raises(CaseGone):
        store.save_result(case.id, explanation())


def test_a_moment_without_a_time_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="time zone"):
        store.create_case("cookie", now=datetime(2026, 3, 1), keep_days=30)


def test_what_a_person_added_is_kept(store: Store, case: StoredCase) -> None:
    assert store.answers(case.id) == Answers()
    store.change_answers(case.id, lambda answers: answers.mark("Call", done=True))
    store.change_answers(case.id, lambda answers: answers.mark("Write", done=True))

    assert store.answers(case.id).done == ("Call", "Write")


def test_nothing_is_added_to_a_case_that_is_gone(store: Store, case: StoredCase) -> None:
    store.delete_case(case.id)

    with pytest.raises(CaseGone):
        store.change_answers(case.id, lambda answers: answers)


def test_files_stay_where_one_may_be_given_anew_until_they_are_dropped(store: Store, case: StoredCase) -> None:
    store.add_files(case.id, [("1.jpg", b"one")])
    store.save_result(case.id, explanation(), keep_files=True)
    assert len(store.files(case.id)) == 1
    store.drop_files(case.id)

    assert store.files(case.id) == ()


def test_a_reopened_case_waits_again_and_forgets_what_was_said_of_places(store: Store, case: StoredCase) -> None:
    store.add_files(case.id, [("1.jpg", b"one")])
    store.save_result(case.id, explanation(), keep_files=True)
    fixed = Correction(path="documents[0].lines[0].charge", value="1.00")
    sent = Asking(at="2026-11-28T10:00:00+00:00", model="ollama_chat/m", address="http://127.0.0.1", text="1. WOUND")
    store.change_answers(case.id, lambda answers: answers.correct(fixed).mark("Call", done=True).but(asked=(sent,)))
    store.reopen(case.id)

    assert store.answers(case.id) == Answers(done=("Call",), asked=(sent,))
    assert store.begin_reading(case.id)


def test_a_reopened_case_without_files_reads_the_pictures_of_its_pages_again(store: Store, case: StoredCase) -> None:
    store.add_files(case.id, [("1.jpg", b"one")])
    store.save_page(case.id, page())
    store.save_page(case.id, page(1))
    store.save_result(case.id, explanation())
    store.reopen(case.id)

    assert store.count_pages(case.id) == 2
    assert [file.content for file in store.files(case.id)] == [b"JPEG of a page"]


def test_what_a_look_found_stays_with_its_file_and_goes_with_it(store: Store, case: StoredCase) -> None:
    store.add_files(case.id, [("one.jpg", b"1"), ("two.jpg", b"2"), ("three.jpg", b"3")])
    dark = Problem(kind="dark", text="the picture is very dark")
    store.save_glances(case.id, 0, [((), b"first"), ((dark,), None)])
    store.save_glances(case.id, 0, [((), b"late")])
    store.save_glances(case.id, 1, [])
    store.save_glances(case.id, 9, [((), b"of no file")])

    assert [file.name for file in store.files_to_glance_at(case.id)] == ["three.jpg"]
    found = store.glances(case.id)
    assert {position: [each.page for each in pages] for position, pages in found.items()} == {0: [1, 2], 1: []}
    assert [each.problems for each in found[0]] == [(), (dark,)]
    assert found[0][1].picture == ""
    assert store.glance_picture(case.id, found[0][0].picture, 1) == b"first"
    store.remove_file(case.id, 0)
    assert store.glance_picture(case.id, found[0][0].picture, 1) is None
    assert sorted(store.glances(case.id)) == [1]


def test_an_explanation_is_changed_as_it_is_now_and_only_where_it_is_done(store: Store, case: StoredCase) -> None:
    store.save_result(case.id, explanation())
    store.change_result(case.id, lambda result: result.but(findings=()))
    changed = store.result(case.id)
    assert changed is not None and changed == explanation().but(findings=())

    store.reopen(case.id)
    store.change_result(case.id, lambda result: explanation())
    assert store.result(case.id) != explanation()

    store.delete_case(case.id)
    with pytest.raises(CaseGone):
        store.change_result(case.id, lambda result: result)
