"""Reading a long file while it is still being read: what is there is shown, what is not says so, and nothing jumps."""

import threading
from contextvars import Context

import pytest
import typst

from infocus.engines.extraction.reader import read_pages
from infocus.library import reading
from infocus.library.models import ReadingState
from tests.support.pages import until

PAGES, PAUSE, THERE = 500, 131, 100
"""The reading is held before page 131: with pages stored 25 at a time, or more often, 100 are there."""


@pytest.fixture(scope="module")
def long_pdf() -> bytes:
    """A PDF of 500 pages; every tenth names a lighthouse."""
    words = "The city and its cluster met and talked. " * 12
    pages = (f"= Part {at}\n{'A lighthouse. ' if at % 10 == 0 else ''}{words}" for at in range(1, PAGES + 1))
    return bytes(typst.compile(('#set page("a5")\n' + "\n#pagebreak()\n".join(pages)).encode()))


class Held:
    """A real reading in a thread of its own, which waits before page 131 until it is let go."""

    def __init__(self, app, read_pages):
        self._app, self._read_pages = app, read_pages
        self.waits, self._go = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def read_pages(self, *args):
        for item in self._read_pages(*args):
            if getattr(item, "number", 0) == PAUSE:
                self.waits.set()
                assert self._go.wait(60)
            yield item

    def start(self, version_id):
        def read():
            with self._app.app_context():
                reading.read_version(version_id)

        self._thread = threading.Thread(target=lambda: Context().run(read), daemon=True)
        self._thread.start()
        assert self.waits.wait(60)

    def finish(self):
        self._go.set()
        if self._thread:
            self._thread.join(60)
            assert not self._thread.is_alive()


@pytest.fixture
def held(app, monkeypatch):
    one = Held(app, read_pages)
    monkeypatch.setattr(reading, "read_pages", one.read_pages)
    yield one
    one.finish()


def test_a_500_page_pdf_is_read_page_by_page_while_it_is_still_being_read(shelf, long_pdf, held):
    document = shelf.add(shelf.note(), long_pdf, "long.pdf")
    held.start(shelf.version(document).id)
    version = shelf.version(document)
    assert (version.state, version.pages) == (ReadingState.READING, PAGES)
    there = version.pages_read
    assert THERE < there < PAUSE
    client, path = shelf.world.client(shelf.author), f"/in-focus/documents/{document}-spaces"

    first = client.get(path).text
    assert f"Reading page {there + 1} of 500" in first
    assert "Part 1<" in first
    assert "of 500" in first
    assert f"Part {there}<" in client.get(f"{path}?page={there}").text

    hits = client.get(f"{path}?q=lighthouse").text
    assert f"<b>Hit 1</b> of {there // 10}" in hits
    assert '<g class="lit now">' in hits
    assert "Nothing yet for" in client.get(f"{path}?q=xylophone").text

    ahead = client.get(f"{path}?page=131")
    assert ahead.status_code == 200
    assert "This page has not been read yet" in ahead.text
    assert f"/documents/{document}/pages/131.webp" in ahead.text
    assert client.get(f"/documents/{document}/pages/131.webp").status_code == 200
    assert client.get(f"{path}?page=501").status_code == 404

    held.finish()
    assert shelf.version(document).state == ReadingState.READY
    assert "Part 131<" in client.get(f"{path}?page=131").text
    assert "<b>Hit 1</b> of 50" in client.get(f"{path}?q=lighthouse").text


def test_readers_keep_the_older_version_and_may_look_into_the_newer(shelf, work, pdf, long_pdf, held):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    shelf.add_newer(document, long_pdf, "long.pdf")
    held.start(shelf.version(document).id)
    client, path = shelf.world.client(shelf.author), f"/in-focus/documents/{document}-spaces"
    older = client.get(path).text
    assert "Chapter 1<" in older
    assert "Version 2 is being read" in older
    assert f"{path}?version=2" in older
    newer = client.get(f"{path}?version=2&page=50&q=lighthouse").text
    assert "Part 50<" in newer
    assert "<b>Hit 5</b> of 1" in newer
    assert client.get(f"/documents/{document}/state?version=1").json["state"] == "ready"


def test_new_pages_are_reached_without_opening_the_page_again(shelf, long_pdf, held, open_as):
    document = shelf.add(shelf.note(), long_pdf, "long.pdf")
    held.start(shelf.version(document).id)
    context = open_as("neighbour")
    page, ahead = context.new_page(), context.new_page()
    page.goto(f"/in-focus/documents/{document}-spaces?q=lighthouse&page=95")
    ahead.goto(f"/in-focus/documents/{document}-spaces?page=400")
    assert 10 <= page.locator(".pghits li").count() <= 13
    assert ahead.get_by_text("This page has not been read yet").is_visible()
    page.evaluate("document.querySelector('.tx').dataset.mine = 'still here'")
    held.finish()
    until(page, "document.querySelector('[data-reading]').innerText.includes('All pages are read')")
    until(page, "document.querySelectorAll('.pghits li').length === 50")
    assert page.evaluate("document.querySelector('.tx').dataset.mine") == "still here"
    assert "50 hits" in page.locator(".rd-bar").inner_text()
    until(ahead, "document.querySelector('.tx').innerText.includes('Part 400')")
