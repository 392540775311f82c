"""The edges of the account pages: forged forms, tries of the password, a database away, where forms lead back."""

import pytest
from sqlalchemy.exc import OperationalError

from infocus.accounts import sessions
from infocus.core.web.back import own_path
from tests.accounts.conftest import PASSWORD, sign_in


@pytest.fixture
def forgery_guard(app):
    app.config["WTF_CSRF_ENABLED"] = True
    yield
    app.config["WTF_CSRF_ENABLED"] = False


@pytest.mark.parametrize(
    "path", ["/sign-in", "/sign-out", "/language", "/me/password", "/me/tokens", "/me/picture", "/sign-in/x"]
)
def test_a_forged_form_changes_nothing(client, ana, forgery_guard, path):
    assert client.post(path, data={}).status_code == 400


def test_the_present_password_is_not_tried_for_ever(client, ana):
    sign_in(client)
    tries = [client.post("/me/password", data={"present": f"guess {n}", "new": "five other words"}) for n in range(11)]
    assert [answer.status_code for answer in tries] == [422] * 10 + [429]
    assert client.post("/me/email", data={"email": "a@b.example", "password": PASSWORD}).status_code == 429


def test_a_database_that_is_away_is_told_on_a_page(client, ana, world, monkeypatch):
    world.network()
    sign_in(client)

    def away(key):
        raise OperationalError("SELECT", {}, Exception("no database"))

    monkeypatch.setattr(sessions, "by_key", away)
    answer = client.get("/in-focus")
    assert answer.status_code == 500
    assert "What you saved before is safe" in answer.text


def test_after_an_expired_sign_in_a_form_leads_back_to_its_page(client, session):
    answer = client.post("/me/profile", data={}, headers={"Referer": "http://localhost/me/profile"})
    assert answer.location == "/sign-in?next=/me/profile"


@pytest.mark.parametrize(
    "target", [None, "", "me", "//x.example", "https://x.example", "/\\x", "/a b", "/\t/x", "/a\x00"]
)
def test_paths_of_other_places_are_not_own(target):
    assert own_path(target, "/home") == "/home"


@pytest.mark.parametrize("target", ["/", "/me?x=1&y=%2F", "/in-focus/practices/01#top"])
def test_own_paths_are_kept(target):
    assert own_path(target, "/home") == target
