"""Nothing kept here names one person's machine or one mirror of a package registry."""

import re

from tests.support import house

# Put together from parts: this file is among those that are read.
HOSTS = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("registry", "npmjs", "org"),
            ("files", "pythonhosted", "org"),
            ("pypi", "org"),
            ("deb", "debian", "org"),
        )
    ),
    re.IGNORECASE,
)
FOLDERS = re.compile(r"(?<![\w.~-])/(?:work|root|Users|home/\w+/|tmp/)" + r"(?=/|\b)")
QUOTED_IN_A_TEST = {"tests/architecture/test_committed_text.py"}


def _found(pattern):
    return [
        f"{house.name(path)}:{number}"
        for path in house.files()
        if house.name(path) not in QUOTED_IN_A_TEST
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_registry_is_named():
    assert _found(HOSTS) == []


def test_no_folder_of_one_machine_is_named():
    assert _found(FOLDERS) == []


def test_the_patterns_do_find_something():
    assert HOSTS.search("https://" + "PyPI" + ".org" + "/simple")
    assert FOLDERS.search(f"see /{chr(119)}ork/main")
    assert not FOLDERS.search("templates/home/index.html")
