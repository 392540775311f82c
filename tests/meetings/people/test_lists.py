"""The list of a meeting: who is put on it, asked, answers, waits for a seat; and what is held about them."""

import json
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
from sqlalchemy import func, select

from infocus.accounts.models import Account
from infocus.accounts.own_data import export
from infocus.accounts.services import deactivate
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, NotAllowed, NotFound
from infocus.core.permissions import Permission, allows
from infocus.meetings import services
from infocus.meetings.models import Coming, Participant
from infocus.meetings.people import queries
from infocus.meetings.people.jobs import forget
from infocus.meetings.people.marks import mark_of
from infocus.meetings.people.models import Attendance, ParticipantNeeds
from infocus.meetings.people.pasted import read
from infocus.meetings.people.services import answering, attending, inviting
from infocus.meetings.people.services.answering import Needs
from infocus.networks.models import Partner
from infocus.records.models import Visibility
from tests.meetings.halls import Hall
from tests.support.mails import mails, path_in, text_of

NOTHING = Needs()
SOON = (clock.now() + timedelta(days=30)).date()
ROWS = """Name\tE-mail\tCity\tDiet
Ana Silva\tana@a.example\tPorto\tInvestPorto
=HYPERLINK("http://x")\t\tHaifa\t
ana silva\tANA@a.example\tOstrava\t
Ana Silva\t\tporto\t
Nobody\tno address\tOstrava\t
\tx@a.example\t\t"""


@pytest.fixture
def foyer(hall: Hall) -> Hall:
    """A planned meeting in a month, of two days."""
    hall.edit(starts=SOON.isoformat(), ends=(SOON + timedelta(days=1)).isoformat(), place="Porto")
    return hall


def _paste(hall: Hall, text: str, who: str = "host") -> list[inviting.Checked]:
    with unit_of_work():
        return inviting.add_pasted(hall.actor(who), hall.meeting, read(text))


def _on_list(hall: Hall) -> dict[str, Participant]:
    db.session.rollback()
    return {
        row.name: row
        for row in db.session.scalars(select(Participant).where(Participant.meeting_id == hall.meeting_id))
    }


def _account(hall: Hall, who: str) -> Account:
    return db.session.get_one(Account, hall.people[who].id)


def _answer(row: Participant, coming: bool, needs: Needs = NOTHING) -> Coming:
    with unit_of_work():
        return answering.answer(db.session.get_one(Participant, row.id), coming, "", needs)


def test_pasted_rows_are_shown_first_and_none_is_dropped_silently(foyer: Hall) -> None:
    client, address = foyer.client("host"), f"{foyer.path}/people/paste"
    shown = client.post(address, data={"rows": ROWS})
    assert shown.status_code == 200
    for words in ("No city of the network", "This address is on the list already", "This name and city are on the list",
                  "This is not an e-mail address", "There is no name", "not taken: Diet"):  # fmt: skip
        assert words in shown.text, words
    assert _on_list(foyer) == {}
    kept = client.post(address, data={"rows": ROWS, "keep": "1"}, follow_redirects=True)
    assert "2 more people are on the list now." in kept.text
    assert "4 rows were left out" in kept.text
    rows = _on_list(foyer)
    assert set(rows) == {"Ana Silva", '=HYPERLINK("http://x")'}
    assert (rows["Ana Silva"].shown_city, rows["Ana Silva"].city) == ("Porto", "")
    assert rows['=HYPERLINK("http://x")'].city == "Haifa"
    assert {row.fate for row in _paste(foyer, ROWS)} <= {"twice", "wrong"}


def test_two_of_one_name_with_an_address_each_are_two(foyer: Hall) -> None:
    _paste(foyer, "Name\tE-mail\nJan Novák\tjan@a.example\nJan Novák\tjan@b.example\nJan Novák\t")
    db.session.rollback()
    assert sorted(row.email for row in foyer.meeting.participants) == ["jan@a.example", "jan@b.example"]


