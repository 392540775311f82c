"""The search page in a real browser: completions by keyboard, filters without a flash, and the way back."""

import pytest
from playwright.sync_api import Page

from infocus.core.db import db, unit_of_work
from tests.support.house import ROOT
from tests.support.pages import until

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {1280: 900, 390: 844, 320: 640}
OPEN = "document.querySelectorAll('.suggest:not([hidden]) [role=option]').length > 0"


def violations(page: Page) -> list[str]:
    """What axe-core finds, and whether anything is wider than the screen."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", TAGS)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    wrong = [f"{each['id']}: {each['nodes'][0]['target']}" for each in found["violations"]]
    return wrong + ([f"{wide} px too wide"] if wide > 0 else [])


@pytest.fixture
def full(shelf, work, pdf):
    """A shelf with things of two cities, and somebody called Works."""
    shelf.add(shelf.note("Workshops in municipal buildings", summary="A workshop for everybody."), pdf, "paper.pdf")
    shelf.partner = db.session.merge(shelf.world.partner(shelf.network, "torino"))
    for number in range(12):
        shelf.note(f"Workshop {number}", summary="A workshop again.")
    with unit_of_work():
        db.session.merge(shelf.people["lead"]).name = "Ana Wórksson"
    work()
    return shelf


@pytest.mark.parametrize("width", [1280, 390])
def test_two_letters_bring_groups_and_the_keyboard_opens_one(full, open_as, width):
    page = open_as("neighbour", viewport={"width": width, "height": WIDTHS[width]}).new_page()
    page.goto("/library")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("wo")
    until(page, OPEN)
    headings = page.locator(".suggest [role=group] .label").all_inner_texts()
    assert [each.lower() for each in headings] == ["words", "records", "people"]
    assert page.locator(".suggest [role=group]").first.get_attribute("aria-labelledby") == "q-list-word"
    assert page.locator(".suggest mark").first.inner_text().lower() == "wo"
    said = page.locator(".search [role=status]").inner_text()
    assert said == f"{page.locator('.suggest [role=option]').count()} suggestions"
    until(page, "document.querySelector('[data-kind=person] mark').textContent === 'Wó'")
    for _step in range(20):
        box.press("ArrowDown")
        if page.locator(".suggest [aria-selected=true][data-kind=record]").count():
            break
    chosen = page.locator(".suggest [aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    box.press("Enter")
    until(page, "location.pathname.startsWith('/in-focus/notes/')")


def test_a_persons_records_are_one_choice_away_and_answers_are_asked_for_once(full, open_as):
    page = open_as("neighbour").new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/suggest" in request.url else None)
    page.goto("/library")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("worksh")
    until(page, OPEN)
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    box.press("Backspace")
    until(page, "document.querySelector('[data-kind=person]') !== null && !document.querySelector('.suggest').hidden")
    before = len(asked)
    box.press("h")
    until(page, OPEN)
    assert len(asked) == before  # "worksh" is still known
    assert before <= 3  # not one a letter


@pytest.mark.parametrize("width", [1280, 390])
def test_a_filter_keeps_the_focus_and_back_goes_through_the_states(full, open_as, width):
    page = open_as("neighbour", viewport={"width": width, "height": WIDTHS[width]}).new_page()
    page.goto("/library?q=workshop")
    page.evaluate("window.same = true")
    if width < 700:
        page.locator(".fsum").click()
    count = "document.querySelector('[data-live-count]').textContent"
    until(page, f"{count}.includes('13')")
    page.get_by_label("Porto").check()
    until(page, f"{count}.includes('1 record')")
    assert page.url.endswith("/library?q=workshop&partner=porto")
    until(page, "document.activeElement.value === 'porto'")
    until(page, "document.querySelector('[data-live-said]').innerText.startsWith('1 record')")
    page.get_by_label("Torino").check()
    until(page, f"{count}.includes('13')")
    assert page.evaluate("window.same"), "the page was loaded anew"
    page.go_back()
    until(page, f"{count}.includes('1 record')")
    assert not page.get_by_label("Torino").is_checked()
    page.go_back()
    until(page, f"{count}.includes('13')")
    assert page.evaluate("location.search") == "?q=workshop"
    assert not page.get_by_label("Porto").is_checked()


def test_the_preview_steps_and_a_hit_leads_back_to_the_same_place(full, open_as):
    page = open_as("neighbour", viewport={"width": 1280, "height": 500}).new_page()
    page.goto("/library?q=machines+OR+tools+OR+workshop")
    page.get_by_role("link", name="Next passage").click()
    until(page, "location.search.includes('preview=2')")
    until(page, "document.activeElement.closest('.pv-h') !== null")
    until(page, "document.querySelectorAll('.pas .on').length === 1")
    link = page.locator(".pas a[href*='/documents/']").last
    link.scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    until(page, "scrollY > 100")
    before = page.evaluate("scrollY")
    page.evaluate("document.querySelectorAll(\".pas a[href*='/documents/']\")[0].click()")
    until(page, "location.pathname.includes('/documents/')")
    page.go_back()
    until(page, "location.search.includes('preview=2')")
    until(page, f"Math.abs(scrollY - {before}) < 5")


def test_years_and_order_without_scripts(full, open_as):
    page = open_as("neighbour", java_script_enabled=False).new_page()
    page.goto("/library?q=workshop&year=2016")
    page.get_by_label("From").select_option("2017")
    page.locator("select[name=year_to]").select_option("2017")
    page.get_by_label("Sort").select_option("newest")
    page.get_by_role("button", name="Apply").click()
    assert page.url.endswith("/library?q=workshop&year=2017&sort=newest")
    page.get_by_role("link", name="2017 remove").wait_for()
    assert page.get_by_role("checkbox", name="2017").is_checked()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_nothing_is_in_anybodys_way(full, open_as, width, scheme):
    view = {"width": width, "height": WIDTHS[width]}
    page = open_as("neighbour", bypass_csp=True, color_scheme=scheme, viewport=view).new_page()
    for address in ("?q=workshop", "?q=workshop&partner=porto&year=2016&preview=2", "?q=xylophone&partner=porto", ""):
        page.goto(f"/library{address}")
        if width < 700:
            page.locator(".fsum").click()
        page.evaluate("document.querySelectorAll('.facets details').forEach((each) => { each.open = true })")
        assert violations(page) == [], address
    page.goto("/library")
    page.locator("input[role=combobox]").press_sequentially("work")
    until(page, OPEN)
    page.locator("input[role=combobox]").press("ArrowDown")
    assert violations(page) == []
