"""Fills an installation for a benchmark: straight into the tables, as many practices as asked for."""

import random
import uuid
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from flask_migrate import upgrade
from sqlalchemy import insert

from infocus.accounts import tokens as token_services
from infocus.accounts.models import Account, Person
from infocus.accounts.passwords import hashed
from infocus.app import create_app
from infocus.core.actor import Actor, Role
from infocus.core.changes import changed
from infocus.core.clock import now
from infocus.core.db import Base, db, unit_of_work
from infocus.core.ids import new_id
from infocus.library.models import Document, DocumentPage, DocumentVersion
from infocus.meetings.models import Meeting, Output
from infocus.networks.actors import actor_of, actor_of_person
from infocus.networks.models import MembershipRow, Network, Partner
from infocus.plans.models import Plan
from infocus.plans.services import PlanValues, create_plan
from infocus.practices.facts import facts_of
from infocus.practices.models import Practice
from infocus.records.services import save
from infocus.records.urls import record_path
from infocus.reviews.models import LogEntry, Review, Room
from infocus.reviews.room.services import phases
from infocus.reviews.services.planning import ReviewValues, create_review
from infocus.reviews.vocabulary import Mode
from infocus.settings import load

PASSWORD = "a bench password"
EMAIL = "officer@bench.example"
SEED = 20_261_123
WORDS = (
    "cluster workspace lease tenant talent investor district regional strategy manufacturing digital energy health "
    "foundry laboratory incubator accelerator university chamber municipality budget heating storey building firm "
    "apprentice school creative industry port harbour logistics mobility retail textile tourism branding ecosystem"
).split()
Rows = dict[str, list[dict[str, object]]]
THEMES = ("cluster-development", "entrepreneurship", "workspace-provision", "investment-attraction", "talent")


@dataclass(frozen=True)
class Seeded:
    """Addresses a benchmark asks for, and the token and review of the live room."""

    practice: str
    document: str
    review: str
    room: str
    token: str
    tokens: tuple[str, ...] = ()


def fill(instance: Path, practices: int, *, people: int = 20, tokens: int = 0) -> Seeded:
    """Make the tables and fill them; returns what to ask for. ``tokens``: for so many people, one each."""
    app = create_app(load({"INFOCUS_INSTANCE": str(instance)}))
    with app.app_context():
        upgrade()
        with unit_of_work():
            network, partners, accounts = _people(people)
        first = _practices(network, partners, accounts[0].person, practices)
        with unit_of_work():
            document = _output(network, partners[0], accounts[0].person)
        review_id, review_path, token = _review(partners[0], accounts)
        with unit_of_work():
            more = tuple(
                token_services.create(each, "bench", ["read", "write"], days=2)[1] for each in accounts[:tokens]
            )
        practice = db.session.get(Practice, first)
        assert practice is not None
        return Seeded(record_path(practice), document, review_id, f"{review_path}/room", token, more)


def _people(people: int) -> tuple[Network, list[Partner], list[Account]]:
    network = Network(slug="bench", name="Bench")
    partners = [
        Partner(
            network=network,
            slug=f"city-{number}",
            label=f"City {number}",
            mark=f"C{number}",
            hue=number + 1,
            country="PT",
            body=f"City {number}",
            kind="municipality",
            latitude=38.0 + 2 * number,
            longitude=-9.0 + 3 * (number % 5),
            priorities={"themes": list(THEMES[number % 3 :]), "items": [{"text": "Talent", "ecosystems": ["digital"]}]},
        )
        for number in range(10)
    ]
    db.session.add_all([network, *partners])
    db.session.flush()
    kept = hashed(PASSWORD)
    accounts = []
    for number in range(people):
        email = EMAIL if number == 0 else f"person{number}@bench.example"
        account = Account(person=Person(name=f"Person {number}"), email=email, password_hash=kept)
        db.session.add(account)
        db.session.flush()
        accounts.append(account)
        for role, partner in ((Role.OFFICER, partners[number % 10]), (Role.LEAD, None)):
            if partner is not None or number == 0:
                db.session.add(
                    MembershipRow(
                        person_id=account.person_id,
                        network_id=network.id,
                        partner_id=partner.id if partner else None,
                        role=role,
                    )
                )
    return network, partners, accounts


def _practices(network: Network, partners: list[Partner], author: Person, count: int) -> str:
    rng = random.Random(SEED)
    network_id, author_id = network.id, author.id
    partner_ids = [partner.id for partner in partners]
    first = ""
    for begin in range(0, count, 1000):
        rows: Rows = {name: [] for name in ("records", "practices", "record_audience", "record_terms")}
        for _ in range(min(1000, count - begin)):
            own_id = new_id()
            first = first or own_id
            _practice_rows(rng, rows, own_id, network_id, rng.choice(partner_ids), author_id)
        with unit_of_work():
            for name, lines in rows.items():
                db.session.execute(insert(Base.metadata.tables[name]), lines)
            for row in rows["records"]:
                changed("practice", str(row["id"]))
    return first


