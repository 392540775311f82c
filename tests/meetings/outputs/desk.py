"""A meeting with two sessions, and the people who bring files to it."""

import base64
from dataclasses import dataclass

from infocus.accounts.models import Person
from infocus.core.actor import Actor
from infocus.core.db import db, unit_of_work
from infocus.meetings import outputs
from infocus.meetings.models import Meeting, Output
from infocus.networks.models import Network
from infocus.records.urls import record_path
from tests.support.world import World

PIECE = "application/offset+octet-stream"


@dataclass
class Desk:
    """What the tests of outputs stand on."""

    world: World
    network_id: str
    meeting_id: str
    people: dict[str, Person]

    def actor(self, who: str) -> Actor:
        """One of the people, with the rights of this moment."""
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
        """The meeting's page."""
        return record_path(self.meeting)

    @property
    def outputs(self) -> list[Output]:
        """The meeting's outputs, as stored now, by title."""
        db.session.rollback()
        found = db.session.query(Output).filter_by(meeting_id=self.meeting_id, removed_at=None)
        return sorted(found, key=lambda output: output.title)

    def link(self, who: str = "officer", **values: str) -> str:
        """The id of an output that is a link."""
        with unit_of_work():
            given = {"title": "Paper", "link": "https://a.example/"} | values
            return outputs.add_output(self.actor(who), self.meeting, None, given)[0].id

    def announce(self, client, length: int, **said: str):
        """The answer to a file's announcement."""
        pairs = [f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in said.items()]
        headers = {"Upload-Length": str(length), "Upload-Metadata": ",".join(pairs), "Accept": "application/json"}
        return client.post(f"{self.path}/uploads", headers=headers)


def send(client, address: str, data: bytes, offset: int):
    """The answer to a piece."""
    headers = {"Upload-Offset": str(offset), "Accept": "application/json"}
    return client.patch(address, data=data, headers=headers, content_type=PIECE)
