"""The finished, guided review of Bielsko-Biala's plan, with the host's answers. Illustrative."""

from infocus.demo.content.reviewed import Recommendation, Review, Seat
from infocus.demo.content.reviews.bielsko_biala_log import LOG
from infocus.demo.content.reviews.bielsko_biala_notes import CLUSTERS, NOTES
from infocus.demo.content.reviews.log import FACILITATOR, NOTE_TAKER, RAPPORTEUR, seconds
from infocus.demo.content.words import at, prose

_MAREK, _AGNIESZKA = "coordinator@bielsko-biala.example", "officer@bielsko-biala.example"
_FRIEND = "critical-friend"
_OWN, _LOGIC, _ACTIONS = "1 Context, needs and vision", "2 Logic and integrated approach", "3 Actions"
_HALL, _STAND = "Action 1: Hall B in ten parts", "Action 4: Test stand by the hour"
_GOVERNANCE = "4.1 Governance"

_SEATS = (
    Seat(person=_MAREK, role="host"),
    Seat(person=_AGNIESZKA, role="host"),
    Seat(person="coordinator@torino.example", role=_FRIEND, sections=(_GOVERNANCE,), question="Who may say no?"),
    Seat(
        person="officer@ostrava.example",
        role=_FRIEND,
        sections=(_GOVERNANCE, "4.3 Risks"),
        question="Who pays after 2020?",
    ),
    Seat(
        person="officer@porto.example",
        role=_FRIEND,
        sections=(_ACTIONS, _HALL),
        question="What does the indicator count?",
    ),
    Seat(
        person="coordinator@bordeaux.example",
        role=_FRIEND,
        sections=(_ACTIONS, _STAND),
        question="What depends on one call?",
    ),
    Seat(person="coordinator@frankfurt.example", role=_FRIEND, sections=(_LOGIC,), question="Where are the tenants?"),
    Seat(person=FACILITATOR, role="facilitator"),
    Seat(person=RAPPORTEUR, role="rapporteur"),
    Seat(person=NOTE_TAKER, role="note-taker"),
    Seat(person="coordinator@grenoble.example", role="observer"),
)

_RECOMMENDATIONS = (
    Recommendation(
        text="Open the plan with the list of publicly owned land and buildings.",
        by="porto",
        section=_OWN,
        sources=(31,),
        after=seconds("34:40"),
        response="accept",
        reason="Done in the version after the review: it is now section 1.",
        owner=_AGNIESZKA,
        due="2018-03-15",
        status="done",
    ),
    Recommendation(
        text="Count leases longer than a year, not companies.",
        by="porto",
        section=_HALL,
        sources=(32, 17),
        after=seconds("36:20"),
        response="accept",
        reason="The indicator of action 1 is changed. We keep the old series for two years, for comparison.",
        owner=_AGNIESZKA,
        due="2018-03-15",
        status="done",
    ),
    Recommendation(
        text="Give two members of the steering group a veto on spending, silence counting as no.",
        by="torino",
        section=_GOVERNANCE,
        sources=(28, 30, 58),
        after=seconds("37:30"),
        response="adapt",
        reason="Called the second signature. Drawn for one year from tenants and the chamber; above 20,000 euro only.",
        owner=_MAREK,
        due="2018-04-30",
        status="done",
    ),
    Recommendation(
        text="Put a name beside each euro for 2021, and say which action stops first.",
        by="ostrava",
        section=_GOVERNANCE,
        sources=(34, 37, 38),
        after=seconds("41:10"),
        response="accept",
        reason="Table in section 4.1. Where nobody pays the plan says nobody: action 4 stops first.",
        owner=_MAREK,
        due="2018-03-15",
        status="done",
    ),
    Recommendation(
        text="Read fewer indicators: five at most.",
        by="bordeaux",
        section="4.2 Monitoring",
        sources=(40,),
        after=seconds("44:10"),
        response="adapt",
        reason="Seven instead of nine. Two are asked for by the programme.",
        owner=_AGNIESZKA,
        due="2018-03-15",
        status="done",
    ),
    Recommendation(
        text="Name a stand-in for the person who telephones.",
        by="bordeaux",
        section=_GOVERNANCE,
        sources=(39, 41),
        after=seconds("45:00"),
        response="park",
        reason="Right, and there is no post before the budget of 2019. Back on the list in October.",
        owner=_MAREK,
        due="2018-10-31",
        status="open",
    ),
    Recommendation(
        text="Add a table of what a member gets back when it leaves the test stand.",
        by="frankfurt",
        section=_STAND,
        sources=(43,),
        after=seconds("47:30"),
        response="park",
        reason="When the regional call opens. Until then there is no stand to leave.",
        owner=_AGNIESZKA,
        due="2019-01-31",
        status="open",
    ),
    Recommendation(
        text="Let a pupil of one of the schools sit in the steering group, with a voice and no vote.",
        by="ostrava",
        section=_GOVERNANCE,
        sources=(60,),
        after=seconds("66:50"),
        response="reject",
        reason=(
            "The local group discussed it and prefers two pupils' evenings a year, without the steering group "
            "in the room."
        ),
        owner=_AGNIESZKA,
        due="2018-05-31",
        status="done",
    ),
)

_REPORT = prose("""
## What the panel saw

Illustrative, as all of this review. The strongest page of the plan stands in its annex: the list of land and
buildings that the agency owns [31]. That every fiche has an owner who signed, or says that it has none, was new to
most of the panel; so was the open way of writing down where textiles stand alone [42].

The weakest point is the steering group. Nobody in it can say no to spending [28], and five of its seven members spend
the money they decide on [16].

## What the talk was about

- **Money after 2020.** The panel asks for a name beside each euro, even if the name is a guess [38], and for the action
  that stops first if the regional call closes early [37].
- **Who can say no.** Torino told how two of seven hold a key, and that silence as a no works best [30].
- **What is counted.** Leases longer than a year instead of companies [32], and fewer figures than nine [40].
- **Who stands in.** One person telephones [39]; Bordeaux lost four months when theirs was on leave [41].

## What the host said to it

The host listened for twenty minutes and found it true that nobody can say no [53]. Three names for 2021 can be given
within a week; for the test stand the name is nobody, and the plan will say so [54].
""")

REVIEW = Review(
    key="bielsko-biala-review",
    plan="bielsko-biala-plan",
    plan_version=2,
    title="Peer review: Bielsko-Biala, draft 3",
    mode="guided",
    state="finished",
    meeting="grenoble-2018",
    starts_at=at("2018-01-17T13:00"),
    brief=prose(
        """
A plan of twelve one-page fiches around a technology park that lost its largest tenant. The date of the day is
illustrative; the record of the meeting states the month only. We would like to be asked about money after 2020, the
right to say no, and what we count.
"""
    ),
    questions=("Who pays after 2020?", "Who may say no to spending?", "Do our indicators count the right things?"),
    seats=_SEATS,
    entries=LOG,
    notes=NOTES,
    clusters=CLUSTERS,
    summary=prose("""
Five critical friends read a plan made of fiches. They found its strongest page in an annex, the list of land and
buildings the agency already owns, and its weakest point in a steering group that cannot refuse.

Most of the talk was about money after 2020. The panel did not ask for certainty, only for names, and for the name
of the action that stops first. The host took three things home and answered eight recommendations within thirty
days: three accepted, two adapted, two parked, one rejected with a reason the panel found good.
"""),
    report=_REPORT,
    hold="This is a demonstration: the transcript is kept so that the room can be looked at.",
    recommendations=_RECOMMENDATIONS,
)
