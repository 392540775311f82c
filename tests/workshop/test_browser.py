"""The browser of the tests is a real one, and waiting in it works under our content security policy."""

import pytest

from tests.support.pages import until

PAGE = "<title>A page</title><p id=word>one</p>"
POLICY = {"Content-Security-Policy": "default-src 'none'; script-src 'self'"}


@pytest.fixture
def strict_page(page):
    page.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html", headers=POLICY))
    page.goto("http://127.0.0.1/")
    return page


def test_waiting_finds_a_later_change(strict_page):
    strict_page.evaluate("setTimeout(() => { document.querySelector('#word').textContent = 'two' }, 200)")
    assert until(strict_page, "document.querySelector('#word').textContent === 'two'") is True


def test_waiting_in_vain_says_what_came_last(strict_page):
    with pytest.raises(AssertionError, match="in vain"):
        until(strict_page, "document.querySelector('#word').textContent === 'three'", seconds=0.3)


def test_profiles_share_nothing(new_context):
    first, second = new_context(), new_context()
    first.add_cookies([{"name": "seen", "value": "1", "url": "http://127.0.0.1/"}])
    assert second.cookies() == []
