"""Bielsko-Biala: A plan made of fiches: twelve pages anyone can pick up."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="bielsko-fiches",
    partner="bielsko-biala",
    author="officer@bielsko-biala.example",
    language="en",
    state="changes-asked",
    visibility="network",
    title="A plan made of fiches: twelve pages anyone can pick up",
    summary=prose("""
Instead of one long text, our action plan is a box of project fiches of one page each. A call opens, somebody takes
the fiche that fits, and the plan goes on living without its authors.
"""),
    institution="Regional development agency ARR SA",
    place=Place(name="Bielsko-Biala", latitude=49.8225, longitude=19.0444),
    themes=("ris3-alignment", "cluster-development"),
    sectors=("mobility", "textiles"),
    nace=("70", "84"),
    sdgs=("17",),
    keywords=("project fiche", "action plan", "calls"),
    problem=(
        "Our earlier strategy had 140 pages and one reader. When a call opened, nobody could find in it a "
        "project that was ready, so somebody invented one in a week."
    ),
    how=prose("""
1. The local group proposed thirty-one ideas on cards. Each card needed a name and a telephone number, or it was put
aside.
2. Twelve ideas became fiches: purpose, owner, partners, cost, funding, first step, indicator. One page, no annex.
3. A survey in December 2017 asked the local group what could go wrong with each; the answers are on the back.
4. The fiches lie in a box at the agency's entrance and as files on the intranet.
5. Every quarter the owner says one of three words: waiting, moving, dead. Dead fiches stay in the box, with the
date.
"""),
    lesson="A fiche without a telephone number is a wish.",
    who=(
        "The agency, the local group with twenty-three members, the county, two clusters, a university "
        "and three secondary schools."
    ),
    resources="Six evenings of the local group, one editor for two months, and a cardboard box.",
    amounts=(Amount(what="Editing and printing", value=9500, currency="PLN"),),
    started="2017-03",
    evidence=(
        "Four of twelve fiches were used in applications within six months; two were funded. We do not "
        "know what would have been applied for without them."
    ),
    indicators=(
        Indicator(name="Fiches used in applications", value=4, unit="fiches", year=2018),
        Indicator(name="Funded", value=2, unit="fiches", year=2018),
    ),
    wrong=(
        "In the first round we let each fiche have annexes. They grew to nine pages and nobody took one. "
        "We also printed names of people who had changed jobs by the summer."
    ),
    conditions=(
        "A group that meets in the evening, and somebody who cuts text. The box is optional; the one page is not."
    ),
    transfer="Works for any plan, and best where calls are short and unpredictable.",
    criteria=(
        ("integrated", "Written by the local group; environment and training are on every fiche."),
        ("impact", "Two funded projects so far."),
        ("relevance", "Every partner writes a plan this year."),
        ("transferability", "The blank fiche is attached to our plan."),
    ),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="changes",
            text=(
                "I like the three words. Please add one real fiche as an image and say who empties the "
                "box when the network has ended."
            ),
            at=at("2018-04-04T10:00"),
        ),
    ),
    created_at=at("2018-03-01T07:40"),
    updated_at=at("2018-04-04T10:00"),
)
