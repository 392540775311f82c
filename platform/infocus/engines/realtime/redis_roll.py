"""The roll of several processes, in Redis: one hash a room. With Redis away each process knows its own lines."""

import json
import time
from dataclasses import asdict, replace
from typing import Any, cast

import redis
import structlog

from infocus.engines.realtime.roll import MemoryRoll, Seat

STALE_SECONDS = 45.0
"""A line of a killed process is forgotten after this long without a heartbeat (the clients send one every 10 s)."""

log = structlog.get_logger(__name__)


class RedisRoll:
    """`MemoryRoll` for the process's own lines, and a copy of each seat in Redis for the others to read."""

    def __init__(self, url: str, prefix: str = "infocus:roll:") -> None:
        self._own = MemoryRoll()
        self._prefix = prefix
        self._redis: redis.Redis = redis.Redis.from_url(url, socket_timeout=2.0, socket_connect_timeout=2.0)

    def enter(self, seat: Seat) -> bool:
        """See `Roll.enter`."""
        new_elsewhere = all(other.person != seat.person for other in self._elsewhere(seat.room))
        new_here = self._own.enter(seat)
        self._write(seat)
        return new_here and new_elsewhere

    def leave(self, room: str, sid: str) -> bool:
        """See `Roll.leave`."""
        seat = next((s for s in self._own.seats(room) if s.sid == sid), None)
        last_here = self._own.leave(room, sid)
        self._erase(room, sid)
        return last_here and seat is not None and self._gone_elsewhere(seat)

    def drop(self, sid: str) -> list[Seat]:
        """See `Roll.drop`."""
        rooms = self._own.rooms(sid)
        gone = self._own.drop(sid)
        for room in rooms:
            self._erase(room, sid)
        return [seat for seat in gone if self._gone_elsewhere(seat)]

    def touch(self, sid: str) -> None:
        """Say again that the line is alive, so that other processes keep it on the roll."""
        for room in self._own.rooms(sid):
            for seat in self._own.seats(room):
                if seat.sid == sid:
                    self._write(seat)

    def seats(self, room: str) -> list[Seat]:
        """See `Roll.seats`."""
        return sorted(self._own.seats(room) + self._elsewhere(room), key=lambda seat: (seat.since, seat.sid))

    def rooms(self, sid: str) -> list[str]:
        """The rooms of a line of this process."""
        return self._own.rooms(sid)

    def _gone_elsewhere(self, seat: Seat) -> bool:
        return all(other.person != seat.person for other in self._elsewhere(seat.room))

    def _elsewhere(self, room: str) -> list[Seat]:
        own = {seat.sid for seat in self._own.seats(room)}
        try:
            stored = cast("dict[bytes, bytes]", self._redis.hgetall(self._prefix + room))
        except redis.RedisError as error:
            log.warning("roll_unreachable", error=str(error))
            return []
        found = [json.loads(raw) for raw in stored.values()]
        oldest = time.time() - STALE_SECONDS
        return [_seat(room, row) for row in found if row["seen"] >= oldest and row["sid"] not in own]

    def _write(self, seat: Seat) -> None:
        row = asdict(replace(seat, shown=dict(seat.shown))) | {"seen": time.time()}
        try:
            pipe = self._redis.pipeline(transaction=False)
            pipe.hset(self._prefix + seat.room, seat.sid, json.dumps(row))
            pipe.expire(self._prefix + seat.room, 86_400)
            pipe.execute()
        except redis.RedisError as error:
            log.warning("roll_unreachable", error=str(error))

    def _erase(self, room: str, sid: str) -> None:
        try:
            self._redis.hdel(self._prefix + room, sid)
        except redis.RedisError as error:
            log.warning("roll_unreachable", error=str(error))


def _seat(room: str, row: dict[str, Any]) -> Seat:
    return Seat(row["sid"], room, row["person"], row["session"], row["since"], row["shown"])
