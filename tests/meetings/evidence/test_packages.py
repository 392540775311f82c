"""Evidence packages: what is in one, for whom, and what becomes of files that are gone or changed."""

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.library.models import DocumentVersion
from infocus.library.uploads import received
from infocus.meetings import outputs
from infocus.meetings.evidence import services
from infocus.meetings.evidence.models import EvidenceFile, EvidencePackage, PackageState
from infocus.meetings.models import Coming, Output, Participant
from infocus.meetings.people.models import ParticipantNeeds
from infocus.networks.audit import AuditEntry
from infocus.networks.models import MembershipRow, NetworkState
from infocus.notifications.models import Notification
from infocus.records.services import remove
from tests.meetings.halls import Hall


def add_file(hall: Hall, who: str, title: str, text: str, **values: str) -> str:
    with received(io.BytesIO(text.encode()), "notes.txt", 10**6) as upload, unit_of_work():
        return outputs.add_output(hall.actor(who), hall.meeting, upload, {"title": title} | values)[0].id


def newer(hall: Hall, who: str, output_id: str, text: str) -> None:
    with received(io.BytesIO(text.encode()), "notes.txt", 10**6) as upload, unit_of_work():
        outputs.new_version(hall.actor(who), db.session.get_one(Output, output_id), upload, "better")


def ask(hall: Hall, who: str = "host", **form: str) -> str:
    answer = hall.client(who).post(f"{hall.path}/evidence", data=form)
    assert answer.status_code == 303, answer.text[:300]
    db.session.rollback()
    return str(db.session.scalars(select(EvidencePackage.id).order_by(EvidencePackage.id.desc())).first())


def take(hall: Hall, package: str, who: str = "host") -> zipfile.ZipFile:
    answer = hall.client(who).get(f"{hall.path}/evidence/{package}.zip")
    assert (answer.status_code, answer.mimetype) == (200, "application/zip"), answer.text[:300]
    return zipfile.ZipFile(io.BytesIO(answer.data))


def manifest(opened: zipfile.ZipFile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(opened.read("MANIFEST.csv").decode("utf-8-sig"))))


def key_of(output_id: str) -> str:
    db.session.rollback()
    rows = select(DocumentVersion.storage_key).join(DocumentVersion.document).filter_by(record_id=output_id)
    return db.session.scalars(rows).one()


@pytest.fixture
def full(hall: Hall) -> Hall:
    """People, files of three kinds of audience, a link."""
    with unit_of_work():
        rows = [
            Participant(
                meeting_id=hall.meeting_id, name="=Ana", email="ana@a.example", coming=Coming.YES, word="by bus"
            ),
            Participant(meeting_id=hall.meeting_id, name="Bo", city="Lund", coming=Coming.NO, invited_at=clock.now()),
        ]
        meeting = hall.meeting
        meeting.participants.extend(rows)
        db.session.flush()
        db.session.add(ParticipantNeeds(participant_id=rows[0].id, diet="no nuts", access="a ramp"))
    return hall


def test_a_package_holds_papers_files_links_and_sums_that_hold(full: Hall, work, tmp_path: Path) -> None:
    session = full.meeting.sessions[0].id
    first = add_file(full, "officer", "Paper: a/b", "one", session=session)
    newer(full, "officer", first, "two")
    add_file(full, "officer", "paper_ A_B", "three")
    full.add_output("host", title="A film", link="https://a.example/film?a=1")
    package = ask(full, language="fr")
    work()
    opened = take(full, package)
    assert opened.testzip() is None
    names = opened.namelist()
    assert names[:4] == ["report.pdf", "agenda.pdf", "attendance.pdf", "attendance.csv"]
    assert names[-2:] == ["MANIFEST.csv", "sha256sums.txt"]
    assert "minutes.pdf" not in names
    assert opened.read("outputs/01-opening/Paper a b.txt") == b"two"
    assert b"URL=https://a.example/film?a=1\r\n" in opened.read("outputs/00-meeting/A film.url")
    lines = {row["path"]: row for row in manifest(opened)}
    line = lines["outputs/01-opening/Paper a b.txt"]
    assert (line["bytes"], line["state"], line["version"], line["uploaded_as"]) == ("3", "ok", "2", "notes.txt")
    assert line["record"].endswith(f"/in-focus/outputs/{first}")
    assert line["uploaded_at"][:4] == str(clock.now().year)
    assert opened.read("report.pdf").startswith(b"%PDF")
    opened.extractall(tmp_path)
    said = subprocess.run(
        [shutil.which("sha256sum") or "sha256sum", "-c", "--quiet", "sha256sums.txt"], cwd=tmp_path, check=False
    )
    assert said.returncode == 0
    db.session.rollback()
    told = db.session.scalars(select(Notification).where(Notification.kind == "evidence-ready")).one()
    assert told.path.endswith("/evidence")


