"""In Focus: the reference network. Names and dates of the programme are public; everything else is illustrative."""

from infocus.demo.content.cities.all import CITIES
from infocus.demo.content.discussion.all import COMMENTS
from infocus.demo.content.fiches import FICHES
from infocus.demo.content.meetings.all import MEETINGS
from infocus.demo.content.outputs.all import OUTPUTS
from infocus.demo.content.people import TEAM
from infocus.demo.content.plans.all import PLANS
from infocus.demo.content.practices.all import PRACTICES
from infocus.demo.content.reviews.all import DAYS, REVIEWS
from infocus.demo.content.shapes import DemoNetwork, Phase, Stated
from infocus.demo.content.words import at, prose

_RECORD = "Programme's public record of the network"

IN_FOCUS = DemoNetwork(
    slug="in-focus",
    name="In Focus",
    full_title="In Focus: smart specialisation at city level",
    summary=prose(
        """
Ten partners ask how a city sets its economic specialisation, with clusters, entrepreneurship, workspaces,
investment, talent and its name, and how it ties that to the smart specialisation strategy of its region.
"""
    ),
    programme="URBACT III",
    funding_line="Co-funded by the European Union · European Regional Development Fund",
    state="active",
    created_at=at("2015-09-15T09:00"),
    phases=(
        Phase(name="Phase 1", begins=Stated(value="2015-09-15", source=_RECORD)),
        Phase(
            name="Phase 2",
            begins=Stated(value="2016", source="Inferred from the first meeting of phase 2", confirmed=False),
            ends=Stated(value="2018", source=_RECORD),
        ),
    ),
    partners=tuple(city.partner for city in CITIES),
    people=(*TEAM, *(person for city in CITIES for person in city.people)),
    practices=PRACTICES,
    fiches=FICHES,
    meetings=MEETINGS,
    outputs=OUTPUTS,
    plans=PLANS,
    reviews=REVIEWS,
    review_days=DAYS,
    comments=COMMENTS,
)
