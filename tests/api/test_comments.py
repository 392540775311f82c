"""Comments on records."""

from infocus.core.ids import new_id
from tests.api.programs import publish


def test_a_comment_and_its_answer(office):
    practice = publish(office)
    first = office.program("neighbour").post("/comments", {"on": f"practice:{practice['id']}", "text": "Which *form*?"})
    assert first.status_code == 201
    made = first.json
    assert (made["on"], made["partner"], made["thread"]) == (f"practice:{practice['id']}", "ostrava", made["id"])
    answer = (
        office.program("officer").post("/comments", {"on": made["on"], "text": "B 12.", "reply_to": made["id"]}).json
    )
    assert (answer["thread"], answer["reply_to"]) == (made["id"], made["id"])
    listed = office.program("expert").get(f"/comments?on={made['on']}").json["items"]
    assert [each["id"] for each in listed] == [answer["id"], made["id"]]


def test_a_comment_on_a_passage_keeps_its_place(office):
    practice = publish(office)
    anchor = {"page": 3, "quote": "six permits", "prefix": "One desk, ", "suffix": "."}
    made = office.program("neighbour").post(
        "/comments", {"on": f"practice:{practice['id']}", "text": "All six?", "anchor": anchor}
    )
    assert made.json["anchor"] == anchor


def test_only_the_writer_changes_a_comment(office):
    on = f"practice:{publish(office)['id']}"
    writer = office.program("neighbour")
    made = writer.post("/comments", {"on": on, "text": "Firts"}).json
    path = f"/comments/{made['id']}"
    assert office.program("officer").patch(path, {"text": "Mine"}).status_code == 403
    changed = writer.patch(path, {"text": "First"}, headers={"If-Match": f'"{made["version"]}"'})
    assert (changed.json["text"], bool(changed.json["edited_at"])) == ("First", True)
    assert writer.patch(path, {"text": "Late"}, headers={"If-Match": f'"{made["version"]}"'}).status_code == 412


def test_of_a_removed_comment_the_trace_stays(office):
    on = f"practice:{publish(office)['id']}"
    writer = office.program("neighbour")
    made = writer.post("/comments", {"on": on, "text": "Never mind"}).json
    assert writer.delete(f"/comments/{made['id']}").status_code == 204
    (left,) = writer.get(f"/comments?on={on}").json["items"]
    assert (left["removed"], left["text"]) == (True, "")


def test_observers_read_and_strangers_do_not(office):
    on = f"practice:{publish(office)['id']}"
    made = office.program("neighbour").post("/comments", {"on": on, "text": "Here"}).json
    assert len(office.program("observer").get(f"/comments?on={on}").json["items"]) == 1
    assert office.program("observer").post("/comments", {"on": on, "text": "Me too"}).status_code == 403
    assert office.program("stranger").get(f"/comments?on={on}").status_code == 404
    assert office.program("stranger").patch(f"/comments/{made['id']}", {"text": "x"}).status_code == 404


def test_the_kind_before_the_id_must_be_the_records(office):
    practice = publish(office)
    assert office.program("officer").get(f"/comments?on=plan:{practice['id']}").status_code == 404


def test_an_answer_to_nothing_is_not_found(office):
    body = {"on": f"practice:{publish(office)['id']}", "text": "To whom?", "reply_to": new_id()}
    assert office.program("officer").post("/comments", body).status_code == 404
