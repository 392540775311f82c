"""Watching: who hears of what, why, how, and that nobody hears of what they may not read."""

from datetime import timedelta
from typing import Any

import pytest

from infocus.comments.services import add_comment
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import NotFound
from infocus.networks.models import MembershipRow
from infocus.notifications.jobs import daily_mails
from infocus.notifications.models import Notification
from infocus.notifications.queries import own_notifications
from infocus.notifications.watching import services
from infocus.notifications.watching.models import How, Subject, Watch
from infocus.records.models import Record, Visibility
from infocus.records.services import save
from infocus.records.terms import set_terms
from tests.library.conftest import pdf as _pdf
from tests.library.conftest import shelf as _shelf
from tests.library.shelf import Note, Shelf
from tests.notifications.clockwork import NOON, at, sent, set_mail
from tests.support.mails import text_of

shelf, pdf = _shelf, _pdf


def heard(shelf: Shelf, who: str) -> list[tuple[str, str]]:
    """Kind and reason of everything one of the people was told, the oldest first."""
    db.session.rollback()
    told = own_notifications(shelf.actor(who), limit=50).items
    return [(each.row.kind, each.why) for each in reversed(told)]


def watch(shelf: Shelf, who: str, subject: Subject, subject_id: str, how: How | None = None) -> None:
    with unit_of_work():
        services.watch(shelf.actor(who), subject, subject_id, how)


def comment(shelf: Shelf, who: str, note: str, text: str = "A word.", reply_to: str | None = None) -> str:
    with unit_of_work():
        return add_comment(shelf.actor(who), db.session.get_one(Record, note), text, reply_to=reply_to).id


def move(note: str, state: str) -> None:
    with unit_of_work():
        row = db.session.get_one(Note, note)
        row.state = state
        db.session.flush()  # a query in between must not hide the change
        save(row)


def test_who_watches_hears_of_comments_states_and_new_versions_and_why(shelf: Shelf, work, pdf: bytes) -> None:
    note = shelf.note()
    document = shelf.add(note, b"The first text.", "a.txt")
    watch(shelf, "neighbour", Subject.RECORD, note)
    comment(shelf, "lead", note)
    move(note, "withdrawn")
    shelf.add_newer(document, b"The second text.", "b.txt")
    work()
    because = "because you watch it"
    assert heard(shelf, "neighbour") == [
        ("watch-comment", because),
        ("watch-state", because),
        ("watch-version", because),
    ]
    # The lead commented, so hears of what comes after it; nobody hears of what they did, nor twice of one thing.
    assert heard(shelf, "lead") == [(kind, "because you commented on it") for kind in ("watch-state", "watch-version")]
    kinds = [kind for kind, _why in heard(shelf, "author")]
    assert kinds == ["comment", "watch-state"], "the own comment line, the state; the author added the version"
    assert heard(shelf, "expert") == []


def test_a_new_record_is_told_to_who_watches_its_city_network_or_theme(shelf: Shelf, work) -> None:
    watch(shelf, "lead", Subject.PARTNER, shelf.partner.id)
    watch(shelf, "neighbour", Subject.NETWORK, shelf.network.id)
    watch(shelf, "expert", Subject.THEME, "workspace-provision")
    watch(shelf, "coordinator", Subject.PARTNER, shelf.partner.id)
    watch(shelf, "coordinator", Subject.NETWORK, shelf.network.id)
    with unit_of_work():
        note = db.session.get_one(Note, shelf.note())
        set_terms(note, {"work_areas": ["workspace-provision"]})
    work()
    shelf.note(title="Draft", visibility=Visibility.PARTNER)
    work()
    assert heard(shelf, "lead")[0] == ("watch-new", "because you watch “Porto”")
    assert heard(shelf, "neighbour") == [("watch-new", "because you watch “In Focus”")]
    (theirs, _own) = heard(shelf, "coordinator")
    assert theirs == ("watch-new", "because you watch “Porto”"), "the nearest reason, once"
    assert len(heard(shelf, "lead")) == 1, "what only the city reads is no news for the lead"


