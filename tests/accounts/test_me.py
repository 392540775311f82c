"""The page Me: profile, browsers, own data."""

import pytest

from infocus.accounts import sessions
from infocus.accounts.models import Account
from infocus.core.actor import Role
from tests.accounts.conftest import EMAIL, sign_in
from tests.support.there import there

PROFILE = {
    "name": "Ana P.",
    "city": "Porto",
    "about": "Ask me",
    "language": "pt",
    "reads": ["pt", "en"],
    "time_zone": "Europe/Lisbon",
}


@pytest.mark.parametrize("path", ["/me", "/me/profile", "/me/sign-in", "/me/tokens", "/me/data", "/me/data.json"])
def test_own_pages_are_for_who_is_signed_in(client, ana, path):
    assert client.get(path).location == f"/sign-in?next={path}"
    sign_in(client)
    answer = client.get(path)
    assert answer.status_code == 200
    assert "private" in answer.headers["Cache-Control"] or answer.headers["Cache-Control"] == "no-store"


def test_the_profile_is_stored_and_counts_at_once(client, ana, session):
    sign_in(client)
    assert client.post("/me/profile", data=PROFILE).status_code == 302
    person = session.get(Account, ana.person_id).person
    assert (person.name, person.city, person.language, person.reads) == ("Ana P.", "Porto", "pt", ["en", "pt"])
    assert '<html lang="pt"' in client.get("/me").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 121},
        {"about": "x" * 501},
        {"language": "xx"},
        {"reads": ["xx"]},
        {"time_zone": "Mars/Olympus"},
        {"name": "a\x00b"},
    ],
)
def test_wrong_values_are_refused_beside_the_field_and_nothing_is_stored(client, ana, session, wrong):
    sign_in(client)
    answer = client.post("/me/profile", data=PROFILE | wrong)
    assert answer.status_code == 422
    assert 'class="error"' in answer.text
    assert session.get(Account, ana.person_id).person.name == "Ana Prova"


def test_what_people_write_about_themselves_is_escaped(client, ana):
    sign_in(client)
    client.post(
        "/me/profile", data=PROFILE | {"name": "<script>alert(1)</script>", "about": "<img src=x onerror=alert(1)>"}
    )
    page = client.get("/me").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_browsers_are_listed_and_signed_out_one_by_one_or_all(client, ana, app):
    others = [app.test_client(), app.test_client()]
    for browser in (client, *others):
        browser.post(
            "/sign-in",
            data={"email": EMAIL, "password": ana.password},
            headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/133.0"},
        )
    assert client.get("/me/sign-in").text.count("Firefox, Windows") == 3
    with others[0].session_transaction() as cookie, app.app_context():
        row = there(sessions.by_key(cookie["_user_id"]))
    client.post(f"/me/sessions/{row.id}/end")
    assert [browser.get("/me").status_code for browser in (client, *others)] == [200, 302, 200]
    client.post("/me/sessions/end-others")
    assert [browser.get("/me").status_code for browser in (client, *others)] == [200, 302, 302]


def test_nobody_ends_another_persons_session(client, ana, app, world):
    sign_in(client)
    with client.session_transaction() as cookie, app.app_context():
        row = there(sessions.by_key(cookie["_user_id"]))
    assert world.client(world.person()).post(f"/me/sessions/{row.id}/end").status_code == 404
    assert client.get("/me").status_code == 200


def test_own_data_holds_what_is_kept_and_no_secret(client, ana, world, session):
    network = world.network()
    person = session.get(Account, ana.person_id).person
    world.belongs(person, Role.LEAD, network)
    sign_in(client)
    answer = client.get("/me/data.json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    data = answer.json
    assert data["person"]["email"] == EMAIL
    assert data["roles"][0] | {"since": ""} == {
        "network": "in-focus",
        "partner": None,
        "role": "lead",
        "since": "",
        "until": None,
    }
    assert "argon2" not in answer.text
    assert "hash" not in answer.text
