"""Programs that speak for people, as a client of the interface does."""

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from infocus.accounts.models import Person
from infocus.networks.models import Network, Partner
from tests.support.world import World

V1 = "/api/v1"


@dataclass
class Program:
    """Sends a token with every request. Paths begin after ``/api/v1``; keyword arguments are Werkzeug's."""

    client: FlaskClient
    head: dict[str, str]

    def ask(self, method: str, path: str, **more: Any) -> TestResponse:
        """One request; ``headers`` come on top of the token."""
        headers = self.head | more.pop("headers", {})
        return self.client.open(V1 + path, method=method, headers=headers, **more)

    def get(self, path: str, **more: Any) -> TestResponse:
        """Read."""
        return self.ask("GET", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> TestResponse:
        """Send JSON, or what ``data`` says."""
        return self.ask("POST", path, **({"json": body} if body is not None else {}), **more)

    def patch(self, path: str, body: Any, **more: Any) -> TestResponse:
        """Change."""
        return self.ask("PATCH", path, json=body, **more)

    def delete(self, path: str, **more: Any) -> TestResponse:
        """Remove."""
        return self.ask("DELETE", path, **more)


@dataclass
class Office:
    """Two cities of one network, one of another, and their people by name."""

    world: World
    network: Network
    porto: Partner
    people: dict[str, Person]

    def program(self, who: str, *scopes: str) -> Program:
        """A program with a token of this person's (default: read and write)."""
        return Program(self.world.app.test_client(), self.world.bearer(self.people[who], *scopes))

    def stranger_without_token(self) -> Program:
        """A program without a token."""
        return Program(self.world.app.test_client(), {})


PRACTICE = {"title": "A desk for makers", "summary": "One desk, six permits.", "language": "en"}
FULL = PRACTICE | {
    "how": "First ask.",
    "lesson": "Ask first.",
    "contact": "desk@porto.example",
    "problem": "Six desks.",
    "who": "Two clerks.",
    "resources": "One desk.",
    "evidence": "Nine days instead of forty.",
    "wrong": "We began with the form.",
    "conditions": "A mayor who listens.",
    "transfer": "Any city with desks.",
    "themes": ["workspace-provision"],
    "sectors": ["digital"],
    "criteria": dict.fromkeys(("integrated", "impact", "relevance", "transferability"), "Yes."),
}


def made(answer: TestResponse, status: int = 201) -> dict[str, Any]:
    """The record in an answer of this status."""
    assert answer.status_code == status, answer.text
    assert answer.json is not None
    return dict(answer.json)


def begin(program: Program, **values: Any) -> dict[str, Any]:
    """A practice that was begun: what was answered."""
    return made(program.post("/practices", PRACTICE | values))


def publish(office: Office, **values: Any) -> dict[str, Any]:
    """A practice of Porto's officer, all the way to the network."""
    author, expert = office.program("officer"), office.program("expert")
    practice = made(author.post("/practices", FULL | values))
    path = f"/practices/{practice['id']}"
    assert author.post(f"{path}/submit").status_code == 200
    assert expert.post(f"{path}/validate", {"text": "Sound."}).status_code == 200
    return made(author.post(f"{path}/publish", {}), 200)


def call(office: Office, **values: Any) -> dict[str, Any]:
    """A meeting of the network."""
    body = {"title": "Third meeting", "starts": "2017-09", "host": "porto", "themes": ["talent"]} | values
    return made(office.program("lead").post("/meetings", body))
