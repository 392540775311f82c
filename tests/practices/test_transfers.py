"""Transfers: pages, checkpoints, what was borrowed, who answers when people leave, questions and the FAQ."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound, Stale
from infocus.core.outbox import OutboxRow
from infocus.networks import mailboxes, successors
from infocus.networks.models import MembershipRow, NetworkState, Partner
from infocus.notifications.models import Notification
from infocus.practices.documents import practice_entries
from infocus.practices.models import PracticeState
from infocus.practices.questions import services as asking
from infocus.practices.questions.models import Question
from infocus.practices.transfers import borrowing, checkpoints, jobs, services
from infocus.practices.transfers.dates import months_after
from infocus.practices.transfers.documents import transfer_entries
from infocus.practices.transfers.ledger import cities_using, steps_of
from infocus.practices.transfers.models import Checkpoint, Transfer
from infocus.records.answering import who_answers
from infocus.records.models import Visibility
from infocus.records.urls import record_path
from tests.practices.conftest import Office
from tests.rights.people import EXPERTS, IN_FOCUS, OSTRAVA, PORTO, invite
from tests.support.there import there
from tests.support.world import World

BOX = "innovation@porto.example"


@pytest.fixture
def published(office: Office) -> Office:
    """Porto's practice, read by every network; Ostrava can take it over."""
    return office.begin().put(PracticeState.PUBLISHED, visibility=Visibility.ALL)


def _open(office: Office, stage: str = "understand", **more: Any) -> str:
    with unit_of_work():
        return services.mark(office.actor("neighbour"), office.practice, stage, "Half of it.", more=more).id


def _stored(transfer_id: str) -> Transfer:
    if not db.session.info.get("in_unit_of_work"):
        db.session.rollback()
    return db.session.get_one(Transfer, transfer_id)


def _told(office: Office, who: str) -> list[str]:
    own = select(Notification.kind).where(Notification.person_id == office.people[who].id).order_by(Notification.id)
    return [kind for kind in db.session.scalars(own) if kind.startswith(("transfer", "question", "practice-used"))]


def _mails(to: str) -> list[dict[str, Any]]:
    rows = db.session.scalars(select(OutboxRow).where(OutboxRow.kind == "mail.send").order_by(OutboxRow.id))
    return [row.payload for row in rows if row.payload["to"] == to]


def _leave(office: Office, who: str) -> None:
    with unit_of_work():
        for row in db.session.scalars(select(MembershipRow).where(MembershipRow.person_id == office.people[who].id)):
            row.ended_at = clock.now()


def _mailbox(office: Office, address: str = BOX) -> None:
    with unit_of_work():
        porto = db.session.scalars(select(Partner).where(Partner.slug == "porto")).one()
        porto.mailbox, porto.mailbox_confirmed_at = address, clock.now()


def test_months_end_where_the_month_ends() -> None:
    assert months_after(date(2017, 11, 30), 3) == date(2018, 2, 28)
    assert months_after(date(2017, 9, 1), 18) == date(2019, 3, 1)
    assert months_after(date(2017, 12, 31), 12) == date(2018, 12, 31)


def test_who_reads_a_transfer_follows_its_practice(world: World) -> None:
    network = world.network()
    porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
    people = invite(world, network, porto, ostrava)
    office = Office(world, network.id, people).begin("author").put(PracticeState.PUBLISHED, visibility="public")
    with unit_of_work():
        path = record_path(services.mark(office.actor("officer-2"), office.practice, "adapt"))
    clients = {who: world.client(person) for who, person in people.items()} | {"visitor": world.app.test_client()}

    def readers() -> set[str]:
        return {who for who, client in clients.items() if client.get(path).status_code == 200}

    assert readers() == IN_FOCUS
    office.put(PracticeState.WITHDRAWN)
    assert readers() == (PORTO | OSTRAVA | EXPERTS | {"lead"})
    office.put(PracticeState.PUBLISHED, visibility="partner")
    assert readers() == (PORTO | OSTRAVA | EXPERTS | {"lead"})
    office.put(PracticeState.PUBLISHED, visibility="network")
    assert readers() == IN_FOCUS


