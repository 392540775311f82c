"""How a message leaves over WebSocket: framed once for everybody who gets it, and written to its last byte."""

from typing import Any

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


def framed(driver: type[Any]) -> type[Any]:
    """An Engine.IO WebSocket like ``driver`` (over simple-websocket) that sends by one `Framer` for all lines.

    simple-websocket frames anew for each line, and sends once: what a slow line's buffer does not take would be
    missing, and the rest of the stream unreadable.
    """
    framer = Framer()

    def send(self: Any, message: str | bytes) -> None:
        """Raises ``OSError`` when the line is gone, as Engine.IO expects."""
        if not self.ws.connected:
            raise OSError
        frame = framer.frame(message)
        sent = self.ws.sock.send(frame)  # nearly always all of it, at half of what ``sendall`` costs
        if sent < len(frame):
            self.ws.sock.sendall(frame[sent:])

    return type("Framed", (driver,), {"send": send})
