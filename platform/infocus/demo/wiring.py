"""Registers what the worker and /readyz need of the demo; its content stays out of the web process."""

from flask import Flask

from infocus.core import health
from infocus.demo import jobs


def register(app: Flask) -> None:
    """Bind to the app."""
    health.checks(app)["demo"] = jobs.files_are_made
