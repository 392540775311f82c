"""Torino, September 2017. Date and theme are known; sessions, decisions and actions are illustrative."""

from infocus.demo.content.happenings import Action, Decision, Meeting
from infocus.demo.content.meetings.parts import EVERYONE, PLENARY, REVIEW, VISIT, WORKSHOP, session
from infocus.demo.content.words import at, prose

MEETING = Meeting(
    key="torino-2017",
    title="Torino, 13-14 September 2017",
    partner="torino",
    theme="Boosting the entrepreneurial scene: the ecosystem approach",
    starts="2017-09-13",
    ends="2017-09-14",
    date_source="Programme's public record; one source counts it as the third meeting, another as the fourth",
    time_zone="Europe/Rome",
    themes=("entrepreneurship", "workspace-provision"),
    created_at=at("2017-06-12T09:00"),
    summary=prose("""
Entrepreneurs do not need another incubator; they need the second customer, the third loan and a room. The partners
drew their ecosystems with the gaps in yellow. Programme and minutes are illustrative.
"""),
    sessions=(
        session(
            "stand 1 09:00 10:30",
            "Where ten cities stand",
            PLENARY,
            "lead@infocus.example",
            place="Environment park",
            note="Each partner, eight minutes.",
        ),
        session(
            "ecosystem 1 11:00 12:30",
            "The ecosystem approach, with its gaps",
            PLENARY,
            "expert@infocus.example",
            "coordinator@torino.example",
            "coordinator@bordeaux.example",
            place="Environment park",
        ),
        session(
            "foundry 1 14:00 17:30",
            "Visit: a foundry that became a laboratory",
            VISIT,
            "officer@torino.example",
            note="Walk of 1.2 km, step-free route on request.",
        ),
        session(
            "keys 2 09:00 10:00",
            "Two keys for every euro",
            WORKSHOP,
            "coordinator@torino.example",
            "officer@bielsko-biala.example",
        ),
        session(
            "pairs 2 10:15 11:30",
            "Plans in pairs: two tables",
            REVIEW,
            "adhoc@infocus.example",
            "coordinator@porto.example",
            "coordinator@ostrava.example",
            "coordinator@grenoble.example",
            "coordinator@bucharest.example",
        ),
        session("evening 2 11:30 12:00", "Opening hours: a desk after the shift", WORKSHOP, "officer@torino.example"),
        session("close 2 12:00 12:45", "What we decide and who does it", PLENARY, "lead@infocus.example"),
    ),
    decisions=(
        Decision(text="Every plan names the owner of each building it counts on.", agreed="Agreed by ten partners"),
        Decision(
            text="Costs of shared space are given per month, heating included, first year empty.",
            agreed="Agreed by nine; Frankfurt abstained, its rents already include heating",
        ),
        Decision(text="The review day is in Grenoble, with parallel tables.", agreed="Agreed by ten partners"),
    ),
    actions=(
        Action(what="Send the short contract for shared machines to Torino", partner="frankfurt", due="2017-12-15"),
        Action(what="Write down the cost of the empty months, one page", partner="bordeaux", due="2018-01-19"),
        Action(what="Translate the foundry article", partner="plasencia", due="2018-02-28"),
        Action(what="Publish the list of owners of buildings", partner="ostrava", due="2017-10-31", done="2017-10-27"),
        Action(what="Book the two tables in Grenoble", partner="grenoble", due="2017-10-15", done="2017-10-12"),
    ),
    participants=(*EVERYONE, "adhoc@infocus.example", "ulg@porto.example"),
    away=("officer@bucharest.example", "coordinator@plasencia.example"),
    guests=(("Marta Vigna", "Foundry cooperative (illustrative)"), ("Ivo Lenz", "Savings bank (illustrative)")),
    minutes=prose("""
Torino showed that the agency finds the building but does not sign the lease. Bordeaux asked who carries the empty
months. Nobody in the room had put that sum in a plan.

Frankfurt will send its contract for shared machines. Ostrava asked that each figure be given with heating.

The list of owners was the hardest point. Two partners do not know who owns a building that stands in their plan.
"""),
)
