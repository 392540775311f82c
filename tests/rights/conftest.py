"""The scene of the proof: one world with everything in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

import pytest
import typst
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.comments.models import Comment
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.changes import changed
from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.library.models import DocumentRole
from infocus.library.services import add_document
from infocus.library.uploads import Upload, store_upload
from infocus.networks.models import MembershipRow, Network, Partner
from infocus.records.models import Record
from infocus.records.services import save
from infocus.records.urls import record_path
from tests.rights.people import invite
from tests.rights.records import Case, cases, make
from tests.support.world import World

FILES = {"practice": DocumentRole.IMAGE, "output": DocumentRole.OUTPUT}


@dataclass
class Made:
    """A record as it stands: where it is, its file and the comment on it."""

    case: Case
    id: str
    path: str
    document: str | None = None
    said: str = ""
    comment: str = ""

    @property
    def bare(self) -> str:
        """The address without the words of its title."""
        return self.path.partition("-about")[0]


@dataclass
class Scene:
    """Everybody and everything."""

    world: World
    network: Network
    porto: Partner
    ostrava: Partner
    people: dict[str, Person]
    made: list[Made] = field(default_factory=list)
    _clients: dict[str, FlaskClient] = field(default_factory=dict)

    def client(self, who: str) -> FlaskClient:
        """The person's browser, the same one each time."""
        if who not in self._clients:
            person = self.people.get(who)
            self._clients[who] = self.world.client(person) if person else self.world.app.test_client()
        return self._clients[who]

    def actor(self, who: str) -> Actor:
        """The person with the rights of this moment."""
        return self.world.actor(self.people[who]) if who in self.people else Actor()

    def leave(self, who: str) -> None:
        """End every role of a person."""
        with unit_of_work():
            for row in db.session.scalars(select(MembershipRow).where(MembershipRow.person_id == self.people[who].id)):
                row.ended_at = clock.now()

    def store(self, case: Case, pdf: bytes, under: dict[str, str]) -> Made:
        """Store a record of this case, with a comment and, where its kind has files, a file."""
        upload = self._file(case, pdf)
        common = {"network_id": self.network.id, "partner_id": self.porto.id, "author_id": self.people["author"].id}
        seats = {name: (person.id, self.ostrava.id) for name, person in self.people.items()}
        with unit_of_work():
            record = make(case, common, seats, under)
            save(record)
            db.session.refresh(record)
            made = Made(case, record.id, record_path(record), said=f"said{case.word}")
            if upload is not None:
                by = self.people["author"].id
                made.document = add_document(record, FILES[case.kind], upload, by=by, alt="A blue square").id
            made.comment = self._comment(record, made.said)
        self.made.append(made)
        return made

    def _file(self, case: Case, pdf: bytes) -> Upload | None:
        """A picture for a shared practice, a PDF for an output."""
        if case.kind not in FILES or (case.kind == "practice" and case.state != "published"):
            return None
        data, name = (pdf, "paper.pdf") if case.kind != "practice" else (_picture(), "square.png")
        return store_upload(BytesIO(data), name, 1_000_000)

    def _comment(self, record: Record, text: str) -> str:
        own = new_id()
        author = self.people["author"].id
        db.session.add(Comment(id=own, record_id=record.id, thread_id=own, author_id=author, text=text))
        changed("comment", own)
        return own


def _picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 40), "navy").save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="session")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PDF of one page."""
    source = tmp_path_factory.mktemp("typst") / "sheet.typ"
    source.write_text("#set page(width: 8cm, height: 8cm)\nOne page of words.", "utf-8")
    return bytes(typst.compile(str(source)))


@pytest.fixture
def scene(world: World, sheet: bytes, work: Callable[[], None]) -> Scene:
    """All people and all records, read and indexed."""
    under: dict[str, str] = {}
    order = {"meeting": 0, "plan": 1}
    with unit_of_work():
        network = world.network()
        porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
        found = Scene(world, network, porto, ostrava, invite(world, network, porto, ostrava))
        for case in sorted(cases(), key=lambda case: (order.get(case.kind, 2), case.visibility != "network")):
            made = found.store(case, sheet, under)
            if case.visibility == "network":
                under.setdefault(case.kind, made.id)
    work()
    return found
