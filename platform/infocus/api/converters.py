"""The parts of an address: what cannot be an id or a short name leads nowhere, and never reaches the database."""

from werkzeug.routing import BaseConverter

from infocus.core.ids import LENGTH


class RecordIdConverter(BaseConverter):
    """An id."""

    regex = rf"[0-9a-hjkmnp-tv-z]{{{LENGTH}}}"


class SlugConverter(BaseConverter):
    """A short name."""

    regex = r"[a-z0-9-]{1,60}"


CONVERTERS: dict[str, type[BaseConverter]] = {"record_id": RecordIdConverter, "slug": SlugConverter}
