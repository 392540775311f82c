"""A peer review in its room, at the browsers of those who sit at the table."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page

from infocus.reviews.vocabulary import Mode, Seating
from tests.browser.conftest import Desk
from tests.browser.rooms import Seated, enter, move, say, seat_all, sees, start
from tests.browser.table import ServedTable, served_table
from tests.browser.test_pages import look, violations
from tests.support.pages import until

__all__ = ["served_table"]


def test_a_review_is_run_from_the_page_alone(served_table: ServedTable) -> None:
    """Notes in silence, clusters, dots, the round, a recommendation, off the record: each seen by who is to see it."""
    table = seat_all(served_table, bypass_csp=True, viewport={"width": 1280, "height": 900})
    notes_in_silence(table)
    clusters_and_dots(table)
    a_recommendation_of_what_was_said(table)
    off_the_record(table)
    move(table, "takeaways")
    a_picture(table)
    say(table.host, "We begin with the land.")
    until(
        table.friend.page,
        "document.querySelector('[data-takeaways]')?.innerText.includes('We begin with the land')",
    )


def a_picture(table: Seated) -> None:
    """A picture of the site is seen in the conversation; it goes out with the next message."""
    data = BytesIO()
    Image.new("RGB", (300, 200), "navy").save(data, "PNG")
    file: FilePayload = {"name": "site.png", "mimeType": "image/png", "buffer": data.getvalue()}
    table.host.page.set_input_files("[data-file]", file)
    sees(table.host, "goes out with your next message")
    say(table.host, "This is the site.")
    until(table.friend.page, "(document.querySelector('.ent-pic img') || {}).naturalWidth === 300")
    assert table.friend.page.get_attribute(".ent-pic img", "alt")


def notes_in_silence(table: Seated) -> None:
    """Nobody sees a note of another before all appear; an own one can be changed."""
    lead, friend, host = table.lead.page, table.friend.page, table.host.page
    assert "Press “Start”" in lead.inner_text("[data-lead-help]")
    assert not friend.is_visible("[data-facilitate]")
    start(table)

    move(table, "notes")
    for page, words, signed in ((friend, "Who says no to money?", "anonymous"), (host, "The land is ours.", "name")):
        page.select_option("#note-signed", signed)
        page.fill("#note-text", words)
        page.click("[data-note-send]")
        until(page, f"document.querySelector('[data-own]').innerText.includes({words!r})")
    friend.locator("[data-own] [data-note=change]").click()
    friend.fill("#note-text", "Who at this table says no to money?")
    friend.click("[data-note-send]")
    sees(table.friend, "Who at this table says no")
    assert "says no" not in table.host.text()
    assert violations(table.friend) == []


def clusters_and_dots(table: Seated) -> None:
    """The rapporteur ticks notes and puts them together; quick presses are three dots, and no fourth."""
    rapporteur, friend, host = table.rapporteur.page, table.friend.page, table.host.page
    move(table, "cluster")
    for desk in table.everybody:
        sees(desk, "Who at this table says no to money?")
        assert "Officer" not in desk.page.locator(".nt-b", has_text="says no to money").inner_text()
    rapporteur.locator("[data-select]").first.check()
    rapporteur.locator("[data-select]").last.check()
    rapporteur.fill("#cluster-title", "Money and land")
    rapporteur.press("#cluster-title", "Enter")
    until(friend, "document.querySelector('[data-clusters] h4')?.textContent === 'Money and land'")
    for _ in range(3):
        friend.click("[data-board=more]:not([disabled])")
    until(host, "document.querySelector('[data-clusters] .dots-v .num')?.textContent === '3'")
    until(friend, "document.querySelector('[data-dots-left]').innerText.includes('0 dots left')")
    until(friend, "document.querySelector('[data-board=more]:not([disabled])') === null")
    assert violations(table.rapporteur) == []


def a_recommendation_of_what_was_said(table: Seated) -> None:
    """The host listens; a line becomes a recommendation and says so."""
    rapporteur, host = table.rapporteur.page, table.host.page
    move(table, "round")
    sees(table.host, "The host listens.")
    assert "at about" in host.inner_text("[data-turn-text]")
    assert host.is_disabled("[data-compose] [type=submit]")
    host.click("[data-hear]")
    sees(table.friend, "cannot hear")
    say(table.friend, "Put a name beside each euro.")
    line = "[data-entries] > li:has-text('Put a name beside each euro')"
    rapporteur.locator(line).hover()
    rapporteur.locator(f"{line} [data-act=recommend]").click()
    rapporteur.click("[data-advice-form] [type=submit]")
    for desk in (table.lead, table.friend, table.host):
        until(
            desk.page, "document.querySelector('[data-advice] li')?.innerText.includes('Put a name beside each euro')"
        )
        sees(desk, "Became recommendation 1")
    assert violations(table.lead) == []


def off_the_record(table: Seated) -> None:
    """Heard by who is there, gone when the page is loaded again."""
    lead, friend = table.lead.page, table.friend.page
    lead.click("[data-off]")
    sees(table.friend, "Off the record.")
    say(table.friend, "Between us: the mayor is against it.")
    sees(table.lead, "Between us: the mayor")
    friend.reload()
    until(friend, "document.querySelector('[data-entries]')?.textContent.includes('Off the record from here')")
    assert "the mayor" not in table.friend.text()
    lead.click("[data-off]")


def test_the_floor_is_given_from_the_page_and_seen_by_all(served_table: ServedTable) -> None:
    """A hand is raised, also for somebody in the hall; the floor is given, its time runs, the projector shows it."""
    table = seat_all(served_table, viewport={"width": 1280, "height": 900})
    lead, friend = table.lead.page, table.friend.page
    start(table)
    move(table, "dialogue")
    friend.click("[data-hand]")
    until(friend, "document.querySelector('[data-hand]').getAttribute('aria-pressed') === 'true'")
    until(lead, "document.querySelector('[data-hands-total]').textContent.startsWith('1')")
    lead.evaluate("document.querySelector('[data-floor-panel]').open = true")
    lead.locator("[data-queue] [data-floor=give]").first.click()
    for desk in (table.friend, table.host, table.rapporteur):
        until(desk.page, "document.querySelector('[data-speakers] .now') !== null")
    until(friend, "document.querySelector('[data-speakers] .now')?.innerText.includes('your turn')")
    until(friend, "document.querySelector('[data-speakers] .now time').textContent.includes(':')")
    host = lead.evaluate("document.querySelector('[data-floor-who] option').value")
    lead.select_option("[data-floor-who]", host)
    lead.click("[data-floor=raise]")
    until(table.host.page, "document.querySelector('[data-speakers] .up') !== null")

    wall = served_table.sit(Seating.EXPERT, viewport={"width": 1920, "height": 1080})
    page = wall.go(f"{table.path}/stage")
    until(page, "document.querySelector('[data-stage-phase]').textContent === 'Dialogue'")
    until(page, "document.querySelector('[data-speakers] .now') !== null")
    say(table.friend, "Shown on the wall")
    until(page, "document.querySelector('[data-stage-words]').textContent === 'Shown on the wall'")
    assert page.locator("button, a[href]:not(.skip), input, select").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.parametrize("served_table", [Mode.OPEN], indirect=True)
def test_guests_of_an_open_review_are_let_in_from_the_room(served_table: ServedTable) -> None:
    """Who leads sees who waits, is where the next one is asked about, and nobody else asks; no empty band is shown."""
    path = served_table.path
    lead, friend = enter(served_table.sit(Seating.FACILITATOR), path), enter(served_table.sit(Seating.FRIEND), path)
    asked: list[str] = []
    friend.page.on("request", lambda request: asked.append(request.url))
    assert lead.page.is_visible(".turn")
    lead.page.click("[data-move=start]")
    until(lead.page, "getComputedStyle(document.querySelector('.turn')).display === 'none'")
    until(friend.page, "!document.querySelector('[data-hand]').hidden")
    until(friend.page, "getComputedStyle(document.querySelector('.turn')).display === 'none'")

    first, second = guests_at_the_door(served_table, lead)
    lead.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(lead.page, "document.querySelector('[data-door-count]').textContent === '2 wait at the door'")
    until(lead.page, "document.querySelector('[data-door-list] li')?.innerText.includes('Ana Silva, Braga')")
    lead.page.click("[data-door-list] li:first-child [data-deed=admit]")
    until(lead.page, "document.querySelector('[data-door-count]').textContent === '1 waits at the door'")
    until(lead.page, "document.activeElement.getAttribute('aria-label') === 'Let in Rui Costa, Braga, guest'")
    lead.page.click("[data-door-list] [data-deed=refuse]")
    until(lead.page, "document.querySelector('[data-door-count]').textContent === ''")
    until(first, "location.pathname.includes('/reviews/')")
    assert "/visit" in second.url
    assert not friend.page.inner_text("[data-door]").strip()
    assert not [url for url in asked if "/guests/" in url]


def guests_at_the_door(table: ServedTable, lead: Desk) -> list[Page]:
    """Two who came by a link that the facilitator made."""
    page = lead.context.new_page()
    page.goto(f"{lead.url}{table.path}/guests")
    page.click("main form:has([name=role]) button[type=submit]")
    page.wait_for_url("**/guests/*")
    key = page.inner_text(".guest-address").strip().rsplit("/", 1)[1]
    page.close()
    guests = []
    for name in ("Ana Silva", "Rui Costa"):
        guest = table.new_context(locale="en-GB").new_page()
        guest.goto(f"{lead.url}/guest/{key}")
        guest.fill("[name=name]", name)
        guest.fill("[name=city]", "Braga")
        guest.click("main form:has([name=name]) button[type=submit]")
        guest.wait_for_url("**/visit")
        guests.append(guest)
    return guests


@pytest.mark.parametrize("served_table", [Mode.OPEN], indirect=True)
def test_when_a_review_is_over_nothing_offers_to_write(served_table: ServedTable) -> None:
    """The box gives way to a sentence, for who comes later and in the narrow window too; what was typed stays."""
    path = served_table.path
    lead, friend, host = (
        enter(served_table.sit(seat), path) for seat in (Seating.FACILITATOR, Seating.FRIEND, Seating.HOST)
    )
    lead.page.click("[data-move=start]")
    for desk in (lead, friend, host):
        until(desk.page, "!document.querySelector('[data-hand]').hidden")
    lead.page.select_option("[data-speaker]", index=1)
    say(lead, "Written down for the host")
    sees(friend, "Written down for the host")
    host.page.fill("#say", "Not sent yet")
    lead.page.click("[data-move=finish]")
    lead.page.click("dialog .danger")
    lead.page.wait_for_url(lambda url: not url.endswith("/room"))

    over = "The review is over: the room can be read."
    until(friend.page, f"document.querySelector('[data-over]').innerText === {over!r}")
    for tail in ("", "?view=companion"):
        enter(friend, path, tail)
        until(friend.page, f"document.querySelector('[data-over]').innerText === {over!r}")
        assert not friend.page.is_visible("#say")
        assert not friend.page.is_visible("[data-file]")
    enter(friend, path)
    assert friend.page.locator("[data-quote-section]:visible").count() == 0
    until(host.page, "document.querySelector('[data-why]').innerText.includes('is over')")
    assert host.page.input_value("#say") == "Not sent yet"
    assert host.page.is_visible("#say")
    assert host.page.is_disabled("[data-compose] [type=submit]")
    enter(lead, path)
    sees(lead, "Written down for the host")
    assert lead.page.locator("[data-act=edit]").count() == 0
    until(lead.page, "document.querySelectorAll('[data-act=remove]').length === 1")


@pytest.mark.parametrize(
    ("width", "scheme", "seat"), [(1280, "light", Seating.RAPPORTEUR), (320, "dark", Seating.FACILITATOR)]
)
def test_every_screen_of_the_room_reads_well(served_table: ServedTable, width: int, scheme: str, seat: Seating) -> None:
    """The door, the room, its narrow window, the table's device and the projector's screen: axe-core finds nothing."""
    path = served_table.path
    viewport = {"width": width, "height": 900}
    desk = served_table.sit(seat, bypass_csp=True, color_scheme=scheme, viewport=viewport)
    wrong = look(desk, [f"{path}/room"])
    enter(desk, path)
    wrong += look(desk, [f"{path}/{tail}" for tail in ("room", "room?view=companion", "room?view=table", "stage")])
    assert wrong == []
