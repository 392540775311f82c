"""The hook of views whose form makes something: pressed twice, it is made once."""

from flask import Flask, request

from infocus.core.ids import is_id, new_id
from infocus.core.once import SentBefore, keep_mark, target_of
from infocus.core.web.actor import current_actor

__all__ = ["SentBefore", "init_app", "made_first", "once"]


def init_app(app: Flask) -> None:
    """Pages get a new key for each form (`components/form.html`, `token(once=true)`)."""
    app.jinja_env.globals["once_key"] = new_id


def once(target: str) -> str:
    """The address of what this form made, kept for a second sending. Raises ``SentBefore`` when this is the second.

    It stands last in the view's unit of work; a form without a key is taken as it comes.
    """
    key = request.form.get("once", "")
    if is_id(key):
        keep_mark(current_actor().person, key, target)
    return target


def made_first(sent: SentBefore) -> str:
    """Where the first sending led."""
    return target_of(sent.mark) or "/"
