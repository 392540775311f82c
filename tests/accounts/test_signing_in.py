"""Signing in by password: it works, tells nothing, and is not tried for ever."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from infocus.accounts import passwords
from infocus.accounts.models import Account, SignInSession
from infocus.accounts.queries import by_email
from infocus.accounts.services import deactivate
from infocus.accounts.sessions import ABSOLUTE, IDLE
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from tests.accounts.conftest import EMAIL, PASSWORD, sign_in, without_keys
from tests.support.there import there


def test_the_right_password_signs_in_and_leads_on(client, ana):
    answer = sign_in(client, next="/networks?x=1")
    assert (answer.status_code, answer.location) == (302, "/networks?x=1")
    assert client.get("/me").status_code == 200


def test_the_address_counts_in_any_case_and_with_space_around(client, ana):
    assert sign_in(client, email="  ANA@Porto.Example ").status_code == 302


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb"]
)
def test_next_leads_to_own_paths_only(client, ana, target):
    assert sign_in(client, next=target).location == "/"


def test_unknown_wrong_and_closed_accounts_get_the_same_answer(client, ana, session):
    def page(email: str, password: str) -> tuple[int, str]:
        answer = sign_in(client, email=email, password=password)
        return answer.status_code, without_keys(answer.text.replace(email, ""))

    unknown, wrong = page("nobody@porto.example", PASSWORD), page(EMAIL, "another few words")
    with unit_of_work():
        deactivate(session.get(Account, ana.person_id))
    assert unknown == wrong == page(EMAIL, PASSWORD)
    assert unknown[0] == 422


class CountingHasher(PasswordHasher):
    """Notes how often a password is checked."""

    checked = 0

    def verify(self, *arguments, **more):
        CountingHasher.checked += 1
        return super().verify(*arguments, **more)


def test_an_unknown_address_costs_the_work_of_a_known_one(client, ana, monkeypatch):
    CountingHasher.checked = 0
    monkeypatch.setattr(passwords, "_hasher", CountingHasher(time_cost=2, memory_cost=19_456, parallelism=1))
    sign_in(client, email="nobody@porto.example")
    assert CountingHasher.checked == 1
    sign_in(client, password="another few words")
    assert CountingHasher.checked == 2


def test_tries_for_one_address_end_and_say_when_to_come_back(client, ana):
    answers = [sign_in(client, password=f"wrong password {number}") for number in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert sign_in(client).status_code == 429
    assert sign_in(client, email="somebody-else@porto.example").status_code == 422


def test_tries_from_one_place_end_whatever_the_address(client, ana):
    statuses = {sign_in(client, email=f"guess{number}@porto.example").status_code for number in range(60)}
    assert statuses == {422}
    assert sign_in(client).status_code == 429


def test_a_hash_of_another_cost_is_renewed(client, ana, session):
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with unit_of_work():
        session.get(Account, ana.person_id).password_hash = old
    sign_in(client)
    renewed = there(there(by_email(EMAIL)).password_hash)
    assert renewed != old
    assert not passwords.is_outdated(renewed)


def test_signing_out_ends_the_session_on_the_server(client, ana):
    sign_in(client)
    with client.session_transaction() as cookie:
        kept = dict(cookie)
    client.post("/sign-out")
    with client.session_transaction() as cookie:
        cookie.update(kept)  # a thief who copied the cookie before
    assert client.get("/me").location == "/sign-in?next=/me"
    assert db.session.scalars(select(SignInSession)).all() == []


@pytest.mark.parametrize("gone", [IDLE, ABSOLUTE])
def test_a_session_runs_out(client, ana, gone):
    sign_in(client)
    clock.shift(gone + timedelta(seconds=5))
    assert client.get("/me").status_code == 302


def test_use_prolongs_a_session_but_not_for_ever(client, ana):
    sign_in(client)
    for days in range(7, ABSOLUTE.days, 7):
        clock.shift(timedelta(days=days))
        assert client.get("/me").status_code == 200
    clock.shift(ABSOLUTE + timedelta(minutes=1))
    assert client.get("/me").status_code == 302


def test_use_is_noted_every_few_minutes_and_not_oftener(client, ana):
    sign_in(client)

    def seen():
        db.session.rollback()
        return db.session.scalar(select(SignInSession.seen_at))

    first = seen()
    clock.shift(timedelta(minutes=2))
    client.get("/me")
    assert seen() == first
    clock.shift(timedelta(minutes=6))
    client.get("/me")
    assert seen() > first


def test_forms_open_in_another_tab_go_on_when_the_same_person_signs_in_again(client, ana):
    sign_in(client)
    with client.session_transaction() as cookie:
        cookie["csrf_token"] = "kept"
    sign_in(client)
    with client.session_transaction() as cookie:
        assert cookie["csrf_token"] == "kept"
    client.post("/sign-out")
    with client.session_transaction() as cookie:
        assert "csrf_token" not in cookie


def test_the_language_is_kept_in_a_cookie_and_with_the_person(client, ana, session):
    assert client.post("/language", data={"language": "pl", "next": "/sign-in"}).location == "/sign-in"
    assert client.get_cookie("language").value == "pl"
    sign_in(client)
    client.post("/language", data={"language": "cs", "next": "//evil.example"})
    client.post("/language", data={"language": "xx"})
    assert session.get(Account, ana.person_id).person.language == "cs"
