"""Three files through a line that is cut in the midst, and a folder with its table, as a person brings them."""

import contextlib
import io
import random
import socket
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Page

from infocus.accounts import sessions
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.library.reader import documents_of
from infocus.meetings.arriving.models import ArrivingFile
from tests.faults.cutting import CuttingProxy
from tests.meetings.outputs.desk import Desk
from tests.support.pages import until

PATIENCE = 120.0
LARGE = 9_000_000


class CountingProxy(CuttingProxy):
    """Cuts every connection once so many bytes went out, and lets nobody in until it is opened again."""

    def __init__(self, target: int, after: int) -> None:
        self.left = after
        self.shut = False
        super().__init__(target, random.Random(1))

    def open_again(self, after: int) -> None:
        """Let traffic through: so many bytes more."""
        self.left, self.shut = after, False

    def _outward(self, near: socket.socket, far: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while not self.shut and (data := near.recv(65_536)):
                far.sendall(data)
                self.left -= len(data)
                if self.left < 0:
                    self.shut = True
                    self.cut(2.0)
        for one in (near, far):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


def sheet(name: str, seed: int, folder: Path) -> Path:
    """A spreadsheet of nine megabytes that do not pack."""
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/media/image1.png", random.Random(seed).randbytes(LARGE))
    return path


@pytest.fixture
def sign_in(desk: Desk, new_context):
    """A page of somebody who is signed in, through an address."""

    def make(who: str, address: str) -> Page:
        account = desk.people[who].account
        assert account is not None
        with unit_of_work():
            _, key = sessions.open_session(account, "a test's browser")
        signer = SecureCookieSessionInterface().get_signing_serializer(desk.world.app)
        assert signer is not None
        cookie = signer.dumps({"person": account.person_id, "_user_id": key, "_fresh": True})
        context = new_context(base_url=address)
        context.add_cookies([{"name": "infocus", "value": cookie, "url": address}])
        return context.new_page()

    return make


def test_three_files_arrive_whole_through_a_line_that_is_cut_and_a_page_that_is_reloaded(
    desk: Desk, served: str, sign_in, work, tmp_path: Path
) -> None:
    proxy = CountingProxy(urlsplit(served).port or 0, 10**9)
    page = sign_in("officer", f"http://127.0.0.1:{proxy.port}")
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if "Content Security Policy" in said.text else None)
    files = [sheet(f"part-{number}.xlsx", number, tmp_path) for number in range(3)]
    page.goto(desk.path)
    until(page, "document.querySelector('[data-many]').matches('[data-many]') && document.readyState === 'complete'")
    _choose(page, files)
    page.fill("[data-file='part-1.xlsx'] [data-said=title]", "The second part")
    proxy.open_again(6_000_000)
    page.click("[data-many] button[type=submit]")
    until(page, "document.body.innerText.includes('The connection is gone')", PATIENCE)
    _wait(page, lambda: 0 < _here() < 3 * LARGE)  # what came before the cut is kept
    proxy.open_again(8_000_000)  # goes on by itself, and is cut once more
    _wait(page, lambda: proxy.shut)
    proxy.open_again(10**9)
    page.goto(desk.path)  # the page is opened anew: the same files go on where they stopped
    assert "not finished" in page.inner_text("main")
    _choose(page, files)
    page.click("[data-many] button[type=submit]")
    _wait(page, lambda: _here() == sum(path.stat().st_size for path in files))
    begun = db.session.query(ArrivingFile).filter(ArrivingFile.arrived > 0)
    assert begun.count() == 3  # each went on, none began anew
    work()
    until(page, "document.body.innerText.includes('3 of 3 files kept')", PATIENCE)
    assert [output.title for output in desk.outputs] == ["The second part", "part 0", "part 2"]
    kept = {documents_of(output.id)[0].latest.file_name: documents_of(output.id)[0].latest for output in desk.outputs}
    for path in files:
        data = b"".join(engines().storage.read_range(kept[path.name].storage_key, 0, 2 * LARGE))
        assert data == path.read_bytes()
    assert problems == []
    proxy.close()


def test_a_folder_is_imported_with_its_table_and_its_report(desk: Desk, served: str, sign_in, work, tmp_path) -> None:
    page = sign_in("officer", served)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("titles.csv", "file;title;date\r\none.txt;Opening hours;21.9.2016\r\n".encode("utf-16"))
        archive.writestr("one.txt", "The hall opens in the evening.")
        archive.writestr("two.exe", "MZ")
    path = tmp_path / "torino.zip"
    path.write_bytes(data.getvalue())
    page.goto(f"{desk.path}/outputs/import")
    _choose(page, [path])
    page.click("[data-many] button[type=submit]")
    until(page, "document.body.innerText.includes('All of it is here')", PATIENCE)
    work()
    until(page, "location.pathname.startsWith('/imports/')", PATIENCE)
    until(page, "document.body.innerText.includes('2 files were dealt with')", PATIENCE)
    text = page.inner_text("main")
    for words in ("Opening hours", "two.exe", "Files of this kind are not taken"):
        assert words in text
    with page.expect_download() as download:
        page.click("text=The report as CSV")
    assert "two.exe" in Path(download.value.path()).read_text("utf-8-sig")
    page.click("text=Opening hours")
    until(page, "document.body.innerText.includes('21 September 2016')", PATIENCE)


def _choose(page: Page, files: list[Path]) -> None:
    page.set_input_files("[data-many] input[type=file]", [str(path) for path in files])
    until(page, f"document.querySelectorAll('[data-many] [data-file]').length === {len(files)}", PATIENCE)


def _here() -> int:
    db.session.rollback()
    return sum(row.arrived for row in db.session.query(ArrivingFile))


def _wait(page: Page, what) -> None:
    for _ in range(int(PATIENCE * 10)):
        if what():
            return
        page.wait_for_timeout(100)
    raise AssertionError("waited in vain")
