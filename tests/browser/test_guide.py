"""The guide for coordinators: each of its pictures is a page of the demo that says what the guide says of it.

With ``INFOCUS_PICTURES=docs/guide/pictures`` the run takes the pictures anew.
"""

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.conftest import Desk, Sit
from tests.support.house import ROOT

GUIDE = ROOT / "docs" / "guide"
HOST, OFFICER, EXPERT = "coordinator@porto.example", "officer@porto.example", "expert@infocus.example"
MEETING = ("/meetings", ".rows h3 a")
SAID_OF = "/library?q=%22Ostrava%2C+timber+walls%22&type=output"
WIDTH, HEIGHT = 1280, 860


@dataclass(frozen=True)
class Shot:
    """Who looks, where (a path; or a list, a link on it and what follows the address), and what the page must say."""

    who: str
    path: str
    says: str
    first: str = ""
    then: str = ""


SHOTS = {
    "practice-draft": Shot(HOST, "/practices?state=draft", "Still open", ".recs-l h2 a"),
    "map": Shot(OFFICER, "/practices?view=map&state=published", "Frankfurt"),
    "queue": Shot(EXPERT, "/practices/queue", "Waiting for an expert"),
    "to-verify": Shot(HOST, "/practices/to-verify", "verif"),
    "travelled": Shot(HOST, "/in-focus/transfers", "What travelled"),
    "collection": Shot(OFFICER, "/collections", "who pays the months", "h2 a:has-text('Room to work')"),
    "meeting": Shot(HOST, *MEETING[:1], "Programme", MEETING[1]),
    "people": Shot(HOST, *MEETING[:1], "Participants", MEETING[1], "/people"),
    "outputs-add": Shot(HOST, *MEETING[:1], "drop them here", MEETING[1], "/outputs/add"),
    "minutes": Shot(HOST, *MEETING[:1], "Note a decision", MEETING[1], "/minutes"),
    "actions": Shot(OFFICER, "/meetings/actions", "Mark done"),
    "report": Shot(HOST, *MEETING[:1], "What it holds for you", ".rows h3 a:has-text('Bilbao')", "/report"),
    "evidence": Shot(HOST, *MEETING[:1], "checksum", ".rows h3 a:has-text('Bilbao')", "/evidence"),
    "reader": Shot(OFFICER, SAID_OF, "It was not small", ".pas a", "&view=text"),
    "choices": Shot(OFFICER, "/notifications/mail", "mail"),
}


def named() -> set[str]:
    """The pictures the guide shows."""
    pages = "".join(page.read_text("utf-8") for page in GUIDE.glob("*.md"))
    return set(re.findall(r"\]\(pictures/([\w-]+)\.png\)", pages))


def test_the_guide_shows_just_these_pictures_and_has_them() -> None:
    assert named() == set(SHOTS)
    assert {path.stem for path in (GUIDE / "pictures").glob("*.png")} == set(SHOTS)


def opened(desk: Desk, shot: Shot) -> Desk:
    """The page of a shot."""
    page = desk.go(shot.path)
    if shot.first:
        address = page.locator(shot.first).first.get_attribute("href") or ""
        desk.go(address.partition("#")[0] + shot.then if shot.then else address)
    page.wait_for_load_state("networkidle")
    return desk


@pytest.mark.parametrize("who", sorted({shot.who for shot in SHOTS.values()}))
def test_what_the_guide_shows_is_there(sit: Sit, who: str) -> None:
    desk = sit(who, viewport={"width": WIDTH, "height": HEIGHT})
    for name, shot in SHOTS.items():
        if shot.who != who:
            continue
        assert shot.says.casefold() in opened(desk, shot).text().casefold(), name
        picture = desk.page.screenshot()
        with Image.open(io.BytesIO(picture)) as image:
            assert image.size == (WIDTH, HEIGHT)
            assert len(image.convert("L").getcolors() or ()) > 20, f"{name} shows something"
        if target := os.environ.get("INFOCUS_PICTURES"):
            (ROOT / Path(target) / f"{name}.png").write_bytes(_small(picture))


def _small(picture: bytes) -> bytes:
    """A picture as the repository keeps it: 256 colours are enough for a page."""
    with Image.open(io.BytesIO(picture)) as image:
        out = io.BytesIO()
        image.convert("RGB").quantize(256).save(out, "PNG", optimize=True)
        return out.getvalue()
