"""A small place to be rude to: a practice, a meeting, an output, a comment, and people who may write there."""

from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from infocus.accounts.models import Person
from infocus.comments.models import Comment
from infocus.comments.services import add_comment
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.meetings.agreed.services import Task, add_action
from infocus.meetings.models import Meeting
from infocus.meetings.outputs import add_output
from infocus.meetings.services import create_meeting
from infocus.networks.models import Network
from infocus.practices.models import Practice
from infocus.practices.services import begin_practice
from infocus.records.urls import record_path
from tests.support.world import World


@dataclass
class Target:
    """Addresses of what is there, and browsers of those who may write."""

    world: World
    officer: Person
    lead: Person
    practice: str
    meeting: str
    output: str
    comment: str
    record_id: str
    action: str

    def client(self, who: str) -> FlaskClient:
        """``officer`` or ``lead``, signed in."""
        return self.world.client(self.officer if who == "officer" else self.lead)


@pytest.fixture
def target(world: World) -> Target:
    """The place."""
    network = world.network()
    porto = world.partner(network, "porto")
    officer, lead = world.person(Role.COORDINATOR, porto), world.person(Role.LEAD, network)
    acting, leading = world.actor(officer), world.actor(lead)
    with unit_of_work():
        network = db.session.get_one(Network, network.id)
        practice = begin_practice(acting, network, {"title": "Sites", "how": "So."})
        meeting = create_meeting(leading, network, {"title": "Torino", "starts": "2017-09-13"})
        output, _none = add_output(leading, meeting, None, {"title": "Paper", "link": "https://a.example/x"})
        comment = add_comment(acting, practice, "First.")
        action = add_action(leading, meeting, Task("Write.", "porto"))
        db.session.flush()
        return Target(
            world=world,
            officer=officer,
            lead=lead,
            practice=record_path(practice),
            meeting=record_path(meeting),
            output=record_path(output),
            comment=comment.id,
            record_id=practice.id,
            action=action.id,
        )


def counts() -> tuple[int, int, int]:
    """How many practices, meetings and comments are stored."""
    db.session.rollback()
    return db.session.query(Practice).count(), db.session.query(Meeting).count(), db.session.query(Comment).count()


class Elements(HTMLParser):
    """What a page is made of: elements with their attributes, and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def alive(self) -> list[tuple[str, dict[str, str]]]:
        """What somebody's text made: marked elements, handlers, scripts that are not ours, and addresses that run."""
        return [
            (tag, attributes)
            for tag, attributes in self.found
            if tag in {"marquee", "iframe", "object", "embed", "base"}
            or any(name.startswith("on") or "zqalive" in name for name in attributes)
            or (tag == "script" and not attributes.get("src", "").startswith("/static/"))
            or any(value.strip().lower().startswith(("javascript:", "vbscript:")) for value in attributes.values())
        ]
