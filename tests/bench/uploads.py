"""What an upload of 100 MB costs the web process in memory: in pieces as the page sends it, and in one request."""

import base64
import re
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from infocus.app import create_app
from infocus.core.db import db
from infocus.meetings.models import Meeting
from infocus.records.urls import record_path
from infocus.settings import load
from tests.bench.figures import Figure
from tests.bench.pages import sign_in
from tests.bench.processes import resident_mb, web_worker
from tests.bench.seed import fill
from tests.support.living import LiveServer

SIZE = 99_000_000
PIECE = 4 * 1024 * 1024
LOOK = 0.01


def run() -> Iterator[Figure]:
    """Megabytes the web process grew by at its largest, each way after one small upload that warms it."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder) / "instance"
        fill(instance, 10)
        meeting = _meeting(instance)
        file = _file(Path(folder) / "large.xlsx")
        server = LiveServer(instance)
        server.start()
        try:
            assert server.process is not None
            pid, browser = web_worker(server.process.pid), _browser(server.url)
            for name, way in (("in pieces", _in_pieces), ("in one request", _in_one)):
                way(browser, server.url, meeting, b"a few words", "small.txt")
                before = resident_mb(pid)
                with _watched(pid) as most:
                    way(browser, server.url, meeting, file.read_bytes(), "large.xlsx")
                yield Figure(
                    "uploads", f"{SIZE // 1_000_000} MB {name}", "in focus", "MB", {"grew by": most[0] - before}
                )
        finally:
            server.stop()


@contextmanager
def _watched(pid: int) -> Iterator[list[float]]:
    """The most memory the process held while the context was open."""
    most, over = [resident_mb(pid)], threading.Event()

    def look() -> None:
        while not over.wait(LOOK):
            most[0] = max(most[0], resident_mb(pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield most
    finally:
        over.set()
        watcher.join()


def _meeting(instance: Path) -> str:
    app = create_app(load({"INFOCUS_INSTANCE": str(instance)}))
    with app.app_context():
        return record_path(db.session.query(Meeting).first() or Meeting())


def _file(path: Path) -> Path:
    """A spreadsheet that is mostly one picture which does not pack."""
    with zipfile.ZipFile(path, "w") as archive, Path("/dev/urandom").open("rb") as noise:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/media/image1.png", noise.read(SIZE))
    return path


def _browser(url: str) -> requests.Session:
    browser = requests.Session()
    browser.headers["Cookie"] = sign_in(url)
    return browser


def _token(browser: requests.Session, url: str, meeting: str) -> str:
    page = browser.get(f"{url}{meeting}/outputs/add", timeout=60).text
    found = re.search(r'name="csrf-token" content="([^"]+)"', page)
    assert found is not None
    return found[1]


def _in_pieces(browser: requests.Session, url: str, meeting: str, data: bytes, name: str) -> None:
    common = {"X-CSRFToken": _token(browser, url, meeting), "Accept": "application/json", "Referer": url}
    said = base64.b64encode(name.encode()).decode()
    begun = browser.post(
        f"{url}{meeting}/uploads",
        headers=common | {"Upload-Length": str(len(data)), "Upload-Metadata": f"filename {said}"},
        timeout=60,
    )
    assert begun.status_code == 201, begun.text
    place = url + begun.headers["Location"]
    for start in range(0, len(data), PIECE):
        headers = common | {"Upload-Offset": str(start), "Content-Type": "application/offset+octet-stream"}
        answer = browser.patch(place, data=data[start : start + PIECE], headers=headers, timeout=60)
        assert answer.status_code == 204, answer.text


def _in_one(browser: requests.Session, url: str, meeting: str, data: bytes, name: str) -> None:
    answer = browser.post(
        f"{url}{meeting}/outputs/add",
        files={"files": (f"again-{name}", data)},
        data={"csrf_token": _token(browser, url, meeting), "visibility": "network"},
        headers={"Referer": url},
        allow_redirects=False,
        timeout=120,
    )
    assert answer.status_code == 303, answer.text[:500]
