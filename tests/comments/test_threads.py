"""Comments: threads, mentions, changing and removing, and who reads them."""

import pytest
from markupsafe import Markup

from infocus.comments.documents import comment_entries
from infocus.comments.models import Comment
from infocus.comments.queries import counts, discussion
from infocus.comments.services import add_comment, edit_comment, remove_comment, resolve_thread
from infocus.comments.shown import with_mentions
from infocus.core import markup
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NotAllowed, NotFound, Stale
from infocus.engines.search.port import Standing
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.networks.models import Network, NetworkState
from infocus.notifications.models import Notification
from infocus.records.models import Record, Visibility
from infocus.records.services import save
from tests.library.conftest import pdf as _pdf
from tests.library.conftest import shelf as _shelf
from tests.library.shelf import Note, Shelf

shelf, pdf = _shelf, _pdf
WRITERS = {"author", "ulg", "coordinator", "neighbour", "expert", "lead"}


def say(shelf: Shelf, who: str, note: str, text: str = "Well said.", reply_to: str | None = None) -> str:
    with unit_of_work():
        return add_comment(shelf.actor(who), db.session.get_one(Record, note), text, reply_to=reply_to).id


def comment(own_id: str) -> Comment:
    if not db.session.info.get("in_unit_of_work"):
        db.session.rollback()
    return db.session.get_one(Comment, own_id)


def refused(act, *arguments) -> bool:
    try:
        with unit_of_work():
            act(*arguments)
    except (NotAllowed, NotFound):
        return True
    return False


def test_who_comments_where(shelf: Shelf) -> None:
    readers = {Visibility.PARTNER: {"author", "ulg", "coordinator"}, Visibility.NETWORK: WRITERS,
               Visibility.ALL: WRITERS, Visibility.PUBLIC: WRITERS}  # fmt: skip
    for visibility, expected in readers.items():
        note = shelf.note(visibility=visibility)
        found = {who for who in shelf.people if not refused(say, shelf, who, note)}
        assert found == expected, visibility


def test_who_reads_them_and_how_many_there_are(shelf: Shelf) -> None:
    note = shelf.note(visibility=Visibility.PUBLIC)
    say(shelf, "author", note)
    for who in shelf.people:
        talk = discussion(shelf.actor(who), db.session.get_one(Record, note))
        member = who not in {"stranger", "admin"}
        assert (talk.readable, talk.count) == (member, int(member)), who
        assert counts(shelf.actor(who), [note]) == ({note: 1} if member else {}), who


def test_a_thread_is_a_comment_and_its_answers(shelf: Shelf) -> None:
    note, other = shelf.note(), shelf.note()
    first = say(shelf, "author", note)
    answer = say(shelf, "neighbour", note, "Indeed.", first)
    say(shelf, "expert", note, "And more.", answer)
    (thread,) = discussion(shelf.actor("lead"), db.session.get_one(Record, note)).threads
    assert [each.comment.text for each in thread.answers] == ["Indeed.", "And more."]
    for wrong in (say(shelf, "author", other), "0" * 26, "x", "\0"):
        with pytest.raises(NotFound):
            say(shelf, "author", note, "Astray.", wrong)


@pytest.mark.parametrize("text", ["", " \n ", "x" * 4_001, "a\0b", "\ud800"])
def test_words_are_clean_and_within_the_limit(shelf: Shelf, text: str) -> None:
    note = shelf.note()
    with pytest.raises(Invalid) as error:
        say(shelf, "author", note, text)
    assert set(error.value.fields) == {"text"}
    own = say(shelf, "author", note, "z\u030c" * 4_000)
    assert comment(own).text == "ž" * 4_000


def test_only_who_wrote_it_changes_it(shelf: Shelf) -> None:
    own = say(shelf, "neighbour", shelf.note())
    assert {
        who for who in shelf.people if not refused(lambda w: edit_comment(shelf.actor(w), comment(own), w), who)
    } == {"neighbour"}
    with pytest.raises(Stale), unit_of_work():
        edit_comment(shelf.actor("neighbour"), comment(own), "Late.", expected=1)
    assert comment(own).edited_at is not None


def test_who_removes_and_who_settles(shelf: Shelf) -> None:
    note = shelf.note()
    may_remove, may_settle = set(), set()
    for who in shelf.people:
        own = say(shelf, "neighbour", note)
        if not refused(lambda w=who, c=own: resolve_thread(shelf.actor(w), comment(c))):
            may_settle.add(who)
        if not refused(lambda w=who, c=own: remove_comment(shelf.actor(w), comment(c))):
            may_remove.add(who)
    assert may_remove == {"neighbour", "lead"}
    assert may_settle == {"neighbour", "author", "coordinator", "expert", "lead"}


def test_a_removed_comment_leaves_a_trace_and_no_words_anywhere(shelf: Shelf, work) -> None:
    note = shelf.note()
    first = say(shelf, "neighbour", note, "Unrepeatable words.")
    say(shelf, "author", note, "Now, now.", first)
    work()
    with unit_of_work():
        remove_comment(shelf.actor("neighbour"), comment(first))
    assert search(shelf.actor("author"), SearchForm(text="unrepeatable")).total == 0  # also before the index knows
    work()
    assert search(shelf.actor("author"), SearchForm(text="unrepeatable")).total == 0
    assert not db.session.query(Notification).filter(Notification.quote.contains("Unrepeatable")).count()
    (thread,) = discussion(shelf.actor("author"), db.session.get_one(Record, note)).threads
    assert (thread.first.removed, thread.first.comment.text, len(thread.answers)) == (True, "", 1)
    assert refused(lambda: edit_comment(shelf.actor("neighbour"), comment(first), "Again."))


