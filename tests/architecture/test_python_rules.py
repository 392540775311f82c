"""Habits of CONTRIBUTING.md that no linter knows, and that nobody may switch off in a line."""

import ast
import re

import pytest

from tests.support import house

# Spelled in two halves: this file is among those that are read.
SWITCHES = re.compile("|".join(("no" + "qa", "type: " + "ignore", "pragma: no " + "cover", "TO" + "DO", "FIX" + "ME")))
COMMITS = {"platform/infocus/core/db.py"}
INDEX_WRITERS = "platform/infocus/engines/search/"


@pytest.mark.parametrize("folder", ["platform", "tests"])
def test_no_import_inside_a_function(folder):
    found = [
        f"{house.name(path)}:{node.lineno}"
        for path in house.python_files(folder)
        for function in house.functions(house.tree(path))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_only_the_unit_of_work_commits():
    found = [
        f"{house.name(path)}:{node.lineno}"
        for path in house.python_files("platform")
        if house.name(path) not in COMMITS and not house.name(path).startswith(INDEX_WRITERS)
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
    ]
    assert found == []


def test_no_line_switches_a_rule_off():
    found = [
        f"{house.name(path)}:{number}"
        for path in house.python_files("platform", "tests", "migrations")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if SWITCHES.search(line)
    ]
    assert found == []


def test_every_package_says_what_it_is():
    silent = [
        house.name(path)
        for path in house.python_files("platform")
        if path.name == "__init__.py" and not ast.get_docstring(house.tree(path))
    ]
    assert silent == []