def _practice_rows(rng: random.Random, rows: Rows, own_id: str, network: str, partner: str, author: str) -> None:
    def text(words: int) -> str:
        return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize() + "."

    theme = rng.choice(THEMES)
    at = now()
    record = {
        "id": own_id,
        "type": "practice",
        "network_id": network,
        "partner_id": partner,
        "author_id": author,
        "title": text(7),
        "summary": text(25),
        "language": "en",
        "visibility": "network",
        "state": "published",
        "version": 1,
        "created_at": at,
        "updated_at": at,
    }
    content: dict[str, object] = {
        name: text(90) for name in ("how", "problem", "evidence", "wrong", "conditions", "transfer")
    }
    content |= {"lesson": text(12), "themes": [theme], "started": str(rng.randint(2010, 2016))}
    content |= {"ended": str(rng.randint(2016, 2020))} if rng.random() < 0.5 else {}
    content |= {"latitude": 41 + rng.random(), "longitude": -8 - rng.random()} if rng.random() < 0.3 else {}
    content["amounts"] = [{"what": "", "value": 10 ** rng.uniform(3, 7), "currency": rng.choice(("EUR", "EUR", "PLN"))}]
    facts = asdict(facts_of(content))
    verified = at - timedelta(days=rng.randint(0, 1200)) if rng.random() < 0.8 else None
    rows["records"].append(record)
    rows["practices"].append(
        {"id": own_id, "content": content, "licence": "CC BY 4.0", "illustrative": True, "verified_at": verified}
        | facts
    )
    keys = (f"network:{network}", f"author:{network}:{author}")
    rows["record_audience"] += [{"record_id": own_id, "key": key} for key in keys]
    rows["record_terms"].append({"record_id": own_id, "vocabulary": "work_areas", "code": theme})


def _output(network: Network, partner: Partner, author: Person) -> str:
    """A meeting with one output of 40 read pages; returns the reader's address."""
    rng = random.Random(SEED)
    common = {"network_id": network.id, "network": network, "partner_id": partner.id, "author_id": author.id}
    meeting = Meeting(title="A meeting", starts="2017-09-13", state="held", **common)
    save(meeting)
    output = Output(title="A paper", meeting=meeting, meeting_id=meeting.id, kind="paper", state="current", **common)
    save(output)
    document = Document(record_id=output.id, record=output, role="output", title="A paper")
    version = DocumentVersion(
        document=document,
        number=1,
        storage_key="none",
        file_name="paper.txt",
        media_type="text/plain",
        size=1,
        sha256="0" * 64,
        state="ready",
        pages=40,
        pages_read=40,
    )
    db.session.add_all([document, version])
    db.session.flush()
    for number in range(1, 41):
        words = " ".join(rng.choice(WORDS) for _ in range(350))
        db.session.add(DocumentPage(version_id=version.id, number=number, text=words, language="en"))
    return f"/{network.slug}/documents/{document.id}-a-paper"


def _review(partner: Partner, accounts: list[Account]) -> tuple[str, str, str]:
    """A live review in open mode; its id, address, and a token of the lead."""
    with unit_of_work():
        lead = actor_of(accounts[0])
        plan = create_plan(lead, partner, PlanValues(title="A plan"))
        values = ReviewValues(title="A review", held_on="2018-01-24", mode=Mode.OPEN)
        review = create_review(lead, plan, values, accounts[0].person_id)
        review_id, path = review.id, record_path(review)
    with unit_of_work():
        phases.start(actor_of(accounts[0]), review_id, str(new_id()))
    with unit_of_work():
        _, token = token_services.create(accounts[0], "bench", ["read", "write"], days=2)
    return review_id, path, token


def long_log(instance: Path, review_id: str, entries: int) -> str:
    """Another live review like ``review_id``, whose log has so many messages: its id."""
    app = create_app(load({"INFOCUS_INSTANCE": str(instance)}))
    with app.app_context():
        first = db.session.get_one(Review, review_id)
        lead = first.author_id or ""
        with unit_of_work():
            values = ReviewValues(title="A long review", held_on="2018-01-24", mode=Mode.OPEN)
            plan = db.session.get_one(Plan, first.plan_id)
            long_id = create_review(_now(lead), plan, values, lead).id
        with unit_of_work():
            phases.start(_now(lead), long_id, str(new_id()))
        with unit_of_work():
            rows = [_message(long_id, lead, seq) for seq in range(2, entries + 1)]
            db.session.execute(insert(LogEntry), rows)
            db.session.get_one(Room, long_id).last_seq = entries
        return long_id


def _now(person_id: str) -> Actor:
    """Somebody with the rights they have now."""
    actor = actor_of_person(person_id)
    assert actor is not None
    return actor


def _message(review_id: str, person_id: str, seq: int) -> dict[str, object]:
    text = " ".join(WORDS[(seq * 7 + n) % len(WORDS)] for n in range(30))
    common = {"kind": "message", "role": "facilitator", "at": now(), "data": {}, "text": text}
    return {"review_id": review_id, "seq": seq, "key": str(uuid.uuid4()), "person_id": person_id, **common}