def test_what_people_were_told_follows_the_words_that_stand(shelf: Shelf) -> None:
    own = say(shelf, "neighbour", shelf.note(), "Rash words.")
    with unit_of_work():
        edit_comment(shelf.actor("neighbour"), comment(own), "Kind words.")
    assert [row.quote for row in db.session.query(Notification)] == ["Kind words."]


def test_people_named_hear_of_it_once_and_only_those_who_may_read(shelf: Shelf) -> None:
    people = shelf.people
    note = shelf.note(visibility=Visibility.PARTNER)
    text = (
        f"@{people['coordinator'].name} and @{people['neighbour'].name}, @{people['stranger'].name} @nobody a@b.example"
    )
    own = say(shelf, "author", note, text)
    assert [row.person_id for row in comment(own).mentions] == [people["coordinator"].id]
    with unit_of_work():
        edit_comment(shelf.actor("author"), comment(own), f"{text} @{people['ulg'].name.upper()}!")
    told = [(row.kind, row.person_id) for row in db.session.query(Notification).order_by(Notification.id)]
    assert told == [("mention", people["coordinator"].id), ("mention", people["ulg"].id)]


def test_the_answered_and_the_owner_are_told_and_nobody_of_themselves(shelf: Shelf) -> None:
    note = shelf.note()
    first = say(shelf, "neighbour", note)
    say(shelf, "expert", note, "Yes.", first)
    say(shelf, "author", note, "Mine.")
    names = {person.id: who for who, person in shelf.people.items()}
    told = sorted((row.kind, names[row.person_id]) for row in db.session.query(Notification))
    assert told == [("comment", "author"), ("comment", "author"), ("reply", "neighbour")]


def test_a_closed_network_takes_no_comments_and_still_lets_the_lead_remove(shelf: Shelf) -> None:
    own = say(shelf, "neighbour", shelf.note())
    note = comment(own).record_id
    with unit_of_work():
        db.session.get_one(Network, shelf.network.id).state = NetworkState.CLOSED
    assert all(refused(say, shelf, who, note) for who in WRITERS)
    assert refused(lambda: remove_comment(shelf.actor("neighbour"), comment(own)))
    assert not refused(lambda: remove_comment(shelf.actor("lead"), comment(own)))


def test_comments_go_with_a_record_that_is_narrowed(shelf: Shelf, work) -> None:
    note = shelf.note()
    say(shelf, "author", note, "A lighthouse.")
    work()
    assert search(shelf.actor("neighbour"), SearchForm(text="lighthouse")).total == 1
    with unit_of_work():
        record = db.session.get_one(Note, note)
        record.visibility = Visibility.PARTNER
        save(record)
    assert search(shelf.actor("neighbour"), SearchForm(text="lighthouse")).total == 0
    work()
    assert search(shelf.actor("neighbour"), SearchForm(text="lighthouse")).total == 0
    assert search(shelf.actor("ulg"), SearchForm(text="lighthouse")).total == 1


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("@Ana, look", '<p><b class="mention">@Ana</b>, look</p>'),
        ("[x](https://a.example/@Ana)", '<p><a href="https://a.example/@Ana" rel="nofollow noopener ugc">x</a></p>'),
        ('[x](https://a.example "a > @Ana")', None),
        ("@<b>Ana</b>", "<p>@&lt;b&gt;Ana&lt;/b&gt;</p>"),
    ],
)
def test_names_are_set_off_in_words_and_nowhere_else(text: str, html: str | None) -> None:
    shown = str(with_mentions(Markup(markup.render(text)), ["Ana"]))
    assert shown.count("<b") == int(text.startswith("@Ana"))
    if html is not None:
        assert shown.strip() == html


def test_a_page_with_a_discussion_shows_its_forms_to_who_may(shelf: Shelf) -> None:
    own = say(shelf, "neighbour", shelf.note())
    for who, code in (("neighbour", 200), ("author", 403), ("stranger", 404)):
        assert shelf.world.client(shelf.people[who]).get(f"/comments/{own}/edit").status_code == code, who
    client = shelf.world.client(shelf.people["neighbour"])
    assert client.post(f"/comments/{own}/edit", data={"text": "Better.", "version": "1"}).status_code == 303
    assert client.post(f"/comments/{own}/edit", data={"text": "Late.", "version": "1"}).status_code == 412
    assert client.post(f"/comments/{own}/edit", data={"text": ""}).status_code == 422


def test_an_entry_names_who_wrote_the_comment_not_the_record(shelf: Shelf) -> None:
    note = shelf.note()
    own_id = say(shelf, "neighbour", note)
    (entry,) = comment_entries(comment(own_id).id) or []
    assert entry.author == shelf.people["neighbour"].id
    assert (entry.standing, entry.adoptions) == (Standing.USUAL, 0)
