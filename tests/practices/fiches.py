"""Old fiches for tests, and what a person does with one."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from infocus.core.db import db
from infocus.practices.fiches.models import Fiche
from tests.plans.files import plan_docx
from tests.practices.conftest import Office

HOW = "We wrote one letter. Then we rang fifty numbers."
PARTS: tuple[Any, ...] = (
    ("One letter to fifty investors", 0),
    "A small office wrote one letter, and fifty investors answered.",
    ("The problem we had", 1),
    "Nobody answered the telephone.",
    ("The solution", 1),
    HOW,
    ("First steps", 2),
    "Write the letter on one page.",
    ("Budget", 1),
    "Staff: 40,000 EUR, printing 2.500 €.",
    ("Timescale", 1),
    "March 2015 to the end of 2017",
    ("Results", 1),
    "By 2017, 42 firms had moved in.",
    ("Lessons learnt", 1),
    "Ring first, write later. " * 40,
    ("A map of the port", 1),
    "The port lies in the south.",
)
FICHE = plan_docx(*PARTS)


def start(
    office: Office, data: bytes = FICHE, name: str = "fiche.docx", who: str = "author", **form: str
) -> TestResponse:
    """Send the form that starts a draft; what comes back is a redirect to its proposal, or the form with errors."""
    sent = {"file": (BytesIO(data), name), "language": "en"} | form
    return office.world.client(office.people[who]).post(
        "/in-focus/practices/from-file", data=sent, content_type="multipart/form-data"
    )


def started(office: Office, work: Any, data: bytes = FICHE, name: str = "fiche.docx", **form: str) -> "Checked":
    """A draft whose file is read."""
    answer = start(office, data, name, **form)
    assert answer.status_code == 303, answer.text[:2000]
    work()
    found = re.search(r"/practices/([0-9a-z]{26})", answer.location)
    assert found is not None
    office.practice_id = found[1]
    return Checked(office)


class Checked:
    """The page of a proposal, and the buttons on it."""

    def __init__(self, office: Office) -> None:
        self.office = office

    @property
    def fiche(self) -> Fiche:
        """As stored now."""
        if not db.session.info.get("in_unit_of_work"):
            db.session.rollback()
        return db.session.get_one(Fiche, self.office.practice_id)

    @property
    def found(self) -> dict[str, Any]:
        """The proposal as stored now."""
        return self.fiche.found

    def text(self, name: str) -> str:
        """What is proposed for a field."""
        return str(self.found["fields"][name]["text"])

    @property
    def path(self) -> str:
        """Of the page."""
        return f"{self.office.path}/fiche"

    def client(self, who: str = "author") -> FlaskClient:
        """Somebody of the office."""
        return self.office.world.client(self.office.people[who])

    def page(self, who: str = "author") -> TestResponse:
        """What somebody sees."""
        return self.client(who).get(self.path)

    def press(
        self, do: str, more: Mapping[str, str] | None = None, *, who: str = "author", seen: int | None = None
    ) -> TestResponse:
        """Press a button of the page as it is now, with what stands in the fields unless ``more`` says else."""
        fields = {name: each["text"] for name, each in self.found["fields"].items() if each["state"] == "open"}
        rows = {
            f"{name}-{at}-{column}": value
            for name, each in self.found["tables"].items()
            if each["state"] == "open"
            for at, row in enumerate(each["rows"])
            for column, value in {**row, "use": "y"}.items()
        }
        sent = {**fields, **rows, "seen": self.fiche.seen if seen is None else seen, "do": do, **(more or {})}
        path = self.path
        return self.client(who).post(path, data=sent)
