"""What leaves over WebSocket: framed once for all who get it, and whole also where a line is slow."""

from types import SimpleNamespace
from typing import cast

import gevent
import pytest
from gevent import socket
from wsproto.frame_protocol import FrameProtocol

from infocus.engines.realtime.framing import Framer, framed


def _read(frames: bytes) -> list[str | bytes]:
    """The messages a client reads from these bytes."""
    client = FrameProtocol(client=True, extensions=[])
    client.receive_bytes(frames)
    whole: list[str | bytes] = []
    for frame in client.received_frames():
        whole.append(frame.payload if isinstance(frame.payload, str) else bytes(cast("bytearray", frame.payload)))
        assert frame.message_finished
    return whole


@pytest.mark.parametrize("message", ['42["entry",{}]', "", "ż" * 100, "x" * 70_000, b"\x00\x80raw"])
def test_a_client_reads_what_was_framed(message: str | bytes) -> None:
    assert _read(Framer().frame(message)) == [message]


def test_the_same_text_is_framed_once_and_another_anew() -> None:
    framer = Framer()
    push = "42[]"
    assert framer.frame(push) is framer.frame(push)
    assert _read(framer.frame("43[]") + framer.frame(push)) == ["43[]", push]


def test_a_slow_line_gets_every_byte() -> None:
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    line = framed(_Driver)(ours)
    message = "0123456789" * 100_000
    sending = gevent.spawn(lambda: (line.send(message), ours.close()))
    heard = bytearray()
    with theirs:
        while part := theirs.recv(50_000):
            heard += part
            gevent.sleep(0)
    sending.join()
    assert _read(bytes(heard)) == [message]


def test_a_line_that_is_gone_says_so() -> None:
    line = framed(_Driver)(None)
    line.ws.connected = False
    with pytest.raises(OSError, match=r"^$"):
        line.send("4")


class _Driver:
    """What Engine.IO's driver offers to build on: a simple-websocket connection as `ws`."""

    def __init__(self, sock: object) -> None:
        self.ws = SimpleNamespace(connected=True, sock=sock)
