"""What can be typed into the pages: a clear answer each time, nothing half-saved, nothing alive, never a 500."""

from collections.abc import Iterator

import pytest

from infocus.core.db import db
from infocus.core.ids import new_id
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.practices.finding.queries import Filters, list_practices
from tests.hostile.conftest import Elements, Target, counts

XSS = "\"'><marquee onclick=alert(1)>zq</marquee><script>alert(1)</script>{{7*7}}${7*7}[x](javascript:alert(1))"
TEXTS = {
    "empty": "",
    "white space": " \t\n ",
    "endless": "x" * 200_001,
    "control characters": "a\x00b\x1bc\x7f",
    "right to left": "\u202eمرحبا\u202c \u2067עברית\u2069",
    "combining": "Z" + "\u0301" * 3_000,
    "astral": "👩‍👩‍👧‍👦𐍈" * 40,
    "alive": XSS,
    "wildcards": "%_'; DROP TABLE records; --\\",
    "superscript": "²",
    "number": "9" * 5_000,
    "an id": "0" * 26,
}
ANSWERS = {200, 201, 302, 303, 400, 403, 404, 409, 413, 422}
FORMS = {
    "/in-focus/practices/new": ("title", "summary", "language", "visibility", "key", "version", "started", "latitude",
                                "how", "contact", "keywords", "themes", "nace", "licence", "criterion_integrated",
                                "indicators-0-name", "indicators-0-value", "indicators-0-year", "amounts-0-value",
                                "amounts-0-currency", "level_how"),
    "/in-focus/practices/from-file": ("language", "once"),
    "/in-focus/practices/autosave": ("title", "summary", "language", "visibility", "key", "how", "latitude"),
    "{practice}/edit": ("title", "summary", "visibility", "version", "base", "how", "way-how", "level_wrong", "ended"),
    "{practice}/autosave": ("title", "version", "base", "how", "indicators-0-unit", "amounts-0-currency"),
    "{practice}/presence": ("leave",),
    "{practice}/links": ("link",),
    "{practice}/links/0/remove": ("x",),
    "{practice}/files/0/picture": ("p-0-alt",),
    "{practice}/files/0/up": ("x",),
    "{practice}/submit": ("version",),
    "{practice}/validate": ("text", "version"),
    "{practice}/publish": ("visibility", "version"),
    "{practice}/withdraw": ("reason", "version"),
    "{practice}/files": ("title", "alt"),
    "{practice}/files/0/remove": ("x",),
    "{practice}/restore/99": ("version",),
    "{meeting}/edit": ("title", "theme", "summary", "host", "starts", "ends", "date_source", "place", "time_zone",
                       "themes", "state", "language", "visibility", "version", "sessions-0-title", "sessions-0-id",
                       "sessions-0-day", "sessions-0-starts", "sessions-0-speakers"),
    "/in-focus/meetings/new": ("title", "starts", "host", "sessions-0-title", "sessions-0-day"),
    "{meeting}/minutes": ("text-general", "text-x", "seq"),
    "{meeting}/decisions": ("text", "agreed", "section", "back"),
    "{meeting}/actions": ("what", "partner", "person", "due", "section", "back"),
    "{meeting}/outputs/new": ("title", "summary", "kind", "language", "visibility", "session", "link"),
    "{output}/edit": ("title", "summary", "kind", "session", "link", "version"),
    "{output}/versions": ("note",),
    "/in-focus/collections/new": ("title", "introduction", "language", "visibility", "with"),
    "/comments": ("text", "on", "reply_to", "back"),
    "/comments/{comment}/edit": ("text", "version", "back"),
    "/comments/{comment}/resolve": ("done", "back"),
    "/actions/{action}": ("done", "reason", "back"),
    "/actions/{action}/edit": ("what", "partner", "person", "due", "back"),
    "/preview": ("text",),
    "/library/save": ("search", "name", "alert"),
    "/library/history/keeping": ("keep",),
}  # fmt: skip
RIGHT = {
    "title": "A title", "starts": "2017-09-13", "language": "en", "visibility": "network", "licence": "CC BY 4.0",
    "text": "Words.", "what": "Do it.", "time_zone": "Europe/Lisbon", "state": "planned", "kind": "paper",
    "link": "https://a.example/", "reason": "Old.", "search": "q=words", "name": "A name", "alert": "page",
}  # fmt: skip
NUMBERS = ("version", "day", "year", "value", "starts", "latitude", "done", "themes")
BY_LEAD = ("meeting", "output", "actions")


