"""Collections: who makes and curates them, what each reader finds in one, two curators at once, search, the pages."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NetworkClosed, NotAllowed, NotFound, Stale
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.networks.models import NetworkState
from infocus.notifications.models import Notification
from infocus.practices.collections import queries, services
from infocus.practices.collections.documents import collection_entries
from infocus.practices.collections.models import LINE_LIMIT, MOST, Collection, Pick
from infocus.practices.collections.panel import collections_as_data, picks_as_data
from infocus.practices.models import Practice, PracticeState
from infocus.practices.services import begin_practice
from infocus.records.models import Visibility
from infocus.records.services import save
from infocus.records.urls import record_path
from tests.api.programs import Program
from tests.practices.conftest import FULL, Office
from tests.rights.people import EVERYBODY, IN_FOCUS, MEMBERS, invite
from tests.support.there import there
from tests.support.world import World

HEAD = {"title": "Room to work", "introduction": "Floors **first**.", "language": "en", "visibility": "network"}


def _practice(
    office: Office, title: str, visibility: Visibility, state: PracticeState = PracticeState.PUBLISHED
) -> str:
    """Another practice of Porto's."""
    with unit_of_work():
        practice = begin_practice(office.actor("author"), office.network, FULL | {"title": title})
        practice.state, practice.visibility = state, visibility
        save(practice)
        return practice.id


def _put(practice_id: str, **columns: Any) -> None:
    with unit_of_work():
        practice = db.session.get_one(Practice, practice_id)
        for name, value in columns.items():
            setattr(practice, name, value)
        save(practice)


def _collect(office: Office, *practice_ids: str, who: str = "expert", **more: Any) -> str:
    """A collection with these practices, the first line ``why 0``."""
    with unit_of_work():
        made = services.make_collection(office.actor(who), office.network, HEAD | more)
        for number, practice_id in enumerate(practice_ids):
            practice = db.session.get_one(Practice, practice_id)
            services.add_practice(office.actor(who), made, practice, f"why {number}")
        return made.id


def _stored(collection_id: str) -> Collection:
    if not db.session.info.get("in_unit_of_work"):
        db.session.rollback()
    return db.session.get_one(Collection, collection_id)


def _lines(collection_id: str) -> list[str]:
    return [pick.line for pick in _stored(collection_id).picks]


def _told(office: Office, who: str) -> list[tuple[str, str]]:
    rows = select(Notification).where(
        Notification.person_id == office.people[who].id, Notification.kind == "practice-collected"
    )
    return [(row.kind, row.path) for row in db.session.scalars(rows)]


def test_who_makes_one_and_who_curates_it(office: Office) -> None:
    for who in ("lead", "expert", "coordinator", "author", "neighbour"):
        assert _stored(_collect(office, who=who)).title == "Room to work"
    for who in ("ulg", "observer", "stranger"):
        with pytest.raises(NotAllowed), unit_of_work():
            services.make_collection(office.actor(who), office.network, HEAD)
    own = _collect(office, who="author")
    for who in ("author", "coordinator", "expert", "lead"):
        with unit_of_work():
            services.save_collection(office.actor(who), _stored(own), {"title": f"By {who}"})
    for who in ("officer", "neighbour", "ulg", "observer"):
        with pytest.raises(NotAllowed), unit_of_work():
            services.save_collection(office.actor(who), _stored(own), {"title": "Mine"})
    with pytest.raises(NotFound), unit_of_work():
        services.save_collection(office.actor("stranger"), _stored(own), {"title": "Mine"})
    with unit_of_work():
        office.network.state = NetworkState.CLOSED
    with pytest.raises(NetworkClosed), unit_of_work():
        services.make_collection(office.actor("lead"), office.network, HEAD)
    with pytest.raises(NotAllowed), unit_of_work():
        services.save_collection(office.actor("author"), _stored(own), {"title": "Late"})


