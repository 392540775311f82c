"""Two reviews in preparation, at parallel tables of one day, some two weeks after the demo was loaded. Illustrative."""

from infocus.demo.content.reviewed import Day, Note, Place, Review, Seat
from infocus.demo.content.reviews.log import FACILITATOR, NOTE_TAKER, RAPPORTEUR
from infocus.demo.content.words import prose

_FRIEND = "critical-friend"
_AHEAD, _BEGINS = 14, "13:30"
_NEEDS, _LOGIC = "1 What we have and what we lack", "2 How the parts hold together"
_ACTIONS, _COUNT = "3 Actions", "4.2 What we count"
_CADRU = "4 Cadrul de implementare"

DAY = Day(
    title="Review day: two plans, two tables (illustrative)",
    where="Ostrava, in the tenth of the hall that is heated",
    days_ahead=_AHEAD,
    slots=(_BEGINS, "15:15"),
    facilitators=(RAPPORTEUR, NOTE_TAKER),
)

OSTRAVA = Review(
    key="ostrava-review",
    plan="ostrava-plan",
    plan_version=2,
    title="Peer review: Ostrava, draft for the review",
    mode="guided",
    state="preparing",
    meeting="",
    days_ahead=_AHEAD,
    starts=_BEGINS,
    place=Place(table=0, slot=0),
    brief=prose(
        """
A short plan by a city that once built a hall for nobody. It asks first and builds afterwards, ten doors at a time. We
would like you to read it as somebody who has to live with it: the founder, the master, the driver of the first tram.
Four actions, nine pages, an hour of reading. Please leave your notes before the day; two are enough.
"""
    ),
    questions=(
        "Is ten doors at a time careful, or is it too slow?",
        "Who else could keep technicians in their second year?",
        "Which action would you stop first, and who would say so?",
    ),
    seats=(
        Seat(person="coordinator@ostrava.example", role="host"),
        Seat(person="officer@ostrava.example", role="host"),
        Seat(
            person="officer@porto.example",
            role=_FRIEND,
            sections=(_ACTIONS, "Action 1: Ten doors in the large hall"),
            question="You let rooms by the door, too. What happens when the second ten stay empty?",
        ),
        Seat(
            person="coordinator@bilbao.example",
            role=_FRIEND,
            sections=(_NEEDS,),
            question="Do forty telephone calls carry a plan?",
        ),
        Seat(
            person="officer@bordeaux.example",
            role=_FRIEND,
            sections=(_LOGIC, "Action 2: One person in two working groups"),
            question="Which of the two halves has to begin?",
            coming="",
        ),
        Seat(
            person="coordinator@plasencia.example",
            role=_FRIEND,
            sections=("4.1 The table of nine", "4.3 Risks"),
            question="Would a table of nine decide anything in your city?",
        ),
        Seat(
            person="officer@grenoble.example",
            role=_FRIEND,
            sections=("Action 3: The second year", _COUNT),
            question="What would you count in the second year?",
        ),
        Seat(
            person="officer@frankfurt.example",
            role=_FRIEND,
            sections=("Action 4: A tram at twenty to six",),
            question="Who pays for the tram when the first year is over?",
            coming="declined",
            word="I am away that week. My colleague sits at the other table.",
        ),
        Seat(person=RAPPORTEUR, role="facilitator"),
        Seat(person=FACILITATOR, role="rapporteur"),
        Seat(person="coordinator@porto.example", role="note-taker"),
    ),
    notes=(
        Note(
            author="coordinator@bilbao.example",
            kind="strength",
            importance=2,
            section=_NEEDS,
            question=1,
            quote="Nobody asked for a hall.",
            text="Five words that most plans would have left out. They make me believe the rest.",
        ),
        Note(
            author="coordinator@bilbao.example",
            kind="question",
            importance=3,
            section=_ACTIONS,
            question=3,
            text="The tram stops below forty people. Who counts them, and who tells those who used it?",
        ),
        Note(
            author="officer@grenoble.example",
            kind="suggestion",
            importance=2,
            section=_COUNT,
            question=2,
            text="Ask those who left as well. Two telephone calls a month would be enough.",
        ),
    ),
)

BUCHAREST = Review(
    key="bucharest-review",
    plan="bucharest-plan",
    plan_version=2,
    title="Peer review: Bucharest, Sector 3, after the first year",
    mode="guided",
    state="preparing",
    meeting="",
    days_ahead=_AHEAD,
    starts=_BEGINS,
    place=Place(table=1, slot=0),
    brief=prose(
        """
The plan is adopted, so it will not be written anew. We would like to know what a second look sees: which of the five
actions asks too much of a sector, and what we should write to the city. The plan is in Romanian; the table of powers
and requests can be read with a dictionary.
"""
    ),
    questions=("What would you ask of the city first?", "Does a budget by the year help the courtyards, or tire them?"),
    seats=(
        Seat(person="coordinator@bucharest.example", role="host"),
        Seat(person="coordinator@torino.example", role=_FRIEND, sections=(_CADRU,), question="Who is drawn by lot?"),
        Seat(
            person="coordinator@frankfurt.example",
            role=_FRIEND,
            sections=("Acțiunea 2: Tuburi pentru fibră la fiecare repavare",),
            question="Who may use the ducts?",
        ),
        Seat(
            person="officer@bielsko-biala.example",
            role=_FRIEND,
            sections=("Acțiunea 1: Contabil în curte",),
            question="What do the workshops gain in the second year?",
            coming="",
        ),
        Seat(
            person="coordinator@grenoble.example",
            role=_FRIEND,
            sections=("1.1 Ce decide sectorul și ce cere orașului",),
            question="What can a sector decide by itself?",
        ),
        Seat(person=NOTE_TAKER, role="facilitator"),
        Seat(person="officer@bilbao.example", role="rapporteur", coming=""),
    ),
)
