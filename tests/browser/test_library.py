"""An officer's way through the library: type, complete, search, narrow, read on the page, come back, save, be told."""

import pathlib
import re
import time

import typst
from playwright.sync_api import Page

from tests.browser.conftest import Desk, Sit
from tests.support.pages import until

WORD = "windmills"
PATIENCE = 300.0
"""Seconds for a file to be read and found, and for an alert: looked for every minute."""


def a_paper(folder: pathlib.Path, name: str, pages: dict[int, str]) -> pathlib.Path:
    """A PDF of six pages; the words of `pages` are on those pages and nowhere else."""
    texts = [f"= Part {number}\n\n{pages.get(number, 'Nothing special.')}\n" for number in range(1, 7)]
    source = folder / f"{name}.typ"
    source.write_text('#set page("a5")\n' + "\n#pagebreak()\n".join(texts), "utf-8")
    typst.compile(str(source), output=str(source.with_suffix(".pdf")))
    return source.with_suffix(".pdf")


def share(desk: Desk, paper: pathlib.Path, title: str) -> None:
    """Upload an output to the meeting in Torino."""
    page = desk.go("/meetings")
    page.click("a:has-text('Torino') >> nth=0")
    page.click("text=Upload an output")
    page.set_input_files("input[type=file]", str(paper))
    page.fill("#title", title)
    page.select_option("#kind", "paper")
    page.click("button:has-text('Upload')")
    until(page, "location.pathname.includes('/outputs/') && !location.pathname.endsWith('/new')")


def draft(desk: Desk) -> None:
    """A practice of one's own that has the word, so that there is more than one kind to choose from."""
    page = desk.go("/in-focus/practices/new")
    page.fill("#title", "What windmills taught us")
    page.fill("#summary", "A draft that only its author reads.")
    until(page, "location.pathname.endsWith('/edit')")
    until(page, "document.querySelector('[data-state]').textContent.includes('Saved')")


def wait_until_found(desk: Desk, count: int) -> None:
    """Wait until so many records answer the word."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if desk.go(f"/library?q={WORD}").locator(".hit").count() == count:
            return
        desk.page.wait_for_timeout(500)
    raise AssertionError(f"{count} records were not found: {desk.text()[:500]}")


def search_by_completion(page: Page) -> None:
    """Two letters bring completions; more of them the word, which the arrow and Enter take."""
    page.press("body", "/")
    page.keyboard.type("wi")
    until(page, "!document.querySelector('.suggest').hidden")
    page.keyboard.type("ndm")
    options = page.locator(".suggest [role=option]")
    options.get_by_text(WORD, exact=True).first.wait_for()
    chosen = page.locator(".suggest [aria-selected=true]")
    while chosen.all_inner_texts() != [WORD]:  # the list of the last letter may come in between
        page.press("#q", "ArrowDown")
    page.press("#q", "Enter")
    until(page, "location.pathname === '/library' && document.querySelector('.hit mark') !== null")


def test_from_two_letters_to_an_alert(sit: Sit, tmp_path: pathlib.Path) -> None:
    """The whole way, as issue 3 tells it."""
    bilbao, ostrava = sit("officer@bilbao.example"), sit("officer@ostrava.example")
    share(bilbao, a_paper(tmp_path, "mills", {3: "Two windmills turn.", 5: "A windmill was mended."}), "Of mills")
    draft(bilbao)
    wait_until_found(bilbao, 2)

    page = bilbao.go("/")
    search_by_completion(page)
    page.check("input[name=type][value=output]")
    until(page, "location.search.includes('type=output') && document.querySelectorAll('.hit').length === 1")
    results = page.url

    page.click(".pas a >> nth=0")
    until(page, "location.pathname.includes('/documents/')")
    assert "page=3" in page.url
    until(page, "document.querySelector('mark.now')?.textContent === 'windmills'")
    until(page, "document.querySelector('[data-sheet] canvas') !== null")
    page.click("a[rel=next]")
    until(page, "location.search.includes('page=5') && document.querySelector('mark.now')?.textContent === 'windmill'")
    page.click("text=Back to the results")
    until(page, "location.pathname === '/library'")
    assert page.url == results

    page.click("text=Save with alert")
    page.fill("#name", "Mills of the cities")
    page.check("input[name=alert][value=page]")
    page.click("button:has-text('Save the search')")
    until(page, "document.body.innerText.includes('Mills of the cities')")

    share(ostrava, a_paper(tmp_path, "more", {2: "Ten more windmills are planned."}), "More mills")
    told = re.compile("1 new result for “Mills of the cities”")
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and not told.search(bilbao.go("/notifications").inner_text("main")):
        page.wait_for_timeout(1000)
    assert told.search(page.inner_text("main"))
    page.click("text=Mills of the cities >> nth=0")
    until(page, "document.body.innerText.includes('More mills')")
