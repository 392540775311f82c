"""Two people of one city in the editor of one practice at once; a pin on the map, rows, a crop, a link."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import Page

from tests.browser.conftest import Desk, Sit
from tests.browser.test_pages import look, violations
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
    page.click("form button[type=submit].primary:visible")
    until(page, "document.querySelector('svg.chart') && document.querySelector('svg.spotmap')", 20)
    pictured(officer, path)
    other.go("/practices")  # the editor is left: it is said to the other at once
    page = officer.go(path)
    page.evaluate(LOOKED_AT)
    until(page, "!document.querySelector('[data-here]').textContent.includes('is editing too')", 20)
    narrow = sit("officer@porto.example", bypass_csp=True, viewport={"width": 320, "height": 700})
    assert look(narrow, [path, path.removesuffix("/edit")], (None, "dark")) == []


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


def pictured(desk: Desk, path: str) -> None:
    """A picture is added, cropped by hand, and a meeting is linked."""
    page, data = desk.go(path), BytesIO()
    Image.new("RGB", (400, 200), "navy").save(data, "PNG")
    page.set_input_files("#file", {"name": "hall.png", "mimeType": "image/png", "buffer": data.getvalue()})
    page.fill("#alt", "A blue hall")
    page.click("form.add-file button")
    until(page, "document.querySelector('.imgrow img') !== null", 30)
    page.click(".imgrow summary")
    stage = page.locator("[data-crop-on]")
    until(page, "document.querySelector('[data-crop-on] img').complete", 20)
    stage.scroll_into_view_if_needed()
    box = stage.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.25)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.9, steps=4)
    page.mouse.up()
    assert 20 <= int(page.locator("[data-side=left]").input_value()) <= 30
    page.click(".picture button[type=submit]")
    until(page, "(document.querySelector('.imgrow img') || {}).naturalWidth < 300", 30)
    page.locator("#link").press_sequentially("ostrava, 21", delay=20)
    until(page, "document.querySelector('#link-offers option') !== null", 20)
    page.fill("#link", page.locator("#link-offers option").first.get_attribute("value") or "")
    page.click("form.add-link button")
    until(page, "document.querySelector('#links .outs a') !== null", 20)
    page.click("#links .outs a")
    until(page, "document.body.textContent.includes('Practices that come from this')", 20)
