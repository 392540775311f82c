"""Every main page: axe-core finds nothing, nothing overflows at 320 px, the console stays silent."""

import re
from typing import Literal

import pytest
from playwright.sync_api import ConsoleMessage

from tests.browser.conftest import Desk, Sit
from tests.support.house import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ColorScheme = Literal["light", "dark"]
PUBLIC = (
    *("/", "/sign-in", "/forgot", "/library?q=workshop", "/practices", "/meetings", "/in-focus"),
    *("/accessibility", "/privacy", "/check"),
)
OWN = (
    *("/", "/practices", "/in-focus/practices/new", "/meetings", "/plans", "/library?q=cluster", "/notifications"),
    *("/in-focus", "/in-focus/partners/porto", "/me", "/me/profile", "/me/sign-in", "/me/tokens", "/me/data", "/check"),
    *("/library/saved", "/library/save?search=q%3Dcluster", "/library/history"),
)
FIRST = {  # a list, and the link on it that opens one of its things
    "/practices": ".recs-l h2 a",
    "/meetings": ".rows h3 a",
    "/library?q=cluster": ".pas a",
    "/plans": "main h2.h3 a",
    "/library/saved": ".rows h3 a",
}


def violations(desk: Desk) -> list[str]:
    """What axe-core finds on the page."""
    if not desk.page.evaluate("'axe' in window"):
        desk.page.add_script_tag(path=AXE)
    found = desk.page.evaluate("(tags) => axe.run(document, { runOnly: tags })", TAGS)
    return [
        f"{desk.page.url}: {each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"][:3]
    ]


def look(desk: Desk, paths: list[str], schemes: tuple[ColorScheme | None, ...] = (None,)) -> list[str]:
    """Everything wrong on these pages, in each colour scheme (``None``: the one of the browser)."""
    wrong: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            wrong.append(f"{desk.page.url}: console: {message.text}")

    desk.page.on("console", heard)
    for path in paths:
        desk.go(path)
        desk.page.wait_for_load_state("networkidle")
        for scheme in schemes:
            desk.page.emulate_media(color_scheme=scheme)
            wrong += [f"{scheme or 'as it is'}: {each}" for each in violations(desk)]
        width = desk.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if width > 0:
            wrong.append(f"{path}: {width} px too wide")
    return wrong


def opened(desk: Desk) -> list[str]:
    """The address of one thing of every list."""
    paths = []
    for path, link in FIRST.items():
        page = desk.go(path)
        href = page.locator(link).first.get_attribute("href")
        assert href, path
        paths.append(re.sub(r"^https?://[^/]+", "", href))
    return paths


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_pages_of_a_member(sit: Sit, width: int, scheme: ColorScheme) -> None:
    """An officer's pages, wide in the light and narrow in the dark: all rules of each, without the other two pairs."""
    viewport = {"width": width, "height": 900}  # without motion no colour is on its way when axe-core looks
    desk = sit(
        "officer@porto.example", bypass_csp=True, reduced_motion="reduce", viewport=viewport, color_scheme=scheme
    )
    assert look(desk, [*OWN, *opened(desk)]) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_of_a_visitor(sit: Sit, width: int) -> None:
    """What everybody may read."""
    desk = sit(bypass_csp=True, viewport={"width": width, "height": 900})
    assert look(desk, list(PUBLIC)) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_what_a_network_misses(sit: Sit, width: int) -> None:
    """The list of what was looked for in vain, for a coordinator."""
    desk = sit("coordinator@porto.example", bypass_csp=True, viewport={"width": width, "height": 900})
    assert look(desk, ["/in-focus/missed-searches", "/in-focus/missed-searches?hidden=yes"]) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_a_meeting_on_paper(sit: Sit, width: int) -> None:
    """Where the report and the evidence of a meeting are asked for."""
    desk = sit("coordinator@porto.example", bypass_csp=True, viewport={"width": width, "height": 900})
    meeting = str(desk.go("/meetings").locator("a[href*='torino-13']").first.get_attribute("href")).partition("?")[0]
    assert look(desk, [f"{meeting}/report", f"{meeting}/evidence"]) == []
