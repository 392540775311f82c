"""The same proof for programs: every person's token × every record × every operation that reads.

What may not be read is 404 and stands in no list and no count; without a valid token everything is 401.
"""

import re
from collections.abc import Iterator

from werkzeug.test import TestResponse

from infocus.core import limits
from infocus.core.db import db
from infocus.records.models import Visibility
from tests.api.programs import Program
from tests.rights.conftest import Made, Scene
from tests.rights.people import EVERYBODY, IN_FOCUS, at_every_door
from tests.rights.records import TABLE

LISTS = {
    "practice": "/practices",
    "meeting": "/meetings",
    "plan": "/plans",
    "review": "/reviews",
    "collection": "/collections",
}
WORD = re.compile(r"zq(?:practice|meeting|output|plan|review|collection)[a-z]+")  # random ids have a "zq" now and then
Expected = dict[str, bool]
Wrong = Iterator[tuple[str, ...]]


def _program(scene: Scene, who: str) -> Program:
    return Program(scene.world.app.test_client(), scene.world.bearer(scene.people[who], "read"))


def _doors(made: Made, who: str, *, reads: bool) -> dict[str, int]:
    """Address → the status that somebody who reads this record, or does not, is to be answered."""
    address = f"/{made.case.kind}s/{made.id}"
    seen = 200 if reads else 404
    member = 200 if who in IN_FOCUS else 403
    found = {address: seen, f"/comments?on={made.case.kind}:{made.id}": member if reads else 404}
    if made.case.kind == "plan":
        found[f"{address}/versions"] = seen
    if made.case.kind == "meeting":
        found[f"{address}/outputs"] = seen
    if made.case.kind == "practice":
        found[f"{address}/revisions"] = _writer(who, seen)
        found[f"{address}/transfers"] = seen
    if made.case.kind == "review":
        found[f"{address}/entries"] = (200 if who in TABLE else 403) if reads else 404
    if made.document:
        found |= {f"/documents/{made.document}{part}": seen for part in ("", "/file")}
    if made.document and made.case.kind == "output":
        found[f"/documents/{made.document}/text?page=1"] = seen
    return found


def _writer(who: str, seen: int) -> int:
    """What a practice said before is for those who may change it, its author and coordinator, and for the experts."""
    return 403 if seen == 200 and who not in {"author", "coordinator", "expert", "adhoc-expert"} else seen


def _opened(program: Program, who: str, made: Made, *, reads: bool) -> Wrong:
    """Which of a record's doors answer otherwise, or say what they may not."""
    for address, status in _doors(made, who, reads=reads).items():
        answer = program.get(address)
        if answer.status_code != status:
            yield made.case.word, address, f"{answer.status_code}, not {status}"
        if status == 200 and address.startswith("/comments") and made.said not in answer.text:
            yield made.case.word, address, "the comment is missing"
        if status != 200 and made.case.word in answer.text:
            yield made.case.word, address, "the refusal names it"


def _listed(program: Program, scene: Scene, expected: Expected) -> Wrong:
    """Lists hold exactly what may be read."""
    for kind, address in LISTS.items():
        readable = {made.id for made in scene.made if made.case.kind == kind and expected[made.id]}
        yield from _differs(address, program.get(f"{address}?limit=100"), readable)
    meeting = next(m for m in scene.made if m.case.kind == "meeting" and m.case.visibility == Visibility.NETWORK)
    if expected[meeting.id]:
        outputs = {made.id for made in scene.made if made.case.kind == "output" and expected[made.id]}
        yield from _differs("outputs", program.get(f"/meetings/{meeting.id}/outputs?limit=100"), outputs)


def _differs(name: str, answer: TestResponse, readable: set[str]) -> Wrong:
    listed = [item["id"] for item in answer.get_json()["items"]]
    if sorted(listed) != sorted(readable):
        yield name, f"{set(listed) ^ readable or listed}"


def _found(program: Program, scene: Scene, who: str, expected: Expected) -> Wrong:
    """Search, its counts and completions know of what may be read, of all of it, and of nothing else."""
    page = program.get("/search?q=About&limit=100").get_json()
    hits = {item["id"] for item in page["items"] if item["type"] != "comment"}
    readable = {own for own, reads in expected.items() if reads}
    if hits != readable:
        yield "search", f"{hits ^ readable}"
    spoken = {made.comment for made in scene.made if expected[made.id] and who in IN_FOCUS}
    if page["total"] != len(readable) + len(spoken):
        yield "total", f"{page['total']}, not {len(readable)} and {len(spoken)} comments"
    counts = {
        name: sum(value["count"] for value in page["facets"].get(name, [])) for name in ("type", "state", "partner")
    }
    yield from (("facets", f"{name}: {count}") for name, count in counts.items() if count not in {0, page["total"]})
    known = {made.case.word for made in scene.made if expected[made.id]}
    for address in ("/search?q=zq&limit=100", "/search?q=About&limit=100", "/search/suggest?q=zq"):
        told = set(WORD.findall(program.get(address).text)) - known
        if told:
            yield address, f"{told}"


def _after_leaving(scene: Scene, who: str) -> Wrong:
    """The token of somebody who has left reads what is public, as their browser does."""
    scene.leave(who)
    program = _program(scene, who)
    expected = {made.id: "visitor" in made.case.readers for made in scene.made}
    yield from _listed(program, scene, expected)
    for made in scene.made:
        status = program.get(f"/{made.case.kind}s/{made.id}").status_code
        if status != (200 if expected[made.id] else 404):
            yield "after leaving", made.case.word, str(status)


def _without_token(scene: Scene) -> Wrong:
    """Without a token, or with one that is none, nothing answers: not even what is public, whatever cookies say."""
    addresses = {*LISTS.values(), "/search?q=About", "/search/suggest?q=zq", "/me", "/networks"}
    for made in scene.made:
        addresses |= _doors(made, "visitor", reads=True).keys()
    for head in ({}, {"Authorization": "Bearer ife_wrong"}):
        program = Program(scene.client("author"), head)
        for address in sorted(addresses):
            answer = program.get(address)
            if answer.status_code != 401 or WORD.search(answer.text):
                yield "without token", address, str(answer.status_code)


def test_every_operation_answers_the_same_people(scene: Scene) -> None:
    limits.limits().enabled = False
    wrong: list[tuple[str, ...]] = [*_without_token(scene)]
    thorough = at_every_door(db.engine.name)
    for who in sorted(EVERYBODY - {"visitor"}):
        program = _program(scene, who)
        expected = {made.id: who in made.case.readers for made in scene.made}
        for made in scene.made if who in thorough else ():
            wrong += [(who, *each) for each in _opened(program, who, made, reads=expected[made.id])]
        wrong += [(who, *each) for each in _listed(program, scene, expected)]
        wrong += [(who, *each) for each in _found(program, scene, who, expected)]
    wrong += [(who, *each) for who in ("author", "officer-2", "expert", "lead") for each in _after_leaving(scene, who)]
    assert not wrong, "\n".join(map(str, wrong[:80]))
