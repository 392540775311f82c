"""The thematic papers of the meetings, and the case book of the final conference."""

from infocus.demo.content.documents.compose import cases, city_pages
from infocus.demo.content.records import Document
from infocus.demo.content.texts import bridge, clusters, hosts, places, scene, spaces
from infocus.demo.content.words import prose

_EXPERTS = "In Focus, expert team"

BRIDGE = Document(
    title="A two-way bridge",
    subtitle="Connecting the regional strategy to the city: paper of the Ostrava meeting",
    organisation=_EXPERTS,
    language="en",
    date="2016-10-28",
    paper="a5",
    body=bridge.BODY,
)

CLUSTERS = Document(
    title="What a cluster does on a Wednesday",
    subtitle="Cluster-based local economic development: paper of the Frankfurt meeting",
    organisation=_EXPERTS,
    language="en",
    date="2017-01-27",
    paper="a5",
    body=f"{clusters.BODY}\n\n{city_pages(hosts.SAYS)}",
)

SCENE = Document(
    title="The second customer",
    subtitle="Boosting the entrepreneurial scene: paper of the Torino meeting",
    organisation=_EXPERTS,
    language="en",
    date="2017-10-30",
    paper="a5",
    body=scene.BODY,
)

SPACES = Document(
    title="Spaces for smart specialisation",
    subtitle="Who finds them, who signs, who heats them: paper of the Bordeaux meeting",
    organisation=_EXPERTS,
    language="en",
    date="2018-01-26",
    paper="a5",
    body=f"{spaces.BODY}\n\n{city_pages(places.SAYS)}",
)

_HOW_TO_READ = prose("""
# How to read this case book

The practices stand in the language in which their authors wrote them. A translation by machine is better than none,
and the authors asked that it be marked as such wherever it is used. What they lose in translation is mostly the
tone, and the tone is where the failures are.

Each case begins with the sentence its author would keep if only one were allowed. Then come the problem, the steps,
the evidence, and what went wrong. One author keeps that last part to the city, and it is not printed here.

!table Who took what from whom
| From | To | Changed | Left out |
| Porto | Torino | A yearly vote | The account fed by rents |
| Porto | Plasencia | Shop windows for storeys | The fire officer's walk |
| Ostrava | Bielsko-Biala | A project day | The meeting without directors |
| Frankfurt | Torino | Drawing lots | The fixed share |
| Bilbao | Ostrava | Once a month, with the region | The blackboard |
""")

CASE_BOOK = Document(
    title="Taken, changed, left out",
    subtitle="Case book of the final conference",
    organisation="In Focus, lead partner",
    language="en",
    date="2018-05-24",
    paper="a5",
    body=f"{_HOW_TO_READ}\n\n{cases()}",
)
