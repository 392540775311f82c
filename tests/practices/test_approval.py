"""The city's approval: a letter, a page that needs no account, one answer about one version."""

import io

import pytest
from PIL import Image

from infocus.accounts.asked import OPEN_FOR, Addressee
from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound
from infocus.networks.audit import AuditEntry
from infocus.networks.models import MembershipRow, NetworkState, Partner
from infocus.notifications.models import Notification
from infocus.practices import workflow
from infocus.practices.approval import services
from infocus.practices.approval.models import PracticeApproval
from infocus.practices.models import PracticeState
from tests.practices.conftest import Office
from tests.support.mails import mails, path_in, text_of

MANAGER = "manager@city.example"
S = PracticeState


def ask(office: Office, who: str = "coordinator", email: str = MANAGER, audience: str = "public", language: str = "en"):
    """The coordinator asks somebody."""
    with unit_of_work():
        to = Addressee(name="Ana Costa", email=email, language=language)
        services.ask(office.actor(who), office.practice, to, audience)


def publish(office: Office, audience: str) -> None:
    with unit_of_work():
        workflow.publish(office.actor("coordinator"), office.practice, audience)


def press(app, path: str, verdict: str = "agree", words: str = ""):
    return app.test_client().post(path, data={"verdict": verdict, "words": words})


def finds(visitor) -> bool:
    """Whether somebody finds the practice by a word of its lesson."""
    return "One letter to" in visitor.get("/library", query_string={"q": "zealous"}).text.partition("<main")[2]


@pytest.fixture
def page(office: Office, app, work) -> str:
    """A validated practice about which the manager was asked; the path in the letter."""
    office.begin(wrong="The mayor forgot it.", section_visibility={"wrong": "network"})
    office.put(S.VALIDATED, validated_at=clock.now())
    ask(office)
    work()
    return path_in(mails(app, MANAGER)[-1])


def test_nothing_is_public_before_the_city_has_said_so(office: Office, app, page: str) -> None:
    with pytest.raises(Conflict, match="approval"):
        publish(office, "public")
    publish(office, "network")
    office.save("coordinator", visibility="public")  # by the form, too
    visitor = app.test_client()
    assert visitor.get(office.path).status_code == 404
    shown = office.world.client(office.people["coordinator"]).get(office.path).text
    assert "For now the network alone reads it" in shown
    assert office.world.client(office.people["neighbour"]).get(office.path).status_code == 200


def test_opening_the_page_approves_nothing_and_shows_what_leaves(office: Office, app, page: str) -> None:
    visitor = app.test_client()
    for method in (visitor.get, visitor.head):
        assert method(page).status_code == 200
    shown = visitor.get(page)
    assert "Words about how." in shown.text
    assert "The mayor forgot it." not in shown.text
    assert "What went wrong, what we would not repeat" in shown.text.partition("What stays with the network")[2]
    assert shown.headers["Cache-Control"] == "private, no-store"
    assert shown.headers["Referrer-Policy"] == "no-referrer"
    assert office.practice.state == S.VALIDATED
    assert "Opening it approves nothing" in text_of(mails(app, MANAGER)[-1])


def test_approved_it_is_read_by_everyone_and_says_by_whom(office: Office, app, work, page: str) -> None:
    assert press(app, page).status_code == 200
    public = app.test_client().get(office.path)
    assert public.status_code == 200
    assert "Ana Costa approved version 1 for everyone" in public.text
    assert MANAGER not in public.text
    assert (office.practice.state, office.practice.visibility) == (S.PUBLISHED, "public")
    told = {row.kind for row in db.session.query(Notification)}
    assert "practice-approved" in told
    acts = [(row.action, row.person_id is None) for row in db.session.query(AuditEntry).order_by(AuditEntry.id)]
    assert acts == [("practices.ask-approval", False), ("practices.approve", True), ("practices.publish", False)]
    # the address was used up, and a second press does nothing
    assert app.test_client().get(page).status_code == 404
    assert press(app, page, "back", "No!").status_code == 404
    assert app.test_client().get(office.path).status_code == 200


