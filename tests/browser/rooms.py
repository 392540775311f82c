"""The table of a review at their browsers, and what they do in the room."""

from dataclasses import dataclass

from infocus.reviews.vocabulary import Seating
from tests.browser.conftest import Desk
from tests.browser.table import WHOLE, ServedTable
from tests.support.pages import until


@dataclass
class Seated:
    """Who leads, who writes down, who reads and who hosts, each in the room."""

    lead: Desk
    rapporteur: Desk
    friend: Desk
    host: Desk
    path: str

    @property
    def everybody(self) -> tuple[Desk, ...]:
        """All four."""
        return self.lead, self.rapporteur, self.friend, self.host


def enter(desk: Desk, path: str, tail: str = "") -> Desk:
    """Through the door, where it is shown, and until the room is whole."""
    page = desk.go(f"{path}/room{tail}")
    if page.locator("form[action$='/room/enter']").count():
        page.click("form[action$='/room/enter'] button")
    until(page, WHOLE)
    return desk


def seat_all(table: ServedTable, **options: object) -> Seated:
    """Four of the table in its room, before it begins."""
    seats = (Seating.FACILITATOR, Seating.RAPPORTEUR, Seating.FRIEND, Seating.HOST)
    lead, rapporteur, friend, host = (enter(table.sit(seat, **options), table.path) for seat in seats)
    return Seated(lead, rapporteur, friend, host, table.path)


def start(table: Seated) -> None:
    """The facilitator begins."""
    table.lead.page.click("[data-move=start]")
    _in_phase(table, "opening")


def move(table: Seated, phase: str) -> None:
    """The facilitator goes to a phase; everybody sees it."""
    page = table.lead.page
    page.evaluate("document.querySelector('[data-floor-panel]').open = true")
    page.select_option("[data-go-to]", phase)
    page.evaluate("document.querySelector('[data-floor-panel]').open = false")
    _in_phase(table, phase)


def say(desk: Desk, text: str) -> None:
    """Write to the table."""
    desk.page.fill("#say", text)
    desk.page.press("#say", "Control+Enter")


def sees(desk: Desk, text: str) -> None:
    """Wait until the page shows it."""
    until(desk.page, f"document.body.innerText.includes({text!r})")


def _in_phase(table: Seated, phase: str) -> None:
    script = f"document.querySelector('[data-phase-name={phase}]')?.classList.contains('now')"
    for desk in table.everybody:
        until(desk.page, script)