def test_five_thousand_rows_are_kept_once_and_paged(foyer: Hall) -> None:
    text = "name,email,city\n" + "\n".join(f"Person {n:04},p{n}@many.example,Porto" for n in range(5_000))
    assert sum(row.fate == "new" for row in _paste(foyer, text)) == 5_000
    assert sum(row.fate == "new" for row in _paste(foyer, text)) == 0
    seen, cursor = [], None
    while True:
        page = queries.listed(foyer.actor("host"), foyer.meeting, "", cursor)
        seen += [row.name for row in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert len(seen) == 5_000
    assert seen == sorted(seen)
    assert foyer.client("host").post(f"{foyer.path}/people/paste", data={"rows": text}).status_code == 200


def test_members_by_city_by_name_or_all_once_each(foyer: Hall) -> None:
    actor, ostrava = foyer.actor("lead"), db.session.scalars(select(Partner.id).where(Partner.slug == "ostrava")).one()
    with unit_of_work():
        assert inviting.add_members(actor, foyer.meeting, [foyer.people["officer"].id], [ostrava], False) == 2
    with unit_of_work():
        assert inviting.add_members(actor, foyer.meeting, [], [], True) == 5
        assert inviting.add_members(actor, foyer.meeting, [], [], True) == 0
    people = _on_list(foyer)
    assert foyer.people["stranger"].id not in {row.person_id for row in people.values()}
    pasted = _paste(foyer, f"Name\tMail\nSomebody\t{_account(foyer, 'officer').email}")
    assert pasted[0].fate == "twice"


def test_letters_go_out_once_and_opening_their_page_answers_nothing(foyer: Hall, work: Callable[[], None]) -> None:
    _paste(foyer, ROWS)
    page = foyer.client("host").post(f"{foyer.path}/people/invite", follow_redirects=True)
    assert "One invitation goes out." in page.text
    assert "One person has no address" in page.text
    foyer.client("host").post(f"{foyer.path}/people/invite")
    work()
    (mail,) = mails(foyer.world.app, "ana@a.example")
    calendar = next(part for part in mail.walk() if part.get_content_type() == "text/calendar").get_content()
    assert f"UID:{foyer.meeting_id}@" in calendar
    assert f"DTSTART;VALUE=DATE:{SOON:%Y%m%d}" in calendar
    visitor, path = foyer.world.app.test_client(), path_in(mail)
    assert "please say whether you come" in visitor.get(path).text
    assert _on_list(foyer)["Ana Silva"].coming == Coming.OPEN
    assert visitor.post(path, data={"coming": "no"}).status_code == 303
    assert _on_list(foyer)["Ana Silva"].coming == Coming.NO
    assert visitor.get(path[:-1] + ("a" if path[-1] != "a" else "b")).status_code == 404
    assert visitor.post(path, data={"coming": "maybe"}).status_code in {200, 422}


def test_all_seats_taken_means_waiting_and_a_seat_given_back_is_offered(foyer: Hall, work: Callable[[], None]) -> None:
    foyer.edit(capacity="1")
    _paste(foyer, "name,email\nAna,ana@a.example\nEva,eva@a.example\nJan,jan@a.example")
    rows = _on_list(foyer)
    said = [_answer(rows[name], True) for name in ("Ana", "Eva", "Jan")]
    assert said == [Coming.YES, Coming.WAITING, Coming.WAITING]
    assert _answer(rows["Ana"], True) == Coming.YES
    assert _answer(rows["Ana"], False) == Coming.NO
    work()
    assert {name: row.coming for name, row in _on_list(foyer).items()} == {"Ana": "no", "Eva": "yes", "Jan": "waiting"}
    assert "A seat has become free" in text_of(mails(foyer.world.app, "eva@a.example")[-1])
    assert not mails(foyer.world.app, "jan@a.example")


def test_needs_ask_for_consent_and_only_the_hosts_coordinator_and_the_lead_read_them(foyer: Hall) -> None:
    with unit_of_work():
        inviting.add_members(foyer.actor("host"), foyer.meeting, [foyer.people["neighbour"].id], [], False)
    own, address = foyer.client("neighbour"), f"{foyer.path}/answer"
    told = {"coming": "yes", "diet": "no xyzzy-nuts", "access": "a step-free plugh-way"}
    refused = own.post(address, data=told)
    assert refused.status_code == 422
    assert "no xyzzy-nuts" in refused.text
    assert db.session.scalar(select(func.count()).select_from(ParticipantNeeds)) == 0
    assert own.post(address, data=told | {"consent": "y"}).status_code == 303
    readers = {who for who in foyer.people if "xyzzy" in foyer.client(who).get(f"{foyer.path}/people/needs").text}
    assert readers == {"host", "lead"}
    for who in foyer.people:
        for page in ("", "/people", "/attendance", "/attendance.csv", "/people/add"):
            text = foyer.client(who).get(foyer.path + page).text
            assert "xyzzy" not in text, (who, page)
            assert "plugh" not in text, (who, page)
    account = _account(foyer, "neighbour")
    assert export(account)["meeting_lists"][0]["diet"] == "no xyzzy-nuts"
    assert "xyzzy" not in json.dumps(export(_account(foyer, "host")))
    with unit_of_work():
        deactivate(db.session.merge(account))
    assert db.session.scalar(select(func.count()).select_from(ParticipantNeeds)) == 0


@pytest.mark.parametrize("how", ["decline", "empty", "over", "cancelled", "removed"])
def test_needs_are_deleted(foyer: Hall, how: str) -> None:
    _paste(foyer, "name\nAna")
    row = _on_list(foyer)["Ana"]
    _answer(row, True, Needs("vegan", "", True))
    forget()
    assert db.session.scalar(select(func.count()).select_from(ParticipantNeeds)) == 1
    if how in {"decline", "empty"}:
        _answer(row, how == "empty", Needs())
    elif how == "over":
        past = SOON - timedelta(days=45)
        foyer.edit(starts=past.isoformat(), ends=past.isoformat())
        forget()
    elif how == "cancelled":
        foyer.edit(state="cancelled")
    else:
        with unit_of_work():
            inviting.remove(foyer.actor("host"), foyer.meeting, row.id)
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(ParticipantNeeds)) == 0


