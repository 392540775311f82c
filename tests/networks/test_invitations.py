"""The life of an invitation: who sends it, who takes it, and when it ends."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from infocus.accounts.queries import by_email
from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotAllowed
from infocus.networks import invitations
from infocus.networks.actors import memberships_of
from infocus.networks.audit import AuditEntry
from infocus.networks.models import Invitation, NetworkState
from tests.support.mails import html_of, mails, path_in
from tests.support.there import there

NEW = {"name": "Eva Nová", "language": "cs", "password": "four ordinary words"}


@pytest.fixture
def porto(world):
    return world.partner(world.network())


@pytest.fixture
def coordinator(world, porto):
    return world.person(Role.COORDINATOR, porto)


@pytest.fixture
def lead(world, porto):
    return world.person(Role.LEAD, porto.network)


def send(world, coordinator, porto, email="eva@porto.example", role="officer"):
    form = {"email": email, "name": "Eva", "role": role, "partner": porto.slug, "language": "cs"}
    return world.client(coordinator).post("/in-focus/people/invite", data=form)


def test_somebody_new_joins_with_one_page(world, coordinator, porto, client, app, work, session):
    assert send(world, coordinator, porto).status_code == 302
    work()
    mail = mails(app, "eva@porto.example")[0]
    path = path_in(mail)
    page = client.get(path)
    assert page.status_code == 200
    assert client.get("/me").status_code == 302
    answer = client.post(path, data=NEW)
    assert (answer.status_code, answer.location) == (302, "/in-focus")
    person = there(by_email("eva@porto.example")).person
    assert (person.name, person.language, person.city) == ("Eva Nová", "cs", "Porto")
    assert [(m.role, m.partner_slug) for m in memberships_of(person.id)] == [(Role.OFFICER, "porto")]
    assert client.get("/me").status_code == 200
    assert app.test_client().get(path).status_code == 404


def test_a_weak_password_keeps_the_link_usable(world, coordinator, porto, client, app, work):
    send(world, coordinator, porto)
    work()
    path = path_in(mails(app)[0])
    assert client.post(path, data=NEW | {"password": "short"}).status_code == 422
    assert client.post(path, data=NEW | {"name": ""}).status_code == 422
    assert by_email("eva@porto.example") is None
    assert client.post(path, data=NEW).status_code == 302


def test_somebody_known_signs_in_first_and_gets_the_role_added(world, coordinator, porto, client, app, work):
    known = world.person(Role.OBSERVER, world.network("harbour-towns"))
    email = known.account.email
    send(world, coordinator, porto, email=email)
    work()
    path = path_in(mails(app, email)[0])
    assert client.post(path, data=NEW).location == f"/sign-in?next={path}"
    assert world.client(known).post(path).status_code == 302
    assert {m.role for m in memberships_of(known.id)} == {Role.OBSERVER, Role.OFFICER}


def test_the_letter_is_in_the_language_that_was_chosen(world, coordinator, porto, app, work, session):
    send(world, coordinator, porto)
    work()
    assert 'lang="cs"' in html_of(mails(app)[0])


def test_it_runs_out_is_sent_again_and_then_the_old_link_is_dead(world, coordinator, porto, client, app, work, session):
    send(world, coordinator, porto)
    work()
    first = path_in(mails(app)[0])
    clock.shift(timedelta(days=14, minutes=1))
    assert client.get(first).status_code == 404
    browser = world.client(coordinator)
    invitation = session.scalar(select(Invitation))
    assert "Ran out" in browser.get("/in-focus/people").text
    browser.post(f"/in-focus/invitations/{invitation.id}/resend")
    work()
    assert client.get(first).status_code == 404
    assert client.get(path_in(mails(app)[1])).status_code == 200


def test_it_can_be_withdrawn(world, coordinator, porto, client, app, work, session):
    send(world, coordinator, porto)
    work()
    browser = world.client(coordinator)
    address = f"/in-focus/invitations/{session.scalar(select(Invitation)).id}"
    assert browser.post(f"{address}/withdraw").status_code == 302
    assert client.post(path_in(mails(app)[0]), data=NEW).status_code == 404
    assert browser.post(f"{address}/resend").status_code == 409


def test_a_second_invitation_to_the_same_role_replaces_the_first(world, coordinator, porto, client, app, work):
    send(world, coordinator, porto)
    send(world, coordinator, porto)
    work()
    first, second = (path_in(mail) for mail in mails(app))
    statuses = {client.get(first).status_code, client.get(second).status_code}
    assert statuses == {200, 404}


def test_a_closed_network_takes_nobody_in(world, coordinator, porto, client, app, work):
    send(world, coordinator, porto)
    work()
    with unit_of_work():
        porto.network.state = NetworkState.CLOSED
    assert client.post(path_in(mails(app)[0]), data=NEW).status_code == 404
    assert send(world, coordinator, porto, email="x@porto.example").status_code == 403


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.LEAD, Role.EXPERT, Role.OBSERVER])
def test_a_coordinator_invites_the_own_citys_officers_and_local_group_only(world, coordinator, porto, role):
    partner = porto if role == Role.COORDINATOR else None
    with pytest.raises(NotAllowed), unit_of_work():
        invitations.invite(world.actor(coordinator), porto.network, partner, role, "a@b.example")


def test_a_coordinator_does_not_invite_for_another_city(world, coordinator, porto):
    torino = world.partner(porto.network, "torino")
    with pytest.raises(NotAllowed), unit_of_work():
        invitations.invite(world.actor(coordinator), porto.network, torino, Role.OFFICER, "a@b.example")


def test_the_lead_invites_to_every_role_at_its_place(world, lead, porto):
    actor = world.actor(lead)
    with unit_of_work():
        for role in Role:
            city = porto if role in {Role.COORDINATOR, Role.OFFICER, Role.ULG} else None
            invitations.invite(actor, porto.network, city, role, f"{role}@porto.example")
    assert len(invitations.listed(actor, porto.network)) == len(Role)
    with pytest.raises(Invalid), unit_of_work():
        invitations.invite(actor, porto.network, None, Role.OFFICER, "a@b.example")
    with pytest.raises(Invalid), unit_of_work():
        invitations.invite(actor, porto.network, porto, Role.EXPERT, "a@b.example")


@pytest.mark.parametrize("email", ["", "nobody", "a@b@c.example", "a b@c.example", "x" * 250 + "@c.example"])
def test_what_is_no_address_is_refused_beside_the_field(world, coordinator, porto, session, email):
    assert send(world, coordinator, porto, email=email).status_code == 422
    assert session.scalar(select(Invitation)) is None


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ULG])
def test_others_see_no_form_and_no_invitations(world, coordinator, porto, role):
    send(world, coordinator, porto)
    browser = world.client(world.person(role, porto))
    page = browser.get("/in-focus/people")
    assert page.status_code == 200
    assert "eva@porto.example" not in page.text
    assert (
        browser.post(
            "/in-focus/people/invite",
            data={"email": "a@b.example", "role": "officer", "partner": "porto", "language": "en"},
        ).status_code
        == 403
    )


def test_everything_is_written_into_the_audit_log(world, coordinator, porto, client, app, work, session):
    send(world, coordinator, porto)
    work()
    client.post(path_in(mails(app)[0]), data=NEW)
    session.rollback()
    acts = session.execute(select(AuditEntry.action, AuditEntry.person_id).order_by(AuditEntry.at, AuditEntry.id)).all()
    assert [tuple(act) for act in acts] == [("invitations.send", coordinator.id), ("members.add", coordinator.id)]
