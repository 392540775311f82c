"""A practice travels in real browsers: interest, a transfer that moves on, ledger and map; a question becomes FAQ."""

from tests.browser.conftest import Desk, Sit
from tests.support.pages import until

ASKED = "Who sweeps the stairs in the first winter?"


def find_practice(desk: Desk) -> str:
    """The practice of Porto's that other cities take over; its path."""
    page = desk.go("/practices?partner=porto")
    page.click("a:has-text('Andares vazios') >> nth=0")
    until(page, "location.pathname.includes('/practices/0')", 20)
    return page.url.removeprefix(desk.url)


def take_over(desk: Desk, path: str) -> str:
    """Say "interested" on the practice, open a transfer, move on; the transfer's path."""
    page = desk.go(path)
    page.click("button:has-text('We are interested')")
    until(page, "location.hash.startsWith('#used-')", 20)
    page.click("a:has-text('Open a transfer for Grenoble-Alpes')")
    until(page, "location.pathname.endsWith('/transfers/new')", 20)
    page.select_option("#mentor", "torino")
    page.fill("#plan", "One building, one floor, one winter.")
    page.click("button:has-text('Open the transfer')")
    until(page, "location.pathname.includes('/in-focus/transfers/')", 20)
    page.click("button:has-text('Move on: Adapt')")
    until(page, "document.querySelector('.stage')?.dataset.n === '2'", 20)
    assert "One building, one floor, one winter." in desk.text()
    return page.url.removeprefix(desk.url)


def ask(desk: Desk, path: str) -> None:
    """Ask the owner on the practice's page."""
    page = desk.go(path)
    page.fill("#ask-owner", ASKED)
    page.click("form.say button:has-text('Ask')")
    until(page, "location.hash.startsWith('#question-')", 20)


def answer_and_keep(desk: Desk) -> None:
    """Answer the question on the page that is open, and take it into the FAQ in shorter words."""
    page = desk.page
    page.locator("li", has_text=ASKED).locator("a:has-text('Answer')").first.click()
    until(page, "location.pathname.includes('/questions/')", 20)
    page.fill("#text", "The caretaker, until the first lease.")
    page.click("button:has-text('Answer')")
    until(page, "location.hash.startsWith('#question-')", 20)
    page.locator("li", has_text=ASKED).locator("a:has-text('Take into the FAQ')").first.click()
    until(page, "location.pathname.includes('/questions/')", 20)
    assert "The caretaker" in page.input_value("#faq_answer")
    page.fill("#faq_question", "Who sweeps the stairs?")
    page.click("button:has-text('Take into the FAQ')")
    until(page, "location.hash === '#faq'", 20)
    assert "Who sweeps the stairs?" in page.inner_text(".faq")


def test_a_practice_travels_and_a_question_becomes_its_faq(sit: Sit) -> None:
    """Grenoble says it is interested, opens a transfer and moves on; Porto sees it, answers, and keeps the answer."""
    grenoble = sit("officer@grenoble.example")
    path = find_practice(grenoble)
    transfer = take_over(grenoble, path)
    ask(grenoble, path)

    porto = sit("coordinator@porto.example")
    page = porto.go(path)
    assert "Adapt" in page.locator(".ledger tr", has_text="Grenoble-Alpes").inner_text()
    names = page.eval_on_selector_all(".ledger .eumap .nm", "(names) => names.map((name) => name.textContent)")
    assert {"Grenoble-Alpes", "Porto", "Torino"} <= set(names)
    assert page.locator(".ledger .eumap .way").count() == len(names) - 1
    answer_and_keep(porto)

    grenoble.go("/notifications")
    assert "answered a question about" in grenoble.text()
    assert "stands in its FAQ" in grenoble.text()
    harbour = sit("officer@harbour.example")
    assert harbour.status(transfer) == 404
    harbour.go(path)
    assert "Who sweeps the stairs?" in harbour.text()
    assert ASKED not in harbour.text()
