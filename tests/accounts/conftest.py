"""Somebody with a password."""

import re
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from infocus.accounts.services import Profile, create_account
from infocus.core.db import unit_of_work

PASSWORD = "four ordinary words"
EMAIL = "ana@porto.example"


@dataclass(frozen=True)
class Ana:
    """A person who can sign in."""

    person_id: str
    email: str = EMAIL
    password: str = PASSWORD


@pytest.fixture
def ana(session) -> Ana:
    """Ana of Porto."""
    with unit_of_work():
        account = create_account(EMAIL, Profile("Ana Prova", city="Porto"), PASSWORD)
    return Ana(account.person_id)


def without_keys(page: str) -> str:
    """The page without the keys of its forms, which tell the second in which they were made."""
    return re.sub(r'(csrf[-_]token"[^>]*(?:content|value))="[^"]+"', r'\1=""', page)


def sign_in(client: FlaskClient, email: str = EMAIL, password: str = PASSWORD, **more: str) -> TestResponse:
    """What the form sends."""
    return client.post("/sign-in", data={"email": email, "password": password, **more})