LONG = {"partner": "ostrava", "stage": "understand", "mentor": "porto", "plan": "p" * 1501, "note": "kept words"}


def test_a_transfer_is_opened_in_the_page_and_what_was_typed_is_kept(published: Office) -> None:
    client = published.world.client(published.people["neighbour"])
    page = client.get(f"{published.path}/transfers/new?partner=ostrava").text
    assert re.search(r'<option selected value="porto"', page)
    assert 'value="ostrava">' not in page.split('id="mentor"')[1].split("</select>")[0]
    answer = client.post(f"{published.path}/transfers/new", data=LONG)
    assert answer.status_code == 422
    assert "kept words" in answer.text
    assert "1501 characters; 1500 fit." in answer.text
    answer = client.post(f"{published.path}/transfers/new", data=LONG | {"plan": "", "months": ["3", "12"]})
    transfer = db.session.scalars(select(Transfer)).unique().one()
    assert answer.location == record_path(transfer)
    opened = there(transfer.opened_at).date()
    dues = {row.month: row.due for row in transfer.checkpoints}
    assert dues == {month: months_after(opened, month or 3).isoformat() for month in (0, 3, 12)}
    assert "Due on" in client.get(answer.location).text


def test_a_transfer_is_written_and_looked_back_on_in_the_page(published: Office) -> None:
    transfer_id = _open(published, months=[3, 12])
    client, path = published.world.client(published.people["neighbour"]), record_path(_stored(transfer_id))
    sent = LONG | {"plan": "Keys first.", "months": ["3"], "version": str(_stored(transfer_id).version)}
    sent |= {"evidence-0-name": "Firms", "evidence-0-value": "9", "evidence-0-year": "2017"}
    assert client.post(f"{path}/edit", data=sent).location == path
    lost = client.post(f"{path}/edit", data=sent | {"plan": "Other keys."})
    assert (lost.status_code, "Other keys." in lost.text) == (409, True)
    stored = _stored(transfer_id)
    assert (stored.plan, stored.evidence[0]["value"], {row.month for row in stored.checkpoints}) == (
        "Keys first.", 9.0, {0, 3},
    )  # fmt: skip
    assert client.post(f"{path}/checkpoints/3", data={"text": " "}).status_code == 422
    assert client.post(f"{path}/checkpoints/12", data={"text": "There is none."}).status_code == 404
    client.post(f"{path}/checkpoints/3", data={"text": "Nine firms are in."})
    assert "Nine firms are in." in client.get(path).text
    version = str(_stored(transfer_id).version)
    assert client.post(f"{path}/stage", data={"stage": "adapt", "version": version}).status_code == 303
    assert client.post(f"{path}/stage", data={"stage": "reuse", "version": version}).status_code == 412
    assert cities_using([published.practice_id]) == {published.practice_id: 1}


def test_what_failed_is_asked_for_and_read_by_the_network(published: Office) -> None:
    transfer_id = _open(published, "adapt", plan="Keys first.", evidence=[{"name": "Firms", "value": 9}])
    client, path = published.world.client(published.people["neighbour"]), record_path(_stored(transfer_id))
    assert client.post(f"{path}/stop", data={"failed": ""}).status_code == 422
    client.post(f"{path}/stop", data={"failed": "The boiler."})
    assert cities_using([published.practice_id]) == {}
    assert _told(published, "coordinator") == ["transfer-stopped"]
    member = published.world.client(published.people["observer"])
    shown = member.get(path).text
    assert all(words in shown for words in ("Keys first.", "The boiler.", "Firms"))
    assert "Give it up" not in shown
    assert "What failed: The boiler." in member.get(published.path).text
    assert "The boiler." not in published.world.client(published.people["stranger"]).get(published.path).text
    (entry,) = there(transfer_entries(transfer_id))
    assert ("The boiler." in entry.text, entry.state) == (True, "stopped")
    assert "Firms 9.0" in member.get("/in-focus/transfers.csv").text
    assert published.practice.title in member.get("/in-focus/transfers?stage=adapt").text
    assert published.practice.title not in published.world.app.test_client().get("/in-focus/transfers").text
    client.post(f"{path}/go-on")
    assert [step.what for step in steps_of(_stored(transfer_id))] == ["adapt", "stopped", "resumed"]
    client.post(f"{path}/remove")
    assert member.get(path).status_code == 404


