"""The form of a collection; the lines of its picks are fields of the page, named by the pick."""

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField

from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.core.ids import is_id
from infocus.core.numbers import whole
from infocus.practices.collections.content import LINE
from infocus.practices.collections.models import INTRODUCTION_LIMIT, LINE_LIMIT, TITLE_LIMIT, Collection

HEAD = ("title", "introduction", "language", "visibility")
AUDIENCES = {"network": _l("Network"), "all": _l("All networks"), "public": _l("Everyone")}


class CollectionForm(Form):
    """The head of a collection."""

    title = Text(_l("Title"), [Limit(TITLE_LIMIT)])
    introduction = LongText(
        _l("Introduction"),
        [Limit(INTRODUCTION_LIMIT)],
        description=_l("What the practices have in common, and for whom they are. Markdown works."),
    )
    language = SelectField(_l("Language of the text"), choices=options(LANGUAGES.items()))
    visibility = SelectField(
        _l("Who may read it"),
        description=_l("Each reader finds only the practices they may read."),
        validate_choice=False,
    )
    version = HiddenField()

    def values(self) -> dict[str, str]:
        """What was typed, in the shape the service checks."""
        return {name: self[name].data or "" for name in HEAD}

    def seen_version(self) -> int | None:
        """The version the curator was looking at."""
        return whole(self.version.data)


class CollectForm(Form):
    """Which collection a practice goes into, and why."""

    collection = SelectField(_l("Collection"), validate_choice=False)
    line = Text(
        _l("Why it is here"),
        [Limit(LINE_LIMIT)],
        description=_l("One line, for somebody who does not know it yet. You can write it later."),
    )


def collection_form(collection: Collection | None, levels: Sequence[str], language: str = "en") -> CollectionForm:
    """The form with what was sent, else what is stored, else a beginning. ``levels``: how far one may share."""
    data = {"language": language, "visibility": "network"}
    if collection is not None:
        data = {name: getattr(collection, name) for name in HEAD} | {"version": str(collection.version)}
    form = CollectionForm(data=data)
    form.visibility.choices = options((level, AUDIENCES[level]) for level in levels)
    return form


def lines_of(sent: Mapping[str, str]) -> dict[str, str]:
    """Pick id → the line typed for it."""
    named = {name.removeprefix(LINE): text for name, text in sent.items() if name.startswith(LINE)}
    return {key: text for key, text in named.items() if is_id(key)}
