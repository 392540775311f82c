"""A room's client as programs write one: the same pattern as the page's script, in Python."""

import contextlib
import random
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import socketio
from socketio.exceptions import SocketIOError

NAMESPACE = "/reviews"
PACE = 0.04
"""Seconds between two lines of one writer, so that everything happens while they write."""
OVERTAKES, DOUBLES = 0.1, 0.15
"""How often one is held back until the next has gone, and how often one is sent twice at once."""
PASSING = {"rate_limited", "draining", "internal"}


Deed = Callable[["RoomClient"], tuple[str, dict[str, Any]] | None]
"""What to do next: an event and its payload without room and key; ``None`` when there is nothing to do it to."""


@dataclass
class RoomClient:
    """Does its ``deeds`` one after another under keys of their own, and delivers the log in order.

    ``mischief``: what goes wrong on its way: some are sent twice at once, some overtake the one before them.
    """

    url: str
    token: str
    review: str
    transports: list[str]
    deeds: Iterable[Deed]
    mischief: random.Random | None = None
    pace: float = PACE
    acked: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    sent: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    delivered: list[dict[str, Any]] = field(default_factory=list)
    lines: int = 0
    """How many times it came in: once, and again after each line that broke."""
    stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._early: dict[int, dict[str, Any]] = {}
        self._told = 0
        self._lock = threading.RLock()
        self._line: socketio.Client | None = None
        self._threads = [
            threading.Thread(target=self._write, daemon=True),
            threading.Thread(target=self._beat, daemon=True),
        ]

    def start(self) -> None:
        """Connect, write and listen."""
        for thread in self._threads:
            thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether everything was sent and acknowledged in time."""
        self._threads[0].join(seconds)
        return not self._threads[0].is_alive()

    def close(self) -> None:
        """Hang up."""
        self.stop.set()
        self._hang_up()

    @property
    def last(self) -> int:
        """Up to where everything was delivered."""
        return self.delivered[-1]["seq"] if self.delivered else 0

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return self.last >= self._told

    def _write(self) -> None:
        held: list[tuple[str, dict[str, Any]]] = []
        for deed in self.deeds:
            wanted = None if self.stop.is_set() else deed(self)
            if wanted is None:
                continue
            event, fields = wanted
            payload = {"review": self.review, "key": str(uuid.uuid4()), **fields}
            self.sent[payload["key"]] = (event, payload)
            held.append((event, payload))
            if self._roll() < OVERTAKES and len(held) == 1:
                continue  # the next one goes first
            for one in reversed(held):
                self._insist(*one)
            held = []
        for one in held:
            self._insist(*one)

    def _roll(self) -> float:
        return self.mischief.random() if self.mischief else 1.0

    def _insist(self, event: str, payload: dict[str, Any]) -> None:
        """Send it until there is an answer that lasts; sometimes twice at once."""
        if self._roll() < DOUBLES:
            threading.Thread(target=self._ask, args=(event, payload), daemon=True).start()
        while not self.stop.is_set():
            answer = self._ask(event, payload)
            if answer is not None and answer["ok"]:
                self.acked[payload["key"]] = answer
                time.sleep(self.pace)
                return
            if answer is not None and answer["error"]["code"] not in PASSING:
                self.refused[payload["key"]] = answer["error"]["code"]
                return
            time.sleep((answer or {}).get("error", {}).get("retry_after") or 0.1)

    def _beat(self) -> None:
        while not self.stop.wait(0.4):
            answer = self._ask("heartbeat", {"review": self.review, "seq": self.last})
            if answer is not None and answer["ok"]:
                self._hear(answer["last_seq"])
                self._catch_up()

    def _ask(self, event: str, payload: dict[str, Any]) -> dict[str, Any] | None:
        """The acknowledgement; ``None`` when there was none, whatever the reason."""
        line = None
        try:
            line = self._connected()
            answer = line.call(event, payload, namespace=NAMESPACE, timeout=3)
        except (SocketIOError, OSError, ValueError, AttributeError):
            self._hang_up(line)  # it may be half open: nobody says so
            return None
        return answer if isinstance(answer, dict) else None

    def _connected(self) -> socketio.Client:
        """The line in use, or a new one that has joined."""
        with self._lock:
            if self._line is not None and self._line.connected and NAMESPACE in self._line.namespaces:
                return self._line
            self._line = line = socketio.Client(reconnection=False, request_timeout=4)
            line.on("entry", self._take, namespace=NAMESPACE)
            line.connect(
                self.url,
                auth={"token": self.token},
                namespaces=[NAMESPACE],
                transports=self.transports,
                wait_timeout=3,
            )
            joined = line.call("join", {"review": self.review}, namespace=NAMESPACE, timeout=3)
            self._hear(joined["last_seq"])
            self.lines += 1
            return line

    def _hang_up(self, line: socketio.Client | None = None) -> None:
        """Leave a line (the one in use) without waiting for its last poll."""
        with self._lock:
            old = line or self._line
            if old is self._line:
                self._line = None
        if old is not None:
            threading.Thread(target=_disconnect, args=(old,), daemon=True).start()

    def _catch_up(self) -> None:
        while not self.whole:
            page = self._ask("sync", {"review": self.review, "after": self.last, "limit": 50})
            if page is None or not page["ok"] or not page["items"]:
                return
            for entry in page["items"]:
                self._take(entry)

    def _hear(self, seq: int) -> None:
        with self._lock:
            self._told = max(self._told, seq)

    def _take(self, entry: dict[str, Any]) -> None:
        with self._lock:
            self._told = max(self._told, entry["seq"])
            if entry["seq"] > self.last:
                self._early[entry["seq"]] = entry
            while self.last + 1 in self._early:
                self.delivered.append(self._early.pop(self.last + 1))


def _disconnect(line: socketio.Client) -> None:
    with contextlib.suppress(SocketIOError, OSError, ValueError, AttributeError):
        line.disconnect()