def test_a_theme_is_told_by_its_name(shelf: Shelf, work) -> None:
    watch(shelf, "expert", Subject.THEME, "workspace-provision")
    with unit_of_work():
        note = Note(title="Spaces", state="published", visibility=Visibility.NETWORK, network_id=shelf.network.id)
        note.partner_id, note.author_id = shelf.partner.id, shelf.author.id
        save(note)
        set_terms(note, {"work_areas": ["workspace-provision"]})
    work()
    ((kind, why),) = heard(shelf, "expert")
    assert (kind, why.startswith("because you watch the theme “")) == ("watch-new", True)


def test_a_draft_is_new_when_it_is_shared(shelf: Shelf, work) -> None:
    watch(shelf, "lead", Subject.NETWORK, shelf.network.id)
    with unit_of_work():
        note = Note(title="Spaces", state="draft", visibility=Visibility.NETWORK, network_id=shelf.network.id)
        note.author_id = shelf.author.id
        save(note)
        note_id = note.id
    work()
    assert heard(shelf, "lead") == []
    move(note_id, "published")
    work()
    assert [kind for kind, _why in heard(shelf, "lead")] == ["watch-new"]


def test_rights_are_judged_when_it_is_told_and_when_it_is_mailed(shelf: Shelf, work) -> None:
    at(NOON)
    note = shelf.note()
    for who in ("neighbour", "ulg"):
        watch(shelf, who, Subject.RECORD, note, How.AT_ONCE)
    set_mail(shelf, "daily", "neighbour", "ulg")
    comment(shelf, "lead", note, "Before.")
    shelf.show_to(note, Visibility.PARTNER)  # committed before the worker tells
    work()
    assert db.session.query(Notification).filter_by(person_id=shelf.people["neighbour"].id).count() == 0
    assert [("Before." in text_of(mail)) for mail in sent(shelf, "ulg")].count(True) == 1
    with unit_of_work():
        db.session.query(MembershipRow).filter_by(person_id=shelf.people["ulg"].id).one().ended_at = clock.now()
    comment(shelf, "coordinator", note, "After.")
    work()
    for who in ("ulg", "neighbour"):
        assert "After." not in "".join(text_of(mail) for mail in sent(shelf, who))
    assert "Before." not in "".join(text_of(mail) for mail in sent(shelf, "neighbour"))


def test_what_one_wrote_is_watched_by_itself_until_one_stops(shelf: Shelf, work) -> None:
    note = shelf.note()
    comment(shelf, "neighbour", note)
    with unit_of_work():
        services.unwatch(shelf.actor("neighbour"), Subject.RECORD, note)
        services.unwatch(shelf.actor("author"), Subject.RECORD, note)
    comment(shelf, "neighbour", note, "Again.")
    move(note, "withdrawn")
    work()
    assert heard(shelf, "neighbour") == []
    assert [kind for kind, _why in heard(shelf, "author")] == ["comment", "comment"], "as owner still, as watcher not"


def test_a_job_that_runs_twice_tells_once(shelf: Shelf, work) -> None:
    note = shelf.note()
    watch(shelf, "neighbour", Subject.RECORD, note)
    said: dict[str, Any] = {"path": "/x", "by": None, "but": [], "at": clock.now().isoformat()}
    for _time in range(2):
        with unit_of_work():
            services.tell(db.session.get_one(Record, note), "watch-version", "01" * 13, said, None)
    assert len(heard(shelf, "neighbour")) == 1


def test_a_rolled_back_change_tells_nobody(shelf: Shelf, work) -> None:
    note = shelf.note()
    watch(shelf, "neighbour", Subject.RECORD, note)

    def fail() -> None:
        with unit_of_work():
            add_comment(shelf.actor("lead"), db.session.get_one(Record, note), "Never said.")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    comment(shelf, "lead", note, "Said.")
    work()
    assert len(heard(shelf, "neighbour")) == 1


