"""A city calls its own local group: in its language, for itself alone."""

from infocus.core.db import db
from infocus.meetings.models import Meeting, SessionKind
from infocus.records.models import Visibility
from tests.meetings.halls import Hall

FORM = {
    "title": "Grupo local", "starts": "2030-02-01", "place": "Câmara", "language": "pt",
    "agenda": "18:00 Boas-vindas\n18.30 – Plano\nConversa\n\n",
}  # fmt: skip


def test_the_coordinator_calls_it_and_the_own_city_alone_reads_it(hall: Hall) -> None:
    address = "/in-focus/local-groups/porto/new"
    answers = {who: hall.client(who).get(address).status_code for who in hall.people}
    assert {who for who, status in answers.items() if status == 200} == {"host"}
    assert address in hall.client("host").get("/meetings").text
    assert address not in hall.client("lead").get("/meetings").text
    client = hall.client("host")
    assert client.post(address, data=FORM | {"agenda": "18:00 A\n25:00 B"}).status_code == 422
    page = client.post(address, data=FORM)
    assert page.status_code == 303
    meeting = db.session.query(Meeting).filter_by(title="Grupo local").one()
    assert (meeting.visibility, meeting.language, meeting.place) == (Visibility.PARTNER, "pt", "Câmara")
    rows = [(each.starts, each.title, each.kind) for each in meeting.sessions]
    assert sorted(rows) == sorted(
        [
            ("18:00", "Boas-vindas", SessionKind.LOCAL_GROUP),
            ("18:30", "Plano", SessionKind.LOCAL_GROUP),
            ("", "Conversa", SessionKind.LOCAL_GROUP),
        ]
    )
    readers = {who for who in hall.people if hall.client(who).get(page.location).status_code == 200}
    assert readers == {"host", "officer", "ulg"}
    edit = client.get(f"{page.location}/edit")
    assert '<option selected value="partner">' in edit.text
