"""The roll: which line sits in which room. The port and its adapter in memory (one process)."""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Seat:
    """One line in one room. `shown` is what others see of its person (name, partner, role); `since` is Unix seconds."""

    sid: str
    room: str
    person: str
    session: str
    since: float = 0.0
    shown: Mapping[str, Any] = field(default_factory=dict)


class Roll(Protocol):
    """Where seats are kept. A room's name already carries its namespace."""

    def enter(self, seat: Seat) -> bool:
        """Keep the seat; True when its person had no other line in the room."""

    def leave(self, room: str, sid: str) -> bool:
        """Forget the seat; True when it was the person's last line in the room."""

    def drop(self, sid: str) -> list[Seat]:
        """Forget the line everywhere; the seats whose person has left a room by that."""

    def touch(self, sid: str) -> None:
        """The line is alive."""

    def seats(self, room: str) -> list[Seat]:
        """Every line in the room, in the order they came."""

    def rooms(self, sid: str) -> list[str]:
        """The rooms the line is in."""


def one_each(seats: Iterable[Seat]) -> list[Seat]:
    """One seat a person: the first."""
    first: dict[str, Seat] = {}
    for seat in seats:
        first.setdefault(seat.person, seat)
    return list(first.values())


class MemoryRoll:
    """The roll of one process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rooms: dict[str, dict[str, Seat]] = {}
        self._lines: dict[str, set[str]] = {}

    def enter(self, seat: Seat) -> bool:
        """See `Roll.enter`. Entering again keeps the place in the order."""
        with self._lock:
            room = self._rooms.setdefault(seat.room, {})
            new = all(other.person != seat.person for other in room.values())
            known = room.get(seat.sid)
            room[seat.sid] = replace(seat, since=known.since) if known else seat
            self._lines.setdefault(seat.sid, set()).add(seat.room)
            return new

    def leave(self, room: str, sid: str) -> bool:
        """See `Roll.leave`."""
        with self._lock:
            return self._leave(room, sid) is not None

    def drop(self, sid: str) -> list[Seat]:
        """See `Roll.drop`."""
        with self._lock:
            gone = [self._leave(room, sid) for room in sorted(self._lines.get(sid, ()))]
            return [seat for seat in gone if seat]

    def touch(self, sid: str) -> None:
        """Nothing to do: a line of this process is dropped when it ends."""

    def seats(self, room: str) -> list[Seat]:
        """See `Roll.seats`."""
        with self._lock:
            return list(self._rooms.get(room, {}).values())

    def rooms(self, sid: str) -> list[str]:
        """See `Roll.rooms`."""
        with self._lock:
            return sorted(self._lines.get(sid, ()))

    def _leave(self, name: str, sid: str) -> Seat | None:
        room = self._rooms.get(name, {})
        seat = room.pop(sid, None)
        self._lines.get(sid, set()).discard(name)
        if not self._lines.get(sid):
            self._lines.pop(sid, None)
        if not room:
            self._rooms.pop(name, None)
        if seat is None or any(other.person == seat.person for other in room.values()):
            return None
        return seat
