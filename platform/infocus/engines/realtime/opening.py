"""Opens the realtime engine of an app."""

from flask import Flask

from infocus.engines.realtime.port import Gate, Limits, SocketRegistry
from infocus.engines.realtime.socketio import SocketIORealtime


def open_realtime(
    app: Flask, registry: SocketRegistry, gate: Gate, redis_url: str = "", limits: Limits | None = None
) -> SocketIORealtime:
    """Serve every namespace of ``registry`` on ``app``; with ``redis_url`` together with its other processes."""
    return SocketIORealtime(app, registry, gate, redis_url, limits)