def test_an_officer_shares_with_the_network_and_leaves_alone_what_is_public(office: Office) -> None:
    for level in ("all", "public", "partner", "panel", "x"):
        with pytest.raises(Invalid, match="coordinator"), unit_of_work():
            services.make_collection(office.actor("author"), office.network, HEAD | {"visibility": level})
    own = _collect(office, who="author")
    with unit_of_work():
        services.save_collection(office.actor("coordinator"), _stored(own), {"visibility": "public"})
    with unit_of_work():
        services.save_collection(office.actor("author"), _stored(own), HEAD | {"title": "New", "visibility": "public"})
    assert (_stored(own).title, _stored(own).visibility) == ("New", "public")


@pytest.mark.parametrize(
    ("values", "field"),
    [({"title": " \n"}, "title"), ({"title": "x" * 101}, "title"), ({"title": "a\0"}, "title"),
     ({"introduction": "x" * 4001}, "introduction"), ({"language": "xx"}, "language")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field_and_stores_nothing(
    office: Office, values: dict[str, str], field: str
) -> None:
    with pytest.raises(Invalid) as caught, unit_of_work():
        services.make_collection(office.actor("expert"), office.network, HEAD | values)
    assert set(caught.value.fields) == {field}
    assert db.session.scalar(select(Collection.id)) is None


def test_only_what_is_shared_goes_in_once_and_not_without_end(office: Office) -> None:
    public = _practice(office, "Open floors", Visibility.PUBLIC)
    draft = _practice(office, "Not yet", Visibility.PUBLIC, PracticeState.DRAFT)
    taken_back = _practice(office, "Over", Visibility.PUBLIC, PracticeState.WITHDRAWN)
    own = _collect(office, public, who="author")
    for wrong in (draft, taken_back):
        with pytest.raises(Invalid), unit_of_work():
            services.add_practice(office.actor("author"), _stored(own), db.session.get_one(Practice, wrong))
    with pytest.raises(NotFound), unit_of_work():
        services.add_practice(office.actor("lead"), _stored(own), db.session.get_one(Practice, draft))
    long = "x" * (LINE_LIMIT + 1)
    with pytest.raises(Invalid) as caught, unit_of_work():
        services.add_practice(office.actor("author"), _stored(own), db.session.get_one(Practice, public), long)
    assert set(caught.value.fields) == {"line-new"}
    with unit_of_work():
        services.add_practice(office.actor("author"), _stored(own), db.session.get_one(Practice, public))
    assert _lines(own) == ["why 0"]
    with unit_of_work():
        full = _stored(own)
        ids = [begin_practice(office.actor("author"), office.network, FULL).id for _ in range(MOST - 1)]
        full.picks += [Pick(practice_id=each, position=n) for n, each in enumerate(ids, start=1)]
    another = _practice(office, "One more", Visibility.PUBLIC)
    with pytest.raises(Invalid, match=str(MOST)), unit_of_work():
        services.add_practice(office.actor("author"), _stored(own), db.session.get_one(Practice, another))


def test_who_answers_for_a_practice_hears_of_it_until_it_is_taken_out(office: Office) -> None:
    first = _practice(office, "Open floors", Visibility.PUBLIC)
    own = _collect(office, first)
    ((_kind, path),) = _told(office, "coordinator")
    assert path.endswith(f"#in-{own}")
    with unit_of_work():
        services.drop_pick(office.actor("expert"), _stored(own), _stored(own).picks[0].id)
    assert _told(office, "coordinator") == []
    assert _lines(own) == []


def test_each_reader_finds_what_they_may_read_and_only_curators_are_told_of_more(world: World) -> None:
    network = world.network()
    porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
    office = Office(world, network.id, invite(world, network, porto, ostrava))
    titles = {level: f"For {level} only" for level in ("public", "all", "network", "partner")}
    ids = {level: _practice(office, title, Visibility(level)) for level, title in titles.items()}
    own = _collect(office, *ids.values(), who="coordinator", visibility="public")
    path = record_path(_stored(own))
    readers = {"public": EVERYBODY, "all": MEMBERS, "network": IN_FOCUS}
    clients = {who: world.client(person) for who, person in office.people.items()} | {
        "visitor": world.app.test_client()
    }
    for who in EVERYBODY:
        page, booklet = (clients[who].get(f"{path}{tail}").text for tail in ("", "/print"))
        for number, level in enumerate(("public", "all", "network")):
            for text in (page, booklet):
                assert (titles[level] in text) == (who in readers[level]), (who, level)
                assert (f"why {number}" in text) == (who in readers[level]), (who, level)
        curates = who in {"coordinator", "expert", "lead"}
        assert ("Not everybody reads all of it" in page) == curates, who
        assert ("not shared with you any more" in page) == (who in {"expert", "lead"}), who


def test_what_becomes_unreadable_drops_out_and_what_is_withdrawn_is_said(office: Office) -> None:
    first = _practice(office, "Open floors", Visibility.PUBLIC)
    own = _collect(office, first, visibility="public")
    path = record_path(_stored(own))
    visitor, curator = office.world.app.test_client(), office.world.client(office.people["expert"])
    assert "Open floors" in visitor.get(path).text
    _put(first, visibility=Visibility.PARTNER)
    shown = visitor.get(path).text
    assert "Nothing in it is public yet" in shown
    assert not any(words in shown for words in ("Open floors", "why 0", "any more"))
    assert "not shared with you any more" in curator.get(path).text
    assert "Not shared with you any more" in curator.get(f"{path}/edit").text
    _put(first, visibility=Visibility.PUBLIC, state=PracticeState.WITHDRAWN, published_at=_stored(own).created_at)
    for client in (visitor, curator, office.world.client(office.people["author"])):
        shown = client.get(path).text
        assert "A practice of Porto stood here" in shown
        assert not any(words in shown for words in ("Open floors", "why 0"))
    assert visitor.get(f"/in-focus/practices/{first}").status_code == 410


def test_the_way_up_and_down_stops_at_the_ends(office: Office) -> None:
    ids = [_practice(office, f"Floor {number}", Visibility.NETWORK) for number in range(3)]
    own = _collect(office, *ids)

    def move(line: int, by: int) -> list[str]:
        with unit_of_work():
            pick = next(pick for pick in _stored(own).picks if pick.line == f"why {line}")
            services.move_pick(office.actor("expert"), _stored(own), pick.id, by)
        return [line.removeprefix("why ") for line in _lines(own)]

    assert move(2, -1) == ["0", "2", "1"]
    assert move(2, -1) == ["2", "0", "1"]
    assert move(2, -1) == ["2", "0", "1"]
    assert move(0, 1) == ["2", "1", "0"]
    assert move(0, 1) == ["2", "1", "0"]
    with pytest.raises(NotFound), unit_of_work():
        services.move_pick(office.actor("expert"), _stored(own), "0" * 26, 1)


def _form(office: Office, collection_id: str, **typed: str) -> dict[str, str]:
    found = _stored(collection_id)
    lines = {f"line-{pick.id}": pick.line for pick in found.picks}
    head = {name: getattr(found, name) for name in HEAD}
    return head | lines | {"version": str(found.version), "do": "save"} | typed


def test_two_curators_at_once_lose_nothing(office: Office) -> None:
    ids = [_practice(office, f"Floor {number}", Visibility.NETWORK) for number in range(3)]
    own = _collect(office, *ids[:2])
    path = f"{record_path(_stored(own))}/edit"
    one, other = (office.world.client(office.people[who]) for who in ("expert", "lead"))
    first, second = _form(office, own), _form(office, own)
    line = f"line-{_stored(own).picks[0].id}"
    assert one.post(path, data=first | {line: "because of the keys", "add": "Floor 2", "do": "add"}).status_code == 303
    lost = other.post(path, data=second | {line: "because of the price", "title": "Room for work"})
    assert lost.status_code == 409
    assert all(words in lost.text for words in ("because of the keys", "because of the price", "Floor 2"))
    assert re.search(r'id="title"[^>]*value="Room for work"', lost.text)
    assert _lines(own) == ["because of the keys", "why 1", ""]
    assert _stored(own).title == "Room to work"
    again = second | {line: "keys, and the price", "title": "Room for work", "version": str(_stored(own).version)}
    assert other.post(path, data=again).status_code == 303
    assert _lines(own) == ["keys, and the price", "why 1", ""]
    with pytest.raises(Stale), unit_of_work():
        services.remove_collection(office.actor("lead"), _stored(own), expected=1)


def test_every_button_of_the_page_keeps_what_was_typed(office: Office) -> None:
    ids = [_practice(office, f"Floor {number}", Visibility.NETWORK) for number in range(3)]
    own = _collect(office, *ids[:2])
    client, path = office.world.client(office.people["expert"]), f"{record_path(_stored(own))}/edit"
    last = _stored(own).picks[1].id
    answer = client.post(path, data=_form(office, own, introduction="New words.", do=f"up-{last}"))
    assert answer.location.endswith(f"/edit#down-{last}"), "it has come to the top: the other button is next"
    assert (_lines(own), _stored(own).introduction) == (["why 1", "why 0"], "New words.")
    address = f"https://exchange.example{record_path(db.session.get_one(Practice, ids[2]))}?x=1"
    client.post(path, data=_form(office, own, add=address, do="add"))
    assert [pick.practice_id for pick in _stored(own).picks] == [ids[1], ids[0], ids[2]]
    kept = client.post(path, data=_form(office, own, title="Rooms", do=f"drop-{last}", add="not yet"))
    assert kept.location.endswith("/edit?add=not+yet#picks")
    assert 'value="not yet"' in client.get(kept.location).text
    assert (_lines(own), _stored(own).title) == (["why 0", ""], "Rooms")
    several = client.post(path, data=_form(office, own, add="floor", title="Kept in the form"))
    assert (several.status_code, "Choose one below" in several.text) == (422, True)
    assert f'value="add-{ids[1]}"' in several.text
    assert 'value="Kept in the form"' in several.text
    assert _stored(own).title == "Rooms"
    client.post(path, data=_form(office, own, add="floor", do=f"add-{ids[1]}"))
    assert _stored(own).picks[-1].practice_id == ids[1]
    for typed in ("No such title", "/in-focus/practices/" + "0" * 26, "/in-focus/meetings/x", "%", "https://[", "a\0"):
        answer = client.post(path, data=_form(office, own, add=typed, do="add"))
        assert (answer.status_code, 'id="add-error"' in answer.text) == (422, True), typed
    long = client.post(path, data=_form(office, own, **{f"line-{_stored(own).picks[0].id}": "y" * 301}))
    assert (long.status_code, "y" * 301 in long.text, "300 fit" in long.text) == (422, True, True)
    odd = {"line-²": "x", f"line-{'0' * 26}": "x", "do": "fly-1", "version": "²"}
    assert client.post(path, data=_form(office, own, **odd)).status_code == 303
    assert client.post(path, data=_form(office, own, do=f"up-{'0' * 26}")).status_code == 404


def test_publishing_tells_which_practices_are_not_public(office: Office) -> None:
    ids = [_practice(office, "Open", Visibility.PUBLIC), _practice(office, "Among us", Visibility.NETWORK)]
    own = _collect(office, *ids)
    page = office.world.client(office.people["expert"]).get(f"{record_path(_stored(own))}/edit").text
    note = page.split('id="not-public"')[1].split("</ul>")[0]
    assert ("Among us" in note, "Open" in note) == (True, False)


def test_from_the_practice_into_a_collection(office: Office) -> None:
    first = _practice(office, "Open floors", Visibility.PUBLIC)
    own = _collect(office, visibility="public")
    practice = record_path(db.session.get_one(Practice, first))
    client, visitor = office.world.client(office.people["expert"]), office.world.app.test_client()
    assert f"{practice}/collect" in client.get(practice).text
    assert f"{practice}/collect" not in office.world.client(office.people["observer"]).get(practice).text
    assert office.world.client(office.people["observer"]).get(f"{practice}/collect").status_code == 403
    assert client.post(f"{practice}/collect", data={"collection": own, "line": "z" * 301}).status_code == 422
    answer = client.post(f"{practice}/collect", data={"collection": own, "line": "Look here."})
    assert answer.location == f"{practice}#in-{own}"
    assert _lines(own) == ["Look here."]
    assert "In collections" in visitor.get(practice).text
    assert "Room to work" in visitor.get(practice).text
    _collect(office, first, title="Among us")
    assert "Among us" not in visitor.get(practice).text
    made = client.post("/in-focus/collections/new", data=HEAD | {"title": "With it", "with": first, "once": "0" * 26})
    twice = client.post("/in-focus/collections/new", data=HEAD | {"title": "With it", "with": first, "once": "0" * 26})
    assert made.location == twice.location
    new = db.session.scalars(select(Collection).where(Collection.title == "With it")).unique().one()
    assert [pick.practice_id for pick in new.picks] == [first]


def test_lists_and_offers_know_what_may_be_read(office: Office) -> None:
    ids = [_practice(office, "Open floors", Visibility.PUBLIC), _practice(office, "Our floors", Visibility.NETWORK)]
    _collect(office, *ids, visibility="public")
    _collect(office, ids[1], title="Among us")
    visitor, member = office.world.app.test_client(), office.world.client(office.people["neighbour"])
    assert ("1 practice<" in visitor.get("/collections").text, "Among us" in visitor.get("/collections").text) == (
        True, False,
    )  # fmt: skip
    assert "2 practices<" in member.get("/collections").text
    assert "Among us" not in member.get("/collections?network=harbour-towns").text
    assert visitor.get("/in-focus/collections").location == "/collections?network=in-focus"
    offers = member.get("/in-focus/collections/offers?q=FLOORS").get_json()
    assert [item["text"] for item in offers["items"]] == ["Open floors", "Our floors"]
    stranger = office.world.client(office.people["stranger"])
    offers = stranger.get("/in-focus/collections/offers?q=floors").get_json()
    assert [item["text"] for item in offers["items"]] == ["Open floors"]
    assert visitor.get("/in-focus/collections/offers?q=floors").status_code in {302, 401}


def test_a_line_is_found_by_who_reads_the_practice(office: Office, work: Callable[[], None]) -> None:
    ids = [_practice(office, "Open", Visibility.PUBLIC), _practice(office, "Ours", Visibility.NETWORK)]
    own = _collect(office, *ids, visibility="public", introduction="About zqkeys.")
    entries = there(collection_entries(own))
    assert [("public" in entry.audience, entry.text) for entry in entries] == [
        (True, "About zqkeys."), (True, "why 0"), (False, "why 1"),
    ]  # fmt: skip
    with unit_of_work():
        _stored(own).picks[1].line = "zqsecret"
        save(_stored(own))
    work()

    def found(who: str, words: str) -> int:
        actor = office.actor(who)
        return sum(item.hit.record == own for item in search(actor, SearchForm(text=words)).items)

    assert (found("stranger", "zqkeys"), found("neighbour", "zqsecret"), found("stranger", "zqsecret")) == (1, 1, 0)
    _put(ids[1], visibility=Visibility.PARTNER)
    assert found("neighbour", "zqsecret") == 0
    work()
    assert (found("neighbour", "zqkeys"), found("neighbour", "zqsecret")) == (1, 0)


def test_what_a_curator_wrote_is_theirs_to_take_away(office: Office) -> None:
    first = _practice(office, "Open floors", Visibility.PUBLIC)
    own = _collect(office, first)
    person = office.people["expert"].id
    assert [row["introduction"] for row in collections_as_data(person)] == ["Floors **first**."]
    assert [(row["practice"], row["line"]) for row in picks_as_data(person)] == [(first, "why 0")]
    client = office.world.client(office.people["expert"])
    client.post(f"{record_path(_stored(own))}/remove", data={"version": str(_stored(own).version)})
    assert client.get(record_path(_stored(own))).status_code == 404
    assert picks_as_data(person) == []
    assert queries.collections_with(office.actor("expert"), db.session.get_one(Practice, first)) == []


def test_a_program_reads_of_a_collection_what_its_person_reads(office: Office) -> None:
    ids = [_practice(office, "Open", Visibility.PUBLIC), _practice(office, "Ours", Visibility.NETWORK)]
    own = _collect(office, *ids, visibility="public")
    member, stranger = (
        Program(office.world.app.test_client(), office.world.bearer(office.people[who], "read"))
        for who in ("neighbour", "stranger")
    )
    (row,) = member.get("/collections?network=in-focus").get_json()["items"]
    assert [(each["practice"], each["line"]) for each in row["practices"]] == [(ids[0], "why 0"), (ids[1], "why 1")]
    shown = stranger.get(f"/collections/{own}").get_json()
    assert ([each["title"] for each in shown["practices"]], shown["introduction"]) == (["Open"], "Floors **first**.")
