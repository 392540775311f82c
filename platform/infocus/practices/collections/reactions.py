"""Who hears of a collection, and what follows when others may read one of its practices."""

from infocus.core.changes import changed
from infocus.core.events import reacts_to
from infocus.notifications.services import untell
from infocus.practices.collections.events import Picked, Unpicked
from infocus.practices.collections.queries import holding
from infocus.practices.models import Practice
from infocus.practices.telling import tell_owners
from infocus.records.events import AudienceChanged


@reacts_to(Picked)
def tell_picked(event: Picked) -> None:
    """Who answers for the practice learns that it was chosen; in the same network, where they read the collection."""
    practice, collection = event.practice, event.collection
    if practice.network_id == collection.network_id:
        tell_owners(practice, "practice-collected", event.by, at=f"#in-{collection.id}")


@reacts_to(Unpicked)
def untell_picked(event: Unpicked) -> None:
    """What is not so any more stands in no list and goes out in no mail."""
    untell(event.practice_id, f"#in-{event.collection.id}")


@reacts_to(AudienceChanged)
def follow_practice(event: AudienceChanged) -> None:
    """The line about a practice is found by those who read the practice: until it is indexed anew, by nobody."""
    if isinstance(event.record, Practice):
        for collection_id in holding(event.record.id):
            changed("collection", collection_id, narrowed=True)
