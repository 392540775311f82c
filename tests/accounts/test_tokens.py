"""API tokens on the page and on the command line, and the commands for people."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from infocus.accounts import tokens
from infocus.accounts.models import Account, ApiToken
from infocus.accounts.queries import by_email
from infocus.accounts.services import deactivate
from infocus.core import clock
from infocus.core.db import unit_of_work
from tests.accounts.conftest import EMAIL, sign_in
from tests.support.there import there


def make(client, **more):
    return client.post("/me/tokens", data={"name": "import", "scopes": ["read"], "days": "5"} | more)


def test_a_token_is_shown_once_stored_hashed_and_revoked(client, ana, session):
    sign_in(client)
    page = make(client)
    assert page.status_code == 201
    assert page.headers["Cache-Control"] == "no-store"
    key = page.text.split('id="token">')[1].split("<")[0]
    token = there(tokens.by_key(key))
    assert token.scopes == ["read"]
    assert key not in client.get("/me/tokens").text
    assert key not in {str(value) for value in vars(session.scalar(select(ApiToken))).values()}
    client.post(f"/me/tokens/{token.id}/revoke")
    session.rollback()
    assert tokens.by_key(key) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 81},
        {"scopes": []},
        {"scopes": ["all"]},
        {"days": "0"},
        {"days": "367"},
        {"days": "x"},
    ],
)
def test_wrong_values_are_refused_and_nothing_is_stored(client, ana, session, wrong):
    sign_in(client)
    assert make(client, **wrong).status_code == 422
    assert tokens.listed(ana.person_id) == []


def test_nobody_revokes_another_persons_token(client, ana, world, session):
    with unit_of_work():
        token, key = tokens.create(session.get(Account, ana.person_id), "hers", ["read"], 5)
    other = world.client(world.person())
    assert other.post(f"/me/tokens/{token.id}/revoke").status_code == 404
    assert tokens.by_key(key) is not None


def test_a_token_runs_out_and_ends_with_its_account(ana, session):
    with unit_of_work():
        account = session.get(Account, ana.person_id)
        _, key = tokens.create(account, "one", ["write"], 1)
    assert there(tokens.by_key(key)).scopes == ["read", "write"]
    clock.shift(timedelta(days=1, seconds=1))
    assert tokens.by_key(key) is None
    clock.shift(timedelta(0))
    with unit_of_work():
        deactivate(account)
    assert tokens.by_key(key) is None


def test_the_command_prints_the_token_and_nothing_else(app, ana):
    done = app.test_cli_runner().invoke(args=["token", EMAIL, "--scope", "read,write", "--days", "3"])
    assert done.exit_code == 0
    with app.app_context():
        assert there(tokens.by_key(done.output.removesuffix("\n"))).scopes == ["read", "write"]


@pytest.mark.parametrize("arguments", [["nobody@porto.example"], [EMAIL, "--scope", "all"], [EMAIL, "--days", "999"]])
def test_the_command_says_what_is_wrong(app, ana, arguments):
    done = app.test_cli_runner().invoke(args=["token", *arguments])
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")


def test_people_are_added_listed_and_deactivated_by_command(app, client):
    run = app.test_cli_runner().invoke
    made = run(
        args=["users", "add", "Eva@Brno.example", "--name", "Eva", "--password", "four ordinary words", "--admin"]
    )
    assert made.output == "added eva@brno.example\n"
    assert (
        run(args=["users", "add", "eva@brno.example", "--name", "E", "--password", "four ordinary words"]).exit_code
        == 1
    )
    assert "eva@brno.example\tEva\tactive\tadmin" in run(args=["users", "list"]).output
    assert sign_in(client, "eva@brno.example").status_code == 302
    assert run(args=["users", "deactivate", "eva@brno.example"]).exit_code == 0
    assert client.get("/me").status_code == 302
    with app.app_context():
        assert not there(by_email("eva@brno.example")).active
    assert run(args=["users", "deactivate", "nobody@brno.example"]).exit_code == 1
