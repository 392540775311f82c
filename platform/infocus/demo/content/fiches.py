"""Old fiches that drafts of the demo were started from: illustrative, in the form of a programme of that time."""

from dataclasses import dataclass
from datetime import datetime

from infocus.demo.content.records import Document, FileSpec
from infocus.demo.content.words import at, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class OldFiche:
    """A file and the draft that was started from it; the draft has its title so far, the rest is to be checked."""

    key: str
    partner: str
    author: str
    language: str
    title: str
    file: FileSpec
    created_at: datetime


_ROOMS = prose(
    """
# Short summary

Rooms of the city that stand empty for half a day are listed in one calendar. A young firm books one in the morning
and has the key at noon.

# Problem addressed

Thirty meeting rooms in public buildings stood empty on most afternoons. Firms of two or three people met their
customers in cafés. Each building had its own form, and the shortest took nine working days.

# The solution

1. We asked the keepers of eleven buildings which half days were free, and wrote them into one shared calendar.
2. One page of rules replaced eleven forms: who leaves the light on pays for the next hour.
3. The key is handed out at two reception desks that are open anyway.

## What we do every week

On Fridays one person rings the keepers and takes the next fourteen days down. It takes an hour.

# Stakeholders and participation

The keepers of the buildings, two reception desks, the agency, and eight young firms that tried it for a month.

# Resources needed

!table What it cost
| Item | Amount |
| Calendar and its set-up | 3,800 EUR |
| Locks for four doors | 6,200 EUR |
| Insurance a year | 1,450 EUR |

# Timescale

January 2016 to December 2017

# Evidence of success (results achieved)

In 2017 the rooms were booked 640 times. One room in three is used on an ordinary afternoon. Two firms have taken an
office of their own since.

# Challenges encountered

The first rules had four pages and nobody read them. Two keepers left the calendar because nobody had asked them
whether Friday is a good day. It is not.

# Lessons learnt

Ask the keeper of the building before the director: the keeper knows which room is really empty. Write the rules on
one page, in the words people use at the desk. Begin with two buildings and let the others ask to join. A calendar that
is wrong once is not opened again, so somebody has to ring every week, also in August. Locks are cheaper than people.

# Potential for learning or transfer

Any city with more than three public buildings and one desk that is open all day can do this within two months.

# Link to the call of 2016

Specific objective 4, measure 2. Reference of the form: IFX-EXAMPLE-17.
"""
)

FICHES = (
    OldFiche(
        key="porto-rooms",
        partner="porto",
        author="officer@porto.example",
        language="en",
        title="A calendar for rooms that stand empty",
        file=FileSpec(
            name="fiche-empty-rooms-2018.docx",
            document=Document(
                title="A calendar for rooms that stand empty",
                subtitle="Good practice fiche, 2018",
                organisation="City of Porto, economy department",
                language="en",
                date="2018-03-12",
                body=_ROOMS,
            ),
        ),
        created_at=at("2018-05-08T09:20"),
    ),
)
