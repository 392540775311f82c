"""A review ready to begin, served with a clock of its own, and the people of its table at their browsers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from infocus.accounts.models import Account
from infocus.accounts.passwords import hashed
from infocus.app import create_app
from infocus.core.clock import now
from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.engines.bound import engines
from infocus.plans.models import Plan, PlanSection, PlanVersion
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Mode, Seating
from infocus.settings import Settings
from tests.browser.conftest import PASSWORD, Desk
from tests.faults.killable import Killable
from tests.reviews.tables import lay
from tests.support import servers
from tests.support.pages import until
from tests.support.world import World

WHOLE = "document.querySelector('[data-status]')?.textContent.includes('You have all')"
SECTIONS = (
    ("1", "What we own", "The city owns 31 hectares in seven places."),
    ("4", "Implementation framework", "Running costs after 2020 are to be met from rents and regional funds."),
)


@dataclass
class ServedTable:
    """A server, the review's path, the people's addresses by seat, and the file that sets the clock."""

    server: Killable
    path: str
    emails: dict[str, str]
    clock: Path
    new_context: Callable[..., BrowserContext]
    ahead: float = 0.0

    def later(self, minutes: float) -> None:
        """Let minutes pass for the server, and for the browsers that hear its clock."""
        self.ahead += 60 * minutes
        self.clock.write_text(str(self.ahead))

    def everything_kept(self) -> str:
        """What the server wrote to its log, and everything its database holds."""
        folder = self.server.settings.instance
        kept = [folder / "server.log", *folder.glob("*.sqlite*")]
        return "".join(path.read_bytes().decode("utf-8", "replace") for path in kept)

    def sit(self, who: str, **options: object) -> Desk:
        """Somebody of the table at a browser of their own, in the room."""
        url = f"http://127.0.0.1:{self.server.settings.port}"
        context = self.new_context(locale="en-GB", **options)
        desk = Desk(context.new_page(), context, url)
        page = desk.go("/sign-in")
        page.fill("#email", self.emails[who])
        page.fill("#password", PASSWORD)
        page.click("button[value=password]")
        until(page, "document.querySelector('[data-sign-out]') !== null")
        return desk

    def enter(self, desk: Desk, view: str = "") -> None:
        """Read what is agreed, and go in."""
        page = desk.go(f"{self.path}/room{view}")
        page.click("button:has-text('Enter the room')")
        until(page, WHOLE)


@pytest.fixture
def served_table(
    request: pytest.FixtureRequest, tmp_path: Path, new_context: Callable[..., BrowserContext]
) -> Iterator[ServedTable]:
    """A review of 75 minutes in preparation, guided unless a test asks for another mode, everybody seated."""
    settings = Settings(instance=tmp_path, secret_key="for tests only", port=servers.free_port(), log_level="warning")
    app = create_app(settings)
    with app.app_context():
        db.create_all()
        table = lay(World(app))
        _write_plan(table.plan.id, table.people[Seating.HOST].id)
        table.open(getattr(request, "param", Mode.GUIDED))
        people = {who: person.id for who, person in table.people.items()}
        with unit_of_work():
            review = db.session.get_one(Review, table.review_id)
            review.plan_version, review.questions = 1, ["Who pays after 2020?"]
            path = record_path(review)
            accounts = {who: db.session.get_one(Account, person) for who, person in people.items()}
            for account in accounts.values():
                account.password_hash = hashed(PASSWORD)
            emails = {who: account.email for who, account in accounts.items()}
        engines().search.close()
        db.engine.dispose()
    clock = tmp_path / "clock"
    clock.write_text("0")
    server = Killable(settings, clock=clock)
    server.start()
    server.wait()
    yield ServedTable(server, path, emails, clock, new_context)
    server.kill()


def _write_plan(plan_id: str, author: str) -> None:
    with unit_of_work():
        version = PlanVersion(plan_id=plan_id, number=1, label="Draft 3", created_by=author, created_at=now())
        for position, (number, title, text) in enumerate(SECTIONS, start=1):
            section = PlanSection(position=position, key=new_id(), number=number, title=title, text=text)
            version.sections.append(section)
        db.session.get_one(Plan, plan_id).versions.append(version)