def test_only_the_receiving_city_writes_while_the_network_takes_updates(published: Office) -> None:
    transfer_id = _open(published)
    for who in ("author", "coordinator", "lead", "expert", "observer"):
        with pytest.raises(NotAllowed), unit_of_work():
            services.change(published.actor(who), _stored(transfer_id), {"plan": "Ours."})
    with pytest.raises(NotFound), unit_of_work():
        services.change(published.actor("stranger"), _stored(transfer_id), {"plan": "Ours."})
    with pytest.raises(Stale), unit_of_work():
        services.change(published.actor("neighbour"), _stored(transfer_id), {"plan": "Ours."}, expected=99)
    with pytest.raises(Invalid, match="own records"), unit_of_work():
        services.change(published.actor("neighbour"), _stored(transfer_id), {"plan_record": published.practice_id})
    with unit_of_work():
        published.network.state = NetworkState.CLOSED
    with pytest.raises(NotAllowed), unit_of_work():
        services.change(published.actor("neighbour"), _stored(transfer_id), {"plan": "Ours."})


def test_the_mentor_is_told_and_comments(published: Office) -> None:
    torino = published.world.partner(published.network, "torino")
    published.people["mentor"] = published.world.person(Role.COORDINATOR, torino)
    transfer = _stored(_open(published, mentor="torino"))
    assert _told(published, "mentor") == ["transfer-mentor"]
    client = published.world.client(published.people["mentor"])
    client.post("/comments", data={"on": transfer.id, "text": "Begin with the keys.", "back": record_path(transfer)})
    assert "Begin with the keys." in client.get(record_path(transfer)).text


def test_reminders_come_once_and_go_to_the_successor_of_who_left(published: Office) -> None:
    transfer_id = _open(published, months=[3])
    jobs.remind()
    assert _told(published, "neighbour") == []
    ostrava = there(_stored(transfer_id).partner)
    published.people["heir"] = published.world.person(Role.OFFICER, ostrava)
    published.people["chief"] = published.world.person(Role.COORDINATOR, ostrava)
    with unit_of_work():
        gone = published.people["neighbour"].id
        successors.name_successor(published.actor("chief"), ostrava, gone, published.people["heir"].id)
    _leave(published, "neighbour")
    with unit_of_work():
        for row in db.session.scalars(select(Checkpoint)):
            row.due = (clock.now() + timedelta(days=3)).date().isoformat()
    for _run in range(2):
        jobs.remind()
    assert _told(published, "heir") == ["transfer-plan-due", "transfer-checkpoint"] == _told(published, "chief")
    assert _told(published, "neighbour") == []


def test_who_answers_when_people_leave(published: Office) -> None:
    people = {who: person.id for who, person in published.people.items()}
    coordinators = {people["coordinator"]}
    assert who_answers(published.practice).owner == people["author"]
    assert who_answers(published.practice).people == coordinators | {people["author"]}
    _mailbox(published)
    assert who_answers(published.practice).to_mailbox == ""
    with unit_of_work():
        there(published.people["author"].account).active = False
    answering = who_answers(published.practice)
    assert (answering.owner, set(answering.people), answering.to_mailbox) == (None, coordinators, BOX)
    porto = there(published.practice.partner)
    with pytest.raises(Invalid), unit_of_work():
        successors.name_successor(published.actor("coordinator"), porto, people["author"], people["neighbour"])
    with pytest.raises(NotAllowed), unit_of_work():
        successors.name_successor(published.actor("officer"), porto, people["author"], people["officer"])
    with unit_of_work():  # a ring of successors ends with who is there, or with nobody
        successors.name_successor(published.actor("coordinator"), porto, people["author"], people["officer"])
        successors.name_successor(published.actor("coordinator"), porto, people["officer"], people["coordinator"])
    assert who_answers(published.practice).owner == people["officer"]
    _leave(published, "officer")
    assert who_answers(published.practice).owner == people["coordinator"]
    _leave(published, "coordinator")
    assert who_answers(published.practice).owner is None
    assert who_answers(published.practice).people == frozenset()


