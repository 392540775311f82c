"""Helpers for tests in a real browser."""

import time
from typing import Any

from playwright.sync_api import Error, Page

LAUNCH = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def until(page: Page, script: str, seconds: float = 60.0) -> Any:
    """The first true value of ``script`` in ``page``.

    It asks again and again, because Playwright's own waiting evaluates text, which our content security policy refuses.

    Raises:
        AssertionError: nothing true came within ``seconds``; the message shows what came last.
    """
    deadline = time.monotonic() + seconds
    last: object = None
    while time.monotonic() < deadline:
        try:
            last = page.evaluate(script)
        except Error as error:  # the page is just being replaced
            last = error
        else:
            if last:
                return last
        page.wait_for_timeout(50)
    raise AssertionError(f"waited {seconds} s in vain for {script!r}; last answer: {last!r}")
