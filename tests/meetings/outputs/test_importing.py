"""A folder as a ZIP: everything in it is kept, there already, or refused with why; a second run changes nothing."""

import csv
import io
import os
import signal
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.outbox import OutboxRow
from infocus.engines.bound import engines
from infocus.meetings.importing.dates import stated
from infocus.meetings.importing.models import ImportedFile, OutputImport
from infocus.meetings.importing.names import names_of
from infocus.meetings.importing.table import read_table, row_of
from infocus.networks.models import NetworkState
from tests.meetings.outputs.desk import Desk
from tests.support.house import ROOT

TABLE = (
    "Datei;Titel;Typ;Sprache;Datum;Sitzung\r\n"
    "zpráva.txt;Závěrečná zpráva;Report;cs;21.9.2016;Visits\r\n"
    "Paper.txt;;thematic paper;English;09/2016;Dinner\r\n"
    "gone.txt;Nobody;;;;\r\n"
)


def packed(**files: bytes) -> bytes:
    """A ZIP of these files; a double underscore in a name stands for its dot."""
    return packed_of({name.replace("__", "."): data for name, data in files.items()})


def packed_of(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def bring(desk: Desk, data: bytes, name: str = "folder.zip", who: str = "officer") -> str:
    """The address of an import that was begun."""
    sent = {"file": (io.BytesIO(data), name)}
    answer = desk.client(who).post(f"{desk.path}/outputs/import", data=sent, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def report(desk: Desk, address: str) -> dict[str, tuple[str, str]]:
    """File → what became of it and why, from the CSV."""
    text = desk.client("officer").get(f"{address}/report.csv").data.decode("utf-8-sig")
    return {row[0]: (row[1], row[2]) for row in list(csv.reader(io.StringIO(text)))[1:]}


def test_a_folder_with_a_table_becomes_outputs_and_a_report(desk: Desk, work) -> None:
    data = packed_of(
        {
            "Torino/titles.csv": TABLE.encode("cp1250"),
            "Torino/zpráva.txt": "Zpráva o městě, které hledá své silné stránky, a o lidech v něm.".encode(),
            "Torino/Paper.txt": b"A paper about the city.",
            "Torino/sub/minutes.txt": b"Minutes of the evening.",
            "Torino/lie.pdf": b"no PDF at all",
            "../outside.txt": b"climbs",
            "__MACOSX/Torino/._Paper.txt": b"litter",
            "Torino/inner.zip": packed(a__txt=b"a"),
        }
    )
    address = bring(desk, data)
    assert "Waiting for its turn" in desk.client("officer").get(address).text
    work()
    lines = report(desk, address)
    assert {name: outcome for name, (outcome, _) in lines.items()} == {
        "Torino/zpráva.txt": "Kept",
        "Torino/Paper.txt": "Kept, with a remark",
        "Torino/sub/minutes.txt": "Kept",
        "Torino/lie.pdf": "Refused",
        "../outside.txt": "Refused",
        "Torino/inner.zip": "Refused",
        "gone.txt": "Refused",
    }
    for name, word in (("Torino/Paper.txt", "Dinner"), ("../outside.txt", "leads out"), ("gone.txt", "does not hold")):
        assert word in lines[name][1]
    paper, final, minutes = desk.outputs
    assert (final.title, final.kind, final.language, final.dated) == ("Závěrečná zpráva", "report", "cs", "2016-09-21")
    assert (final.session_id, final.date_source) == (desk.meeting.sessions[1].id, "Torino/titles.csv")
    assert (paper.title, paper.kind, paper.dated, paper.language) == ("Paper", "paper", "2016-09", "en")
    assert (minutes.title, minutes.kind) == ("minutes", "minutes")
    page = desk.client("officer").get(f"{address}?outcome=refused").text
    assert "lie.pdf" in page
    assert "sub/minutes.txt" not in page
    assert desk.client("neighbour").get(address).status_code == 404
    assert desk.client("lead").get(f"{address}/report.csv").status_code == 404


def test_the_same_zip_again_doubles_nothing_and_a_changed_file_is_new(desk: Desk, work) -> None:
    files = {f"{number}.txt": f"Text {number}.".encode() for number in range(60)}
    bring(desk, packed_of(files))
    work()
    again = bring(desk, packed_of(files | {"7.txt": b"Another text.", "copy.txt": b"Text 7."}))
    work()
    lines = report(desk, again)
    assert {name for name, (outcome, _) in lines.items() if outcome == "Kept"} == {"7.txt", "copy.txt"}
    assert sum(outcome == "Already there" for outcome, _ in lines.values()) == 59
    assert len(desk.outputs) == 62
    assert "Already there 59" in desk.client("officer").get(again).text


def test_a_worker_killed_in_the_midst_leaves_nothing_doubled_and_nothing_out(desk: Desk, work) -> None:
    """kill -9 while files are brought in; the next worker goes on after the last line of the report."""
    app = desk.world.app
    if db.engine.name == "sqlite":
        url = f"sqlite:///{db.engine.url.database}"
    else:
        url = db.engine.url.render_as_string(hide_password=False).replace("+psycopg", "")
    address = bring(desk, packed_of({f"{number:03}.txt": f"Text {number}.".encode() for number in range(60)}))
    begun = address.rsplit("/", 1)[1]
    ours = {"INFOCUS_INSTANCE": app.instance_path, "INFOCUS_DATABASE_URL": url, "INFOCUS_SECRET_KEY": "for tests only"}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("INFOCUS_")}
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.meetings.outputs.outbox_child"],
        cwd=ROOT, env=inherited | ours, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and done(begun) < 5:
            time.sleep(0.01)
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    reached = done(begun)
    assert 5 <= reached < 60
    clock.shift(timedelta(minutes=6))  # the lease of the dead worker is over
    work()
    assert set(report(desk, address).values()) == {("Kept", "")}
    assert len(desk.outputs) == done(begun) == 60
    assert db.session.query(ImportedFile).count() == 60
    assert db.session.query(OutboxRow).filter_by(kind="meetings.import").count() == 0


def done(import_id: str) -> int:
    db.session.rollback()
    return db.session.get_one(OutputImport, import_id).done


def test_what_is_no_honest_zip_is_refused_whole(desk: Desk, work) -> None:
    before = set(engines().storage.keys(clock.now() + timedelta(days=9)))
    crowd = io.BytesIO()
    with zipfile.ZipFile(crowd, "w") as archive:
        for number in range(5000):
            archive.writestr(f"{number}.txt", b"x")
    many = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 0xFFFF, 0xFFFF, 60_000_000, 0, 0)
    locked = bytearray(packed(a__txt=b"words" * 50))
    locked[6] |= 1
    at = locked.find(b"PK\x01\x02")
    locked[at + 8] |= 1
    for data, word in (
        (b"no zip", "no ZIP"), (packed(a__txt=bytes(300_000_000)), "unpacks"), (crowd.getvalue(), "far more than 2000"),
        (b"PK\x03\x04" + bytes(40) + many, "far more"), (bytes(locked), "password"),
        (packed(a__txt=b"x")[:-9], "no ZIP"),
    ):  # fmt: skip
        address = bring(desk, data)
        work()
        page = desk.client("officer").get(address).text
        assert "Nothing was imported" in page
        assert word in page, (word, page)
    assert desk.outputs == []
    assert set(engines().storage.keys(clock.now() + timedelta(days=9))) == before


