"""The open review of Bordeaux's plan, live while the demo is looked at. Illustrative."""

from infocus.demo.content.happenings import Recommendation, Review, Seat
from infocus.demo.content.reviews.bordeaux_log import LOG
from infocus.demo.content.reviews.log import NOTE_TAKER
from infocus.demo.content.words import prose

_FRIEND = "critical-friend"

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
            person="coordinator@porto.example", role=_FRIEND, section="actions", question="Would your landlords agree?"
        ),
        Seat(person="officer@torino.example", role=_FRIEND, section="actions", question="Who signs second?"),
        Seat(person="coordinator@bilbao.example", role=_FRIEND, section="actions", question="Who pays for the young?"),
        Seat(person="coordinator@ostrava.example", role=_FRIEND, section="needs", question="Who was asked?"),
        Seat(person="officer@porto.example", role=_FRIEND, section="actions", question="Who heats the empty months?"),
        Seat(person="officer@frankfurt.example", role=_FRIEND, section="framework", question="What can be counted?"),
        Seat(person="officer@bielsko-biala.example", role=_FRIEND, section="framework", question="What if one fails?"),
        Seat(person=NOTE_TAKER, role="facilitator"),
        Seat(person="adhoc@infocus.example", role="rapporteur"),
    ),
    entries=LOG,
    recommendations=(
        Recommendation(
            text="Put the thirty-one interviews into section 1.", by="ostrava", section="needs", sources=(13, 15)
        ),
        Recommendation(
            text="Let a place pay less into the fund after five good years.",
            by="bielsko-biala",
            section="actions",
            sources=(9, 11),
        ),
        Recommendation(
            text="Give two neighbours of the places a seat in the committee.",
            by="porto",
            section="framework",
            sources=(24, 25),
        ),
    ),
)
