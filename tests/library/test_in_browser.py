"""In a real browser: completions, filters, a page that opens itself when its file is read, and no need of scripts."""

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import BrowserContext
from werkzeug.serving import make_server

from infocus.accounts import sessions
from infocus.core.db import unit_of_work
from tests.support.pages import until


@pytest.fixture
def served(app: Flask) -> Iterator[str]:
    """The address of the application, served by threads of this process."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def open_as(shelf, served, new_context):
    """Opens a browser in which one of the people is signed in."""

    def make(who: str, **options) -> BrowserContext:
        account = shelf.people[who].account
        with unit_of_work():
            _, key = sessions.open_session(account, "a test's browser")
        signer = SecureCookieSessionInterface().get_signing_serializer(shelf.world.app)
        assert signer is not None
        cookie = signer.dumps({"person": account.person_id, "_user_id": key, "_fresh": True})
        context = new_context(base_url=served, **options)
        context.add_cookies([{"name": "infocus", "value": cookie, "url": served}])
        return context

    return make


def test_what_is_typed_is_completed_and_the_keyboard_chooses(shelf, work, open_as):
    shelf.note("Workshops in municipal buildings")
    work()
    page = open_as("neighbour").new_page()
    page.goto("/library")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("works")
    until(page, "document.querySelectorAll('.suggest [role=option]').length > 0")
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowUp")
    chosen = page.locator(".suggest [aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    words = chosen.inner_text()
    box.press("Enter")
    until(page, "location.search.includes('q=')")
    assert page.locator("input[role=combobox]").input_value() == words
    box = page.locator("input[role=combobox]")
    box.fill("works")
    until(page, "!document.querySelector('.suggest').hidden")
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"


def test_a_ticked_filter_is_applied_at_once(shelf, work, open_as):
    shelf.note("Workshop")
    work()
    page = open_as("neighbour").new_page()
    page.goto("/library?q=workshop")
    page.get_by_label("Porto").check()
    until(page, "location.search.includes('partner=porto')")
    page.get_by_role("link", name="Porto remove").click()
    until(page, "!location.search.includes('partner')")


def test_the_page_opens_itself_when_the_file_is_read(shelf, work, open_as, pdf):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    page = open_as("neighbour").new_page()
    page.goto(f"/in-focus/documents/{document}-spaces?q=technician")
    assert page.get_by_text("Waiting to be read").is_visible()
    work()
    until(page, "document.querySelector('mark.now')?.textContent === 'technician'")
    until(page, "document.querySelector('.rd-picture img').naturalWidth > 600")


def test_the_way_from_words_to_their_page_needs_no_scripts(shelf, work, open_as, pdf):
    shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    page = open_as("neighbour", java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto("/")
    page.goto("/library?q=Werkstatt")
    page.locator(".pas a").first.click()
    assert page.locator("mark.now").inner_text() == "Werkstätten"
    page.get_by_role("link", name="Page 8").first.click()
    assert page.get_by_role("article", name="Page 8").is_visible()
    page.get_by_label("Page", exact=True).fill("3")
    page.get_by_label("Page", exact=True).press("Enter")
    assert page.get_by_role("article", name="Page 3").is_visible()