def test_who_manages_the_list_and_who_sees_it(foyer: Hall) -> None:
    _paste(foyer, "name\tmail\tcity\nאנה\u200f\tana@a.example\tHaifa")
    with unit_of_work():
        answering.set_coming(foyer.actor("host"), foyer.meeting, _on_list(foyer)["אנה\u200f"].id, "yes")
    managers = {"host", "expert", "lead"}
    for who in foyer.people:
        pages = {
            page: foyer.client(who).get(f"{foyer.path}/{page}") for page in ("people", "people/paste", "attendance")
        }
        expected = 404 if who == "stranger" else 200 if who in managers else 403
        assert {pages["people/paste"].status_code, pages["attendance"].status_code} == {expected}, who
        assert pages["people"].status_code == (404 if who == "stranger" else 200)
        assert ("ana@a.example" in pages["people"].text) == (who in managers)
        with pytest.raises((NotAllowed, NotFound)) if who not in managers else unit_of_work():
            inviting.checked(foyer.actor(who), foyer.meeting, read("x"))
    foyer.edit(visibility="public")
    visitor = foyer.world.app.test_client()
    assert "אנה" not in visitor.get(foyer.path).text
    assert visitor.get(f"{foyer.path}/people").status_code == 404
    assert not allows(foyer.actor("expert"), Permission.READ_NEEDS, foyer.meeting)


