"""Front-end files: built by esbuild into static/dist with hashed names, served with a long life."""

import json
from pathlib import Path

from flask import Flask


class Assets:
    """Logical name → address, read from the build's manifest again when it changes."""

    def __init__(self, folder: Path) -> None:
        self._manifest = folder / "manifest.json"
        self._read_at = 0.0
        self._names: dict[str, str] = {}

    def url(self, name: str) -> str:
        """The address of a built file; the unbuilt name when the build is missing, so that pages still open."""
        try:
            changed_at = self._manifest.stat().st_mtime
        except FileNotFoundError:
            return f"/static/dist/{name}"
        if changed_at != self._read_at:
            self._names, self._read_at = json.loads(self._manifest.read_text("utf-8")), changed_at
        return f"/static/dist/{self._names.get(name, name)}"


def init_app(app: Flask, root: Path) -> None:
    """Give templates ``asset('main.css')``."""
    app.jinja_env.globals["asset"] = Assets(root / "static" / "dist").url
