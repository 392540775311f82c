"""What leaves over WebSocket: framed once for all who get it, whole and in order also where a line is slow."""

import gc
import weakref
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

import gevent
import pytest
from engineio.packet import MESSAGE, Packet
from gevent import socket
from gevent.queue import JoinableQueue
from wsproto.frame_protocol import FrameProtocol

from infocus.engines.realtime.framing import Framer, Lines

MakeLink = Callable[..., "_Link"]


@pytest.fixture
def make_link() -> Iterator[MakeLink]:
    """Makes lines; both ends are closed after the test."""
    made: list[_Link] = []

    def make(buffer: int = 0) -> _Link:
        made.append(_Link(buffer))
        return made[-1]

    yield make
    for link in made:
        link.ours.close()
        link.theirs.close()


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


def test_a_slow_line_gets_every_byte(make_link: MakeLink) -> None:
    link = make_link(buffer=4096)
    message = "0123456789" * 100_000
    sending = gevent.spawn(lambda: (link.line.send(message), link.ours.close()))
    assert _read(link.heard()) == [message]
    sending.join()


def test_a_line_that_is_gone_says_so(make_link: MakeLink) -> None:
    link = make_link()
    link.line.ws.connected = False
    with pytest.raises(OSError, match=r"^$"):
        link.line.send("4")


def test_a_free_line_is_written_to_at_once_and_a_waiting_one_in_its_order(make_link: MakeLink) -> None:
    link = make_link()
    link.send("first")
    assert link.socket.queue.empty()
    link.socket.queue.put(Packet(MESSAGE, "second"))
    link.send("third")
    assert link.socket.queue.qsize() == 2
    link.write()
    link.ours.close()
    assert _read(link.heard()) == ["4first", "4second", "4third"]


def test_what_a_slow_line_does_not_take_at_once_comes_before_what_follows(make_link: MakeLink) -> None:
    link = make_link(buffer=4096)
    long = "x" * 1_000_000
    link.send(long)
    assert link.socket.queue.qsize() == 1
    for number in range(50):
        link.send(f"after {number}")
    writing = gevent.spawn(link.write, close=True)
    assert _read(link.heard()) == [f"4{long}", *(f"4after {number}" for number in range(50))]
    writing.join()


def test_while_its_writer_is_sending_a_line_takes_nothing_past_it(make_link: MakeLink) -> None:
    link = make_link(buffer=4096)
    link.socket.queue.put(Packet(MESSAGE, "y" * 1_000_000))
    writing = gevent.spawn(link.write)
    gevent.sleep(0)
    assert link.socket.queue.empty()
    assert link.line.busy
    link.send("later")
    assert link.socket.queue.qsize() == 1
    ending = gevent.spawn(link.write, close=True, after=writing)
    assert [text[:2] for text in _read(link.heard())] == ["4y", "4l"]
    ending.join()


@pytest.mark.parametrize(
    "end",
    [
        lambda link: setattr(link.socket, "closing", True),
        lambda link: setattr(link.socket, "upgraded", False),
        lambda link: setattr(link.line.ws, "connected", False),
        lambda link: link.ours.close(),
    ],
)
def test_a_line_that_is_ending_or_not_yet_open_is_left_to_its_queue(
    make_link: MakeLink, end: Callable[["_Link"], None]
) -> None:
    link = make_link()
    end(link)
    link.send("late")
    assert link.socket.queue.qsize() == 1


def test_a_line_that_was_silent_too_long_is_ended_and_others_go_on(make_link: MakeLink) -> None:
    """As Engine.IO's own way: it ends the line and passes on; only a line that was ended before is an error."""
    link = make_link()

    def ends() -> bool:
        link.socket.closed = True
        return False

    link.socket.check_ping_timeout = ends
    link.send("late")
    assert link.socket.queue.empty()


def test_a_line_that_ended_is_forgotten(make_link: MakeLink) -> None:
    link = make_link()
    line = weakref.ref(link.line)
    del link.line
    gc.collect()
    assert line() is None
    link.send("late")
    assert link.socket.queue.qsize() == 1


def test_a_push_to_somebody_unknown_is_left_to_the_server(make_link: MakeLink) -> None:
    link = make_link()
    link.send("nobody", sid="other")
    assert link.queued == [("other", "nobody")]


class _Driver:
    """What Engine.IO's driver offers to build on: a simple-websocket connection as `ws`."""

    def __init__(self, handler: Callable[[object], object]) -> None:
        self.app = handler


class _Socket:
    """Engine.IO's end of a line, as far as sending is concerned."""

    def __init__(self) -> None:
        self.sid = "line"
        self.closed = self.closing = False
        self.upgraded = True
        self.queue = JoinableQueue()
        self.check_ping_timeout: Callable[[], bool] = lambda: True

    def handler(self, ws: object) -> object:
        return ws


class _Link:
    """A line from end to end, the server's way to it, and what its server was left to queue."""

    def __init__(self, buffer: int) -> None:
        self.ours, self.theirs = socket.socketpair()
        if buffer:
            self.ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, buffer)
        self.socket, self.queued = _Socket(), list[tuple[str, Any]]()
        lines = Lines()
        self.line = lines.driver(_Driver)(self.socket.handler)
        self.line.ws = SimpleNamespace(connected=True, sock=self.ours)
        self._straight = lines.straight(SimpleNamespace(sockets={"line": self.socket}, send_packet=self._queue))

    def send(self, text: str, sid: str = "line") -> None:
        """As the server does."""
        self._straight(sid, Packet(MESSAGE, text))

    def write(self, *, close: bool = False, after: gevent.Greenlet | None = None) -> None:
        """As the line's writer does, until the queue is empty; then close our end."""
        if after is not None:
            after.join()
        while not self.socket.queue.empty():
            self.line.send(self.socket.queue.get().encode())
        if close:
            self.ours.close()

    def heard(self) -> bytes:
        """All that arrives until our end is closed."""
        heard = bytearray()
        with self.theirs:
            while part := self.theirs.recv(50_000):
                heard += part
                gevent.sleep(0)
        return bytes(heard)

    def _queue(self, sid: str, packet: Packet) -> None:
        if sid == "line":
            self.socket.queue.put(packet)
        else:
            self.queued.append((sid, packet.data))
