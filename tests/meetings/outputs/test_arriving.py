"""Files that arrive in pieces: nothing is lost, nothing is doubled, and only those who may bring them."""

import io
from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.library.reader import documents_of
from infocus.meetings.arriving import jobs
from infocus.meetings.arriving.guessing import kind_of_name, title_of_name
from infocus.meetings.arriving.models import ArrivingFile, ArrivingPiece, OutputGuess
from infocus.meetings.arriving.pieces import AsFarAsItGot
from infocus.meetings.models import Output
from infocus.meetings.outputs import edit_output
from infocus.networks.models import NetworkState
from tests.meetings.outputs.desk import Desk, send

TEXT = ("La stazione di Torino apre la sera, e i laboratori restano aperti fino a tardi. " * 40).encode()


def stored() -> set[str]:
    return set(engines().storage.keys(clock.now() + timedelta(days=9)))


def test_a_file_in_pieces_becomes_an_output_whose_text_says_its_language(desk: Desk, work) -> None:
    client, before = desk.client("officer"), stored()
    session = desk.meeting.sessions[0].id
    answer = desk.announce(client, len(TEXT), filename="torino_minutes-2017.txt", session=session)
    assert (answer.status_code, answer.headers["Tus-Resumable"]) == (201, "1.0.0")
    address = answer.headers["Location"]
    assert send(client, address, TEXT[:1000], 0).headers["Upload-Offset"] == "1000"
    assert send(client, address, TEXT[:1000], 0).status_code == 409  # told again after a cut: not counted twice
    assert client.head(address).headers["Upload-Offset"] == "1000"
    assert send(client, address, TEXT[1000:] + b"more", 1000).status_code == 409
    assert send(client, address, TEXT[1000:], 1000).status_code == 204
    assert client.get(address).json["state"] == "arriving"
    work()
    (output,) = desk.outputs
    assert (output.title, output.kind, output.session_id) == ("torino minutes 2017", "minutes", session)
    assert output.language == "it"
    assert client.get(address).json == {
        "state": "kept", "arrived": len(TEXT), "length": len(TEXT), "href": f"{desk.path.rsplit('/', 2)[0]}/outputs/"
        f"{output.id}-torino-minutes-2017", "why": "",
    }  # fmt: skip
    version = documents_of(output.id)[0].latest
    assert b"".join(engines().storage.read_range(version.storage_key, 0, 10**6)) == TEXT
    assert len(stored() - before) == 1  # the pieces are gone
    assert db.session.query(ArrivingPiece).count() == db.session.query(OutputGuess).count() == 0


def test_what_somebody_said_is_not_guessed_over(desk: Desk, work) -> None:
    client = desk.client("officer")
    said = {"filename": "x.txt", "title": "Open in the evening", "kind": "case-note", "language": "fr"}
    address = desk.announce(client, len(TEXT), **said).headers["Location"]
    send(client, address, TEXT, 0)
    work()
    (output,) = desk.outputs
    assert (output.title, output.kind, output.language) == ("Open in the evening", "case-note", "fr")


def test_an_edit_ends_the_guessing(desk: Desk, work) -> None:
    client, data = desk.client("officer"), b"# A heading that could be a title\n\n" + TEXT
    address = desk.announce(client, len(data), filename="x.md").headers["Location"]
    send(client, address, data, 0)
    with unit_of_work():
        jobs.take_in({"file": address.rsplit("/", 1)[1]})
        (output,) = db.session.query(Output)
        edit_output(desk.actor("officer"), output, {"title": "As we call it", "language": "en"})
    work()
    (output,) = desk.outputs
    assert (output.title, output.language) == ("As we call it", "en")


def test_who_may_bring_files_is_asked_at_the_start_at_each_piece_and_at_the_end(desk: Desk, work) -> None:
    codes = {who: desk.announce(desk.client(who), 5, filename="a.txt").status_code for who in desk.people}
    assert {who for who, code in codes.items() if code == 201} == {"host", "officer", "neighbour", "lead"}
    assert (codes["stranger"], codes["ulg"], codes["observer"]) == (404, 403, 403)
    client = desk.client("officer")
    address = desk.announce(client, 10, filename="b.txt").headers["Location"]
    for who in ("neighbour", "lead"):
        other = desk.client(who)
        assert [other.get(address).status_code, send(other, address, b"12345", 0).status_code] == [404, 404]
        assert other.delete(address).status_code == 404
    assert send(client, address, b"12345", 0).status_code == 204
    last = desk.announce(client, 4, filename="c.txt").headers["Location"]
    send(client, last, b"word", 0)
    with unit_of_work():
        desk.network.state = NetworkState.CLOSED
    assert send(client, address, b"67890", 5).status_code == 403
    work()
    assert client.get(last).json["state"] == "refused"
    assert "any more" in client.get(last).json["why"]
    assert desk.outputs == []


