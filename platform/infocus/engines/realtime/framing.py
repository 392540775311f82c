"""How a message leaves over WebSocket: framed once for everybody who gets it, and written to its last byte."""

import os
from collections.abc import Callable
from typing import Any
from weakref import WeakValueDictionary

from wsproto.frame_protocol import FrameProtocol


class Framer:
    """Frames of a server's messages (RFC 6455, section 5.1: not masked, so the same for each receiver).

    The newest is kept: a push hands the very same text to every line of a room, one after the other.
    """

    def __init__(self) -> None:
        self._protocol = FrameProtocol(client=False, extensions=[])
        self._message: str | bytes | None = None
        self._frame = b""

    def frame(self, message: str | bytes) -> bytes:
        """The frame that carries ``message`` whole."""
        if message is not self._message:
            self._frame = bytes(self._protocol.send_data(message))
            self._message = message
        return self._frame


class _Rest(bytes):
    """What a line's buffer did not take of a frame: its writer sends it as it is, before all that follows."""

    def encode(self) -> "_Rest":
        """Itself: the writer asks every packet for its encoding."""
        return self


class Lines:
    """The WebSocket lines of a server: its driver's, and the straight way to them.

    Engine.IO has a queue and a writer for each line. A push into a room of a hundred wakes a hundred writers, which
    costs three times what the sending does. Where nothing waits in a line's queue and its writer rests, `straight`
    writes the frame itself, as far as the line takes it without waiting; everything else goes through the queue. That
    is safe where writers are greenlets: between a look at the queue and the write nobody else has their turn.
    """

    def __init__(self) -> None:
        self._framer = Framer()
        self._of: WeakValueDictionary[str, Any] = WeakValueDictionary()

    def driver(self, driver: type[Any]) -> type[Any]:
        """An Engine.IO WebSocket like ``driver`` (over simple-websocket) that sends by one `Framer` for all lines.

        simple-websocket frames anew for each line, and sends once: what a slow line's buffer does not take would be
        missing, and the rest of the stream unreadable.
        """

        def begin(line: Any, handler: Any, *more: Any, **options: Any) -> None:
            driver.__init__(line, handler, *more, **options)
            line.busy = False
            self._of[handler.__self__.sid] = line  # the handler is a method of Engine.IO's socket

        def send(line: Any, message: str | bytes) -> None:
            """Raises ``OSError`` when the line is gone, as Engine.IO expects."""
            if not line.ws.connected:
                raise OSError
            frame = message if isinstance(message, _Rest) else self._framer.frame(message)
            line.busy = True
            try:
                sent = line.ws.sock.send(frame)  # nearly always all of it, at half of what ``sendall`` costs
                if sent < len(frame):
                    line.ws.sock.sendall(frame[sent:])
            finally:
                line.busy = False

        return type("Framed", (driver,), {"__init__": begin, "send": send})

    def straight(self, server: Any) -> Callable[[str, Any], None]:
        """``send_packet(sid, packet)`` of this Engine.IO server, by the straight way where it is free."""
        queued = server.send_packet

        def send_packet(sid: str, packet: Any) -> None:
            line, socket = self._of.get(sid), server.sockets.get(sid)
            if line is None or socket is None or not self._write(line, socket, packet):
                queued(sid, packet)

        return send_packet

    def _write(self, line: Any, socket: Any, packet: Any) -> bool:
        """Whether nothing is left to do: the packet went out, is on its way, or its line was silent too long."""
        gone = socket.closed or socket.closing or not line.ws.connected
        if gone or line.busy or not socket.upgraded or not socket.queue.empty():
            return False
        if not socket.check_ping_timeout():  # which ends the line; to queue for an ended one is an error
            return True
        frame = self._framer.frame(packet.encode())
        try:
            sent = os.write(line.ws.sock.fileno(), frame)
        except OSError:  # full, or gone: the writer finds out
            return False
        if sent < len(frame):
            socket.queue.put(_Rest(frame[sent:]))
        return True
