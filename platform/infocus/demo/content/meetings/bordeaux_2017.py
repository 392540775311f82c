"""Bordeaux, November 2017. Theme is known; the date is, but one source disagrees. The rest is illustrative."""

from infocus.demo.content.happenings import Action, Decision, Meeting
from infocus.demo.content.meetings.parts import EVERYONE, PLENARY, VISIT, WORKSHOP, session
from infocus.demo.content.words import at, prose

MEETING = Meeting(
    key="bordeaux-2017",
    title="Bordeaux, 22-24 November 2017",
    partner="bordeaux",
    theme="Spaces for smart specialisation",
    starts="2017-11-22",
    ends="2017-11-24",
    date_source="Programme's public record; another source puts the meeting in October 2017",
    time_zone="Europe/Paris",
    themes=("workspace-provision", "cluster-development"),
    created_at=at("2017-08-21T09:00"),
    summary=prose("""
Three days on rooms: who finds them, who signs, who heats them, and who pays when they stand empty. Programme and
minutes are illustrative.
"""),
    sessions=(
        session(
            "open 1 14:00 15:30",
            "Spaces are not addresses",
            PLENARY,
            "coordinator@bordeaux.example",
            "lead@infocus.example",
        ),
        session(
            "costs 1 16:00 17:30",
            "What a room costs in its first empty year",
            WORKSHOP,
            "adhoc@infocus.example",
            "officer@bordeaux.example",
            "officer@ostrava.example",
        ),
        session(
            "dock 2 09:00 12:30",
            "Visit: four places on the right bank",
            VISIT,
            "officer@bordeaux.example",
            note="By tram; the last place has steps.",
        ),
        session(
            "storeys 2 14:00 15:30",
            "One storey at a time",
            PLENARY,
            "expert@infocus.example",
            "coordinator@porto.example",
            "coordinator@torino.example",
        ),
        session(
            "hours 2 16:00 17:30",
            "Hours instead of square metres",
            WORKSHOP,
            "coordinator@grenoble.example",
            "coordinator@plasencia.example",
        ),
        session(
            "tenants 3 09:00 10:30",
            "Fifteen per cent: living with a large tenant",
            WORKSHOP,
            "coordinator@bielsko-biala.example",
            "coordinator@frankfurt.example",
        ),
        session("close 3 11:00 12:00", "Decisions, actions, and the way to Grenoble", PLENARY, "lead@infocus.example"),
    ),
    decisions=(
        Decision(
            text="The paper on spaces carries a table of first-year costs from at least six cities.",
            agreed="Agreed by ten partners",
        ),
        Decision(
            text="Plans are frozen a week before the review day.",
            agreed="Agreed by nine; Bucharest asked for three more days and got them",
        ),
    ),
    actions=(
        Action(
            what="Collect the first-year costs for the paper", partner="bordeaux", due="2018-01-12", done="2018-01-11"
        ),
        Action(
            what="Ask the insurer for the sentence on shared laboratories",
            partner="grenoble",
            due="2017-12-20",
            done="2018-01-08",
        ),
        Action(what="Report on the first winter of two storeys", partner="torino", due="2018-03-31"),
    ),
    participants=(*EVERYONE, "adhoc@infocus.example", "observer@infocus.example"),
    minutes=prose("""
The ad hoc expert put six first-year figures on the wall without names. Every partner recognised its own within a
minute.

Ostrava said that the heating of an empty hall had cost more than the salaries of the people who were to fill it.
There was a silence, and then a useful hour.
"""),
)
