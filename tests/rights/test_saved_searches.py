"""Saved searches through the whole table of who reads what: alerts and feeds have what a person may read, no more."""

from infocus.core.db import db, unit_of_work
from infocus.library.saved import services
from infocus.library.saved.models import FeedAudience, SavedSearch, SavedSearchMatch
from infocus.practices.models import Practice, PracticeState
from infocus.records.models import Visibility
from infocus.records.services import save
from tests.library.saving import look
from tests.rights.people import EVERYBODY, IN_FOCUS, MEMBERS

EVERYTHING = "network=in-focus"


def keep(scene, audience):
    """A saved search for everything, with a feed, for each person; the addresses of the feeds by name."""
    addresses = {}
    with unit_of_work():
        for who, person in scene.people.items():
            saved = SavedSearch(person_id=person.id, name=who, search=EVERYTHING, feed_seed="x", feed_audience=audience)
            db.session.add(saved)
            db.session.flush()
            addresses[who] = f"/feeds/searches/{services.feed_secret(saved)}.atom"
    return addresses


def readable(scene, who):
    """What the table says, without practices that are drafts: nobody's news. (A plan's draft is a stage of it.)"""
    news = [made for made in scene.made if (made.case.kind, made.case.state) != ("practice", PracticeState.DRAFT)]
    return {made.id for made in news if who in made.case.readers}


def matched(scene, who):
    mine = db.session.query(SavedSearchMatch).join(SavedSearch, SavedSearch.id == SavedSearchMatch.saved_id)
    return {row.record_id for row in mine.filter(SavedSearch.person_id == scene.people[who].id)}


def carried(scene, address, who="visitor"):
    text = scene.client(who).get(address).text
    return {made.id for made in scene.made if f"/{made.id}" in text}


def test_everybody_is_told_what_they_may_read_and_members_only(scene, work):
    addresses = keep(scene, FeedAudience.OWN)
    look(work)
    for who in scene.people:
        expected = readable(scene, who) if who in MEMBERS else set()
        assert matched(scene, who) == expected, who
        assert carried(scene, addresses[who]) == expected, who


def test_a_feed_of_public_records_has_nothing_else_whoever_owns_it(scene, work):
    addresses = keep(scene, FeedAudience.PUBLIC)
    look(work)
    public = {made.id for made in scene.made if made.case.readers == EVERYBODY}
    assert public
    for who in sorted(MEMBERS & set(scene.people)):
        assert carried(scene, addresses[who]) == public, who


def test_a_draft_is_told_when_it_is_shared(scene, work):
    keep(scene, FeedAudience.OWN)
    look(work)
    drafts = [made for made in scene.made if made.case.state == PracticeState.DRAFT and made.case.kind == "practice"]
    (draft,) = (made for made in drafts if made.case.visibility == Visibility.NETWORK)
    assert draft.id not in matched(scene, "coordinator") | matched(scene, "author")
    with unit_of_work():
        practice = db.session.get_one(Practice, draft.id)
        practice.state = PracticeState.PUBLISHED
        save(practice)
    look(work)
    told = {who for who in scene.people if draft.id in matched(scene, who)}
    assert told == IN_FOCUS


def test_who_leaves_reads_nothing_more_in_the_feed(scene, work):
    addresses = keep(scene, FeedAudience.OWN)
    look(work)
    assert carried(scene, addresses["officer"])
    scene.leave("officer")
    assert carried(scene, addresses["officer"]) == set()
