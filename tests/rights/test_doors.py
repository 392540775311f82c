"""The proof from outside: every person × every record × every door, against the table of the domain.

One world a database; what is wrong is gathered, so that one run shows all of it.
"""

from collections.abc import Iterator
from contextvars import Context

from flask import Flask
from flask_socketio import SocketIO

from infocus.core.db import db
from infocus.core.permissions import WITHOUT_SIGN_IN
from infocus.core.web.guard import permission_of
from infocus.library.queries import search, suggestions
from infocus.library.shapes import SearchForm
from infocus.reviews.vocabulary import NAMESPACE
from tests.rights.conftest import Made, Scene
from tests.rights.guests import let_in
from tests.rights.people import EVERYBODY, GUEST, IN_FOCUS, at_every_door
from tests.rights.records import TABLE

LISTS = ("/practices?state=", "/meetings", "/plans?network=in-focus", "/collections")
FILE_DOORS = {
    "file": "/documents/{id}/file",
    "state": "/documents/{id}/state",
    "reader": "/in-focus/documents/{id}-about-{word}",
}
Wrong = list[tuple[str, ...]]


def _pages(scene: Scene, who: str, made: Made) -> Iterator[tuple[str, bool]]:
    """Door → whether it opened, for the page, its comments and the file of one record."""
    client = scene.client(who)
    bare = client.get(made.bare)
    assert bare.status_code in {301, 404, 410}, (who, made.path, bare.status_code)
    assert (made.case.word in bare.text) == (bare.status_code == 301), (who, made.path)
    yield "address", bare.status_code == 301
    if bare.status_code == 301:
        page = client.get(made.path)
        yield "page", page.status_code == 200
        yield "comments", (made.said in page.text) == (who in IN_FOCUS)
    for name, door in FILE_DOORS.items() if made.document else ():
        answer = client.get(door.format(id=made.document, word=made.case.word))
        assert answer.status_code in {200, 404}, (who, door, answer.status_code)
        yield name, answer.status_code == 200


def _found(scene: Scene, who: str, expected: dict[str, bool]) -> Iterator[tuple[str, str]]:
    """What search, its facets and completions give away or keep back."""
    actor = scene.actor(who)
    page = search(actor, SearchForm(text="About", limit=100, facets=("type", "state", "partner")))
    hits = {item.hit.record for item in page.items if item.hit.type != "comment"}
    spoken = {item.hit.url for item in page.items if item.hit.type == "comment"}
    completed = {each.text for each in suggestions(actor, "zq", limit=100)}
    for made in scene.made:
        if (made.id in hits) != expected[made.id]:
            yield "search", made.case.word
        if (f"{made.path}?comment={made.comment}#c-{made.comment}" in spoken) != (
            expected[made.id] and who in IN_FOCUS
        ):
            yield "comments found", made.case.word
        if made.case.word in completed and not expected[made.id]:
            yield "completions", made.case.word
    counted = {facet.name: sum(each.count for each in facet.values) for facet in page.facets}
    yield from (("facets", f"{name} {count}") for name, count in counted.items() if count != len(hits) + len(spoken))


def _lists(scene: Scene, who: str, expected: dict[str, bool]) -> Iterator[tuple[str, str]]:
    """What lists and home show that they may not show."""
    client = scene.client(who)
    for address in ("/", *LISTS):
        answer = client.get(address)
        assert answer.status_code == 200, (who, address, answer.status_code)
        yield from (
            (address, made.case.word)
            for made in scene.made
            if f"About {made.case.word}<" in answer.text and not expected[made.id]
        )
    listed = client.get("/meetings").text
    yield from (
        ("not listed", made.case.word)
        for made in scene.made
        if made.case.kind == "meeting" and expected[made.id] and made.case.word not in listed
    )


