"""Gettext for templates: a page says a few hundred phrases, so that Jinja's and Flask-Babel's way costs a fifth of it.

The same answers as theirs, in one call instead of five; phrases without values are kept ready for the page.
"""

from flask import Flask
from flask_babel import get_locale, get_translations
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

MOST = 20_000
"""Phrases kept, over all languages: the interface has fewer; whatever else is asked for is said without keeping it."""
_Key = tuple[str, str | None, bool, str]
_ready: dict[_Key, str] = {}


@pass_eval_context
def say(context: EvalContext, phrase: str, /, **values: object) -> str:
    """The phrase in the reader's language with its values filled in; safe HTML where the template escapes."""
    if values:
        return _translated(phrase, escapes=context.autoescape) % values
    locale = get_locale()
    key = (locale.language, locale.territory, context.autoescape, phrase) if locale else None
    known = _ready.get(key) if key else None
    if known is not None:
        return known
    said = _translated(phrase, escapes=context.autoescape) % values  # "%%" becomes "%", as with values
    if key and len(_ready) < MOST:
        _ready[key] = said
    return said


def _translated(phrase: str, *, escapes: bool) -> str:
    kind = Markup if escapes else str  # a phrase is the house's own text, and may hold markup; its values are escaped
    return kind(get_translations().gettext(phrase))


def init_app(app: Flask) -> None:
    """Let templates say ``_("…")`` this way."""
    app.jinja_env.globals.update(_=say, gettext=say)
