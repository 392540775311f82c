"""What people outside the code rely on is written down, and what is written down exists."""

import dataclasses
import re

import click
import pytest

from infocus.cli import main
from infocus.core.permissions import Permission
from infocus.settings import PREFIX, Settings
from tests.support.house import DOCS, ROOT

SETTINGS = {f"{PREFIX}{field.name.upper()}" for field in dataclasses.fields(Settings)}
FRAMEWORK = {"run", "shell", "routes", "db", "spec", "limiter"}  # commands that Flask and its extensions bring


def _text(name):
    return (DOCS / name).read_text("utf-8")


def _first_cells(text):
    """The names in backquotes that begin the rows of the page's tables."""
    return {name for row in re.findall(r"^\|([^|]+)\|", text, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)}


def test_every_setting_is_explained():
    assert SETTINGS - _first_cells(_text("settings.md")) == set()


def test_every_explained_setting_exists():
    assert {name for name in _first_cells(_text("settings.md")) if name.startswith(PREFIX)} - SETTINGS == set()


@pytest.mark.parametrize("field", dataclasses.fields(Settings), ids=lambda field: field.name)
def test_every_setting_explains_itself(field):
    assert field.metadata["doc"]


def test_every_permission_is_explained():
    assert _first_cells(_text("permissions.md")) == {permission.value for permission in Permission}


@pytest.fixture
def commands(any_app):
    return {
        name
        for group in (main, any_app.cli)
        for first, command in group.commands.items()
        if first not in FRAMEWORK
        for name in _names(first, command)
    }


def _names(path, command):
    """The command as it is typed; a group is each of its own."""
    if not isinstance(command, click.Group):
        return {path}
    return {name for last, inner in command.commands.items() for name in _names(f"{path} {last}", inner)}


def test_every_command_is_explained(commands):
    text = _text("operations.md")
    assert {name for name in commands if f"`infocus {name}" not in text} == set()


def test_every_explained_command_exists(commands):
    named = {name for name in _first_cells(_text("operations.md")) if name.startswith("infocus ")}
    spoken = {" ".join(word for word in name.split()[1:] if word.islower()) for name in named}
    assert spoken - commands == set()


def test_every_socket_event_is_explained(any_app):
    text = _text("realtime.md")
    events = {
        event.name for namespace in any_app.extensions["infocus.sockets"].namespaces for event in namespace.events
    }
    assert {name for name in events if f"`{name}`" not in text} == set()


def test_every_make_target_named_in_the_readme_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", (ROOT / "README.md").read_text("utf-8"))) - targets == set()


def test_links_between_the_pages_lead_somewhere():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
