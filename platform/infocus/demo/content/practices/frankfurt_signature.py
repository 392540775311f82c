"""Frankfurt: Fewer evenings, more signatures: start-up finance without a stage."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="frankfurt-signature",
    partner="frankfurt",
    author="officer@frankfurt.example",
    language="en",
    state="needs-verification",
    visibility="network",
    title="Fewer evenings, more signatures: start-up finance without a stage",
    summary=prose("""
We stopped organising pitch evenings and began to sit with one lender and one firm at a time, with last year's
accounts on the table. Twelve meetings a year produced more loans than twelve evenings.
"""),
    institution="Frankfurt economic development agency",
    place=Place(name="Frankfurt, Bockenheim", latitude=50.1210, longitude=8.6420),
    themes=("entrepreneurship", "investment-attraction"),
    sectors=("digital", "electronics"),
    nace=("62", "64"),
    sdgs=("8",),
    keywords=("loans", "start-ups", "banks"),
    problem=(
        "Nine pitch evenings in 2014 drew 1,100 people and led to two loans. Firms that make things "
        "looked dull on a stage beside firms that promise things."
    ),
    how=prose("""
1. We asked six lenders what they needed to know and never heard on a stage. They said: accounts, orders, and who
else has refused.
2. A firm prepares these three on two pages, with our help.
3. One lender, one firm, one hour, one of us. The lender says yes, no, or what is missing, before leaving.
4. A no comes with a reason, and the next lender gets to read it if the firm agrees.
5. After three no's we stop and say so.
"""),
    lesson="The refusal with a reason is worth more to a firm than the applause.",
    who="Six lenders, the state bank, thirty-four firms younger than five years.",
    resources="A day and a half for each meeting, most of it spent on two pages.",
    amounts=(Amount(what="Cost a year", value=29000),),
    started="2015-01",
    ended="2017-06",
    evidence="Thirty-four meetings, fifteen loans, average 85,000 euro. Two of the fifteen firms have closed.",
    indicators=(
        Indicator(name="Loans after meetings", value=6, unit="loans", year=2015),
        Indicator(name="Loans after meetings", value=15, unit="loans", year=2017),
    ),
    wrong=(
        "We tried it with two lenders in the room. They were polite to each other and vague to the firm. "
        "The format also rests on one colleague; she has moved, and since June 2017 it has paused."
    ),
    conditions="Lenders who may say yes alone up to a sum. The state bank can be left out.",
    transfer="Any city with two banks. Do not announce it; invite.",
    criteria=(
        ("integrated", "Narrow on purpose."),
        ("impact", "Fifteen loans in thirty months."),
        ("relevance", "Pitch evenings are everywhere."),
        ("transferability", "Needs one patient person."),
    ),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="valid",
            text="Validated in 2017. The pause should be stated at the top when the record is next verified.",
            at=at("2017-04-03T09:00"),
        ),
    ),
    verified_on="2017-04-03",
    created_at=at("2017-01-17T15:45"),
    updated_at=at("2017-04-03T09:00"),
)
