"""Grenoble-Alpes: The laboratory's lift: forty apprentices behind the white door."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="grenoble-lift",
    partner="grenoble",
    author="officer@grenoble.example",
    language="en",
    state="validated",
    visibility="network",
    title="The laboratory's lift: forty apprentices behind the white door",
    summary=prose("""
Science sites hire doctors and cleaners and little between. We found forty technician jobs behind the white doors
and a way for young people of the next neighbourhood to try them for a week.
"""),
    institution="Grenoble-Alpes Métropole",
    place=Place(name="Grenoble, southern neighbourhoods", latitude=45.1610, longitude=5.7330),
    themes=("talent", "city-branding"),
    sectors=("electronics", "health"),
    nace=("26", "72", "85"),
    sdgs=("4", "8", "10"),
    keywords=("apprentices", "neighbourhoods", "science"),
    problem=(
        "Two tram stops separate a science site with 20,000 jobs from a neighbourhood where every third "
        "young adult has none. Ask either side about the other and you hear a rumour."
    ),
    how=prose("""
1. We asked nine personnel departments which jobs stayed open longest. Not engineers: technicians for air, gas,
clean rooms and repair.
2. A youth worker and a technician wrote the forty jobs down in words without acronyms.
3. Twenty young people a term spend five days beside a technician, paid as trainees, with a badge in their own name.
4. On Friday both sides say on one sheet whether they would go on. Both sheets are read by both.
5. Those who go on get an apprenticeship contract prepared, not promised, before they start.
"""),
    lesson="The badge with their own name mattered more than the pay.",
    who="Nine employers, two youth centres, a vocational school, eighty young people in two years.",
    resources="A trainee's pay for a week, half a post, and a technician's patience.",
    amounts=(Amount(what="Cost for a young person", value=610), Amount(what="Cost a year", value=51000)),
    started="2016-02",
    evidence=(
        "Eighty weeks, thirty-one apprenticeships, twenty-six still in place after a year. Four employers "
        "have changed their job notices."
    ),
    indicators=(
        Indicator(name="Apprenticeships", value=12, unit="contracts", year=2016),
        Indicator(name="Apprenticeships", value=31, unit="contracts", year=2017),
    ),
    wrong=(
        "The first visit was a tour in a bus. It confirmed both rumours. And we asked for school marks; "
        "the best trainee we have had would not have passed."
    ),
    conditions="Employers with real vacancies, and insurance for clean rooms. A tram helps.",
    transfer="Ports, hospitals and airports have the same white doors.",
    criteria=(
        ("integrated", "Economy, youth work and transport."),
        ("impact", "Thirty-one apprenticeships."),
        ("relevance", "Science sites beside poor neighbourhoods are a European pattern."),
        ("transferability", "Start with nine telephone calls."),
    ),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="valid",
            text="Validated. I would publish it beyond the network once the employers agree.",
            at=at("2018-04-06T15:30"),
        ),
    ),
    verified_on="2018-04-06",
    created_at=at("2018-02-12T10:50"),
    updated_at=at("2018-04-06T15:30"),
)
