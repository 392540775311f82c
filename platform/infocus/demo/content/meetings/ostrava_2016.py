"""Ostrava, September 2016. Date and theme are known; sessions, decisions and actions are illustrative."""

from infocus.demo.content.happenings import Action, Decision, Meeting
from infocus.demo.content.meetings.parts import EVERYONE, PLENARY, VISIT, WORKSHOP, session
from infocus.demo.content.words import at, prose

MEETING = Meeting(
    key="ostrava-2016",
    title="Ostrava, 21-22 September 2016",
    partner="ostrava",
    theme="Connecting RIS3 to the city: a two-way bridge",
    starts="2016-09-21",
    ends="2016-09-22",
    date_source="Programme's public record of the network",
    time_zone="Europe/Prague",
    themes=("ris3-alignment",),
    created_at=at("2016-07-04T09:00"),
    summary=prose("""
The first thematic meeting of phase 2. Ten partners put the regional strategy and the city's strategy side by side,
looked for sentences that meet, and for telephones on both sides. Programme and minutes are illustrative.
"""),
    sessions=(
        session(
            "welcome 1 09:00 09:30",
            "Welcome, and what we will not do",
            PLENARY,
            "coordinator@ostrava.example",
            "lead@infocus.example",
            place="Town hall",
        ),
        session(
            "stand 1 09:30 11:00",
            "Where ten cities stand",
            PLENARY,
            "lead@infocus.example",
            place="Town hall",
            note="Eight minutes for each partner, one slide.",
        ),
        session(
            "bridge 1 11:30 13:00",
            "A two-way bridge: what the region hears from the city",
            PLENARY,
            "expert@infocus.example",
            "officer@ostrava.example",
            "coordinator@bilbao.example",
            place="Town hall",
        ),
        session(
            "visit 1 14:30 17:30",
            "Visit: the hall nobody came to",
            VISIT,
            "coordinator@ostrava.example",
            place="Former steelworks",
            note="Step-free route on request.",
        ),
        session(
            "tables 2 09:00 11:00",
            "Three tables: who telephones whom",
            WORKSHOP,
            "expert@infocus.example",
            "officer@grenoble.example",
            "coordinator@torino.example",
        ),
        session(
            "teachers 2 11:30 12:30",
            "A day at the machine: teachers in firms",
            WORKSHOP,
            "officer@ostrava.example",
            "ulg@ostrava.example",
        ),
        session("close 2 12:30 13:00", "What we decide and who does it", PLENARY, "lead@infocus.example"),
    ),
    decisions=(
        Decision(
            text="Every partner names one person in its region who answers the telephone, with the number.",
            agreed="Agreed by ten partners",
        ),
        Decision(
            text="Thematic papers quote the city and the page; no paper without a failure in it.",
            agreed="Agreed by ten partners",
        ),
        Decision(text="The one-slide rule stays for all meetings.", agreed="Agreed by nine; Torino abstained"),
    ),
    actions=(
        Action(what="Send the list of regional contacts", partner="bilbao", due="2016-10-14", done="2016-10-12"),
        Action(
            what="Share the sheet of commitments from the Tuesday table",
            partner="bilbao",
            due="2016-10-31",
            done="2016-11-03",
        ),
        Action(
            what="Write down the heating figures of the hall", partner="ostrava", due="2016-12-16", done="2017-12-01"
        ),
        Action(
            what="Compare the wording of both strategies, one page",
            partner="grenoble",
            due="2016-11-30",
            done="2016-11-28",
        ),
    ),
    participants=(*EVERYONE, "ulg@ostrava.example", "observer@infocus.example"),
    minutes=prose("""
Ostrava showed both strategies on one table, with the sentences that meet marked in yellow. There were nine in
eighty pages.

Bilbao told how a Tuesday table carries single cases upwards. Frankfurt asked who has the right to carry them;
nobody had put that into a text yet.

The visit to the hall was quiet. Porto asked how many people had been telephoned before the first wall was drawn.
The answer is in the practice record.
"""),
)