def test_rights_lost_while_it_runs_refuse_the_rest_with_why(desk: Desk, work) -> None:
    address = bring(desk, packed(a__txt=b"Words.", b__txt=b"Others."))
    with unit_of_work():
        desk.network.state = NetworkState.CLOSED
    work()
    assert {outcome for outcome, _ in report(desk, address).values()} == {"Refused"}
    assert desk.client("observer").get(f"{desk.path}/outputs/import").status_code == 403
    assert desk.client("stranger").get(f"{desk.path}/outputs/import").status_code == 404


def raw_zip(*names: tuple[bytes, bytes]) -> list[zipfile.ZipInfo]:
    """Entries whose names are these bytes, with extra fields."""
    entries = []
    for name, extra in names:
        entry = zipfile.ZipInfo(name.decode("cp437"))
        entry.orig_filename, entry.extra, entry.flag_bits = name.decode("cp437"), extra, 0
        entries.append(entry)
    return entries


@pytest.mark.parametrize(
    ("names", "page"),
    [
        (["Závěrečná zpráva.pdf", "Příloha č. 2.pdf"], "cp852"),
        (["Závěrečná zpráva.pdf", "Příloha č. 2.pdf"], "cp1250"),
        (["Łódź żółć.docx"], "cp852"), (["Łódź żółć.docx"], "cp1250"), (["résumé à Bordeaux.pdf"], "cp1252"),
        (["résumé à Bordeaux.pdf"], "cp437"), (["Müßige Straße.pdf"], "cp437"), (["Müßige Straße.pdf"], "cp1252"),
        (["Ação e coração.pdf"], "cp1252"), (["Žluťoučký kůň.pdf"], "utf-8"), (["plain.pdf"], "ascii"),
    ],
)  # fmt: skip
def test_names_are_read_in_whatever_encoding_they_were_written(names: list[str], page: str) -> None:
    assert names_of(raw_zip(*((name.encode(page), b"") for name in names))) == names