def _rooms(app: Flask, scene: Scene, who: str) -> Iterator[tuple[str, str]]:
    """Whom the rooms of the reviews let in, and what the others are told."""
    io = app.extensions["socketio"]
    assert isinstance(io, SocketIO)
    line = Context().run(io.test_client, app, namespace=NAMESPACE, flask_test_client=scene.client(who))
    if who == "visitor":
        assert not line.is_connected(NAMESPACE)
        return
    for made in scene.made:
        if made.case.kind == "review":
            answer = Context().run(line.emit, "join", {"review": made.id}, namespace=NAMESPACE, callback=True)
            code = "" if answer["ok"] else answer["error"]["code"]
            refused = "not_allowed" if made.case.read_by(who) else "not_found"
            if code != ("" if who in TABLE or (who == GUEST and made.case.guests) else refused):
                yield "room", f"{made.case.word}: {code}"
    Context().run(line.disconnect, NAMESPACE)


def _pictures(scene: Scene, who: str) -> Iterator[tuple[str, str]]:
    """Pictures of pages and thumbnails."""
    for made in scene.made:
        if made.document and made.case.kind == "output":
            doors = (f"/documents/{made.document}/pages/1.webp", f"/documents/{made.document}/thumb")
            codes = {scene.client(who).get(door).status_code for door in doors}
            if codes != {200 if made.case.read_by(who) else 404}:
                yield "pictures", f"{made.case.word}: {codes}"


def _after_leaving(scene: Scene, who: str) -> Iterator[tuple[str, str]]:
    """Who has left reads what visitors read."""
    scene.leave(who)
    for made in scene.made:
        opened = scene.client(who).get(made.bare).status_code == 301
        if opened != ("visitor" in made.case.readers):
            yield "after leaving", f"{made.case.word}: {opened}"


def test_every_door_opens_for_the_same_people(app: Flask, scene: Scene) -> None:
    wrong: Wrong = []
    thorough = at_every_door(db.engine.name)
    for who in sorted(EVERYBODY):
        expected = {made.id: who in made.case.readers for made in scene.made}
        for made in scene.made if who in thorough else ():
            wrong += [
                (who, made.case.word, door, f"opened: {opened}")
                for door, opened in _pages(scene, who, made)
                if opened != expected[made.id]
            ]
        found = (*_found(scene, who, expected), *_lists(scene, who, expected), *_rooms(app, scene, who))
        wrong += [(who, *each) for each in found]
    wrong += [(who, *each) for who in ("officer", "expert", "officer-b", "visitor") for each in _pictures(scene, who)]
    wrong += [(who, *each) for who in ("author", "officer-2", "expert", "lead") for each in _after_leaving(scene, who)]
    assert not wrong, "\n".join(map(str, wrong[:80]))


def test_a_guest_finds_one_review_and_what_everybody_reads_behind_every_door(app: Flask, scene: Scene) -> None:
    """Let into the review of the panel, which only its table knows of: as an observer, without an account."""
    let_in(scene, next(made for made in scene.made if made.case.guests))
    expected = {made.id: made.case.read_by(GUEST) for made in scene.made}
    wrong: Wrong = [
        (made.case.word, door, f"opened: {opened}")
        for made in scene.made
        for door, opened in _pages(scene, GUEST, made)
        if opened != expected[made.id]
    ]
    wrong += [*_found(scene, GUEST, expected), *_lists(scene, GUEST, expected), *_rooms(app, scene, GUEST)]
    wrong += [*_pictures(scene, GUEST), *_own_pages(scene)]
    assert not wrong, "\n".join(map(str, wrong[:80]))


def _own_pages(scene: Scene) -> Iterator[tuple[str, str]]:
    """What belongs to an account is not a guest's: not by reading, not by writing, and not by another method."""
    client = scene.client(GUEST)
    for rule in scene.world.app.url_map.iter_rules():
        permission = permission_of(scene.world.app.view_functions[rule.endpoint])
        if rule.arguments or permission in {None, *WITHOUT_SIGN_IN}:
            continue
        for method in sorted((rule.methods or set()) & {"GET", "POST", "PUT", "PATCH", "DELETE"}):
            status = client.open(rule.rule, method=method).status_code
            if status not in {302, 303, 401, 403, 404}:
                yield f"{method} {rule.rule}", str(status)