def test_sent_back_needs_a_word_which_reaches_the_city(office: Office, app, page: str) -> None:
    assert press(app, page, "back").status_code == 422
    assert press(app, page, "perhaps").status_code == 422
    typed = press(app, page, "back", "x" * 1_001)
    assert typed.status_code == 422
    assert "x" * 1_001 in typed.text
    assert press(app, page, "back", "Not with this figure.").status_code == 200
    assert press(app, page).status_code == 404
    shown = office.world.client(office.people["coordinator"]).get(office.path).text
    assert "Not with this figure." in shown
    assert "Not with this figure." not in office.world.client(office.people["expert"]).get(office.path).text
    with pytest.raises(Conflict):
        publish(office, "public")


def test_a_change_of_what_leaves_asks_anew_and_one_of_what_stays_does_not(office: Office, app, work, page: str) -> None:
    office.save("coordinator", wrong="The mayor never knew.")  # stays with the network
    assert "Do you approve?" in app.test_client().get(page).text
    office.save("coordinator", lesson="Write two zealous letters.")
    changed = app.test_client().get(page)
    assert changed.status_code == 200
    assert "The text was changed after you were asked" in changed.text
    assert 'value="agree"' not in changed.text
    assert press(app, page).status_code == 422
    ask(office)  # the earlier page closes
    work()
    again = path_in(mails(app, MANAGER)[-1])
    assert app.test_client().get(page).status_code == 404
    assert press(app, again).status_code == 200
    visitor = app.test_client()
    work()
    assert finds(visitor)
    assert visitor.get(office.path).status_code == 200
    office.save("coordinator", lesson="Write three zealous letters.")
    work()
    assert visitor.get(office.path).status_code == 404  # held until it is approved again
    assert not finds(visitor)
    office.save("coordinator", lesson="Write two zealous letters.")  # as it was approved
    assert visitor.get(office.path).status_code == 200


def test_a_picture_that_came_later_was_not_approved(office: Office, app, page: str) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (30, 30), "navy").save(picture, "PNG")
    sent = {"file": (io.BytesIO(picture.getvalue()), "square.png"), "alt": "A blue square"}
    assert press(app, page).status_code == 200
    client = office.world.client(office.people["coordinator"])
    client.post(f"{office.path}/files", data=sent, content_type="multipart/form-data")
    assert app.test_client().get(office.path).status_code == 404


def test_the_manager_sees_the_pictures_and_nobody_else_s(office: Office, app, work) -> None:
    office.begin()
    picture = io.BytesIO()
    Image.new("RGB", (30, 30), "navy").save(picture, "PNG")
    client = office.world.client(office.people["coordinator"])
    sent = {"file": (io.BytesIO(picture.getvalue()), "square.png"), "alt": "A blue square"}
    client.post(f"{office.path}/files", data=sent, content_type="multipart/form-data")
    office.put(S.VALIDATED, validated_at=clock.now())
    ask(office)
    work()
    page = path_in(mails(app, MANAGER)[-1])
    source = app.test_client().get(page).text.partition("<figure")[2].partition('src="')[2].partition('"')[0]
    assert source.startswith("/approve/")
    assert app.test_client().get(source).mimetype == "image/webp"
    assert app.test_client().get(source.replace(source[-8:], "ZZZZZZZZ")).status_code == 404
    assert app.test_client().get(source.replace(source[9:20], "forgedforge")).status_code == 404


def test_a_forged_or_late_address_leads_nowhere(office: Office, app, page: str) -> None:
    assert app.test_client().get("/approve/" + "x" * 43).status_code == 404
    assert press(app, "/approve/" + "x" * 43).status_code == 404
    key = page.rpartition("/")[2]
    stored = db.session.query(PracticeApproval.key_hash).scalar()
    assert key not in stored
    clock.shift(OPEN_FOR)
    assert app.test_client().get(page).status_code == 404
    assert press(app, page).status_code == 404
    assert office.practice.state == S.VALIDATED


