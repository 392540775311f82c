"""A city with its people, and what they do to its plan."""

from io import BytesIO

from flask.testing import FlaskClient

from infocus.accounts.models import Person
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.networks.models import Partner
from infocus.plans import services
from infocus.plans.models import Plan
from infocus.plans.services import PlanValues
from infocus.records.urls import record_path
from tests.support.world import World

TEXT = b"# Governance\n\nThe agency runs the plan through a steering group of seven.\n"


class City:
    """A city with its people, and a colleague elsewhere."""

    def __init__(self, world: World) -> None:
        self.world = world
        with unit_of_work():
            self.network = world.network()
            self.partner: Partner = world.partner(self.network, "bordeaux")
            other = world.partner(self.network, "porto")
            self.people: dict[str, Person] = {
                "coordinator": world.person(Role.COORDINATOR, self.partner),
                "officer": world.person(Role.OFFICER, self.partner),
                "second officer": world.person(Role.OFFICER, self.partner),
                "volunteer": world.person(Role.ULG, self.partner),
                "colleague": world.person(Role.OFFICER, other),
                "expert": world.person(Role.EXPERT, self.network),
                "stranger": world.person(Role.OFFICER, world.partner(world.network("harbour"), "genova")),
            }

    def actor(self, who: str):
        return self.world.actor(self.people[who])

    def client(self, who: str) -> FlaskClient:
        return self.world.client(self.people[who])

    def begin(self, who: str = "officer", **values) -> str:
        """The id of a plan this person begins."""
        with unit_of_work():
            partner = db.session.get(Partner, self.partner.id)
            assert partner is not None
            return services.create_plan(
                self.actor(who), partner, PlanValues(**({"title": "Plan of Bordeaux"} | values))
            ).id

    def path(self, plan_id: str) -> str:
        db.session.rollback()
        plan = db.session.get(Plan, plan_id)
        assert plan is not None
        return record_path(plan)


def upload(city: City, who: str, plan_id: str, data: bytes = TEXT, name: str = "plan.md", **fields):
    form = {"file": (BytesIO(data), name), "label": "draft 1", "note": "The first."} | fields
    return city.client(who).post(f"{city.path(plan_id)}/versions", data=form, content_type="multipart/form-data")