def test_what_cannot_be_kept_is_said_before_or_after_in_words(desk: Desk, work) -> None:
    client, before = desk.client("officer"), stored()
    for length, name, word in ((200_000_000, "a.pdf", "100 MB"), (0, "a.pdf", "nothing to read"),
                               (10**14, "a.pdf", "100 MB"), (10, "a.exe", "not taken")):  # fmt: skip
        answer = desk.announce(client, length, filename=name)
        assert answer.status_code == 422
        assert word in answer.json["errors"][0]["message"]
    assert desk.announce(client, 10, filename="a.txt", visibility="public").status_code == 422
    assert desk.announce(client, 10, filename="a.txt", session="nowhere").status_code == 422
    address = desk.announce(client, 9, filename="a.pdf").headers["Location"]
    send(client, address, b"not a PDF", 0)
    work()
    state = client.get(address).json
    assert (state["state"], "does not match" in state["why"]) == ("refused", True)
    assert stored() == before


def test_as_many_as_the_setting_says_are_under_way_and_the_old_ones_are_forgotten(desk: Desk) -> None:
    client, before = desk.client("officer"), stored()
    address = desk.announce(client, 10, filename="half.txt").headers["Location"]
    send(client, address, b"half", 0)
    page = client.get(f"{desk.path}/outputs/add").text
    assert "half.txt" in page
    assert "4 Bytes of 10 Bytes" in page
    most = desk.world.app.extensions["infocus.settings"].max_files_at_once
    for number in range(most - 1):
        assert desk.announce(client, 10, filename=f"{number}.txt").status_code == 201
    assert desk.announce(client, 10, filename="more.txt").status_code == 422
    clock.shift(timedelta(days=2))
    jobs.sweep_half_uploads()
    assert client.head(address).status_code == 200
    clock.shift(timedelta(days=4))
    jobs.sweep_half_uploads()
    assert client.head(address).status_code == 404
    assert db.session.query(ArrivingFile).count() == 0
    assert stored() == before


def test_a_file_can_be_given_up_by_button_and_by_program(desk: Desk) -> None:
    client, before = desk.client("officer"), stored()
    for give_up in (client.delete, lambda address: client.post(f"{address}/discard")):
        address = desk.announce(client, 10, filename="half.txt").headers["Location"]
        send(client, address, b"half", 0)
        assert give_up(address).status_code in {204, 303}
        assert client.head(address).status_code == 404
    assert stored() == before


def test_without_a_script_several_files_come_in_one_request_each_kept_or_refused_by_itself(desk: Desk) -> None:
    client = desk.client("officer")

    def post(*files):
        data = {"files": [(io.BytesIO(data), name) for name, data in files], "session": desk.meeting.sessions[1].id}
        return client.post(f"{desk.path}/outputs/add", data=data, content_type="multipart/form-data")

    good = post(("report one.txt", b"Words."), ("slides.md", b"# Title"))
    assert good.headers["Location"] == desk.path
    mixed = post(("third.txt", b"Others."), ("lie.pdf", b"no PDF"), ("../../x.exe", b"MZ"))
    assert mixed.status_code == 422
    for word in ("1 of 3 files kept", "third", "does not match", "x.exe"):
        assert word in mixed.text
    assert [(each.title, each.session_id) for each in desk.outputs] == [
        (title, desk.meeting.sessions[1].id) for title in ("report one", "slides", "third")
    ]
    assert post().status_code == 422
    assert desk.client("observer").post(f"{desk.path}/outputs/add").status_code == 403


def test_a_cut_keeps_what_arrived() -> None:
    class Cut(io.BytesIO):
        def read(self, size=-1, /):
            data = super().read(size)
            if not data:
                raise ConnectionResetError
            return data

    body = AsFarAsItGot(Cut(b"as far as it got"))
    assert [body.read(5), body.read(100), body.read(5), body.read(5)] == [b"as fa", b"r as it got", b"", b""]


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        ("Thematic_paper-v2.pdf", "Thematic paper v2", "paper"),
        ("zápis ze schůzky.docx", "zápis ze schůzky", "minutes"),
        ("2017-09 Torino.pptx", "2017 09 Torino", "presentation"),
        ("Baseline study.pdf", "Baseline study", "baseline"),
        (".pdf", "file", "other"),
    ],
)
def test_a_name_says_title_and_kind(name: str, title: str, kind: str) -> None:
    assert kind_of_name(name) == kind
    assert name == ".pdf" or title_of_name(name) == title
