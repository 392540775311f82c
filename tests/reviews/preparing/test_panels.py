"""What the parts of a review put on its page."""

from infocus.records import panels
from infocus.records.panels import Action, Panel, actions_of, panels_of
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Seating
from tests.reviews.tables import Table


def test_parts_come_in_order_and_only_for_whom_they_are(table: Table, monkeypatch) -> None:
    for name in ("_panels", "_actions"):
        monkeypatch.setattr(panels, name, {})
    table.open()

    @panels.record_panel(Review, 20)
    def later(actor, review):
        return Panel("components/empty.html")

    @panels.record_panel(Review, 10)
    def for_the_lead(actor, review):
        return Panel("reviews/words.html", place="aside") if actor.name.startswith("Nobody") else None

    @panels.record_action(Review, 20)
    def second(actor, review):
        return Action("Second", "/second")

    @panels.record_action(Review, 10)
    def first(actor, review):
        return Action("First", "/first", "text", post=True)

    lead, review = table.actor(Seating.LEAD), table.review
    shown = panels_of(lead, review)
    assert (len(shown.main), shown.aside) == (1, [])
    assert [action.label for action in actions_of(lead, review)] == ["First", "Second"]
    page = table.world.client(table.people[Seating.LEAD]).get(record_path(review)).text
    assert page.index("First") < page.index("Second")
    assert 'action="/first"' in page
