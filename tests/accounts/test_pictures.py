"""A person's picture: made safe, shown to those who share a network, gone when it is removed."""

import io

import pytest
from PIL import Image

from infocus.accounts.models import Account
from infocus.core.actor import Role
from infocus.engines.bound import engines
from tests.accounts.conftest import sign_in


def image(width=900, height=600, *, exif=True):
    held = Image.new("RGB", (width, height), "navy")
    notes = Image.Exif()
    notes[0x010E] = "taken at home"
    out = io.BytesIO()
    held.save(out, "JPEG", exif=notes if exif else None)
    return out.getvalue()


def send(client, data, name="me.jpg"):
    return client.post("/me/picture", data={"picture": (io.BytesIO(data), name)}, content_type="multipart/form-data")


def test_a_picture_is_encoded_anew_and_shown(client, ana, session):
    sign_in(client)
    assert send(client, image()).status_code == 302
    answer = client.get(f"/people/{ana.person_id}/picture")
    assert answer.mimetype == "image/webp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    shown = Image.open(io.BytesIO(answer.data))
    assert (shown.format, max(shown.size)) == ("WEBP", 512)
    assert b"taken at home" not in answer.data
    assert "/picture?v=" in client.get("/me/profile").text


@pytest.mark.parametrize("data", [b"", b"no picture at all", b"<svg onload='alert(1)'/>", image()[:200]])
def test_what_is_no_picture_is_refused_beside_the_field(client, ana, session, data):
    sign_in(client)
    answer = send(client, data)
    assert answer.status_code == 422
    assert 'class="error"' in answer.text
    assert session.get(Account, ana.person_id).person.picture_key is None


def test_a_new_picture_replaces_the_old_file_and_removing_deletes_it(client, ana, session):
    def key():
        session.rollback()
        return session.get(Account, ana.person_id).person.picture_key

    sign_in(client)
    send(client, image())
    first = key()
    send(client, image(300, 300))
    second = key()
    assert not engines().storage.exists(first)
    assert engines().storage.exists(second)
    client.post("/me/picture/remove")
    assert key() is None
    assert not engines().storage.exists(second)
    assert client.get(f"/people/{ana.person_id}/picture").status_code == 404


def test_only_those_who_share_a_network_see_it(client, ana, world, session):
    network, elsewhere = world.network(), world.network("harbour-towns")
    world.belongs(session.get(Account, ana.person_id).person, Role.LEAD, network)
    sign_in(client)
    send(client, image())
    path = f"/people/{ana.person_id}/picture"
    assert world.client(world.person(Role.OBSERVER, network)).get(path).status_code == 200
    assert world.client(world.person(Role.LEAD, elsewhere)).get(path).status_code == 404
    assert client.application.test_client().get(path).status_code == 302
