"""Bucharest, 2017. Date and theme are not confirmed by the public record; the rest is illustrative."""

from infocus.demo.content.happenings import Action, Decision, Meeting
from infocus.demo.content.meetings.parts import PLENARY, VISIT, WORKSHOP, from_cities, session
from infocus.demo.content.words import at, prose

MEETING = Meeting(
    key="bucharest-2017",
    title="Bucharest, 2017",
    partner="bucharest",
    theme="Investment and talent attraction",
    theme_confirmed=False,
    starts="2017",
    ends="2017",
    date_source="Mentioned without a day in the network's papers",
    date_confirmed=False,
    time_zone="Europe/Bucharest",
    themes=("investment-attraction", "talent"),
    created_at=at("2017-02-20T09:00"),
    summary=prose("""
Neither the date nor the exact theme is settled by the public record; both are shown as unconfirmed until the lead
partner finds the invitation. The programme below is illustrative.
"""),
    sessions=(
        session(
            "open 1 09:30 10:15",
            "What a district may do, and does",
            PLENARY,
            "coordinator@bucharest.example",
            "lead@infocus.example",
        ),
        session(
            "ask 1 10:30 12:30",
            "Eleven kinds of question an investor asks",
            PLENARY,
            "coordinator@porto.example",
            "officer@porto.example",
            "officer@frankfurt.example",
        ),
        session(
            "courtyards 1 14:00 17:00",
            "Visit: an accountant in the courtyard",
            VISIT,
            "officer@bucharest.example",
            place="Sector 3",
        ),
        session(
            "stay 2 09:00 10:45",
            "Talent that is already here",
            WORKSHOP,
            "expert@infocus.example",
            "officer@ostrava.example",
            "officer@grenoble.example",
        ),
        session("close 2 11:00 12:00", "Decisions and actions", PLENARY, "lead@infocus.example"),
    ),
    decisions=(
        Decision(
            text="Plans count people who stay as well as people who come.", agreed="Agreed by eight partners present"
        ),
        Decision(
            text="No city copies another's tax offer into a common paper.", agreed="Agreed by eight partners present"
        ),
    ),
    actions=(
        Action(
            what="Share the eleven kinds of question, without names",
            partner="porto",
            due="2017-06-30",
            done="2017-06-21",
        ),
        Action(what="Ask the lawyers about leases signed by the district", partner="bucharest", due="2017-12-15"),
    ),
    participants=from_cities("bilbao", "porto", "torino", "ostrava", "bucharest", "frankfurt", "bordeaux", "grenoble"),
)
