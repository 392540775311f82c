"""Two people of one city in the editor of one practice at once; a pin on the map, and rows."""

from playwright.sync_api import Page

from tests.browser.conftest import Sit
from tests.browser.test_pages import violations
from tests.support.pages import until

LOOKED_AT = "document.dispatchEvent(new Event('visibilitychange'))"
STATE = "document.querySelector('[data-state]').textContent"


def saved(page: Page) -> None:
    """All that was typed is stored."""
    try:
        until(page, f"{STATE}.startsWith('Saved')", 30)
    except AssertionError as error:
        raise AssertionError(page.inner_text("[data-state]")) from error


def value(page: Page, name: str, words: str) -> None:
    """A field says this, sooner or later."""
    until(page, f"document.getElementById({name!r}).value === {words!r}", 30)


def test_two_people_edit_one_practice_at_once(sit: Sit) -> None:
    officer, other = sit("officer@porto.example", bypass_csp=True), sit("coordinator@porto.example", bypass_csp=True)
    page = officer.go("/in-focus/practices/new")
    page.fill("#title", "A form for two")
    page.click("form button[type=submit].primary:visible")
    until(page, "location.pathname.includes('/practices/0')", 20)
    path = page.url.removeprefix(officer.url).partition("#")[0].removesuffix("/edit") + "/edit"
    officer.go(path)
    them = other.go(path)
    until(them, "document.querySelector('[data-here]').textContent.includes('is editing too')", 20)
    page.evaluate(LOOKED_AT)
    until(page, "document.querySelector('[data-here]').textContent.includes('(Porto) is editing too, since')", 20)
    joined(page, them)
    decided(page, them)
    pinned(page)
    assert violations(officer) == []


def joined(page: Page, them: Page) -> None:
    """Each writes another field, and one adds a row: both have both."""
    them.fill("#lesson", "Their lesson.")
    them.locator("[data-rows=indicators] [data-more]").click()
    for name, text in (("name", "Jobs"), ("value", "12"), ("unit", "people"), ("year", "2016")):
        them.fill(f"#indicators-0-{name}", text)
    for name, text in (("name", "Jobs"), ("value", "15"), ("unit", "people"), ("year", "2017")):
        them.fill(f"#indicators-2-{name}", text)
    saved(them)
    page.fill("#how", "My steps.")
    value(page, "lesson", "Their lesson.")
    value(page, "indicators-1-value", "15")
    until(page, "document.querySelector('[data-merged]').textContent.includes('One lesson')", 20)
    saved(page)
    them.evaluate(LOOKED_AT)  # without a key pressed
    value(them, "how", "My steps.")
    them.fill("#who", "Their people.")
    saved(them)


def decided(page: Page, them: Page) -> None:
    """Both write one field: whoever comes later is asked, and all else is stored meanwhile."""
    them.fill("#problem", "Their problem.")
    saved(them)
    page.fill("#problem", "My problem.")
    page.fill("#further", "My links.")
    until(page, "document.querySelector('dialog[open] .versus') !== null", 30)
    assert "Their problem." in page.inner_text("dialog[open]")
    page.click("dialog[open] button[value='']")
    until(page, f"{STATE}.includes('Problem and context')", 20)
    with page.expect_response(lambda answer: answer.url.endswith("/autosave")):
        page.fill("#further", "My links, all of them.")
    them.fill("#resources", "Two people.")
    value(them, "further", "My links, all of them.")
    assert them.input_value("#problem") == "Their problem."
    page.click("form button[type=submit].primary:visible")
    until(page, "document.querySelector('.deciding') !== null", 20)
    page.check("input[name='way-problem'][value=both]")
    page.click("form button[type=submit].primary:visible")
    until(page, "document.body.textContent.includes('Their problem.') && !document.querySelector('.ed')", 20)
    text = page.inner_text("body")
    assert "My problem." in text
    assert "Their problem." in text
    page.click("a[href$='/edit']")
    until(page, "document.getElementById('problem') !== null", 20)


def pinned(page: Page) -> None:
    """The pin follows the keys and the fields; a row is taken away."""
    page.focus("[data-pick-map]")
    page.keyboard.press("ArrowUp")
    start = float(page.input_value("#latitude"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+ArrowLeft")
    assert round(float(page.input_value("#latitude")) - start, 4) == 0.01
    page.fill("#latitude", "41.15")
    assert page.locator("[data-pick-pin]").get_attribute("hidden") is None
    page.locator("[data-pick-map] svg").click(position={"x": 60, "y": 60})
    assert page.input_value("#latitude") != "41.15"
    page.click("[data-pick-start]")
    page.locator("[data-rows=amounts] [data-more]").click()
    page.fill("#amounts-0-what", "Rent")
    page.fill("#amounts-0-value", "500")
    page.locator("[data-rows=amounts] [data-less]").first.click()
    assert page.input_value("#amounts-0-what") == ""
    saved(page)
