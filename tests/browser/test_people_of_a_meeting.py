"""A host pastes participants; one accepts with what they eat, one declines by letter; the list, and the paper."""

import email
import time
from email.message import EmailMessage
from email.policy import default

from tests.browser.conftest import Sit
from tests.support.living import LiveServer
from tests.support.mails import path_in
from tests.support.pages import until

ROWS = "E-mail\tName\tCity\tDiet\nofficer@ostrava.example\tJana of Ostrava\tOstrava\tx\nno mail\tWrong\tPorto\t\n"
ROWS += "speaker@guests.example\tيارا حداد\tHaifa\t\n"


MINUTE = 60.0


def letter_to(address: str, server: LiveServer) -> EmailMessage:
    """The letter that the worker wrote to somebody."""
    deadline = time.monotonic() + MINUTE
    while time.monotonic() < deadline:
        for path in (server.instance / "mail").glob("*.eml"):
            message = email.message_from_bytes(path.read_bytes(), policy=default)
            if address in str(message["To"]):
                return message
        time.sleep(0.2)
    raise AssertionError(f"no letter to {address}")


def test_from_the_spreadsheet_to_the_list_that_is_signed(sit: Sit, live_server: LiveServer) -> None:
    host, officer, visitor = sit("coordinator@porto.example"), sit("officer@ostrava.example"), sit()
    page = sit("lead@infocus.example").go("/in-focus/meetings/new")
    page.fill("#title", "Porto: evening school")
    page.fill("#starts", "2031-05-06")
    page.fill("#ends", "2031-05-07")
    page.select_option("#host", "porto")
    page.click("[data-more]")
    page.fill("#sessions-3-title", "Opening")
    page.fill("#sessions-3-starts", "09:30")
    page.click("form.ed-m button.primary")
    until(page, "document.querySelector('.ses') !== null")
    path = page.url.removeprefix(host.url).partition("?")[0]

    page = host.go(f"{path}/people/paste")
    page.fill("#rows", ROWS)
    page.click("text=Show what would be kept")
    until(page, "document.body.innerText.includes('This is not an e-mail address')")
    assert "No city of the network" in host.text()
    page.click("button[name=keep]")
    until(page, "document.querySelectorAll('.people-l > li').length === 2")
    page.click("text=Send the invitations")
    until(page, "document.body.innerText.includes('2 invitations go out')")

    page = officer.go(f"{path}/answer")
    page.fill("#diet", "Vegetarian")
    page.click("button[value=yes]")
    until(page, "document.body.innerText.includes('Tick that the host may read this')")
    assert page.input_value("#diet") == "Vegetarian"
    page.check("#consent")
    page.click("button[value=yes]")
    until(page, "document.body.innerText.includes('you are expected')")

    page = visitor.go(path_in(letter_to("speaker@guests.example", live_server)))
    page.click("button[value=no]")
    until(page, "document.body.innerText.includes('Thank you for saying so')")

    host.go(f"{path}/people")
    assert "Does not come 1" in host.text()
    assert "Vegetarian" not in host.text()
    host.go(f"{path}/people/needs")
    assert "Vegetarian" in host.text()
    assert officer.status(f"{path}/people/needs") == 403
    paper = host.context.request.get(f"{host.url}{path}/attendance.pdf")
    assert paper.headers["content-type"] == "application/pdf"
    assert b"/StructTreeRoot" in paper.body()
