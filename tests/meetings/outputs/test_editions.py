"""Versions and what changed, language versions, and the list of a meeting's outputs."""

import io
import re
from pathlib import Path

import typst
from sqlalchemy import event

from infocus.core.db import db, unit_of_work
from infocus.library.models import PageImage
from infocus.meetings.editions.changes import matched
from infocus.meetings.models import Output
from infocus.records.models import Visibility
from infocus.records.urls import record_path
from tests.meetings.outputs.desk import Desk

FIRST = b"# One\n\nThe hall opens in the evening.\n\n# Two\n\nNothing moves here.\n"
SECOND = b"# New\n\nA page that came.\n\n# One\n\nThe hall opens in the morning.\n\n# Two\n\nNothing moves here.\n"


def add(client, desk: Desk, name: str, data: bytes, **said: str) -> Output:
    sent = {"title": name, "kind": "paper", "language": "en", "visibility": "network", **said}
    file = {"file": (io.BytesIO(data), name)}
    answer = client.post(f"{desk.path}/outputs/new", data=sent | file, content_type="multipart/form-data")
    assert answer.status_code == 303
    return next(each for each in desk.outputs if record_path(each) == answer.headers["Location"])


def test_pages_are_matched_by_their_text_then_by_their_order() -> None:
    assert matched(["a", "b x", "c"], ["new", "a", "B x", "c"]) == [(None, 0), (0, 1), (1, 2), (2, 3)]
    assert matched(["the old hall", "z"], ["came", "the new hall", "z"]) == [(None, 0), (0, 1), (1, 2)]
    assert matched(["one", "z"], ["other", "z"]) == [(0, None), (None, 0), (1, 1)]
    assert matched(["a", "x", "b"], ["a", "b"]) == [(0, 0), (1, None), (2, 1)]
    assert matched([], ["a"]) == [(None, 0)]
    assert matched(["same", "same"], ["same", "same"]) == [(0, 0), (1, 1)]


def test_a_new_version_says_what_changed_in_words_of_people_and_of_the_text(desk: Desk, work) -> None:
    client = desk.client("officer")
    path = record_path(add(client, desk, "paper.md", FIRST))
    assert client.get(f"{path}/changes").status_code == 404
    newer = {"file": (io.BytesIO(SECOND), "paper.md"), "note": "Opening hours corrected"}
    assert client.post(f"{path}/versions", data=newer, content_type="multipart/form-data").status_code == 303
    work()
    page = desk.client("observer").get(f"{path}/changes").text
    for words in ("Opening hours corrected", "<del>evening", "<ins>morning", "A page that came", "2 changed pages"):
        assert words in page
    assert "Nothing moves" not in page
    assert "/changes?old=1" in client.get(path).text
    for wrong in ("?old=7", "?new=9", "?start=999"):
        assert client.get(f"{path}/changes{wrong}").status_code in {200, 404}
    assert desk.client("stranger").get(f"{path}/changes").status_code == 404


def test_language_versions_are_linked_and_say_who_made_them(desk: Desk) -> None:
    original, french = desk.link(title="Paper"), desk.link(title="Papier", language="fr")
    other = desk.link("neighbour", title="Hidden", language="es", visibility=Visibility.PARTNER)
    path = record_path(db.session.get_one(Output, french))
    client = desk.client("officer")
    for sent, linked in (({"original": original, "how": "robot"}, False), ({"original": other, "how": "human"}, False),
                         ({"original": french, "how": "human"}, False),
                         ({"original": original, "how": "machine"}, True),
                         ({"original": ""}, False)):  # fmt: skip
        assert client.post(f"{path}/original", data=sent).status_code == 303
        page = desk.client("observer").get(path).text
        assert ("by machine" in page) == linked, sent
    assert desk.client("neighbour").post(f"{path}/original", data={"original": original}).status_code == 403


def test_the_list_is_narrowed_and_shows_what_one_may_read_alone(desk: Desk) -> None:
    session = desk.meeting.sessions[1].id
    desk.link(title="Study of halls", kind="baseline", session=session)
    desk.link("neighbour", title="Étude 100%", kind="paper", language="fr")
    desk.link("neighbour", title="For Ostrava alone", visibility=Visibility.PARTNER)
    client = desk.client("officer")
    for query, titles in (
        ("", {"Study of halls", "Étude 100%"}), ("?kind=paper", {"Étude 100%"}),
        (f"?session={session}", {"Study of halls"}),
        ("?session=-", {"Étude 100%"}), ("?partner=ostrava", {"Étude 100%"}), ("?language=fr", {"Étude 100%"}),
        ("?words=halls+study", {"Study of halls"}), ("?words=100%25", {"Étude 100%"}),
        ("?words=100_", set()), ("?kind=x", set()),
    ):  # fmt: skip
        page = client.get(f"{desk.path}/outputs{query}").text
        assert {title for title in ("Study of halls", "Étude 100%", "For Ostrava alone") if title in page} == titles, (
            query
        )
    assert "For Ostrava alone" in desk.client("neighbour").get(f"{desk.path}/outputs").text


def test_no_page_asks_more_for_more_outputs(desk: Desk) -> None:
    client = desk.client("officer")
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    counts: dict[str, set[int]] = {}
    for number in (2, 12):
        for each in range(number):
            desk.link(title=f"Output {number} {each}")
        for page in ("", "/outputs", "/outputs/add"):
            client.get(f"{desk.path}{page}")
            asked.clear()
            assert client.get(f"{desk.path}{page}").status_code == 200
            counts.setdefault(page, set()).add(len(asked))
    assert {page: len(seen) for page, seen in counts.items()} == {"": 1, "/outputs": 1, "/outputs/add": 1}, counts


def test_the_first_page_of_a_pdf_is_drawn_by_the_worker(desk: Desk, work, tmp_path: Path) -> None:
    client = desk.client("officer")
    source = tmp_path / "two.typ"
    source.write_text("= One\n#pagebreak()\n= Two")
    output = add(client, desk, "two.pdf", bytes(typst.compile(str(source))))
    add(client, desk, "words.md", FIRST)
    work()
    with unit_of_work():
        assert db.session.query(PageImage).count() == 1
    page = client.get(desk.path).text
    assert page.count("/thumb?version=1") == 1
    assert '<span class="thumb mark" aria-hidden="true">md</span>' in page
    (address,) = re.findall(r'src="(/documents/[^"]+/thumb[^"]*)"', page)
    assert client.get(address).mimetype == "image/webp"
    assert "/thumb?version=1" in client.get(record_path(output)).text
