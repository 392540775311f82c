"""The ten languages of the interface: complete, with the same placeholders, and no older than the words in the code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from infocus.core.i18n import LANGUAGES
from tests.support.house import PACKAGE, ROOT

WORDS = PACKAGE / "translations"
OTHERS = sorted(set(LANGUAGES) - {"en"})
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%")


def catalogue(path: Path) -> Catalog:
    """A catalogue as it is kept."""
    with path.open("rb") as file:
        return read_po(file)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_untranslated(language: str) -> None:
    """Every message, every plural form, none of them a guess."""
    found = catalogue(WORDS / language / "LC_MESSAGES" / "messages.po")
    empty = [each.id for each in found if each.id and not all(_forms(each.string))]
    assert empty == []
    assert [each.id for each in found if each.id and each.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_are_kept(language: str) -> None:
    """A translation has the placeholders of its message: the singular may leave out the number."""
    wrong = []
    for each in catalogue(WORDS / language / "LC_MESSAGES" / "messages.po"):
        if not each.id:
            continue
        known = set(PLACEHOLDER.findall(" ".join(_forms(each.id))))
        for form in _forms(each.string):
            extra = set(PLACEHOLDER.findall(form)) - known
            missing = known - set(PLACEHOLDER.findall(form)) - {"%(num)d", "{n}"}
            if extra or missing:
                wrong.append((each.id, form))
    assert wrong == []


def test_the_catalogues_know_every_word_of_the_code(tmp_path: Path) -> None:
    """``make words`` finds nothing that a catalogue lacks."""
    fresh = tmp_path / "messages.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "pyproject.toml"]
    command += ["-k", "_l", "-k", "lazy_gettext", "-k", "_plural:1,2", "-o", str(fresh), "platform", "templates"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    wanted = {each.id for each in catalogue(fresh) if each.id}
    assert len(wanted) > 1_000
    for language in OTHERS:
        known = {each.id for each in catalogue(WORDS / language / "LC_MESSAGES" / "messages.po") if each.id}
        assert wanted - known == set(), language


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str) or text is None else tuple(text)
