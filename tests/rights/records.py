"""Every kind of record, in every state and for every audience; and the table of domain.md, section 2: who reads it.

The table is written here in names of people, from the document, and knows nothing of the product's rules.
"""

from dataclasses import dataclass
from datetime import timedelta

from infocus.core import clock
from infocus.core.ids import new_id
from infocus.meetings.models import Meeting, Output
from infocus.plans.models import Plan
from infocus.practices.collections.models import Collection
from infocus.practices.models import Practice, PracticeState
from infocus.records.models import Record, Visibility
from infocus.reviews.models import PanelMember, Review, Room
from infocus.reviews.vocabulary import Seating
from tests.rights.people import EVERYBODY, EXPERTS, GUEST, IN_FOCUS, MEMBERS, PORTO, SEATED, STAFF

SHARED_WITH = {
    Visibility.PARTNER: PORTO,
    Visibility.NETWORK: IN_FOCUS,
    Visibility.ALL: MEMBERS,
    Visibility.PUBLIC: EVERYBODY,
}
OWNERS = frozenset({"author", "coordinator"})
TABLE = SEATED | PORTO | STAFF
"""Who sits at the review of Porto's plan: the named seats, everybody of the host, the experts and the lead."""


@dataclass(frozen=True)
class Case:
    """A record to be: its kind, state and audience, and who reads it. ``word`` stands in its title and nowhere else.

    ``guests``: somebody without an account is let in here.
    """

    kind: str
    visibility: Visibility
    readers: frozenset[str]
    state: str = ""
    opened: bool = False
    published: bool = False
    removed: bool = False
    guests: bool = False

    def read_by(self, who: str) -> bool:
        """Whether somebody reads it; a guest reads what everybody reads, and the one review they were let into."""
        return who in self.readers or (who == GUEST and (self.guests or "visitor" in self.readers))

    @property
    def word(self) -> str:
        signs = f"{self.kind}{self.visibility}{self.state}{'o' * self.opened}{'p' * self.published}{'r' * self.removed}"
        return "zq" + signs.replace("-", "")


def cases() -> list[Case]:
    """All of them."""
    found = []
    for visibility, shared in SHARED_WITH.items():
        found += [
            Case("practice", visibility, OWNERS, PracticeState.DRAFT),
            Case("practice", visibility, shared, PracticeState.PUBLISHED, published=True),
            Case("meeting", visibility, shared, "held"),
            Case("output", visibility, shared, "current"),
            Case("plan", visibility, shared | EXPERTS, "draft"),
        ]
        if visibility != Visibility.PARTNER:
            found.append(Case("collection", visibility, shared, "current"))
    in_work = (PracticeState.SUBMITTED, PracticeState.CHANGES_ASKED, PracticeState.VALIDATED)
    found += [Case("practice", Visibility.PUBLIC, OWNERS | EXPERTS, state) for state in in_work]
    found += [
        Case("practice", Visibility.NETWORK, IN_FOCUS, PracticeState.SUBMITTED, opened=True),
        Case("practice", Visibility.PUBLIC, IN_FOCUS, PracticeState.SUBMITTED, opened=True),
        Case("practice", Visibility.PARTNER, PORTO | EXPERTS, PracticeState.SUBMITTED, opened=True),
        Case("practice", Visibility.PUBLIC, EVERYBODY, PracticeState.SUBMITTED, published=True),
        Case("practice", Visibility.NETWORK, IN_FOCUS, PracticeState.NEEDS_VERIFICATION, published=True),
        Case("practice", Visibility.PUBLIC, OWNERS | {"lead"}, PracticeState.WITHDRAWN, published=True),
        Case("practice", Visibility.PUBLIC, frozenset(), PracticeState.PUBLISHED, published=True, removed=True),
        Case("output", Visibility.PUBLIC, frozenset(), "current", removed=True),
        Case("collection", Visibility.PUBLIC, frozenset(), "current", removed=True),
        Case("review", Visibility.PANEL, TABLE, "preparing", guests=True),
        Case("review", Visibility.NETWORK, IN_FOCUS, "live"),
    ]
    return found


def make(case: Case, common: dict[str, str], seats: dict[str, tuple[str, str]], under: dict[str, str]) -> Record:
    """The row of a case, not stored yet. ``under``: ids of the meeting and the plan that others hang on."""
    now = clock.now()
    fields = common | {"title": f"About {case.word}", "visibility": case.visibility, "state": case.state}
    removed_at = now if case.removed else None
    if case.kind == "practice":
        return Practice(
            **fields,
            content={"how": "Step by step.", "contact": "Ask us.", "wrong": "Much."},
            opened_at=now if case.opened else None,
            submitted_at=now - timedelta(days=1),
            published_at=now if case.published else None,
            removed_at=removed_at,
        )
    if case.kind == "meeting":
        return Meeting(**fields, starts="2017-09-13")
    if case.kind == "output":
        return Output(**fields, meeting_id=under["meeting"], removed_at=removed_at)
    if case.kind == "plan":
        return Plan(**fields)
    if case.kind == "collection":
        return Collection(**fields, removed_at=removed_at)
    return _review(case, fields, seats, under)


def _review(case: Case, fields: dict[str, str], seats: dict[str, tuple[str, str]], under: dict[str, str]) -> Review:
    review_id = new_id()
    roles = {"facilitator": Seating.FACILITATOR, "friend": Seating.FRIEND, "watcher": Seating.OBSERVER}
    panel = [PanelMember(person_id=seats[n][0], partner_id=seats[n][1], role=role) for n, role in roles.items()]
    return Review(
        **fields,
        id=review_id,
        plan_id=under["plan"],
        held_on="2018-01-24",
        mode="open",
        panel=panel,
        room=Room(last_seq=0),
    )
