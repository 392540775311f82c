"""Shorter files in English: slides, minutes and a guide."""

from infocus.demo.content.documents.compose import PARTNERS
from infocus.demo.content.records import Document
from infocus.demo.content.words import prose
from infocus.vocabularies.registry import label


def _slide(slug: str) -> str:
    partner = PARTNERS[slug]
    fields = "\n".join(f"- {priority.text}" for priority in partner.priorities[:2])
    areas = ", ".join(label("work_areas", code).lower() for code in partner.themes)
    return f"# {partner.label}\n\n{fields}\n\n!note {partner.body}. Works on {areas}. {partner.summary.split('. ')[0]}."


TEN_SLIDES = Document(
    title="Where ten cities stand",
    subtitle="One slide each, eight minutes each",
    organisation="In Focus, ten partners",
    language="en",
    date="2016-09-21",
    body="\n\n".join(_slide(slug) for slug in PARTNERS),
    notes="One slide a partner. Whoever needs a second one has not yet decided.",
)

REVIEW_DAY = Document(
    title="Review day: how we listen",
    subtitle="A guide for hosts, critical friends and note-takers",
    organisation="In Focus, lead expert",
    language="en",
    date="2018-01-08",
    body=prose("""
# Before the day

The plan is frozen a week before. Each critical friend reads two sections and carries one question; most will read
in the room, so ten minutes are kept for it. The host writes one page: what the plan is about, and the three things
it would like to be asked.

# At the table

Eleven phases take eighty minutes. The longest is the one in which the host listens. It is not a tribunal: nobody
defends anything, nobody is ranked, and what was said stays with the panel until the summary is agreed.

- Say what you saw in your own city, with a year.
- Name the section you speak about.
- A concern without a suggestion is welcome.
- If you cannot hear, say so at once.

# What the host takes home

Up to three things, told by the host in its own words at the end. The full list of recommendations follows within
three days. Each is answered within thirty: accept, adapt, park or reject, with a reason. Reviewers are told what
became of their advice, because they will not come twice otherwise.

# When the wifi fails

There is paper: the brief, the role cards, note sheets, and a signature list. What is written on paper is entered
the same evening by the note-taker, and marked as entered afterwards.
"""),
)

GRENOBLE_MINUTES = Document(
    title="Review day in Grenoble: harvest",
    subtitle="What ten partners took home, in their own words",
    organisation="In Focus, lead partner",
    language="en",
    date="2018-02-07",
    body=prose("""
# Four tables

Four plans were read in one day at two tables. The order was drawn by lot. Nobody's plan was called good or bad;
three hosts said that listening for twenty minutes was harder than presenting.

# The harvest, city by city

- Bielsko-Biala will open its plan with the list of land it already owns.
- Bucharest will separate what the district decides from what it asks the city for.
- Ostrava will put a name beside each euro of the last year.
- Plasencia will drop a third of its actions and keep the bus.
- Porto will tell what happens to a tenant who does not renew.
- Torino will publish the refusals of its fund before the draw.
- Frankfurt will find out what its heating costs.
- Bordeaux asked to be reviewed on line, when its next version is ready.
- Grenoble-Alpes will bring a youth worker to its next table.
- Bilbao will count the promises that were not kept, and say why.

# What did not work

Table B could not hear the interpreter for a quarter of an hour. Two critical friends had read the wrong version.
The dot votes were forgotten at one table and not missed.

# Next

Responses are due within thirty days. The lead partner collects them and sends each reviewer what became of the
advice.
"""),
)

YEAR_FOUR = Document(
    title="Costs of the first, empty year",
    subtitle="Six figures from the wall in Bordeaux",
    organisation="In Focus, ad hoc expert",
    language="en",
    date="2018-01-12",
    body=prose("""
# Six figures without names

Each line is a shared workspace in one of the partner cities. The figures are per square metre and month, in the
first year, while tenants were being found. Heating is included everywhere but in the last line, whose rents already
contain it.

!table First-year cost in euro for a square metre and month
| Space | Rent lost | Heat and care | Finding people | Together |
| A | 6.1 | 3.9 | 1.4 | 11.4 |
| B | 9.5 | 4.2 | 2.1 | 15.8 |
| C | 4.0 | 7.7 | 0.6 | 12.3 |
| D | 8.2 | 2.8 | 3.0 | 14.0 |
| E | 5.5 | 5.1 | 0.9 | 11.5 |
| F | 17.0 | in the rent | 1.2 | 18.2 |

# What the wall taught

The third column is the smallest and decides over the other two. Spaces that spent more on finding people were empty
for fewer months; the sample is far too small to prove it, and nobody in the room doubted it.

Line C heats an empty hall through one meter. Its operator asked to be quoted: divide the heat before you divide the
walls.
"""),
)