def test_all_versions_come_when_they_are_asked_for(full: Hall, work) -> None:
    first = add_file(full, "officer", "Paper", "one")
    newer(full, "officer", first, "two")
    package = ask(full, every="1")
    work()
    opened = take(full, package)
    assert opened.read("outputs/00-meeting/Paper.txt") == b"two"
    assert opened.read("outputs/00-meeting/Paper v1.txt") == b"one"


def test_the_list_says_who_was_asked_and_came_and_nothing_private(full: Hall, work) -> None:
    package = ask(full)
    work()
    opened = take(full, package)
    table = opened.read("attendance.csv").decode("utf-8-sig")
    assert "'=Ana" in table
    assert "declined" in table
    everything = b"".join(opened.read(name) for name in opened.namelist() if not name.endswith(".pdf")).decode()
    for private in ("no nuts", "a ramp", "by bus", "ana@a.example"):
        assert private not in everything


def test_what_one_may_not_read_is_withheld_and_said_so(full: Hall, work) -> None:
    hidden = add_file(full, "neighbour", "Ostrava alone", "secret", visibility="partner")
    package = ask(full)
    work()
    opened = take(full, package)
    row = next(row for row in manifest(opened) if row["state"] == "withheld")
    assert row["record"].endswith(hidden)
    assert "Ostrava alone" not in opened.read("MANIFEST.csv").decode()
    assert not any("Ostrava alone" in name for name in opened.namelist())
    page = full.client("host").get(f"{full.path}/evidence").text
    assert "1 output is not for you to read" in page
    assert "Ostrava alone" not in page


def test_files_that_are_gone_or_changed_are_named_and_the_rest_is_there(full: Hall, work) -> None:
    ids = [add_file(full, "officer", title, title) for title in ("Gone", "Changed", "Whole")]
    work()
    engines().storage.delete(key_of(ids[0]))
    with unit_of_work():
        rows = select(DocumentVersion).join(DocumentVersion.document).filter_by(record_id=ids[1])
        db.session.scalars(rows).one().sha256 = "0" * 64
    package = ask(full)
    work()
    opened = take(full, package)
    assert opened.testzip() is None
    assert "outputs/00-meeting/Gone.txt" not in opened.namelist()
    states = {row["title"]: row["state"] for row in manifest(opened) if row["what"] == "file"}
    assert states == {"Gone": "missing", "Changed": "differs", "Whole": "ok"}
    assert opened.read("outputs/00-meeting/Changed.txt") == b"Changed"
    page = full.client("host").get(f"{full.path}/evidence").text
    assert "is not in the store any more" in page
    assert "is not the file that was uploaded" in page


def test_who_takes_one_coordinators_and_the_lead_each_their_own(full: Hall, work) -> None:
    package = ask(full)
    work()
    codes = {who: full.client(who).get(f"{full.path}/evidence").status_code for who in full.people}
    assert codes == {
        "host": 200, "neighbour": 200, "lead": 200, "officer": 403, "ulg": 403, "expert": 403, "observer": 403,
        "stranger": 404,
    }  # fmt: skip
    posted = {who: full.client(who).post(f"{full.path}/evidence").status_code for who in ("officer", "stranger")}
    assert posted == {"officer": 403, "stranger": 404}
    address = f"{full.path}/evidence/{package}.zip"
    others = {who: full.client(who).get(address).status_code for who in ("lead", "neighbour", "officer", "stranger")}
    assert others == {"lead": 404, "neighbour": 404, "officer": 403, "stranger": 404}
    assert full.client("host").get(f"{full.path}/evidence/{'0' * 26}.zip").status_code == 404


