"""Open lines of Socket.IO, as a browser or a program has them."""

from contextvars import Context
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from flask_socketio import SocketIO, SocketIOTestClient


class Line:
    """One open line of one person."""

    def __init__(self, raw: SocketIOTestClient, namespace: str) -> None:
        self.raw, self.namespace = raw, namespace

    @property
    def open(self) -> bool:
        return bool(self.raw.is_connected(self.namespace))

    def ask(self, event: str, *payload: Any) -> dict:
        """The acknowledgement."""
        answer = Context().run(self.raw.emit, event, *payload, namespace=self.namespace, callback=True)
        assert isinstance(answer, dict)
        return answer

    def heard(self, name: str) -> list[dict]:
        """What was pushed under this name since it was last asked for."""
        found = [event["args"][0] for event in self.raw.queue if event["name"] == name]
        self.raw.queue = [event for event in self.raw.queue if event["name"] != name]
        return found

    def close(self) -> None:
        """As a closed tab does."""
        Context().run(self.raw.disconnect, self.namespace)


def connected(app: Flask, namespace: str, client: FlaskClient, **options: Any) -> Line:
    """A line to a namespace with the cookies of a browser; ``options`` as Flask-SocketIO's test client takes them."""
    io = app.extensions["socketio"]
    assert isinstance(io, SocketIO)
    return Line(Context().run(io.test_client, app, namespace=namespace, flask_test_client=client, **options), namespace)


def code(answer: dict) -> str:
    """The refusal's code."""
    assert answer["ok"] is False, answer
    return str(answer["error"]["code"])
