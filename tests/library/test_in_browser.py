"""In a real browser: completions, filters, a page that opens itself when its file is read, and no need of scripts."""

from tests.support.pages import until


def test_what_is_typed_is_completed_and_the_keyboard_chooses(shelf, work, open_as):
    shelf.note("Workspaces", summary="Workshops in municipal buildings.")
    work()
    page = open_as("neighbour").new_page()
    page.goto("/library")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("works")
    until(page, "document.querySelectorAll('.suggest [role=option]').length > 0")
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    chosen = page.locator(".suggest [aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    words = chosen.locator(".said").inner_text()
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
    shelf.partner = shelf.world.partner(shelf.network, "torino")
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
    until(page, "document.querySelector('.rd-paper img').naturalWidth > 600")


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
