"""After a meeting: its report is taken as PDF, its evidence is asked for, waited for on the page, and taken as ZIP."""

import zipfile
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import Sit
from tests.support.pages import until

HELD = "a[href*='/meetings/'][href*='torino-13']"


def taken(page: Page, click: str) -> str:
    """What a press of a button saves."""
    with page.expect_download() as download:
        page.click(click)
    return str(download.value.path())


def test_from_the_meeting_to_the_report_and_the_package(sit: Sit) -> None:
    desk = sit("coordinator@torino.example")
    page = desk.go("/meetings")
    path = str(page.locator(HELD).first.get_attribute("href"))
    page = desk.go(path)
    page.click("a[href$='/report']")
    until(page, "document.querySelector('#rp-l') !== null")
    page.select_option("#rp-l", "it")
    content = Path(taken(page, "text=Report as PDF")).read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/Lang(it)" in content

    page = desk.go(f"{path.partition('?')[0]}/evidence")
    page.click("text=Make the package")
    until(page, "document.querySelector('a[href$=\".zip\"]') !== null")
    with zipfile.ZipFile(taken(page, "text=Take the package")) as opened:
        assert opened.testzip() is None
        assert {"report.pdf", "attendance.csv", "MANIFEST.csv", "sha256sums.txt"} <= set(opened.namelist())
