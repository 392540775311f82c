"""Templates stay compiled from one process to the next, as Python's modules do: compiling them all takes two seconds.

A compiled template counts while its source and what Jinja was told (filters, tests, options) are the same.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import jinja2
from flask import Flask
from jinja2.bccache import Bucket

_OPTIONS = ("autoescape", "trim_blocks", "lstrip_blocks", "optimized")


class Compiled(jinja2.FileSystemBytecodeCache):
    """Jinja's own cache; a disk that is full keeps nothing and breaks no page."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one template, if there is room."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def init_app(app: Flask, folders: Iterable[Path]) -> None:
    """Keep compiled templates in the first of these folders that can be written to; after all filters are known."""
    env = app.jinja_env
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            if os.access(folder, os.W_OK):
                env.bytecode_cache = Compiled(str(folder), f"{_told(env)}-%s.jinja")
                return


def _told(env: jinja2.Environment) -> str:
    """A short digest of what the compiled code depends on besides the source."""
    known = [(name, getattr(each, "jinja_pass_arg", None)) for name, each in (*env.filters.items(), *env.tests.items())]
    options = [(name, getattr(env, name)) for name in _OPTIONS if not callable(getattr(env, name))]
    told = (jinja2.__version__, sorted(env.extensions), options, sorted(known, key=str))
    return hashlib.sha256(str(told).encode()).hexdigest()[:12]
