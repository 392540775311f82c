"""Files and functions stay small enough to be read on a screen."""

import statistics

import pytest

from tests.support import house

MEDIAN, MOST, FUNCTION = 100, 400, 50
CODE = {".py", ".html", ".js", ".mjs", ".css"}


def _lines(path):
    return len(path.read_text("utf-8").splitlines())


def test_no_file_is_long():
    by_hand = [path for path in house.files() if path.suffix in CODE and path.parent.name != "versions"]
    sizes = {house.name(path): _lines(path) for path in by_hand}
    assert {name: size for name, size in sizes.items() if size > MOST} == {}


def test_the_median_file_is_short():
    sizes = [_lines(path) for path in house.python_files("platform")]
    assert statistics.median(sizes) < MEDIAN


@pytest.mark.parametrize("folder", ["platform", "tests"])
def test_no_function_is_long(folder):
    long = [
        f"{house.name(path)}:{function.lineno} {function.name}"
        for path in house.python_files(folder)
        for function in house.functions(house.tree(path))
        if _body(function) >= FUNCTION
    ]
    assert long == []


def _body(function):
    """Its lines from the name to the end, without the docstring."""
    first, last = function.lineno, function.end_lineno
    opening = function.body[0]
    text = getattr(getattr(opening, "value", None), "value", None)
    doc = opening.end_lineno - opening.lineno + 1 if isinstance(text, str) else 0
    return last - first + 1 - doc