def test_the_pages_watch_change_and_stop(shelf: Shelf) -> None:
    note, hidden = shelf.note(), shelf.note(visibility=Visibility.PARTNER)
    client = shelf.world.client(shelf.people["neighbour"])
    assert client.post(f"/notifications/watching/record/{note}/turn").status_code == 303
    assert "Spaces" in client.get("/notifications/watching").text
    assert client.post(f"/notifications/watching/record/{note}", data={"how": "weekly"}).status_code == 303
    assert db.session.query(Watch).one().how == How.WEEKLY
    assert client.post(f"/notifications/watching/record/{note}", data={"how": "hourly"}).status_code == 422
    assert client.post(f"/notifications/watching/record/{hidden}/turn").status_code == 404
    assert client.post("/notifications/watching/moon/1").status_code == 404
    form = {"what": f"partner:{shelf.partner.id}", "how": "page"}
    assert client.post("/notifications/watching", data=form).status_code == 303
    assert client.post("/notifications/watching", data=form | {"what": "theme:none"}).status_code == 404
    assert client.post("/notifications/watching", data=form | {"what": ""}).status_code == 422
    assert "Porto" in client.get("/notifications/watching").text
    client.post(f"/notifications/watching/record/{note}", data={"how": "off"})
    assert "Spaces" not in client.get("/notifications/watching").text
    with pytest.raises(NotFound):
        services.watch(shelf.actor("neighbour"), Subject.RECORD, hidden)


@pytest.mark.parametrize(
    ("how", "tuesday", "monday"),
    [(How.AT_ONCE, 1, 1), (How.USUAL, 1, 1), (How.WEEKLY, 0, 1), (How.PAGE, 0, 0)],
)
def test_each_watch_says_how_its_mail_comes(shelf: Shelf, work, how: How, tuesday: int, monday: int) -> None:
    from_tuesday(shelf, how)
    work()
    assert with_words(shelf) == 0, "it is night: mail at once waits, too"
    at(NOON)
    daily_mails()
    work()
    assert with_words(shelf) == tuesday
    at(NOON + timedelta(days=6))  # the next Monday
    daily_mails()
    work()
    assert with_words(shelf) == monday


def from_tuesday(shelf: Shelf, how: How) -> None:
    """On Tuesday at six in the morning the lead comments on what the neighbour watches."""
    at(NOON - timedelta(hours=7))
    note = shelf.note()
    set_mail(shelf, "daily", "neighbour")
    watch(shelf, "neighbour", Subject.RECORD, note, how)
    comment(shelf, "lead", note, "Listen to this.")


def with_words(shelf: Shelf) -> int:
    return sum("Listen to this." in text_of(mail) for mail in sent(shelf, "neighbour"))


def test_a_city_a_network_and_a_theme_are_watched_from_their_pages(shelf: Shelf) -> None:
    network = shelf.world.network("quiet-towns")
    partner = shelf.world.partner(network, "genova")
    person = shelf.world.person()
    client, visitor = shelf.world.client(person), shelf.world.app.test_client()
    pages = {
        f"network/{network.id}": "/quiet-towns",
        f"partner/{partner.id}": "/quiet-towns/partners/genova",
        "theme/workspace-provision": "/practices?theme=workspace-provision",
    }
    for address, page in pages.items():
        assert f"/watching/{address}" not in visitor.get(page).text
        for says, how, other in (("Watch", "", "Stop watching"), ("Stop watching", "off", "Watch")):
            form = client.get(page).text.split(f'/watching/{address}"')[1].split("</form>")[0]
            assert f">{says}" in form
            assert f'name="how" value="{how}"' in form
            answer = client.post(f"/notifications/watching/{address}", data={"how": how, "next": page})
            assert answer.location == page
            assert f">{other}" in client.get(page).text
    assert "/watching/theme" not in client.get("/practices?theme=no-such-theme").text
    assert "/watching/theme" not in client.get("/practices?theme=workspace-provision&theme=talent").text
    db.session.rollback()
    assert db.session.query(Watch).filter_by(person_id=person.id).count() == 0