def test_the_field_that_says_the_name_in_unicode_wins_when_it_is_of_this_name() -> None:
    raw, said = b"zpr?va.txt", "zpráva.txt".encode()
    field = struct.pack("<HHBL", 0x7075, 5 + len(said), 1, zlib.crc32(raw)) + said
    strange = struct.pack("<HHBL", 0x7075, 5 + len(said), 1, 7) + said
    assert names_of(raw_zip((raw, field), (raw, strange), (raw, b"\x75\x70\xff\xff"))) == [
        "zpráva.txt", "zpr?va.txt", "zpr?va.txt"
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "utf-16-le"])
def test_tables_are_read_as_any_excel_writes_them(separator: str, encoding: str) -> None:
    rows = [["Soubor", "Název", "poznámka"], ["sub\\Zpráva.TXT", 'Čtvrtá, "zvláštní"; zpráva\tzde', "x"], ["", "", ""]]
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    table = read_table("t.csv", text.getvalue().encode(encoding))
    assert table is not None
    assert row_of(table, "sub/zpráva.txt")["title"] == rows[1][1]
    said = read_table("t.csv", f"sep={separator}\r\n{text.getvalue()}".encode(encoding))
    assert said is not None
    assert said.rows == table.rows


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2", b"file\nx.txt", b"\xff\xfe", b'file,title\n"open' + b"x" * 300_000])
def test_what_is_no_table_is_a_file_like_any_other(data: bytes) -> None:
    found = read_table("t.csv", data)
    assert found is None or found.rows == {}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016", "2016"), ("09/2016", "2016-09"), ("9.2016", "2016-09"), ("2016-9", "2016-09"),
        ("21.9.2016", "2016-09-21"),
        ("21. 9. 2016", "2016-09-21"), ("21/09/2016", "2016-09-21"), ("2016-09-21", "2016-09-21"),
        ("2016-09-21 00:00:00", "2016-09-21"), ("9/21/2016", "2016-09-21"), ("3/4/2016", "2016-04-03"),
        ("31.2.2016", None), ("soon", None), ("21.9.16", None), ("2016-13", None), ("", None), ("٢٠١٦", None),
    ],
)  # fmt: skip
def test_dates_are_read_as_they_are_stated(text: str, date: str | None) -> None:
    if date is None:
        with pytest.raises(ValueError, match=r"date|day|month|range|year"):
            stated(text)
    else:
        assert stated(text) == date