def test_a_meeting_that_moves_asks_again_and_one_called_off_leaves_the_calendars(
    foyer: Hall, work: Callable[[], None]
) -> None:
    _paste(foyer, "name,mail\nAna,ana@a.example\nEva,eva@a.example")
    with unit_of_work():
        inviting.invite(foyer.actor("host"), foyer.meeting)
    _answer(_on_list(foyer)["Ana"], True)
    _answer(_on_list(foyer)["Eva"], False)
    foyer.edit(starts=(SOON + timedelta(days=7)).isoformat(), ends="")
    assert _on_list(foyer)["Ana"].coming == Coming.OPEN
    foyer.edit(state="cancelled")
    work()
    found = [
        next(p for p in mail.walk() if p.get_content_type() == "text/calendar")
        for mail in mails(foyer.world.app, "ana@")
    ]
    texts = [part.get_content() for part in found]
    numbers = [int(text.partition("SEQUENCE:")[2].split()[0]) for text in texts]
    assert numbers == sorted(set(numbers))
    assert len({text.partition("UID:")[2].split()[0] for text in texts}) == 1
    assert ["METHOD:CANCEL" in text for text in texts] == [False, False, True]
    assert "STATUS:CANCELLED" in texts[-1]
    assert len(mails(foyer.world.app, "eva@")) == 1
    with pytest.raises(Conflict):
        _answer(_on_list(foyer)["Ana"], True)


def test_two_who_tick_at_once_do_not_undo_each_other(foyer: Hall) -> None:
    _paste(foyer, "name,city\nAna,Porto\nEva,Haifa\n+SUM(A1),\n")
    rows, day = _on_list(foyer), SOON.isoformat()
    everybody = [row.id for row in rows.values()]
    first, second = foyer.client("host"), foyer.client("lead")
    first.post(f"{foyer.path}/attendance", data={"day": day, "shown": everybody, "here": [rows["Ana"].id]})
    second.post(f"{foyer.path}/attendance", data={"day": day, "shown": everybody, "here": [rows["Eva"].id]})
    came = {"day": day, "shown": everybody, "here": [rows["+SUM(A1)"].id], "name": "Deputy", "city": "Graz"}
    assert first.post(f"{foyer.path}/attendance", data=came).status_code == 303
    table = first.get(f"{foyer.path}/attendance.csv").text
    assert "Ana,Porto,,yes," in table
    assert "Eva,Haifa,,yes," in table
    assert "'+SUM(A1)" in table
    assert "Deputy,Graz,,yes," in table
    undo = {"day": day, "shown": everybody, "seen": [rows["Ana"].id]}
    first.post(f"{foyer.path}/attendance", data=undo)
    assert "Ana," not in first.get(f"{foyer.path}/attendance.csv").text
    assert first.post(f"{foyer.path}/attendance", data={"day": "1999-01-01", "shown": everybody}).status_code == 422
    assert "Deputy" in first.get(f"{foyer.path}/attendance").text


def test_the_list_to_sign_is_a_tagged_pdf_with_every_name(foyer: Hall) -> None:
    names = [f"Person {n} #let [x]" for n in range(60)]
    _paste(foyer, "name;city\n" + "\n".join(f"{name};Porto" for name in names))
    answer = foyer.client("host").get(f"{foyer.path}/attendance.pdf")
    pages = pypdfium2.PdfDocument(BytesIO(answer.data))
    words = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    assert all(name in words for name in names)
    assert b"/StructTreeRoot" in answer.data


def test_who_left_the_list_takes_everything_with_them(foyer: Hall) -> None:
    _paste(foyer, "name\nAna")
    row = _on_list(foyer)["Ana"]
    own = row.id
    with unit_of_work():
        attending.tick(foyer.actor("host"), foyer.meeting, SOON.isoformat(), {own: True})
    _answer(row, True, Needs("vegan", "", True))
    client = foyer.client("host")
    for _twice in range(2):
        assert client.post(f"{foyer.path}/people/{own}/remove").status_code == 303
    assert db.session.scalar(select(func.count()).select_from(Attendance)) == 0
    assert client.get(f"/meeting-invitations/{own}/{mark_of(own)}").status_code == 404


def test_what_is_kept_of_people_makes_no_new_version_of_the_meeting(foyer: Hall) -> None:
    before = foyer.meeting.version
    _paste(foyer, ROWS)
    _answer(_on_list(foyer)["Ana Silva"], True)
    assert foyer.meeting.version == before
    with unit_of_work():
        services.edit_meeting(foyer.actor("host"), foyer.meeting, {"visibility": Visibility.NETWORK}, expected=before)