def test_a_withdrawn_practice_and_a_closed_network_close_the_page(office: Office, app, page: str) -> None:
    office.put(S.WITHDRAWN)
    assert press(app, page).status_code == 404
    office.put(S.VALIDATED)
    with unit_of_work():
        office.network.state = NetworkState.CLOSED
    assert app.test_client().get(page).status_code == 404
    assert press(app, page).status_code == 404
    with pytest.raises((NotAllowed, NotFound)):
        ask(office)


def test_only_the_coordinator_asks_and_takes_back(office: Office, app, page: str) -> None:
    form = {"name": "Rui", "email": "rui@city.example", "language": "en", "visibility": "public"}
    for who in ("author", "officer", "expert", "lead", "neighbour"):
        client = office.world.client(office.people[who])
        for act in ("ask", "take-back"):
            assert client.post(f"{office.path}/approval/{act}", data=form).status_code in {403, 404}, (who, act)
    client = office.world.client(office.people["coordinator"])
    for wrong in ({"email": "nobody"}, {"name": " "}, {"language": "xx"}, {"visibility": "network"}):
        answer = client.post(f"{office.path}/approval/ask", data=form | wrong)
        assert answer.status_code == 422, wrong
        assert "Rui" in answer.text or "name" in wrong
    assert client.post(f"{office.path}/approval/ask", data=form).status_code == 303
    assert client.post(f"{office.path}/approval/ask", data=form).status_code == 422  # pressed twice: asked once
    assert app.test_client().get(page).status_code == 404  # another was asked instead
    assert client.post(f"{office.path}/approval/take-back").status_code == 303
    assert db.session.query(PracticeApproval).filter(PracticeApproval.closed_at.is_(None)).count() == 0


def test_of_two_presses_at_once_one_counts(office: Office, page: str) -> None:
    key = page.rpartition("/")[2]
    with unit_of_work():
        services.decide(key, "agree")
    with pytest.raises(NotFound), unit_of_work():
        services.decide(key, "back", "Changed my mind.")
    assert office.practice.state == S.PUBLISHED


def test_who_asked_and_left_has_not_published_but_the_approval_stands(office: Office, app, page: str) -> None:
    with unit_of_work():
        row = db.session.query(MembershipRow).filter_by(person_id=office.people["coordinator"].id).one()
        row.ended_at = clock.now()
        successor = office.people["officer"]
        city = db.session.get_one(Partner, office.practice.partner_id)
    office.world.belongs(successor, Role.COORDINATOR, city)
    assert press(app, page).status_code == 200
    assert office.practice.state == S.VALIDATED
    with unit_of_work():
        workflow.publish(office.actor("officer"), office.practice, "public")
    assert app.test_client().get(office.path).status_code == 200


def test_all_networks_need_no_approval_until_the_city_asks(office: Office, app, page: str) -> None:
    publish(office, "all")
    stranger = office.world.client(office.people["stranger"])
    assert stranger.get(office.path).status_code == 200
    ask(office, audience="all")
    office.save("coordinator", lesson="Another lesson.")
    assert stranger.get(office.path).status_code == 404
    with pytest.raises(Conflict):
        publish(office, "all")
    with unit_of_work():
        services.take_back(office.actor("coordinator"), office.practice)
    publish(office, "all")
    assert stranger.get(office.path).status_code == 200


def test_there_is_nothing_to_approve_in_a_draft_or_twice(office: Office, app, page: str) -> None:
    press(app, page)
    with pytest.raises(Conflict, match="already"):
        ask(office)
    office.begin()
    with pytest.raises(Conflict, match="validated"):
        ask(office)
    with pytest.raises(Invalid):
        ask(office, email="a b@c.d")


def test_the_letter_and_its_page_are_in_the_manager_s_language(office: Office, app, work) -> None:
    office.begin().put(S.VALIDATED, validated_at=clock.now())
    ask(office, language="pt")
    work()
    assert '<html lang="pt"' in app.test_client().get(path_in(mails(app, MANAGER)[-1])).text
