"""Bilbao, April 2018: the final conference. Date and theme are known; sessions and the rest are illustrative."""

from infocus.demo.content.happenings import Action, Decision, Meeting
from infocus.demo.content.meetings.parts import EVERYONE, PLENARY, VISIT, WORKSHOP, session
from infocus.demo.content.words import at, prose

MEETING = Meeting(
    key="bilbao-2018",
    title="Bilbao, 19-20 April 2018",
    partner="bilbao",
    theme="Final conference",
    starts="2018-04-19",
    ends="2018-04-20",
    date_source="Programme's public record of the network",
    time_zone="Europe/Madrid",
    visibility="public",
    themes=("ris3-alignment", "city-branding", "cluster-development"),
    created_at=at("2017-12-18T09:00"),
    summary=prose("""
Ten cities tell what they took from each other, what they left out, and what they will do when nobody pays for the
train any more. Programme and minutes are illustrative.
"""),
    sessions=(
        session(
            "open 1 09:30 10:30",
            "What is left when the project ends",
            PLENARY,
            "lead@infocus.example",
            "coordinator@bilbao.example",
        ),
        session(
            "taken 1 11:00 12:30",
            "Taken, changed, left out: the ledger read aloud",
            PLENARY,
            "expert@infocus.example",
            "coordinator@plasencia.example",
            "coordinator@torino.example",
            "officer@ostrava.example",
        ),
        session(
            "failures 1 14:00 15:30",
            "The table of failures",
            WORKSHOP,
            "adhoc@infocus.example",
            "coordinator@ostrava.example",
            "officer@frankfurt.example",
        ),
        session("river 1 16:00 18:30", "Visit: workshops along the river", VISIT, "officer@bilbao.example"),
        session(
            "name 2 09:00 10:30",
            "A city's name: branding that follows work",
            WORKSHOP,
            "coordinator@plasencia.example",
            "officer@grenoble.example",
        ),
        session(
            "region 2 11:00 12:30", "Regions answer", PLENARY, "lead@infocus.example", "coordinator@grenoble.example"
        ),
        session("after 2 12:30 13:00", "Who keeps the memory", PLENARY, "lead@infocus.example"),
    ),
    decisions=(
        Decision(
            text="Each partner names a functional mailbox and a successor for its records.",
            agreed="Agreed by ten partners",
        ),
        Decision(
            text="Plans and transfers are updated once a year for three years.", agreed="Agreed by eight; two will try"
        ),
    ),
    actions=(
        Action(
            what="Publish the case book of the final conference", partner="bilbao", due="2018-05-31", done="2018-05-24"
        ),
        Action(
            what="Send the decision number when the council has adopted the plan",
            partner="bucharest",
            due="2018-07-31",
            done="2018-06-29",
        ),
        Action(what="First yearly update of the plan", partner="bielsko-biala", due="2019-04-30"),
    ),
    participants=(
        *EVERYONE,
        "adhoc@infocus.example",
        "ulg@porto.example",
        "ulg@ostrava.example",
        "observer@infocus.example",
    ),
)
