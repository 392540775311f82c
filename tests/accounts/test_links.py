"""Links that come by mail: once, for a time, by a button, and without telling who has an account."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from infocus.accounts import links, passwords
from infocus.accounts.models import Account, OneTimeLink
from infocus.accounts.queries import by_email
from infocus.core import clock
from infocus.core.db import unit_of_work
from infocus.core.errors import NotFound
from infocus.core.outbox import backlog
from tests.accounts.conftest import EMAIL, PASSWORD, sign_in, without_keys
from tests.support.mails import html_of, mails, path_in, text_of
from tests.support.there import there

NEW = "five rather ordinary words"


def ask(client, email=EMAIL, **more):
    return client.post("/sign-in", data={"email": email, "way": "link", **more})


def test_a_link_signs_in_once_and_leads_on(client, ana, app, work):
    ask(client, next="/networks")
    work()
    path = path_in(mails(app, EMAIL)[0])
    assert client.get(path).status_code == 200
    assert client.get("/me").status_code == 302  # a scanner that opens links uses nothing up
    answer = client.post(path)
    assert (answer.status_code, answer.location) == (302, "/networks")
    assert client.get("/me").status_code == 200
    assert app.test_client().post(path).status_code == 404


def test_the_links_in_mails_come_from_the_settings_and_not_from_the_host_header(client, ana, app, work):
    client.post("/sign-in", data={"email": EMAIL, "way": "link"}, headers={"Host": "localhost"})
    work()
    assert "http://127.0.0.1:8000/sign-in/" in text_of(mails(app, EMAIL)[0])


def test_an_empty_password_asks_for_a_link(client, ana, app, work):
    sign_in(client, password="")
    work()
    assert len(mails(app, EMAIL)) == 1


@pytest.mark.parametrize("path", ["/sign-in", "/forgot"])
def test_unknown_addresses_get_the_same_answer_and_no_mail(client, ana, app, work, path):
    def page(email):
        answer = client.post(path, data={"email": email, "way": "link"})
        return answer.status_code, without_keys(answer.text.replace(email, ""))

    assert page("nobody@porto.example") == page(EMAIL)
    assert backlog() == {"waiting": 2}  # the same work is left to the worker
    work()
    assert [str(mail["To"]) for mail in mails(app)] == [EMAIL]


def test_links_are_not_sent_for_ever(client, ana):
    assert [ask(client).status_code for _ in range(5)] == [200] * 4 + [429]


def test_a_link_runs_out(client, ana, app, work):
    ask(client)
    work()
    clock.shift(timedelta(minutes=16))
    assert client.post(path_in(mails(app)[0])).status_code == 404


def test_a_newer_link_replaces_the_older(session, ana):
    with unit_of_work():
        _, first = links.issue(ana.person_id, "sign-in")
        _, second = links.issue(ana.person_id, "sign-in")
    assert links.find(first, "sign-in") is None
    assert links.find(second, "reset") is None
    with unit_of_work():
        links.use(second, "sign-in")
    with pytest.raises(NotFound), unit_of_work():
        links.use(second, "sign-in")


def test_links_are_stored_hashed(session, ana):
    with unit_of_work():
        _, key = links.issue(ana.person_id, "reset")
    stored = session.scalar(select(OneTimeLink))
    assert key not in {str(value) for value in vars(stored).values()}


def test_a_reset_sets_the_password_signs_everybody_else_out_and_tells(client, ana, app, work):
    other = app.test_client()
    sign_in(other)
    client.post("/forgot", data={"email": EMAIL})
    work()
    path = path_in(mails(app, EMAIL)[0])
    weak = client.post(path, data={"password": "short"})
    assert weak.status_code == 422
    assert client.post(path, data={"password": NEW}).status_code == 302
    assert client.get("/me").status_code == 200
    assert other.get("/me").status_code == 302
    assert client.post(path, data={"password": NEW}).status_code == 404
    work()
    assert len(mails(app, EMAIL)) == 2
    assert sign_in(app.test_client(), password=PASSWORD).status_code == 422
    assert sign_in(app.test_client(), password=NEW).status_code == 302


def test_a_new_address_counts_once_confirmed_and_the_old_one_is_told(client, ana, app, work):
    sign_in(client)
    data = {"email": "ana@bilbao.example", "password": "not hers at all"}
    assert client.post("/me/email", data=data).status_code == 422
    assert client.post("/me/email", data=data | {"password": PASSWORD}).status_code == 302
    work()
    path = path_in(mails(app, "ana@bilbao.example")[0])
    client.get(path)
    assert by_email("ana@bilbao.example") is None
    client.post(path)
    work()
    assert there(by_email("ana@bilbao.example")).person_id == ana.person_id
    assert len(mails(app, EMAIL)) == 1
    assert client.post(path).status_code == 404


def test_an_address_that_is_taken_is_not_told_and_not_taken_over(client, ana, world, app, work):
    taken = world.person().account.email
    sign_in(client)
    free = client.post("/me/email", data={"email": "free@porto.example", "password": PASSWORD})
    known = client.post("/me/email", data={"email": taken, "password": PASSWORD})
    assert (free.status_code, free.location) == (known.status_code, known.location)
    work()
    assert mails(app, taken) == []


def test_changing_the_password_needs_the_present_one_and_ends_other_sessions(client, ana, app, session):
    other = app.test_client()
    sign_in(client)
    sign_in(other)
    assert client.post("/me/password", data={"present": "not hers at all", "new": NEW}).status_code == 422
    assert client.post("/me/password", data={"present": PASSWORD, "new": "1234567890"}).status_code == 422
    assert client.post("/me/password", data={"present": PASSWORD, "new": NEW}).status_code == 302
    assert client.get("/me").status_code == 200
    assert other.get("/me").status_code == 302
    assert passwords.verify(session.get(Account, ana.person_id).password_hash, NEW)


def test_letters_are_in_the_receivers_language_as_text_and_html(client, ana, app, work):
    ask(client)
    work()
    mail = mails(app)[0]
    assert mail["Message-ID"]
    html = html_of(mail)
    assert "/sign-in/" in html
    assert "Ana Prova" in html
    assert "<script" not in html
    assert "<table" not in html
