"""The open review of Bordeaux's plan, live while the demo is looked at. Illustrative."""

from infocus.demo.content.reviewed import Note, Recommendation, Review, Seat
from infocus.demo.content.reviews.bordeaux_log import LOG
from infocus.demo.content.reviews.log import NOTE_TAKER, seconds
from infocus.demo.content.words import prose

_FRIEND = "critical-friend"
_NEEDS, _ACTIONS, _FRAMEWORK = "1 Contexte, besoins et vision", "3 Actions", "4 Mise en œuvre"

REVIEW = Review(
    key="bordeaux-review",
    plan="bordeaux-plan",
    plan_version=3,
    title="Open peer review: Bordeaux, version 3",
    mode="open",
    state="live",
    meeting="",
    live_for=52,
    brief=prose(
        """
A plan that translates 100,000 jobs into rooms. The panel writes when it has something to say; Bordeaux reads along
and answers. English and French are both welcome.
"""
    ),
    questions=(
        "Is it odd not to count jobs?",
        "Is the common fund for empty months too clever?",
        "What is missing for people who live beside the four places?",
    ),
    seats=(
        Seat(person="coordinator@bordeaux.example", role="host"),
        Seat(person="officer@bordeaux.example", role="host"),
        Seat(
            person="coordinator@porto.example",
            role=_FRIEND,
            sections=(_ACTIONS,),
            question="Would your landlords agree?",
        ),
        Seat(person="officer@torino.example", role=_FRIEND, sections=(_ACTIONS,), question="Who signs second?"),
        Seat(
            person="coordinator@bilbao.example", role=_FRIEND, sections=(_ACTIONS,), question="Who pays for the young?"
        ),
        Seat(person="coordinator@ostrava.example", role=_FRIEND, sections=(_NEEDS,), question="Who was asked?"),
        Seat(
            person="officer@porto.example", role=_FRIEND, sections=(_ACTIONS,), question="Who heats the empty months?"
        ),
        Seat(person="officer@frankfurt.example", role=_FRIEND, sections=(_FRAMEWORK,), question="What can be counted?"),
        Seat(
            person="officer@bielsko-biala.example", role=_FRIEND, sections=(_FRAMEWORK,), question="What if one fails?"
        ),
        Seat(person=NOTE_TAKER, role="facilitator"),
        Seat(person="adhoc@infocus.example", role="rapporteur"),
    ),
    entries=LOG,
    notes=(
        Note(
            author="officer@frankfurt.example",
            signed="city",
            kind="strength",
            importance=2,
            section=_NEEDS,
            question=1,
            text="A plan that asks in which rooms, instead of how many jobs. I would show that page at home.",
            after=seconds("48:20"),
        ),
    ),
    recommendations=(
        Recommendation(
            text="Put the thirty-one interviews into section 1.",
            by="ostrava",
            section=_NEEDS,
            sources=(13, 15),
            after=seconds("41:30"),
        ),
        Recommendation(
            text="Let a place pay less into the fund after five good years.",
            by="bielsko-biala",
            section=_ACTIONS,
            sources=(9, 11),
            after=seconds("42:10"),
        ),
        Recommendation(
            text="Give two neighbours of the places a seat in the committee.",
            by="porto",
            section=_FRAMEWORK,
            sources=(24, 25),
            after=seconds("42:50"),
        ),
    ),
)
