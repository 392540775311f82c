"""The application with a letterbox."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from tests.library.conftest import shelf as _shelf

shelf = _shelf
ADDRESS = "@in.example"


@pytest.fixture
def letterbox(app: Flask) -> Iterator[Flask]:
    """Mail comes in at any address of in.example."""
    settings = app.extensions["infocus.settings"]
    app.extensions["infocus.settings"] = replace(settings, letterbox_address=ADDRESS)
    yield app
    app.extensions["infocus.settings"] = settings