def test_records_are_handed_over_in_one_form(published: Office) -> None:
    _leave(published, "author")
    client = published.world.client(published.people["coordinator"])
    address = "/in-focus/partners/porto/owners"
    page = client.get(address).text
    assert "1 record" in page
    assert "Left" in page
    data = {"person": published.people["author"].id, "successor": published.people["officer"].id}
    assert client.post(address, data=data).status_code == 303
    assert who_answers(published.practice).owner == data["successor"]
    assert client.post(address, data=data | {"successor": published.people["expert"].id}).status_code == 422
    assert client.post(address, data=data | {"person": published.people["expert"].id}).status_code == 404
    assert client.post(address, data=data | {"successor": ""}).status_code == 303
    assert who_answers(published.practice).owner is None
    assert published.world.client(published.people["officer"]).get(address).status_code == 403


def test_a_mailbox_counts_once_somebody_who_reads_it_pressed_the_button(published: Office) -> None:
    client = published.world.client(published.people["coordinator"])
    version = there(published.practice.partner).version
    edit = "/in-focus/partners/porto/edit"
    assert client.post(edit, data={"mailbox": "nonsense", "version": version}).status_code == 422
    assert client.post(edit, data={"mailbox": BOX, "version": version}).status_code == 302
    porto = there(published.practice.partner)
    assert (porto.mailbox, mailboxes.mailbox_of(porto)) == (BOX, "")
    (mail,) = _mails(BOX)
    link = there(re.search(r"/mailboxes/\S+", mail["text"]))[0]
    visitor = published.world.app.test_client()
    assert visitor.get(link).status_code == 200
    assert mailboxes.mailbox_of(there(published.practice.partner)) == ""
    assert visitor.post(link).status_code == 200
    assert mailboxes.mailbox_of(there(published.practice.partner)) == BOX
    assert visitor.get("/mailboxes/other").status_code == 404


def test_what_was_borrowed_is_asked_about_once_and_lands_in_the_ledger(published: Office) -> None:
    client = published.world.client(published.people["neighbour"])
    too_long = client.post(f"{published.path}/borrowed", data={"partner": "ostrava", "note": "x" * 301})
    assert too_long.status_code == 422
    assert "x" * 301 in too_long.text
    client.post(f"{published.path}/borrowed", data={"partner": "ostrava", "note": "The form."})
    to = there(published.people["neighbour"].account).email
    jobs.ask_borrowers()
    assert _mails(to) == []
    with unit_of_work():
        row = db.session.scalars(select(Transfer)).unique().one()
        row.opened_at = clock.now() - timedelta(days=190)
    for _run in range(2):
        jobs.ask_borrowers()
    (mail,) = _mails(to)
    links = re.findall(r"/used/\S+", mail["text"])
    assert len(links) == 3
    visitor = published.world.app.test_client()
    for link in links:
        assert visitor.get(link).status_code == 200
    assert db.session.scalars(select(Transfer)).unique().one().used == ""
    address = links[0].partition("?")[0]
    assert visitor.post(address, data={"used": "maybe"}).status_code == 422
    assert "Thank you." in visitor.post(address, data={"used": "partly"}).text
    assert visitor.post(address, data={"used": "no"}).status_code == 422
    assert cities_using([published.practice_id]) == {published.practice_id: 1}
    assert _told(published, "author") == ["practice-used"]
    assert "Used in part" in visitor.get(published.path).text or "Used in part" in client.get(published.path).text
    with pytest.raises(NotFound):
        borrowing.find("no such key")


def _ask(office: Office, who: str, text: str) -> str:
    """The address of a question that somebody asks on the page, twice as by a nervous hand."""
    for _twice in range(2):
        office.world.client(office.people[who]).post(f"{office.path}/questions", data={"text": text})
    return f"{office.path}/questions/{db.session.scalars(select(Question.id).where(Question.text == text)).one()}"


