"""Bucharest: Three streets, one fibre: what a district can dig."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="bucharest-street",
    partner="bucharest",
    author="officer@bucharest.example",
    language="en",
    state="changes-asked",
    visibility="network",
    title="Three streets, one fibre: what a district can dig",
    summary=prose("""
When the district repaved three streets it laid empty ducts for fibre under them and lets any operator pull a cable
for a fixed fee. Small ICT firms followed; so did a lawsuit.
"""),
    institution="District (Sector) 3",
    place=Place(name="Bucharest, Sector 3", latitude=44.4190, longitude=26.1480),
    themes=("investment-attraction", "workspace-provision"),
    sectors=("digital",),
    nace=("42", "61", "62"),
    sdgs=("9",),
    keywords=("ducts", "broadband", "public works"),
    problem=(
        "A district has no broadband policy, but it repairs streets. Each time a street was closed, three "
        "operators asked to open it again within the year."
    ),
    how=prose("""
1. The works department added four empty ducts to the standard cross-section of a street. The extra cost was 3 % of
the repaving.
2. The council set one fee for a metre and a year, the same for everybody, published on one page.
3. Operators pull their own cables in a week chosen by the district.
4. Firms on the street are told six months before, with a name to call.
"""),
    lesson="The standard cross-section is a policy instrument that nobody fights over.",
    who="The works department, the council, four operators and about ninety firms on three streets.",
    resources="Three per cent of the cost of repaving and a clerk for two days a month.",
    amounts=(Amount(what="Ducts in three streets", value=640000, currency="RON"),),
    started="2016-06",
    evidence=(
        "Four operators on each street; twenty-six ICT firms have an address there that they did not have "
        "in 2016. How many moved from the next street we do not know."
    ),
    indicators=(Indicator(name="ICT firms on the three streets", value=26, unit="firms", year=2017),),
    wrong=(
        "One operator went to court over the fee and lost after a year, during which the ducts of one "
        "street stayed empty. We should have asked the regulator before and not after."
    ),
    conditions="The district must own the street. A published fee is needed; the number of ducts is not sacred.",
    transfer="Every city repaves. Ask whether the national law lets the owner of a street charge for a duct.",
    criteria=(
        ("integrated", "Works, economy and residents on one calendar; operators late."),
        ("impact", "Twenty-six firms, some of them moved from nearby."),
        ("relevance", "Streets are opened twice everywhere."),
        ("transferability", "Depends on national law."),
    ),
    opinions=(
        Opinion(
            expert="adhoc@infocus.example",
            verdict="changes",
            text=prose("""
Useful and nearly there. Please say how many of the twenty-six firms are new rather than moved, and give the fee per
metre. The lawsuit deserves three more lines: others will meet it too.
"""),
            at=at("2018-03-22T09:30"),
        ),
    ),
    created_at=at("2018-02-26T10:10"),
    updated_at=at("2018-03-22T09:30"),
)
