"""Dates that contradict each other: each has its source, and what stood before is kept."""

import pytest

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.meetings.dating import services
from infocus.meetings.models import DateStatement, Output
from infocus.networks.models import NetworkState
from infocus.records.urls import record_path
from tests.meetings.outputs.desk import Desk


def test_a_correction_needs_a_source_and_keeps_what_stood_before(desk: Desk) -> None:
    client, address = desk.client("host"), f"{desk.path}/dates"
    given = {"starts": "2017-10", "act": "replace", "date_confirmed": "y", "version": str(desk.meeting.version)}
    bare = client.post(address, data=given)
    assert (bare.status_code, "one more rumour" in bare.text, "2017-10" in bare.text) == (422, True, True)
    assert client.post(address, data=given | {"starts": "Autumn", "date_source": "x"}).status_code == 422
    assert client.post(address, data=given | {"date_source": "The final report"}).status_code == 303
    assert (desk.meeting.starts, desk.meeting.ends, desk.meeting.date_source) == ("2017-10", "", "The final report")
    assert client.post(address, data=given | {"date_source": "Late"}).status_code == 409
    page = desk.client("observer").get(address).text
    assert "13–14 Sept 2017" in page
    assert "Correct this date" not in page
    for who, code in (("officer", 403), ("observer", 403), ("stranger", 404)):
        assert desk.client(who).post(address, data=given | {"date_source": "x"}).status_code == code


def test_two_sources_stand_side_by_side_until_somebody_decides(desk: Desk) -> None:
    client, address = desk.client("lead"), f"{desk.path}/dates"
    other = {"starts": "2017-10-22", "ends": "2017-10-24", "date_source": "The web site", "act": "beside"}
    same = other | {"starts": "2017-09-13", "ends": "2017-09-14"}
    assert client.post(address, data=same).status_code == 422
    for source in ("The web site", "A leaflet"):
        assert client.post(address, data=other | {"date_source": source}).status_code == 303
    page = desk.client("observer").get(desk.path).text
    for words in ("The sources disagree", "22–24 Oct 2017", "A leaflet", "13–14 Sept 2017"):
        assert words in page
    first, second = (each.id for each in db.session.query(DateStatement).order_by(DateStatement.id))
    assert desk.client("officer").post(f"{address}/{first}", data={"holds": "1"}).status_code == 403
    assert client.post(f"{address}/{first}", data={"holds": "1"}).status_code == 303
    assert client.post(f"{address}/{second}", data={"holds": "0"}).status_code == 303
    assert client.post(f"{address}/{second}", data={"holds": "1"}).status_code == 404
    assert (desk.meeting.starts, desk.meeting.date_source) == ("2017-10-22", "The web site")
    assert "The sources disagree" not in client.get(desk.path).text
    assert "A leaflet" in client.get(address).text


def test_an_output_has_a_date_of_its_own_and_the_lead_corrects_it_when_the_network_is_closed(desk: Desk) -> None:
    output_id = desk.link()
    with unit_of_work():
        output = db.session.get_one(Output, output_id)
        services.correct(desk.actor("officer"), output, {"starts": "2016", "date_source": "Its cover"})
        desk.network.state = NetworkState.CLOSED
    path = record_path(db.session.get_one(Output, output_id))
    given = {"starts": "2016-09-21", "date_source": "The minutes", "act": "replace"}
    assert desk.client("officer").post(f"{path}/dates", data=given).status_code == 403
    assert desk.client("lead").post(f"{path}/dates", data=given).status_code == 303
    page = desk.client("observer").get(path).text
    assert "21 September 2016" in page
    assert "corrected once" in page
    assert "Date unconfirmed" in page
    db.session.rollback()
    with pytest.raises(Invalid), unit_of_work():
        services.correct(desk.actor("lead"), db.session.get_one(Output, output_id), {"starts": "", "date_source": "x"})