def test_a_question_is_told_to_the_owner_and_read_by_the_network_and_who_asked(published: Office) -> None:
    _mailbox(published)
    neighbour, abroad = (published.world.client(published.people[who]) for who in ("neighbour", "stranger"))
    assert neighbour.post(f"{published.path}/questions", data={"text": "w" * 1001}).status_code == 422
    first, second = _ask(published, "neighbour", "Who is liable?"), _ask(published, "stranger", "Which permits?")
    subject = f" about “{published.practice.title}”"
    assert [mail["subject"].partition(" asks")[2] for mail in _mails(BOX)] == [subject] * 2
    assert _told(published, "author") == ["question-asked"] * 2 == _told(published, "coordinator")
    seen = {who: client.get(published.path).text for who, client in (("member", neighbour), ("abroad", abroad))}
    assert ("Who is liable?" in seen["member"], "Which permits?" in seen["member"]) == (True, True)
    assert ("Who is liable?" in seen["abroad"], "Which permits?" in seen["abroad"]) == (False, True)
    assert abroad.get(first).status_code == 404
    expert, owner = (published.world.client(published.people[who]) for who in ("expert", "author"))
    assert expert.post(f"{first}/answer", data={"text": "I think."}).status_code == 403
    for at in (first, second):
        owner.post(f"{at}/answer", data={"text": "The city."})
    assert _told(published, "neighbour") == ["question-answered"] == _told(published, "stranger")
    assert "answered a question" in abroad.get("/notifications").text


def test_a_good_answer_becomes_the_faq_and_stays_when_the_question_goes(published: Office) -> None:
    at = _ask(published, "neighbour", "Who is liable?")
    neighbour, abroad, owner = (
        published.world.client(published.people[who]) for who in ("neighbour", "stranger", "author")
    )
    owner.post(f"{at}/answer", data={"text": "The city, until the first lease."})
    assert neighbour.post(f"{at}/faq", data={"faq_question": "Q", "faq_answer": "A"}).status_code == 403
    assert owner.post(f"{at}/faq", data={"faq_question": "", "faq_answer": "A"}).status_code == 422
    assert "The city, until the first lease." in owner.get(at).text
    kept = {"faq_question": "Who is liable on an empty floor?", "faq_answer": "The city, until the first lease."}
    assert owner.post(f"{at}/faq", data=kept).status_code == 303
    assert kept["faq_question"] in abroad.get(published.path).text
    assert any("empty floor" in entry.text for entry in there(practice_entries(published.practice_id)))
    neighbour.post(f"{at}/remove")
    shown = neighbour.get(published.path).text
    assert "Who is liable?" not in shown
    assert kept["faq_question"] in shown
    owner.post(f"{at}/faq/remove")
    assert "empty floor" not in owner.get(published.path).text


def test_questions_are_for_what_is_shared_and_observers_read(published: Office) -> None:
    for who in ("observer", "author", "officer"):
        with pytest.raises(NotAllowed), unit_of_work():
            asking.ask(published.actor(who), published.practice, "Why?")
    with unit_of_work():
        asked = asking.ask(published.actor("neighbour"), published.practice, "Why?")
        asking.remove(published.actor("lead"), asked)
    with pytest.raises(Conflict), unit_of_work():
        asking.answer(published.actor("author"), db.session.get_one(Question, asked.id), "Because.")
    published.put(PracticeState.PUBLISHED, visibility=Visibility.PARTNER)
    with pytest.raises(NotFound), unit_of_work():
        asking.ask(published.actor("neighbour"), published.practice, "Why?")


def test_checkpoints_answered_stay_when_others_are_chosen(published: Office) -> None:
    transfer_id = _open(published, months=[3, 12])
    with unit_of_work():
        checkpoints.answer(published.actor("neighbour"), _stored(transfer_id), 3, "So far, so good.")
    with unit_of_work():
        services.change(published.actor("neighbour"), _stored(transfer_id), {"months": [18]})
    assert {(row.month, row.text) for row in _stored(transfer_id).checkpoints} == {
        (0, ""), (3, "So far, so good."), (18, ""),
    }  # fmt: skip
