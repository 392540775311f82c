"""Phrases in templates: translated, filled in, escaped where the template escapes."""

from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from flask import Flask, render_template_string
from flask_babel import Domain, force_locale
from jinja2 import Environment

from infocus.core import phrases


def _say(app: Flask, source: str, language: str = "en", **values: object) -> str:
    with app.test_request_context("/"), force_locale(language):
        return render_template_string(source, **values)


def test_a_phrase_is_said_in_the_language_of_the_moment(app: Flask, tmp_path: Path) -> None:
    for language, words in (("de", "Moin"), ("fr", "Salut")):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalogue = Catalog(language)
        catalogue.add("Good day", words)
        with (folder / "messages.mo").open("wb") as file:
            write_mo(file, catalogue)
    with app.test_request_context("/"):
        Domain(str(tmp_path)).as_default()
        for language, said in (("de", "Moin"), ("fr", "Salut"), ("en", "Good day")) * 2:  # the second time kept ready
            with force_locale(language):
                assert render_template_string("{{ _('Good day') }}") == said


def test_values_are_escaped_and_phrases_are_not(app: Flask) -> None:
    assert _say(app, "{{ _('<b>%(name)s</b>', name=name) }}", name="<i>") == "<b>&lt;i&gt;</b>"
    assert _say(app, "{{ _('<b>bold</b>') }}") == "<b>bold</b>"


def test_a_doubled_percent_sign_is_one(app: Flask) -> None:
    assert _say(app, "{{ _('100 %%') }} {{ _('%(n)s %%', n=5) }}") == "100 % 5 %"


def test_plain_text_is_not_escaped(app: Flask) -> None:
    with app.test_request_context("/"):
        plain = app.jinja_env.overlay(autoescape=False)
        assert isinstance(plain, Environment)
        said = plain.from_string("{{ _('Q & A of %(name)s', name=name) }} {{ _('Q & A') }}").render(name="<i>")
    assert said == "Q & A of <i> Q & A"


def test_no_more_phrases_are_kept_than_stated(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "_ready", {})
    monkeypatch.setattr(phrases, "MOST", 1)
    assert _say(app, "{{ _('one') }} {{ _('two') }} {{ _('two') }}") == "one two two"
    assert len(phrases._ready) == 1