def _typings(form: str) -> Iterator[tuple[str, dict[str, str]]]:
    """What is typed: some of it field by field, since one error can hide another; the rest everywhere at once."""
    for what, text in TEXTS.items():
        odd_number = what in {"superscript", "number"}
        if what in {"control characters", "alive"} or odd_number:
            names = [name for name in FORMS[form] if not odd_number or name.endswith(NUMBERS)]
            yield from ((f"{what} in {name}", {name: text}) for name in names)
        else:
            yield what, dict.fromkeys(FORMS[form], text)


@pytest.mark.parametrize("form", FORMS)
def test_no_field_of_any_form_breaks_anything(target: Target, form: str) -> None:
    client = target.client("lead" if any(word in form for word in BY_LEAD) else "officer")
    address = form.format(**vars(target))
    for what, typed in _typings(form):
        right = RIGHT | ({"on": target.record_id} if form == "/comments" else {})
        answer = client.post(address, data=right | typed, headers={"Accept": "text/html"})
        assert answer.status_code in ANSWERS, (form, what, answer.status_code)
        if answer.status_code in {302, 303}:
            assert answer.location.startswith("/"), (form, what, answer.location)
            assert not answer.location.startswith("//")
        elif answer.mimetype == "text/html":
            assert Elements(answer.text).alive() == [], (form, what)
    lists = ("/", "/practices", "/meetings", "/me", "/library/saved")
    for page in (target.practice, target.meeting, target.output, *lists):
        answer = target.client("officer").get(page, follow_redirects=True)
        assert answer.status_code == 200, (form, page, answer.status_code)
        assert Elements(answer.text).alive() == [], (form, page)


@pytest.mark.parametrize("index", ["²", "9" * 5_000, "-1", "x", "", "999999999999"])
def test_odd_row_numbers_are_passed_over(target: Target, index: str) -> None:
    data = RIGHT | {f"indicators-{index}-name": "n", f"sessions-{index}-title": "t"}
    for who, address in (("officer", f"{target.practice}/autosave"), ("lead", f"{target.meeting}/edit")):
        assert target.client(who).post(address, data=data).status_code in ANSWERS


def test_wrong_values_store_nothing(target: Target) -> None:
    before = counts()
    officer, lead = target.client("officer"), target.client("lead")
    for data in ({"title": "x" * 101}, {"title": "T", "summary": "s" * 301}, {"title": "T", "how": "h\0"},
                 {"title": "T", "language": "xx"}, {"title": "T", "visibility": "public"},
                 {"title": "T", "started": "soon"},
                 {"title": "T", "latitude": "91"}, {"title": "T", "indicators-0-value": "many"}):  # fmt: skip
        data = {"language": "en", "visibility": "network", "licence": "CC BY 4.0"} | data
        page = officer.post("/in-focus/practices/new", data=data)
        assert (page.status_code, 'class="error"' in page.text or "errors" in page.text) == (422, True), data
        assert officer.post("/in-focus/practices/autosave", data=data).status_code == 422
    for data in ({"title": ""}, {"title": "T", "starts": "then"}, {"title": "T", "starts": "2017-09", "ends": "2016"},
                 {"title": "T", "starts": "2017", "sessions-0-title": "S", "sessions-0-starts": "late"}):  # fmt: skip
        data = {"language": "en", "visibility": "network", "time_zone": "UTC", "state": "planned"} | data
        assert lead.post("/in-focus/meetings/new", data=data).status_code == 422
    for text in ("", " \n", "x" * 4_001, "a\0"):
        assert officer.post("/comments", data={"on": target.record_id, "text": text}).status_code == 422
    assert counts() == before


QUERIES = ("%", "'", "%00", "²", "((", "a" * 2_000, "\u202e", "' OR 1=1 --")


@pytest.mark.parametrize(
    "address", ["/practices", "/meetings", "/library", "/library/suggest", "/plans", "/collections"]
)
def test_no_query_breaks_a_list(target: Target, address: str) -> None:
    client = target.client("officer")
    for text in QUERIES:
        for name in ("q", "cursor", "network", "partner", "year", "_scheme", "endpoint"):
            answer = client.get(address, query_string={name: text, "_external": "1"})
            assert answer.status_code in {200, 302, 404, 422}, (address, name, text, answer.status_code)


