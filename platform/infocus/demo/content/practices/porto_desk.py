"""Porto: One answer for the investor, and a date by which it comes."""

from infocus.demo.content.records import Amount, Indicator, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="porto-desk",
    partner="porto",
    author="officer@porto.example",
    language="en",
    state="submitted",
    visibility="network",
    title="One answer for the investor, and a date by which it comes",
    summary=prose("""
Whoever asks Porto for space, permits or people gets one named person and one date within two working days. The date
is kept in nine cases of ten because the promise is small.
"""),
    institution="InvestPorto",
    place=Place(name="Porto, Baixa", latitude=41.1496, longitude=-8.6109),
    themes=("investment-attraction",),
    sectors=("digital", "retail"),
    nace=("62", "82"),
    sdgs=("8",),
    keywords=("aftercare", "response time", "investors"),
    problem=prose("""
In 2015 a question from a firm abroad was forwarded four times on average before somebody answered it. Three of the
four forwarded it to be helpful. We lost a service centre of ninety people to a city that had answered the same
question in a day, with a worse answer.
"""),
    how=prose("""
1. We read sixty old mails and sorted the questions. Eleven kinds covered nearly all of them.
2. For each kind, one person writes the answer once a quarter, on one page.
3. Whoever receives a question sends the page and a date for what the page does not cover. Two working days, no
more.
4. The date goes on a wall list. On Fridays we read the list aloud, standing.
5. A year after a firm arrives, the same person calls and asks what was promised and did not happen.
"""),
    lesson="Promise a date, not an answer; then keep the date.",
    who=(
        "Four people of the agency, a contact in planning, one in the university's career service, and "
        "the firms that came in the last three years."
    ),
    resources="No new posts. About six hours a week of reading and one quarterly afternoon to rewrite eleven pages.",
    amounts=(Amount(what="Staff time a year, estimated", value=21000),),
    started="2016-04",
    evidence=prose("""
Median time to a first real answer fell from nine working days to two. Of 212 dates promised in 2017, 191 were kept.
We cannot show that a single firm came because of it, and say so.
"""),
    indicators=(
        Indicator(name="Median days to a first answer", value=9, unit="days", year=2015),
        Indicator(name="Median days to a first answer", value=2, unit="days", year=2017),
        Indicator(name="Dates kept", value=90, unit="%", year=2017),
    ),
    wrong=prose("""
We bought a customer database first. It took eight months to fill and nobody read it. The wall list cost nothing and
is still read. We also promised answers in the weekend for a while; two colleagues fell ill.
"""),
    conditions=(
        "Somebody must be allowed to send a mail without asking. The wall list can be a shared file if "
        "the team is in two buildings."
    ),
    transfer="Any city can read sixty old mails. The eleven kinds will differ; the two days should not.",
    criteria=(
        ("integrated", "Partly: planning and the university answer too, residents do not."),
        ("impact", "Seven days less to wait; effect on jobs unknown."),
        ("relevance", "Every partner receives the same eleven kinds of question."),
        ("transferability", "Needs no money and no council vote."),
    ),
    created_at=at("2018-03-19T08:45"),
    updated_at=at("2018-04-03T17:25"),
)
