"""An action made of a comment on a meeting's output: in the comment's words, with the way back."""

from io import BytesIO

from infocus.comments.models import Comment
from infocus.comments.services import add_comment, remove_comment
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.library.uploads import store_upload
from infocus.meetings import outputs, services
from infocus.meetings.from_comments.models import ActionSource
from infocus.meetings.models import Meeting, MeetingAction
from infocus.networks.models import Network
from infocus.records.models import Record
from infocus.records.urls import record_path

BASE = {"title": "Torino", "starts": "2017-09-13", "ends": "2017-09-14", "visibility": "network"}


def test_an_action_is_made_of_a_comment_and_leads_back_to_it(world):
    network = world.network()
    porto = world.partner(network, "porto")
    lead, officer = world.person(Role.LEAD, network), world.person(Role.OFFICER, porto)
    observer = world.person(Role.OBSERVER, network)
    kept = store_upload(BytesIO(b"Rents cover the walls."), "paper.txt", 10_000)
    with unit_of_work():
        meeting = services.create_meeting(world.actor(lead), db.session.get_one(Network, network.id), BASE)
        values = {"title": "Paper", "kind": "paper", "visibility": "network"}
        output, _document = outputs.add_output(world.actor(officer), meeting, kept, values)
        comment = add_comment(world.actor(officer), output, "Ask **Torino** what the machines cost.").id
        meeting_id, where = meeting.id, record_path(output)
    client = world.client(officer)
    page = client.get(where).text
    assert f'href="/comments/{comment}/action"' in page
    assert "/action" not in world.client(observer).get(where).text
    assert world.client(observer).get(f"/comments/{comment}/action").status_code == 403
    form = client.get(f"/comments/{comment}/action").text
    assert 'value="Ask Torino what the machines cost."' in form
    wrong = client.post(f"/comments/{comment}/action", data={"what": "Ask.", "partner": "porto", "due": "soon"})
    assert wrong.status_code == 422
    assert 'value="Ask."' in wrong.text
    done = client.post(f"/comments/{comment}/action", data={"what": "Ask.", "partner": "porto", "due": "2018-01"})
    assert done.status_code == 303
    db.session.rollback()
    action = db.session.query(MeetingAction).one()
    assert (action.meeting_id, action.what, action.due) == (meeting_id, "Ask.", "2018-01")
    assert "Ask." in client.get(where).text, "the comment says what became of it"
    there = client.get(record_path(db.session.get_one(Meeting, meeting_id))).text
    assert f"?comment={comment}#c-{comment}" in there
    with unit_of_work():
        remove_comment(world.actor(officer), db.session.get_one(Comment, comment))
    db.session.rollback()
    assert db.session.query(ActionSource).count() == 1
    assert "The comment of" not in client.get(record_path(db.session.get_one(Record, meeting_id))).text
    assert client.get(f"/comments/{comment}/action").status_code == 404
