"""A collection is made in a real browser, brought into order, shared with everyone, and read without an account."""

from tests.browser.conftest import Desk, Sit
from tests.browser.test_pages import violations
from tests.support.pages import until

TITLE = "Two to begin with"


def make(desk: Desk) -> str:
    """Begin at the list, put two practices in by their titles, and swap them; the path of the collection."""
    page = desk.go("/collections")
    page.click("a:has-text('Make a collection')")
    page.fill("#title", TITLE)
    page.fill("#introduction", "Short, and **public**.")
    page.select_option("#visibility", "public")
    page.click("button:has-text('Make the collection')")
    until(page, "location.pathname.endsWith('/edit')", 20)
    add(desk, "mesa de los", "La mesa de los martes")
    add(desk, "escaparate", "Un escaparate cada vez")
    page.fill(".coll-p li:nth-child(2) textarea", "One window at a time.")
    page.focus(".coll-p li:nth-child(2) button:has-text('Up')")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.coll-p li h3').textContent.includes('Un escaparate')", 20)
    until(page, "document.activeElement.textContent.startsWith('Down')", 20)
    assert page.input_value(".coll-p li:first-child textarea") == "One window at a time."
    assert "Un escaparate cada vez" in page.inner_text("#not-public")
    assert violations(desk) == []
    page.click("p > button:has-text('Save')")
    until(page, "!location.pathname.endsWith('/edit')", 20)
    return page.url.removeprefix(desk.url)


def add(desk: Desk, words: str, title: str) -> None:
    """Some words are enough: the browser's list offers the title."""
    page = desk.page
    page.locator("#add").press_sequentially(words)
    until(
        page, f"[...document.querySelectorAll('#add-titles option')].some((each) => each.value.includes('{title}'))", 20
    )
    page.fill("#add", page.locator("#add-titles option").first.get_attribute("value") or "")
    page.keyboard.press("Enter")
    until(page, f"document.querySelector('.coll-p')?.textContent.includes('{title}')", 20)


def test_a_collection_is_made_and_read_by_everyone(sit: Sit) -> None:
    """The lead expert makes it; a visitor finds in it what is public, from the list and from the practice's page."""
    expert = sit("expert@infocus.example", bypass_csp=True, reduced_motion="reduce")
    path = make(expert)
    page = expert.page
    assert page.locator(".anth > li").count() == 2
    assert "Not everybody reads all of it" in expert.text()
    assert violations(expert) == []

    visitor = sit(bypass_csp=True, reduced_motion="reduce", viewport={"width": 320, "height": 800})
    page = visitor.go("/collections")
    assert violations(visitor) == []
    page.click(f"a:has-text('{TITLE}')")
    until(page, f"location.pathname === '{path}'", 20)
    assert page.locator(".anth > li").count() == 1
    assert not any(words in visitor.text() for words in ("Un escaparate", "One window", "Not everybody"))
    assert violations(visitor) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.click(".anth h2 a")
    until(page, "location.pathname.includes('/practices/')", 20)
    assert TITLE in page.inner_text("#collections")
    page = visitor.go(f"{path}/print")
    assert violations(visitor) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_collection_is_curated_without_a_script(sit: Sit) -> None:
    """From the practice's page into a collection, out of it, and the whole removed; nothing of it needs JavaScript."""
    desk = sit("coordinator@porto.example", java_script_enabled=False)
    page = desk.go("/practices?partner=bilbao")
    page.click("h2 a:has-text('La mesa de los martes')")
    page.click("a:has-text('Add to a collection')")
    page.click("a:has-text('Make a new collection with it')")
    page.fill("#title", "Without a script")
    page.click("button:has-text('Make the collection')")
    page.fill("#add", "key")
    page.click("button[value=add]")
    assert page.locator("#add-error").is_visible()
    page.fill("#add", "Due chiavi")
    page.click("button[value=add]")
    page.click(".coll-p li:nth-child(2) button:has-text('Up')")
    assert "Due chiavi" in page.inner_text(".coll-p li:first-child h3")
    page.click(".coll-p li:first-child button:has-text('Take out')")
    assert page.locator(".coll-p li").count() == 1
    page.click("button:has-text('Remove the collection')")
    assert "Without a script" not in page.inner_text("main")
