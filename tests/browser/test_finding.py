"""Finding a practice in a real browser: filters, cards, the map, and three side by side, with and without scripts."""

import pytest

from tests.browser.conftest import Desk, Sit
from tests.browser.test_pages import look, violations
from tests.support.pages import until

WHO = "officer@porto.example"


def narrow(desk: Desk) -> None:
    """Tick two filters; the page follows, and its address says so."""
    page = desk.go("/practices")
    page.check("input[name=cost][value='10k-100k']")
    until(page, "location.search.includes('cost=10k-100k')", 30)
    page.check("input[name=like]")
    until(page, "location.search.includes('like=mine')", 30)
    assert page.locator("main .chips a").count() == 2


def side_by_side(desk: Desk, boxes: int) -> None:
    """Tick so many boxes on the page that is open, and compare."""
    page = desk.page
    for number in range(boxes):
        page.locator("input[name=id]").nth(number).check()
    page.click("button[form=compare]")
    page.wait_for_url("**/practices/compare?*")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_from_the_filters_to_three_side_by_side(sit: Sit, scripts: bool) -> None:
    desk = sit(WHO)
    if scripts:
        narrow(desk)
        desk.page.click(".seg a:has-text('Cards')")
        until(desk.page, "location.search.includes('view=cards')", 30)
        assert "like=mine" in desk.page.url
        assert desk.page.locator(".pcards .pcard").count() >= 1
    else:
        browser = desk.context.browser
        assert browser is not None
        plain = browser.new_context(java_script_enabled=False, storage_state=desk.context.storage_state())
        desk = Desk(plain.new_page(), plain, desk.url)
    desk.go("/practices?view=cards&state=published")
    side_by_side(desk, 3)
    assert desk.page.locator(".beside thead th").count() == 4
    desk.page.click("a:has-text('Leave it out') >> nth=0")
    assert desk.page.locator(".beside thead th").count() == 3
    desk.page.click("a:has-text('Only what differs')")
    assert "the same in both" not in desk.text()
    desk.go("/practices?view=list&state=published")
    side_by_side(desk, 1)
    assert "Tick two or three practices" in desk.text()


def test_a_mark_on_the_map_leads_to_that_citys_practices(sit: Sit) -> None:
    desk = sit(WHO)
    page = desk.go("/practices?view=map&state=published")
    names = page.eval_on_selector_all(".eumap .nm", "(all) => all.map((each) => each.textContent)")
    listed = page.eval_on_selector_all(".wheres h2", "(all) => all.map((each) => each.innerText)")
    assert len(names) == len(listed) > 5
    page.locator(".eumap a:has-text('Torino')").click()
    until(page, "location.search.includes('partner=torino')", 30)
    assert "state=published" in page.url
    assert page.locator(".recs-l > li").count() >= 1


def test_the_views_are_sound_for_everybody(sit: Sit) -> None:
    for width in (1280, 320):
        desk = sit(WHO, bypass_csp=True, viewport={"width": width, "height": 900}, reduced_motion="reduce")
        paths = ["/practices?view=cards", "/practices?view=map", "/practices?like=mine&cost=not-stated&cost=over-1m"]
        assert look(desk, paths) == []
        desk.go("/practices?state=published")
        side_by_side(desk, 3)
        assert violations(desk) == []
        assert desk.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