def test_wildcards_are_letters_like_others(target: Target, work) -> None:
    work()
    actor = target.world.actor(target.officer)
    assert len(list_practices(actor, Filters(partner=("porto",))).items) == 1
    assert search(actor, SearchForm(text="Sites")).total == 2  # and the comment on it
    for text in ("%", "_", "p_rto", "por%"):
        assert list_practices(actor, Filters(partner=(text,))).items == [], text
    for text in ("_ites", "Si_es", "Sit%s"):
        assert search(actor, SearchForm(text=text)).total == 0, text


@pytest.mark.parametrize(
    "number", ["01m83q1mq9fmn8y73dx0xv83je", "0" * 26, "x", "²", "%2e%2e", "a" * 3_000, "null", "-"]
)
def test_unknown_ids_are_not_found(target: Target, number: str) -> None:
    client = target.client("officer")
    kinds = ("practices", "meetings", "outputs", "plans", "reviews", "documents", "collections")
    for address in (*(f"/in-focus/{kind}/{{}}" for kind in kinds), "/documents/{}/file", "/notifications/{}"):
        assert client.get(address.format(number)).status_code == 404, address
    for address in ("/comments/{}/remove", "/comments/{}/resolve", "/actions/{}", "/in-focus/practices/{}/submit"):
        assert client.post(address.format(number)).status_code == 404, address
    assert client.post("/comments", data={"on": number, "text": "x"}).status_code == 404
    answer = client.post("/comments", data={"on": target.record_id, "text": "x", "reply_to": number})
    assert answer.status_code == 404


def test_nul_in_an_address_is_not_found(target: Target) -> None:
    client = target.client("officer")
    for address in (
        "/in-focus/practices/%00",
        "/%00",
        "/practices?partner=%00",
        "/library?q=%00",
        "/comments/%00/edit",
    ):
        assert client.get(address).status_code == 404, address


def test_other_peoples_things_cannot_be_touched(target: Target) -> None:
    before = counts()
    stranger = target.world.client(target.world.person())
    for address in (f"{target.practice}/edit", f"{target.practice}/autosave", f"{target.practice}/remove",
                    f"{target.meeting}/edit", f"{target.meeting}/minutes", f"{target.output}/remove",
                    f"/comments/{target.comment}/edit", f"/comments/{target.comment}/remove",
                    f"/actions/{target.action}"):  # fmt: skip
        assert stranger.post(address, data=RIGHT).status_code == 404, address
        assert target.world.app.test_client().post(address, data=RIGHT).status_code in {302, 303}, address
    assert counts() == before


def test_a_form_sent_twice_makes_one_record(target: Target) -> None:
    client = target.client("officer")
    before = counts()
    data = RIGHT | {"key": new_id(), "how": "Once."}
    first, second = (client.post("/in-focus/practices/new", data=data) for _ in range(2))
    assert (first.status_code, first.location) == (second.status_code, second.location)
    assert counts()[0] == before[0] + 1
    for _ in range(2):
        said = client.post("/comments", data={"on": target.record_id, "text": "Once."})
        assert said.status_code == 303
    assert counts()[2] == before[2] + 1


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_no_form_leads_to_another_site(target: Target, back: str) -> None:
    client = target.client("officer")
    said = client.post("/comments", data={"on": target.record_id, "text": "x", "back": back})
    assert said.location.startswith("/in-focus/")
    refused = client.post("/comments", data={"on": target.record_id, "text": "", "back": back})
    assert back not in refused.text
    done = client.post(f"/actions/{target.action}", data={"back": back})
    assert done.location.startswith("/in-focus/")
    signing = client.get("/sign-in", query_string={"next": back})
    assert signing.status_code in {200, 302, 303}
    assert not (signing.location or "/").startswith(("//", "http", "java"))


def test_without_its_token_no_form_is_taken(target: Target) -> None:
    app = target.world.app
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        before = counts()
        client = target.client("officer")
        for address in ("/comments", "/in-focus/practices/new", f"{target.practice}/remove", "/sign-out"):
            answer = client.post(address, data=RIGHT | {"on": target.record_id})
            assert answer.status_code == 400, address
        assert counts() == before
    finally:
        app.config["WTF_CSRF_ENABLED"] = False
    db.session.rollback()
