"""Frankfurt, November 2016. Date and theme are known; sessions, decisions and actions are illustrative."""

from infocus.demo.content.happenings import Action, Decision, Meeting
from infocus.demo.content.meetings.parts import EVERYONE, PLENARY, VISIT, WORKSHOP, session
from infocus.demo.content.words import at, prose

MEETING = Meeting(
    key="frankfurt-2016",
    title="Frankfurt, 24-25 November 2016",
    partner="frankfurt",
    theme="Cluster-based local economic development",
    starts="2016-11-24",
    ends="2016-11-25",
    date_source="Programme's public record of the network",
    time_zone="Europe/Berlin",
    themes=("cluster-development",),
    created_at=at("2016-09-30T09:00"),
    summary=prose("""
What a cluster does on an ordinary Wednesday. The partners compared how many people host their clusters, what they
may decide, and what happens to a firm that asks for help. Programme and minutes are illustrative.
"""),
    sessions=(
        session(
            "open 1 09:00 10:00",
            "Clusters without brochures",
            PLENARY,
            "coordinator@frankfurt.example",
            "lead@infocus.example",
        ),
        session(
            "wednesday 1 10:30 12:30",
            "An ordinary Wednesday of four cluster managers",
            PLENARY,
            "expert@infocus.example",
            "coordinator@frankfurt.example",
            "coordinator@bordeaux.example",
            "officer@bilbao.example",
        ),
        session(
            "machine 1 14:00 17:00",
            "Visit: one measuring machine, five firms",
            VISIT,
            "coordinator@frankfurt.example",
            place="Trade yard, Fechenheim",
        ),
        session(
            "contract 2 09:00 10:30",
            "Reading a contract of four pages together",
            WORKSHOP,
            "officer@frankfurt.example",
            "officer@torino.example",
        ),
        session(
            "money 2 11:00 12:30",
            "Who pays the host of a cluster in year four?",
            WORKSHOP,
            "expert@infocus.example",
            "coordinator@porto.example",
            "coordinator@bielsko-biala.example",
        ),
        session("close 2 12:30 13:15", "Decisions and actions", PLENARY, "lead@infocus.example"),
    ),
    decisions=(
        Decision(
            text="A cluster in a plan has a named host and a sum for year four, or it is called an idea.",
            agreed="Agreed by ten partners",
        ),
        Decision(
            text="The contract for shared machines becomes a case note with its text attached.",
            agreed="Agreed by ten partners",
        ),
    ),
    actions=(
        Action(what="Send the contract for shared machines", partner="frankfurt", due="2016-12-15", done="2017-01-20"),
        Action(
            what="List what each cluster host may decide alone", partner="bordeaux", due="2017-01-31", done="2017-01-31"
        ),
        Action(
            what="Say which German words of the contract must not be translated literally",
            partner="frankfurt",
            due="2017-02-15",
        ),
    ),
    participants=(*EVERYONE, "adhoc@infocus.example"),
    minutes=prose("""
Four cluster managers described the Wednesday before the meeting, hour by hour. None had held an event; all four had
made telephone calls that led somewhere.

Torino and Frankfurt disagreed on the fixed share each firm pays for a machine. Frankfurt keeps a tenth so that the
machine survives August. Torino's firms would rather draw lots.
"""),
)
