"""A meeting of Porto's, and the people around it."""

from dataclasses import dataclass
from typing import Any

from infocus.accounts.models import Person
from infocus.core.actor import Actor
from infocus.core.db import db, unit_of_work
from infocus.meetings import outputs, services
from infocus.meetings.models import Meeting
from infocus.networks.models import Network
from infocus.records.urls import record_path
from tests.support.world import World

BASE = {"title": "Torino", "starts": "2017-09-13", "ends": "2017-09-14"}
FORM = {"language": "en", "visibility": "network", "time_zone": "Europe/Rome", "state": "held"}
ROWS = [{"title": "Opening", "day": "1", "starts": "9:30"}, {"title": "Visits", "day": "2"}]


@dataclass
class Hall:
    """A meeting of Porto's and the people around it."""

    world: World
    network_id: str
    people: dict[str, Person]
    meeting_id: str = ""

    def actor(self, who: str) -> Actor:
        """One of them, with the rights of this moment."""
        return self.world.actor(self.people[who])

    def client(self, who: str):
        """Their browser."""
        return self.world.client(self.people[who])

    @property
    def meeting(self) -> Meeting:
        """As stored now."""
        if not db.session.info.get("in_unit_of_work"):
            db.session.rollback()
        return db.session.get_one(Meeting, self.meeting_id)

    @property
    def network(self) -> Network:
        """As stored now."""
        return db.session.get_one(Network, self.network_id)

    @property
    def path(self) -> str:
        """Its page."""
        return record_path(self.meeting)

    def call(self, who: str = "lead", **values: Any) -> str:
        """A meeting with a programme; returns its id."""
        with unit_of_work():
            meeting = services.create_meeting(self.actor(who), self.network, BASE | {"host": "porto"} | values)
            services.set_programme(self.actor(who), meeting, ROWS)
            self.meeting_id = meeting.id
        return self.meeting_id

    def edit(self, who: str = "lead", **values: Any) -> None:
        """Change fields."""
        with unit_of_work():
            services.edit_meeting(self.actor(who), self.meeting, values)

    def add_output(self, who: str, **values: Any) -> str:
        """An output that is a link."""
        with unit_of_work():
            given = {"title": "Paper", "link": "https://a.example/"} | values
            return outputs.add_output(self.actor(who), self.meeting, None, given)[0].id
