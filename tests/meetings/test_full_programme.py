"""A meeting with more outputs than a page can hold: the programme shows the first of each session and leads to all."""

import re

import pytest

from infocus.comments.queries import THREADS
from infocus.comments.services import add_comment, resolve_thread
from infocus.core.db import unit_of_work
from infocus.meetings.queries import SHOWN, programme
from tests.comments.counting import counted
from tests.meetings.halls import Hall

MANY = 3 * SHOWN


def fill(hall: Hall, count: int) -> list[str]:
    """So many outputs in the first session, each a city's, and as many beside the programme; those of the session."""
    opening = hall.meeting.sessions[0].id
    own = []
    with unit_of_work():
        for number in range(count):
            partner = ("porto", "ostrava")[number % 2]
            own.append(hall.add_output("lead", title=f"Paper {number}", session=opening, partner=partner))
            hall.add_output("lead", title=f"Whole {number}", partner=partner)
    return own


def test_the_programme_shows_the_first_of_a_session_and_says_how_many_more(hall: Hall) -> None:
    own = fill(hall, SHOWN + 2)
    opening, visits, whole = programme(hall.actor("observer"), hall.meeting)
    assert [each.output.id for each in opening.outputs] == own[:SHOWN]
    assert (opening.more, opening.total, visits.total, whole.more) == (2, SHOWN + 2, 0, 2)
    client = hall.client("observer")
    page = client.get(hall.path).text
    assert page.count("2 more outputs") == 2
    assert f"{2 * SHOWN + 4} outputs" in page
    assert f">Paper {SHOWN}<" not in page
    for session, title in ((hall.meeting.sessions[0].id, "Paper"), ("-", "Whole")):
        (link,) = re.findall(rf'href="([^"]+/outputs\?session={session})"', page)
        shown = client.get(link).text
        assert {f"{title} {number}" for number in range(SHOWN + 2)} <= set(re.findall(r">(\w+ \d+)</a>", shown))


def test_what_one_may_not_read_is_not_counted(hall: Hall) -> None:
    fill(hall, SHOWN)
    opening = hall.meeting.sessions[0].id
    hall.add_output("host", title="Of Porto", session=opening, visibility="partner", partner="porto")
    counts = {who: programme(hall.actor(who), hall.meeting)[0].more for who in ("host", "neighbour")}
    assert counts == {"host": 1, "neighbour": 0}


@pytest.mark.parametrize(
    "tail", ["", "/outputs", "/outputs?session={session}", "/outputs?words=paper", "/calendar.ics"]
)
def test_many_outputs_cost_as_many_queries_as_a_few(hall: Hall, tail: str) -> None:
    client, session = hall.client("lead"), hall.meeting.sessions[0].id
    path = hall.path + tail.format(session=session)
    seen = []
    for count in (2, MANY):
        fill(hall, count)
        client.get(path)
        with counted() as statements:
            assert client.get(path).status_code == 200
        seen.append(len(statements))
    assert seen[0] == seen[1]


def test_a_page_of_many_comments_costs_as_many_queries_as_one_of_a_few(hall: Hall) -> None:
    """Answers, names and settled threads among them, on the page itself and at a comment."""
    client, counts = hall.client("lead"), []
    for more in (2, THREADS + 2):
        with unit_of_work():
            first = add_comment(hall.actor("officer"), hall.meeting, f"The first of {more}.")
            for number in range(more):
                first = add_comment(hall.actor("officer"), hall.meeting, f"Word {number} of {more}.")
                add_comment(hall.actor("host"), hall.meeting, f"@{hall.people['lead'].name} look.", reply_to=first.id)
            resolve_thread(hall.actor("officer"), first, done=True)
        client.get(hall.path)
        with counted() as statements:
            assert client.get(hall.path).status_code == 200
            assert client.get(f"{hall.path}?comment={first.id}").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1]
