"""Binding the adapter."""

from pathlib import Path

from infocus.engines.typesetting.port import Typesetter
from infocus.engines.typesetting.typst_child import TypstTypesetter


def open_typesetter(root: Path) -> Typesetter:
    """The typesetter that uses the templates and pictures of the checkout at ``root``."""
    return TypstTypesetter(root / "templates", root / "static" / "img")
