"""Which passwords are refused, and what is kept of the others."""

import pytest

from infocus.accounts.passwords import hashed, objection, verify


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "nine char",
        "1234567890",
        "PASSWORD123",
        "ana@porto.example",
        "ANA@porto.example",
        "aaaaaaaaaaaa",
        "abababababab",
        "x" * 201,
    ],
)
def test_weak_passwords_are_refused_with_a_reason(app, password):
    with app.test_request_context():
        assert objection(password, "ana@porto.example")


@pytest.mark.parametrize("password", ["four ordinary words", "in-focus-demo", "heslo čeština je dlouhé", "ab cd ef gh"])
def test_ordinary_long_ones_are_taken(app, password):
    with app.test_request_context():
        assert objection(password, "ana@porto.example") is None


def test_only_the_password_itself_fits_its_hash():
    stored = hashed("four ordinary words")
    assert "four" not in stored
    assert verify(stored, "four ordinary words")
    assert not verify(stored, "four ordinary word")
    assert not verify(None, "nobody has this password")
    assert not verify("no hash at all", "four ordinary words")
