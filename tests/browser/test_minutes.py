"""Two people write the minutes of one meeting at once; a line is cut, a decision and an action are marked."""

from playwright.sync_api import Page

from tests.browser.conftest import Desk, Sit
from tests.browser.test_pages import look, violations
from tests.support.pages import until

SAVED = "document.querySelector('[data-minutes-state]').dataset.minutesState === 'live'"
FIRST = "[data-minutes-section]:nth-of-type(2) .mi-t"


def says(page: Page, words: str) -> None:
    """The second section says this, here."""
    until(page, f"document.querySelector({FIRST!r}).value.includes({words!r})", 20)


def opened(desk: Desk, path: str) -> Page:
    """The minutes, ready to be written."""
    page = desk.go(path)
    until(page, f"{SAVED} && !document.querySelector({FIRST!r}).readOnly", 20)
    return page


def test_two_people_write_the_minutes_of_one_meeting(sit: Sit) -> None:
    porto, bilbao = sit("officer@porto.example", bypass_csp=True), sit("coordinator@bilbao.example", bypass_csp=True)
    porto.go("/meetings").click(".rows h3 a")
    path = porto.page.url.removeprefix(porto.url).partition("#")[0]
    opened(porto, f"{path}/minutes")
    opened(bilbao, f"{path}/minutes")
    at_once(porto.page, bilbao.page)
    in_the_tunnel(porto, bilbao, path)
    marked(porto, bilbao.page)
    bilbao.go(path)
    until(bilbao.page, "document.body.innerText.includes('Bring a lamp.')")
    assert "In the tunnel." in bilbao.text()
    narrow = sit("officer@porto.example", bypass_csp=True, viewport={"width": 320, "height": 700})
    assert look(narrow, [f"{path}/minutes", "/meetings/actions"]) == []


def at_once(one: Page, other: Page) -> None:
    """Both write into one section, and each takes back only what was typed there."""
    one.fill(FIRST, "Porto begins.")
    says(other, "Porto begins.")
    one.locator(FIRST).press("End")
    other.locator(FIRST).press("Home")
    one.keyboard.type(" And ends.")
    other.keyboard.type("First: ")
    for page in (one, other):
        says(page, "First: Porto begins.")
        says(page, "And ends.")
    assert one.input_value(FIRST) == other.input_value(FIRST) == "First: Porto begins. And ends."
    until(other, "document.querySelector('[data-minutes-here]:not(:empty)') !== null")
    one.keyboard.press("Control+z")
    says(other, "First: Porto")
    assert "First: " in one.input_value(FIRST)


def in_the_tunnel(porto: Desk, bilbao: Desk, path: str) -> None:
    """What is written without a line, in a tab that is closed before it is back, is kept and comes in."""
    porto.context.set_offline(True)
    porto.page.locator(FIRST).press("End")
    porto.page.keyboard.type(" In the tunnel.")
    bilbao.page.keyboard.type("Meanwhile, ")
    until(porto.page, "document.querySelector('[data-minutes-state]').dataset.minutesState === 'offline'", 40)
    porto.page.close()
    porto.context.set_offline(False)
    porto.page = porto.context.new_page()
    opened(porto, f"{path}/minutes")
    for page in (porto.page, bilbao.page):
        says(page, "In the tunnel.")
        says(page, "Meanwhile, ")


def marked(porto: Desk, other: Page) -> None:
    """Selected words become a decision; an action with a wrong date is told, then kept; others see both."""
    one = porto.page
    section = one.locator("[data-minutes-section]").nth(1)
    decision, action = section.locator("[data-mark=decision]"), section.locator("[data-mark=action]")
    one.evaluate("(selector) => document.querySelector(selector).select()", FIRST)
    decision.locator("summary").click()
    assert "In the tunnel." in decision.locator("[name=text]").input_value()
    decision.locator("button[type=submit]").click()
    until(one, "document.querySelectorAll('.marked li').length === 1")
    action.locator("summary").click()
    for what, due in (("Bring a lamp.", "soon"), ("Bring a lamp.", "2030-01-19")):
        action.locator("[name=what]").fill(what)
        action.locator("[name=due]").fill(due)
        action.locator("button[type=submit]").click()
        if due == "soon":
            until(one, "[...document.querySelectorAll('[data-mark-error]')].some((each) => !each.hidden)")
    for page in (one, other):
        until(page, "document.querySelectorAll('.marked li').length === 2", 20)
    assert violations(porto) == []
    until(one, SAVED)
