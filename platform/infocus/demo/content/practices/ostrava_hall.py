"""Ostrava: The hall nobody came to: what a full refurbishment taught us."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="ostrava-hall",
    partner="ostrava",
    author="coordinator@ostrava.example",
    language="en",
    state="validated",
    visibility="network",
    title="The hall nobody came to: what a full refurbishment taught us",
    summary=prose("""
We refurbished 4,200 square metres of a former steelworks for start-ups that did not exist. Eighteen months later
three firms rented a tenth of it. This is the record of what we would ask first next time.
"""),
    institution="City of Ostrava",
    place=Place(name="Ostrava, Dolní Vítkovice", latitude=49.8190, longitude=18.2790),
    themes=("workspace-provision", "entrepreneurship"),
    sectors=("digital", "construction"),
    nace=("41", "62", "68"),
    sdgs=("9", "11"),
    keywords=("failure", "refurbishment", "demand"),
    problem=prose("""
A regional call paid 85 % of a refurbishment and closed in eleven weeks. We had a hall, drawings and a deputy mayor
who believed in it. What we did not have was a list of people who wanted to work there. The feasibility study
counted graduates and assumed that one in forty would found a firm and that each firm needs sixty square metres.
"""),
    how=prose("""
1. The call set the calendar: drawings in week three, permits in week seven, application in week eleven.
2. Heating was planned for the whole hall, with one meter, because two meters were not an eligible cost.
3. We opened with a conference. Four hundred people came, drank coffee, praised the steel and went home.
4. After six months we telephoned the forty founders in our own register and asked why not. It was the first time
anybody had.
5. They wanted twelve square metres, a door that locks, heating they control, and to be near the tram. The hall
offered none of the four.
6. We divided a tenth of it with timber walls and electric radiators, at our own cost. That tenth has been full
since.
"""),
    lesson="Telephone forty people before you draw a wall.",
    who=(
        "The city, the site's operator, a regional agency, three firms at first and nineteen today; forty "
        "founders by telephone."
    ),
    resources=(
        "The grant, our own 15 %, and later the timber walls. The running cost of heating the empty nine "
        "tenths is the figure we had left out."
    ),
    amounts=(
        Amount(what="Refurbishment", value=92000000, currency="CZK"),
        Amount(what="Timber walls and radiators", value=1400000, currency="CZK"),
        Amount(what="Heating of the empty part, a year", value=2100000, currency="CZK"),
    ),
    started="2013",
    ended="2016",
    evidence=prose("""
Occupied area: 3 % in 2014, 10 % in 2015, 10 % in 2017. The divided tenth has a waiting list of eleven. The rest is
used for fairs, forty days a year, which pays a third of its heating.
"""),
    indicators=(
        Indicator(name="Area let", value=3, unit="%", year=2014),
        Indicator(name="Area let", value=10, unit="%", year=2015),
        Indicator(name="Area let", value=10, unit="%", year=2017),
        Indicator(name="Waiting list for the divided part", value=11, unit="firms", year=2017),
    ),
    wrong=prose("""
Everything in the first three steps. In particular: one meter for heat, a study that multiplied instead of asking,
and an opening day that we took for demand. We would refuse the grant at that speed, or use it for one bay.
"""),
    conditions=(
        "This is a record to learn from, not to copy. The timber walls and the telephone calls are worth "
        "copying anywhere."
    ),
    transfer=(
        "Read it before the next call with a short deadline. Porto's one storey at a time is what we should have done."
    ),
    criteria=(
        ("integrated", "No, and that was the fault: users were not asked."),
        ("impact", "Small until the hall was divided."),
        ("relevance", "Short calls produce such halls in many cities."),
        ("transferability", "The questions travel; the hall does not."),
    ),
    section_visibility=(("wrong", "network"),),
    opinions=(
        Opinion(
            expert="adhoc@infocus.example",
            verdict="valid",
            text=(
                "Validated with thanks. Every city should read this one first. The heating figure alone "
                "is worth the record."
            ),
            at=at("2018-02-14T16:00"),
        ),
    ),
    verified_on="2018-02-14",
    created_at=at("2017-12-01T13:37"),
    updated_at=at("2018-02-14T16:00"),
)
