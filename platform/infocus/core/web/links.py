"""Absolute addresses for mails and feeds: they come from the settings, never from a Host header."""

from typing import Any

from flask import current_app

from infocus.settings import Settings


def base_url() -> str:
    """The address of this installation, without a slash at the end."""
    settings: Settings = current_app.extensions["infocus.settings"]
    return settings.base_url


def absolute(endpoint: str, **values: Any) -> str:
    """The address of a page with its host; works in jobs and commands as well as in requests."""
    return base_url() + current_app.url_map.bind("").build(endpoint, values)
