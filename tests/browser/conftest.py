"""People at their browsers, on the served demo networks."""

import pathlib
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import typst
from playwright.sync_api import BrowserContext, Page, StorageState

from tests.support.living import LiveServer
from tests.support.pages import until

PASSWORD = "in-focus-demo"


@dataclass
class Desk:
    """One person at one browser."""

    page: Page
    context: BrowserContext
    url: str

    def go(self, path: str) -> Page:
        """Open a path of the site."""
        self.page.goto(f"{self.url}{path}")
        return self.page

    def status(self, path: str) -> int:
        """The status a path answers this person with."""
        return self.context.request.get(f"{self.url}{path}").status

    def text(self) -> str:
        """The words of the page."""
        return self.page.inner_text("body")


Sit = Callable[..., Desk]


@pytest.fixture(scope="session")
def signed_in() -> dict[str, StorageState]:
    """The cookies of everybody who has signed in; the server takes ten tries in ten minutes."""
    return {}


@pytest.fixture
def sit(live_server: LiveServer, new_context: Callable[..., BrowserContext], signed_in: dict[str, StorageState]) -> Sit:
    """``sit("officer@porto.example")``: that person's browser, signed in; without an address a visitor's."""

    def make(email: str = "", **options) -> Desk:
        context = new_context(locale="en-GB", storage_state=signed_in.get(email), **options)
        desk = Desk(context.new_page(), context, live_server.url)
        if email and email not in signed_in:
            page = desk.go("/sign-in")
            page.fill("#email", email)
            page.fill("#password", PASSWORD)
            page.click("button[value=password]")
            until(page, "document.querySelector('[data-sign-out]') !== null")
            signed_in[email] = context.storage_state()
        return desk

    return make


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A PDF of eight pages; page 7, and no other, tells of glasshouses."""
    pages = []
    for number in range(1, 9):
        words = "Two empty glasshouses became workshops." if number == 7 else f"Nothing special is on page {number}."
        pages.append(f"= Part {number}\n\n{words}\n" + "The city and its cluster met and talked. " * 20)
    source = tmp_path_factory.mktemp("paper") / "glass.typ"
    source.write_text('#set page("a5")\n' + "\n#pagebreak()\n".join(pages), "utf-8")
    target = source.with_suffix(".pdf")
    typst.compile(str(source), output=str(target))
    return target
