"""The library's shelf, for feeds of what stands on it."""

from tests.library.conftest import shelf as _shelf

shelf = _shelf
