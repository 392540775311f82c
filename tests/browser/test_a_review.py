"""A review of 75 minutes, at speed: two browsers, a phone, a narrow window and the projector, from start to finish."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

from infocus.reviews.vocabulary import MINUTES, Phase, Seating
from tests.browser.conftest import Desk
from tests.browser.table import WHOLE, ServedTable, served_table
from tests.support.pages import until

__all__ = ["served_table"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
NARROW = {"viewport": {"width": 400, "height": 800}}
SOON = 60.0
SECRET = "The mayor does not know yet."


@dataclass
class Review:
    """The review as it goes on: who sits where, and the screen for the room."""

    table: ServedTable
    chair: Page
    host: Page
    friend: Page
    scribe: Page
    stage: Page

    def on_to(self, phase: Phase) -> None:
        """Half a minute before its time is over the facilitator ends a phase; the pages that show phases follow."""
        before = tuple(Phase)[tuple(Phase).index(phase) - 1]
        self.table.later(MINUTES[before] - 0.5)
        self.chair.click("[data-move=next]")
        self.is_in(phase)

    def is_in(self, phase: Phase) -> None:
        """Everybody sees that phase."""
        for page in (self.chair, self.host, self.friend):
            until(page, f"document.querySelector('.phases .now')?.dataset.phaseName === {phase.value!r}", SOON)


def say(page: Page, text: str) -> None:
    """Write to the table."""
    page.fill("#say", text)
    page.click("[data-compose] button[type=submit]")


def may_not_say(page: Page) -> None:
    """The button is off, and a line says why."""
    until(page, "document.querySelector('[data-compose] button[type=submit]').disabled", SOON)
    assert page.inner_text("#say-why")


def sees(page: Page, text: str, where: str = "[data-entries]") -> None:
    """The words stand there."""
    until(page, f"document.querySelector({where!r})?.innerText.includes({text!r})", SOON)


def put_down(page: Page, text: str, signed: str, section: str = "") -> None:
    """A silent note."""
    page.select_option("#note-signed", signed)
    page.select_option("#note-section", label=section or "the whole plan")
    page.fill("#note-text", text)
    page.click("[data-note-send]")
    until(page, f"document.querySelector('[data-own]').textContent.includes({text!r})", SOON)


def numbers(page: Page) -> list[str]:
    """The numbers of the entries that the conversation shows."""
    script = "[...document.querySelectorAll('[data-entries] [data-seq]')].map((entry) => entry.dataset.seq)"
    return [str(each) for each in page.evaluate(script)]


def begin(table: ServedTable) -> Review:
    """Everybody reads what is agreed and goes in; the projector shows the stage."""
    chair, host = table.sit(Seating.FACILITATOR), table.sit(Seating.HOST)
    friend, scribe = table.sit(Seating.FRIEND, **PHONE), table.sit(Seating.NOTE_TAKER, **NARROW)
    for desk, view in ((chair, ""), (host, ""), (friend, ""), (scribe, "?view=companion")):
        table.enter(desk, view)
    stage = chair.context.new_page()
    stage.goto(f"{chair.url}{table.path}/stage")
    return Review(table, chair.page, host.page, friend.page, scribe.page, stage)


def open_and_ask(review: Review) -> None:
    """Opening, pitch and clarifying questions: each has its writers, and the clock counts up after zero."""
    review.chair.click("[data-move=start]")
    review.is_in(Phase.OPENING)
    say(review.chair, "Welcome. What is said here stays here.")
    sees(review.friend, "Welcome.")
    may_not_say(review.host)
    review.table.later(MINUTES[Phase.OPENING] + 1)
    until(review.chair, "document.querySelector('[data-clock]').textContent.startsWith('+')", SOON)
    review.is_in(Phase.OPENING)  # phases move by hand only
    review.chair.click("[data-move=next]")
    review.is_in(Phase.PITCH)
    say(review.host, "We want tenants who stay longer than a year.")
    sees(review.scribe, "longer than a year")
    review.on_to(Phase.CLARIFY)
    say(review.friend, "How many leases end in 2020?")
    sees(review.host, "How many leases")


def write_notes_and_vote(review: Review) -> None:
    """Silent notes appear together, the facilitator puts them together, dots are laid."""
    review.on_to(Phase.NOTES)
    until(review.friend, "document.querySelector('[data-note-form]').hidden === false", SOON)
    put_down(review.friend, "Nobody can say no to money.", "anonymous")
    put_down(review.friend, "The list of land is the best page.", "name", "1 What we own")
    review.chair.wait_for_timeout(500)
    assert "say no to money" not in review.chair.inner_text("body"), "hidden until the phase ends"
    review.on_to(Phase.CLUSTER)
    for page in (review.chair, review.host):
        sees(page, "say no to money", "[data-board-part]")
    named, unnamed = (review.chair.locator(".nt-b", has_text=text) for text in ("list of land", "no to money"))
    assert "Porto" in named.inner_text()
    assert "Porto" not in unnamed.inner_text()
    assert "Officer" not in unnamed.inner_text(), "an anonymous note has no name and no city"
    for each in (named, unnamed):
        each.locator("input[type=checkbox]").check()
    review.chair.fill("#cluster-title", "Money and land")
    review.chair.click("[data-cluster-form] button[type=submit]")
    sees(review.host, "Money and land", "[data-clusters]")
    for page in (review.chair, review.chair, review.host):
        page.click("[data-clusters] [data-board=more]")
        page.wait_for_timeout(300)
    until(review.stage, "document.body.innerText.length > 0")
    until(review.friend, "document.querySelector('[data-clusters] .dots-v .num')?.textContent === '3'", SOON)


def listen_and_recommend(review: Review) -> None:
    """The host listens; words become a recommendation; what is off the record is heard and kept nowhere."""
    review.on_to(Phase.ROUND)
    sees(review.stage, "The host listens", "body")
    may_not_say(review.host)
    review.host.click("[data-hear]")
    sees(review.chair, "hear")
    review.friend.click("[data-tab=talk]")
    say(review.friend, "Give two members a veto on spending.")
    sees(review.host, "a veto on spending")
    entry = review.chair.locator("[data-entries] [data-seq]", has_text="a veto on spending")
    entry.hover()
    entry.locator("[data-act=recommend]").click()
    review.chair.click("[data-advice-form] button[type=submit]")
    sees(review.host, "a veto on spending", "[data-advice]")
    review.chair.click("[data-off]")
    until(review.host, "document.querySelector('[data-off-record]').hidden === false", SOON)
    say(review.chair, SECRET)
    sees(review.friend, SECRET, "body")
    review.chair.click("[data-off]")
    until(review.friend, "document.querySelector('[data-off-record]').hidden === true", SOON)


def answer_and_close(review: Review) -> None:
    """The host reflects, without a network for a while; takes something home; one line each."""
    review.on_to(Phase.EXPERIENCE)
    review.on_to(Phase.REFLECT)
    review.host.context.set_offline(True)
    say(review.host, "I heard that nobody can say no.")
    review.table.later(1)
    review.host.context.set_offline(False)
    sees(review.friend, "nobody can say no.")
    review.on_to(Phase.DIALOGUE)
    review.on_to(Phase.TAKEAWAYS)
    say(review.host, "A second signature above 20,000 euro.")
    until(review.friend, "document.querySelector('[data-takeaways]').textContent.includes('second signature')", SOON)
    review.on_to(Phase.CLOSE)
    say(review.friend, "Thank you for listening.")
    sees(review.scribe, "Thank you for listening.")
    review.chair.click("[data-move=finish]")
    review.chair.click("dialog button:has-text('Finish')")
    for page in (review.host, review.friend):
        until(page, "document.body.innerText.includes('The review is over')", SOON)


def test_a_review_from_start_to_finish(served_table: ServedTable) -> None:
    """All eleven phases; then somebody who comes late rebuilds the same room from its log alone."""
    review = begin(served_table)
    open_and_ask(review)
    write_notes_and_vote(review)
    listen_and_recommend(review)
    answer_and_close(review)
    late: Desk = served_table.sit(Seating.RAPPORTEUR)
    served_table.enter(late)
    for page in (review.host, review.friend, late.page):
        until(page, WHOLE, SOON)
    assert len({re.sub(r"\D", "", page.inner_text("[data-status]")) for page in (review.host, late.page)}) == 1
    assert numbers(late.page) == numbers(review.host)
    assert "a veto on spending" in late.page.inner_text("[data-advice]")
    assert SECRET not in late.text(), "off the record is nowhere"
    assert SECRET not in served_table.everything_kept(), "in no log and no database"
