"""Fixtures: Debian's Chromium, one a worker, and a fresh profile a test."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.support.pages import LAUNCH
from tests.support.require import missing

PATIENCE_MS = 120_000
"""A busy machine may take long to draw a page; that is for no test to judge."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once by each worker that needs it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(LAUNCH))
        yield chromium
        chromium.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes fresh profiles, one for each person of the test; closed at its end. Takes Playwright's options."""
    contexts: list[BrowserContext] = []

    def make(**options) -> BrowserContext:
        contexts.append(browser.new_context(**options))
        contexts[-1].set_default_timeout(PATIENCE_MS)
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a fresh profile."""
    return new_context().new_page()
