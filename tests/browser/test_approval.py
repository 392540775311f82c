"""A practice becomes public: the coordinator asks, the manager approves without an account, everybody reads it."""

import time

from tests.browser.conftest import Sit
from tests.support.living import LiveServer
from tests.support.mails import letters_in, path_in
from tests.support.pages import until

MANAGER = "vereadora@bilbao.example"
MINUTE = 60.0


def letter(server: LiveServer, page) -> str:
    """The path in the letter to the manager, once the worker has sent it."""
    deadline = time.monotonic() + 2 * MINUTE
    while time.monotonic() < deadline:
        found = letters_in(server.instance / "mail", MANAGER)
        if found:
            return path_in(found[-1])
        page.wait_for_timeout(300)
    raise AssertionError(f"no letter to {MANAGER}: {server.log()[-2000:]}")


def test_what_the_manager_approves_without_an_account_everybody_reads(sit: Sit, live_server: LiveServer) -> None:
    coordinator, visitor = sit("coordinator@bilbao.example"), sit()
    page = coordinator.go("/practices?partner=bilbao&state=validated")
    page.click(".recs-l h2 a")
    path = page.url.removeprefix(coordinator.url).partition("#")[0]
    title = page.inner_text("h1")
    assert visitor.status(path) == 404

    page.click("text=Ask for approval")
    page.fill("#name", "Itziar Zabala")
    page.fill("#email", MANAGER)
    page.select_option("form[action$='/approval/ask'] #language", "en")
    page.click("button:has-text('Send the letter')")
    until(page, "document.body.innerText.includes('Itziar Zabala was asked on')", 20)

    manager = sit(viewport={"width": 390, "height": 844})
    theirs = manager.go(letter(live_server, manager.page))
    assert "Reading this page approves nothing" in manager.text()
    assert title in manager.text()
    assert visitor.status(path) == 404
    assert theirs.evaluate("document.documentElement.scrollWidth <= innerWidth")
    theirs.click("button:has-text('Send it back')")  # a word is needed: nothing is lost, nothing decided
    until(theirs, "document.querySelector('[role=alert]') !== null", 20)
    theirs.click("button:has-text('Approve')")
    until(theirs, "document.querySelector('h1').innerText === 'Thank you'", 20)

    visitor.go(path)
    assert visitor.page.inner_text("h1") == title
    assert "Itziar Zabala approved version" in visitor.text()
    assert MANAGER not in visitor.page.content()
    assert visitor.status(theirs.url.removeprefix(manager.url)) == 404