def test_taking_it_is_written_down_once_a_download_and_stretches_fit(full: Hall, work) -> None:
    add_file(full, "officer", "Paper", "words " * 500)
    package = ask(full)
    work()
    address = f"{full.path}/evidence/{package}.zip"
    client = full.client("host")
    data = client.get(address).data
    middle = client.get(address, headers={"Range": "bytes=1000-1999"})
    assert (middle.status_code, middle.data) == (206, data[1000:2000])
    assert client.head(address).content_length == len(data)
    assert client.get(address).data == data
    db.session.rollback()
    taken = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "meetings.take-evidence")).all()
    assert [(entry.person_id, entry.subject) for entry in taken] == [(full.people["host"].id, full.meeting_id)] * 2
    assert taken[0].detail["bytes"] == len(data)


def test_a_package_ends_when_its_asker_may_not_read_all_of_it_any_more(full: Hall, work) -> None:
    output = add_file(full, "officer", "Paper", "one")
    package = ask(full)
    work()
    with unit_of_work():
        remove(db.session.get_one(Output, output))
    answer = full.client("host").get(f"{full.path}/evidence/{package}.zip")
    assert answer.status_code == 302
    db.session.rollback()
    assert db.session.get(EvidencePackage, package) is None


def test_who_lost_the_role_meanwhile_gets_none(full: Hall, work) -> None:
    package = ask(full)
    with unit_of_work():
        row = db.session.scalars(select(MembershipRow).where(MembershipRow.person_id == full.people["host"].id)).one()
        row.ended_at = clock.now()
    work()
    db.session.rollback()
    assert db.session.get_one(EvidencePackage, package).state == PackageState.FAILED


def test_the_same_asked_for_again_while_it_is_made_is_one(full: Hall, work) -> None:
    assert ask(full) == ask(full) != ask(full, every="1")
    work()
    for _ in range(4):
        ask(full)
        work()
    db.session.rollback()
    assert len(db.session.scalars(select(EvidencePackage.id)).all()) == services.MOST


def test_packages_are_let_go_with_their_time(full: Hall, work) -> None:
    output = add_file(full, "officer", "Paper", "one")
    package = ask(full)
    work()
    with unit_of_work():
        assert services.let_old_go() == 0
        db.session.get_one(EvidencePackage, package).asked_at = clock.now() - services.KEPT - timedelta(hours=1)
    with unit_of_work():
        assert services.let_old_go() == 1
    db.session.rollback()
    assert db.session.scalars(select(EvidenceFile.number)).all() == []
    assert engines().storage.exists(key_of(output))
    assert full.client("host").get(f"{full.path}/evidence/{package}.zip").status_code == 404


def test_audits_come_when_the_network_is_closed_and_nobody_else_comes_in(full: Hall, work) -> None:
    with unit_of_work():
        full.network.state = NetworkState.CLOSED
    package = ask(full)
    work()
    assert take(full, package).testzip() is None
    visitor = full.world.app.test_client()
    for address in (f"{full.path}/evidence", f"{full.path}/evidence/{package}.zip"):
        assert visitor.get(address).status_code in {302, 303, 401, 404}


def test_what_the_page_says_of_a_package_before_and_after(full: Hall, work) -> None:
    first = add_file(full, "officer", "Paper", "one")
    newer(full, "officer", first, "twelve")
    page = full.client("host").get(f"{full.path}/evidence").text
    assert "1 file, 6 Bytes" in page
    assert "2 files, 9 Bytes" in page
    assert "Your packages" not in page
    package = ask(full)
    assert "Waiting for its turn" in full.client("host").get(f"{full.path}/evidence").text
    work()
    page = full.client("host").get(f"{full.path}/evidence").text
    assert f"/evidence/{package}.zip" in page
    assert "7 files" in page
    assert package not in full.client("lead").get(f"{full.path}/evidence").text
