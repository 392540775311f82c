"""The main job in real browsers: share, upload, find, comment, review live; and a stranger who sees none of it."""

import io
import pathlib
import re
import time

from PIL import Image

from tests.browser.conftest import Desk, Sit
from tests.browser.rooms import enter, say
from tests.support.pages import until

TITLE = "Lanterns for the evening shift"
MINUTE = 300.0


def picture() -> bytes:
    """A small PNG."""
    kept = io.BytesIO()
    Image.new("RGB", (320, 200), "#2438b4").save(kept, "PNG")
    return kept.getvalue()


def write_practice(porto: Desk) -> str:
    """A practice that saves itself while it is typed, with an image; its path."""
    page = porto.go("/in-focus/practices/new")
    page.fill("#title", TITLE)
    page.fill("#summary", "The port lights its quays in the evening, so that makers can rent by the hour.")
    page.fill("#how", "Ask the port who works late.\n\nLight one quay.\n\nLet the makers choose the hours.")
    until(page, "location.pathname.endsWith('/edit')")
    until(page, "document.querySelector('[data-state]').textContent.includes('Saved')")
    page.reload()
    assert page.input_value("#how").startswith("Ask the port")
    page.set_input_files(
        "form.add-file input[type=file]", {"name": "quay.png", "mimeType": "image/png", "buffer": picture()}
    )
    page.fill("#alt", "A quay with three lanterns")
    page.click("form.add-file button:not([type=button])")
    until(page, "document.querySelector('img[alt=\"A quay with three lanterns\"]')?.naturalWidth > 0")
    return re.sub(r"/edit.*", "", page.url.removeprefix(porto.url))


def upload_paper(porto: Desk, paper: pathlib.Path) -> str:
    """An output uploaded to the meeting in Torino, read to its last page; its path."""
    page = porto.go("/meetings")
    page.click("a:has-text('Torino') >> nth=0")
    page.click("text=Upload an output")
    page.set_input_files("input[type=file]", str(paper))
    page.fill("#title", "What became of the nursery")
    page.select_option("#kind", "paper")
    page.click("button:has-text('Upload')")
    until(page, "location.pathname.includes('/outputs/') && !location.pathname.endsWith('/new')")
    path = page.url.removeprefix(porto.url).partition("?")[0]
    deadline = time.monotonic() + MINUTE
    while time.monotonic() < deadline and "8 pages" not in porto.text():
        page.wait_for_timeout(300)
        page.reload()
    assert "8 pages" in porto.text()
    return path


def find_it(porto: Desk) -> None:
    """Search an inflected word of page 7 in the box every page has, and land on the page with the word lit."""
    deadline = time.monotonic() + MINUTE
    page = porto.go("/")
    while time.monotonic() < deadline:
        page.fill("#q", "glasshouse")
        page.press("#q", "Enter")
        until(page, "location.pathname === '/library'")
        if page.locator("mark").count():
            break
        page.wait_for_timeout(500)
    page.click(".pas a >> nth=0")
    until(page, "location.pathname.includes('/documents/')")
    assert "page=7" in page.url
    until(page, "[...document.querySelectorAll('main mark')].some((hit) => hit.textContent === 'glasshouses')")


def test_the_whole_job(sit: Sit, paper: pathlib.Path) -> None:
    """An officer of Porto shares and finds, Ostrava comments, and the officer of another network sees none of it."""
    porto = sit("officer@porto.example")
    practice = write_practice(porto)
    output = upload_paper(porto, paper)
    find_it(porto)

    ostrava = sit("officer@ostrava.example")
    page = ostrava.go(output)
    page.fill("#say-new", "Who heats a **glasshouse** in January?")
    page.click("form.say button:has-text('Comment')")
    until(page, "document.querySelector('.thread strong')?.textContent === 'glasshouse'")
    porto.go("/notifications")
    assert "commented on “What became of the nursery”" in porto.text()

    harbour = sit("officer@harbour.example")
    for path in (practice, output, f"{output}/edit", f"{practice}/edit"):
        assert harbour.status(path) == 404, path
    for words in ("glasshouse", "lanterns"):
        harbour.go(f"/library?q={words}")
        assert "nursery" not in harbour.text()
        assert TITLE not in harbour.text()
    for path in ("/", "/practices", "/meetings", "/notifications"):
        harbour.go(path)
        assert TITLE not in harbour.text()
        assert "nursery" not in harbour.text()


def lines(desk: Desk) -> list[str]:
    """The conversation as the page shows it: every entry's number and words."""
    script = "[...document.querySelectorAll('[data-entries] > li')].map((line) => line.innerText.replace(/\\s+/g, ' '))"
    return [str(line) for line in desk.page.evaluate(script)]


def test_three_at_a_table_and_one_loses_the_network(sit: Sit) -> None:
    """What was typed without a network goes out by itself, and all three end with the same conversation."""
    host = sit("coordinator@bordeaux.example")
    page = host.go("/")
    page.click(".livebox a.btn")
    room = page.url.removeprefix(host.url)
    torino, ostrava = sit("officer@torino.example"), sit("coordinator@ostrava.example")
    for desk in (host, torino, ostrava):
        enter(desk, room.removesuffix("/room"))

    say(host, "First from Bordeaux")
    say(torino, "First from Torino")
    for desk in (host, torino, ostrava):
        until(desk.page, "document.body.innerText.includes('First from Torino')")
    ostrava.context.set_offline(True)
    say(ostrava, "Typed in the tunnel")
    say(host, "Said meanwhile by Bordeaux")
    say(torino, "Said meanwhile by Torino")
    until(torino.page, "document.body.innerText.includes('Said meanwhile by Bordeaux')")
    assert "Typed in the tunnel" not in torino.text()
    ostrava.context.set_offline(False)
    for desk in (host, torino, ostrava):
        until(desk.page, "document.body.innerText.includes('Typed in the tunnel')")
        until(desk.page, "document.body.innerText.includes('Said meanwhile by Torino')")
        until(desk.page, "document.querySelector('[data-status]').textContent.includes('You have all')")

    def words(desk: Desk) -> list[str]:
        wanted = ("First from", "Said meanwhile", "Typed in the tunnel")
        return [found[0] for line in lines(desk) for found in re.findall(rf"(({'|'.join(wanted)})[\w ]*)", line)]

    assert sorted(set(words(host))) == sorted(words(host)), "nothing twice"
    assert len(words(host)) == 5
    first = [re.sub(r" (Reply|React|Edit|Remove).*", "", word) for word in words(host)]
    for desk in (torino, ostrava):
        assert [re.sub(r" (Reply|React|Edit|Remove).*", "", word) for word in words(desk)] == first

    harbour = sit("officer@harbour.example")
    assert harbour.status(room) == 404
