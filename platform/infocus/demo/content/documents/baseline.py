"""The baseline study: ten profiles, and how they were written."""

from infocus.demo.content.documents.compose import PARTNERS, profile
from infocus.demo.content.records import Document
from infocus.demo.content.words import prose

_OPENING = prose("""
# How this study was made

Between the launch of the network and its second phase every partner received the same four questions. What does the
city say it is good at, and since when? Who says so? What has been given up for it? To which line of the regional
strategy does it tie? Answers came in seven languages and lengths between half a page and ninety.

The lead expert visited each city for two days. The first was spent with those who had written the answers, the
second with people who had not read them: a landlord, a lender, a teacher, a firm that had left. Where the two days
disagreed, the profile says so.

Partners are not all cities. Some are agencies, some metropolitan authorities, one is a district. Each profile
therefore begins with the body behind the name, because it decides what may be promised.

!flow From question to profile: Four questions > Two days > A draft profile > The partner's correction > A table of
codes

# How to read the profiles

A priority is what a partner states and can source. An emerging field is what its local group sees coming, without a
decision yet. Neither is a ranking, and the profiles should not be read as one: a short list may be a sign of
courage.

Sectors follow the fourteen industrial ecosystems of the European Union. Codes for activities and scientific domains
are kept in the network's library and are left out of print.

!table What the partners asked of each other most often
| Question | Asked by |
| How do you fill space without one large tenant? | six partners |
| Who may say no to spending? | five partners |
| How do you reach people who never come? | five partners |
| Where do technicians come from? | eight partners |
""")

_CLOSING = prose("""
# What ten profiles have in common

Eight of ten name the lack of technicians before the lack of money. Seven depend on one firm, one building or one
person more than they had noticed. All have an empty building with a refurbishment plan. Five have at least one
priority whose source could not be found any more.

These are the places where exchange begins. The network's meetings will take them in turn: the bridge to the region,
clusters, investment and talent, the entrepreneurial scene, and spaces.

# What this study does not say

It does not compare. Figures of ten cities, gathered under ten definitions, would suggest an order that does not
exist. It does not foresee either: whether a field marked as emerging will grow, the local groups do not know, and
they said so.

Corrections are welcome at each partner's functional mailbox, for as long as the network keeps its memory.
""")

BASELINE = Document(
    title="Ten cities, ten ways to specialise",
    subtitle="Baseline study of In Focus: smart specialisation at city level",
    organisation="In Focus, lead expert",
    language="en",
    date="2016-06-15",
    paper="a5",
    body="\n\n".join((_OPENING, *(profile(partner) for partner in PARTNERS.values()), _CLOSING)),
)
