"""The page of somebody who is asked by mail and needs no account: shown in their language, kept by nobody."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from infocus.accounts.asked import AskedByMail
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.i18n import locale_of
from infocus.core.limits import limits

TRIES = "30/minute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A feature's question: how it is found, what an answer does, and its pages.

    ``find(key)`` raises ``NotFound``; ``decide(key, verdict, words)`` runs in a unit of work and raises ``NotFound``,
    ``Invalid``, ``Conflict``; ``page(key, error, typed)`` and ``after(key, verdict)`` are rendered in the language.
    """

    find: Callable[[str], AskedByMail]
    decide: Callable[[str, str, str], object]
    page: Callable[[str, str, str], str]
    after: Callable[[str, str], str]


def asked_page(key: str, question: Question) -> ResponseReturnValue:
    """Show the page, or take the answer that was sent; a key that leads nowhere (any more) says so."""
    limits().hit(TRIES, "agree", request.remote_addr or "")
    try:
        language = question.find(key).language
        with force_locale(locale_of(language)):
            return _answered(key, question) if request.method == "POST" else _bare(question.page(key, "", ""), 200)
    except NotFound:
        return _bare(render_template("accounts/asked_closed.html"), 404)


def _answered(key: str, question: Question) -> ResponseReturnValue:
    verdict, words = request.form.get("verdict", ""), request.form.get("words", "")
    try:
        with unit_of_work():
            question.decide(key, verdict, words)
    except (Invalid, Conflict) as error:
        return _bare(question.page(key, error.message, words), 422)
    return _bare(question.after(key, verdict), 200)


def _bare(page: str, status: int) -> ResponseReturnValue:
    """A page behind a key: kept by nobody, told to nobody."""
    answer = make_response(page, status)
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
