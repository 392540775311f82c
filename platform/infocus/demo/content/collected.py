"""Collections of practices: one for everyone, one for the network. All of it is illustrative."""

from dataclasses import dataclass
from datetime import datetime

from infocus.demo.content.words import at, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """A collection of ``by``; ``picks`` pairs keys of practices with the lines that say why each is here."""

    by: str
    title: str
    introduction: str
    visibility: str
    at: datetime
    picks: tuple[tuple[str, str], ...]


COLLECTED = (
    Collected(
        by="expert@infocus.example",
        title="Room to work: floors, keys and contracts",
        introduction=prose(
            """
A workspace is rarely a matter of square metres. What these cities learned is about **who may say no**, who pays the
months in between, and how short a contract can be.

Read the first two if you have a quarter of an hour. The others answer the questions that come up afterwards, roughly in
the order in which they come up.
"""
        ),
        visibility="public",
        at=at("2018-01-26T10:30"),
        picks=(
            (
                "porto-andares",
                "One floor instead of one building: the smallest beginning we have seen that paid for the next.",
            ),
            (
                "frankfurt-vertrag",
                "Four pages you can copy. The third question, who leaves and how, is the one everybody forgets.",
            ),
            ("bielsko-najemca", "What to do when the large tenant goes: ten small ones, and a rule that keeps it so."),
            ("grenoble-extension", "No new building at all. Look at the insurance before you look at the timetable."),
            ("torino-chiavi", "Not about space, and still the reason why the money for it was spent well."),
            ("plasencia-escaparate", "For towns without an empty factory: one shop window at a time."),
            ("bilbao-mesa", "Once firms are in, this is the table they come back to."),
        ),
    ),
    Collected(
        by="coordinator@bielsko-biala.example",
        title="For your first week in the job",
        introduction=prose(
            """
I was new two years ago, and read whatever came first. This is what I would give to myself today: five small things that
one officer can begin without a council decision.
"""
        ),
        visibility="network",
        at=at("2018-02-06T08:15"),
        picks=(
            ("bucharest-curte", "Go where the workshops are. Everything else follows from it."),
            ("torino-sera", "Your opening hours are a policy. Theirs is better than ours."),
            ("frankfurt-signature", "Cancel an event: it frees twelve mornings."),
            ("ostrava-technici", ""),
            ("bilbao-mesa", "An hour, four colleagues, three promises. We copied it within a month."),
        ),
    ),
)
