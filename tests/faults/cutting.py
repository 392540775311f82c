"""A TCP proxy that cuts connections when told to, as municipal networks do."""

import contextlib
import random
import socket
import threading


class CuttingProxy:
    """Forwards a port of 127.0.0.1 to another one; ``cut`` breaks some of the open connections without a word.

    Everybody who comes through it reaches the same server (a sticky proxy gives each client one of these) until it is
    pointed to another. With ``websockets=False`` it hangs up on who asks for one.
    """

    def __init__(self, target: int, chance: random.Random, *, websockets: bool = True) -> None:
        self.target = target
        self._websockets = websockets
        self._chance = chance
        self._open: list[tuple[socket.socket, socket.socket]] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self, share: float) -> int:
        """Break this share of the open connections; returns how many."""
        with self._lock:
            chosen = [pair for pair in self._open if self._chance.random() < share]
            self._open = [pair for pair in self._open if pair not in chosen]
        for pair in chosen:
            _close(*pair)
        return len(chosen)

    def close(self) -> None:
        """End everything."""
        self._listener.close()
        self.cut(2.0)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self.target), timeout=5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self._lock:
                self._open.append((near, far))
            threading.Thread(target=self._outward, args=(near, far), daemon=True).start()
            threading.Thread(target=_pump, args=(far, near), daemon=True).start()

    def _outward(self, near: socket.socket, far: socket.socket) -> None:
        if self._websockets:
            _pump(near, far)
            return
        with contextlib.suppress(OSError):
            while data := near.recv(65_536):
                if b"upgrade: websocket" in data.lower():
                    break
                far.sendall(data)
        _close(near, far)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            sink.sendall(data)
    _close(source, sink)


def _close(*pair: socket.socket) -> None:
    for one in pair:
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()
