"""A shelf of records with files, and real files to put there."""

from pathlib import Path

import pytest
import typst
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import BrowserContext

from infocus.accounts import sessions
from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from tests.library.shelf import Shelf
from tests.support.world import World

PAGES = {
    1: "Illustrative text. A city and its region look for what they are good at.",
    2: "The first chapter is about clusters, and about who speaks for them.",
    3: "Rents cover the walls; they seldom cover the tools.",
    4: "Młodzi przedsiębiorcy szukają miejsca, w którym mogą zacząć, i sąsiadów, od których mogą się uczyć.",
    5: "Le financement des ateliers partagés repose sur la Métropole pendant la phase de démarrage.",
    6: "Nothing on this page is about machines or money at all.",
    7: "Die gemeinsamen Werkstätten tragen sich erst, wenn die Stadt achtzehn Monate lang die Miete übernimmt.",
    8: "Every workshop found a technician, and every technician found a second workshop.",
    9: "The last page says who to ask.",
}


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PDF of nine pages in four languages."""
    source: Path = tmp_path_factory.mktemp("typst") / "paper.typ"
    text = "\n#pagebreak()\n".join(f"= Chapter {number}\n{words}" for number, words in PAGES.items())
    source.write_text(f"#set page(width: 12cm, height: 16cm)\n{text}\n", "utf-8")
    return bytes(typst.compile(str(source)))


@pytest.fixture
def shelf(world: World) -> Shelf:
    """A network of Porto and Ostrava, and people of every kind; the author is Porto's officer."""
    with unit_of_work():
        network = world.network()
        porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
        genova = world.partner(world.network("harbour-towns"), "genova")
        people = {
            "author": world.person(Role.OFFICER, porto),
            "ulg": world.person(Role.ULG, porto),
            "coordinator": world.person(Role.COORDINATOR, porto),
            "neighbour": world.person(Role.OFFICER, ostrava),
            "expert": world.person(Role.EXPERT, network),
            "lead": world.person(Role.LEAD, network),
            "observer": world.person(Role.OBSERVER, network),
            "stranger": world.person(Role.OFFICER, genova),
            "admin": world.person(is_admin=True),
        }
    return Shelf(world, network, porto, people["author"], people)


@pytest.fixture
def open_as(shelf, served, new_context):
    """Opens a browser in which one of the people is signed in."""

    def make(who: str, **options) -> BrowserContext:
        account = shelf.people[who].account
        with unit_of_work():
            _, key = sessions.open_session(account, "a test's browser")
        signer = SecureCookieSessionInterface().get_signing_serializer(shelf.world.app)
        assert signer is not None
        cookie = signer.dumps({"person": account.person_id, "_user_id": key, "_fresh": True})
        context = new_context(base_url=served, **options)
        context.add_cookies([{"name": "infocus", "value": cookie, "url": served}])
        return context

    return make
