"""The written notes' page in a real browser: a draft stays here, and what is written off line goes out by itself."""

from typing import Any

import pytest
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Page

from infocus.accounts import sessions
from infocus.core.db import db, unit_of_work
from infocus.records.urls import record_path
from infocus.reviews.models import PanelMember
from infocus.reviews.notes.models import Note
from infocus.reviews.vocabulary import Seating
from tests.reviews.preparing.test_setting_up import add_version, edit
from tests.reviews.tables import Table

SENT = "[data-notes-list] .st.ok"


def stored() -> list[str]:
    db.session.rollback()
    return [note.text for note in db.session.query(Note).order_by(Note.id)]


@pytest.fixture
def page(table: Table, served: str, new_context: Any) -> Page:
    """The page of the critical friend, who has two sections to read."""
    table.open()
    add_version(table, 1, ("k1", 1, "Money"), ("k2", 1, "People"))
    edit(table, plan_version=1)
    with unit_of_work():
        db.session.query(PanelMember).filter_by(role=Seating.FRIEND).one().sections = ["k1"]
    account = table.people[Seating.FRIEND].account
    assert account is not None
    with unit_of_work():
        _, key = sessions.open_session(account, "a test's browser")
    signer = SecureCookieSessionInterface().get_signing_serializer(table.world.app)
    assert signer is not None
    context = new_context(base_url=served)
    cookie = signer.dumps({"person": account.person_id, "_user_id": key, "_fresh": True})
    context.add_cookies([{"name": "infocus", "value": cookie, "url": served}])
    opened: Page = context.new_page()
    opened.goto(f"{record_path(table.review)}/notes")
    return opened


def test_a_draft_stays_on_the_device_and_what_is_written_off_line_goes_out_by_itself(page: Page) -> None:
    page.locator("[data-note-on=k1]").click()
    assert page.locator("[name=section]").input_value() == "k1"
    page.fill("[name=text]", "A draft of mine.")
    page.click("[data-notes-draft]")
    page.reload()
    page.locator("[data-draft-do=edit]").wait_for()
    assert stored() == []
    page.context.set_offline(True)
    page.fill("[name=text]", "Written in the tunnel.")
    page.locator("[data-notes-form] [type=submit]").click()
    page.locator("[data-notes-list] li", has_text="Written in the tunnel.").wait_for()
    assert page.locator(SENT).count() == 0
    page.context.set_offline(False)
    page.locator(SENT).wait_for()
    assert stored() == ["Written in the tunnel."]
    page.locator("[data-draft-do=send]").click()
    page.locator(SENT).nth(1).wait_for()
    assert sorted(stored()) == ["A draft of mine.", "Written in the tunnel."]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
