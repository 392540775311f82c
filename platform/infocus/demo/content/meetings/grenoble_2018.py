"""Grenoble, January 2018. The month is known, the theme is not confirmed; the rest is illustrative."""

from infocus.demo.content.happenings import Action, Decision, Meeting
from infocus.demo.content.meetings.parts import EVERYONE, PLENARY, REVIEW, session
from infocus.demo.content.words import at, prose

MEETING = Meeting(
    key="grenoble-2018",
    title="Grenoble, January 2018",
    partner="grenoble",
    theme="Peer review of the Integrated Action Plans",
    theme_confirmed=False,
    starts="2018-01",
    ends="2018-01",
    date_source="Month stated in the network's papers, no day",
    time_zone="Europe/Paris",
    themes=("ris3-alignment",),
    created_at=at("2017-10-12T09:00"),
    summary=prose("""
A review day at two tables. The month is stated in the papers, the purpose is not confirmed by the public record.
Each host listens for twenty minutes; most found that the longest part of the day. Illustrative programme.
"""),
    sessions=(
        session(
            "rules 1 09:00 09:30",
            "Rules of the day, read aloud",
            PLENARY,
            "lead@infocus.example",
            "expert@infocus.example",
        ),
        session(
            "table-a 1 09:45 11:15",
            "Table A: Bielsko-Biala",
            REVIEW,
            "expert@infocus.example",
            "coordinator@bielsko-biala.example",
        ),
        session(
            "table-b 1 09:45 11:15",
            "Table B: Bucharest",
            REVIEW,
            "adhoc@infocus.example",
            "coordinator@bucharest.example",
        ),
        session("reading 1 11:15 11:30", "Reading time", PLENARY, "lead@infocus.example"),
        session(
            "table-c 1 13:30 15:00", "Table A: Ostrava", REVIEW, "expert@infocus.example", "coordinator@ostrava.example"
        ),
        session(
            "table-d 1 13:30 15:00",
            "Table B: Plasencia",
            REVIEW,
            "adhoc@infocus.example",
            "coordinator@plasencia.example",
        ),
        session("harvest 1 15:30 16:30", "Harvest: three things each", PLENARY, "lead@infocus.example"),
    ),
    decisions=(
        Decision(
            text="Every host answers each recommendation within thirty days, with a reason.",
            agreed="Agreed by ten partners",
        ),
        Decision(
            text="Bordeaux's plan is reviewed on line, in open mode, when its next version is ready.",
            agreed="Agreed by ten partners",
        ),
    ),
    actions=(
        Action(
            what="Answer the recommendations of table A", partner="bielsko-biala", due="2018-02-23", done="2018-02-19"
        ),
        Action(what="Invite the panel for the open review", partner="bordeaux", due="2018-03-16", done="2018-03-15"),
        Action(what="Collect the paper notes and enter them", partner="grenoble", due="2018-02-09", done="2018-02-07"),
    ),
    participants=(*EVERYONE, "adhoc@infocus.example"),
)
