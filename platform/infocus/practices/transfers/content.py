"""What a city writes into a transfer, checked alike for the form and the API."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.core.ids import is_id
from infocus.networks.models import Partner
from infocus.practices.content import Checker, check_content
from infocus.practices.transfers.models import MONTHS, NOTE_LIMIT, TEXT_LIMIT, TEXTS, Stage, Transfer
from infocus.records.models import Record


def checked(values: Mapping[str, Any], network_id: str, receiver_id: str) -> dict[str, Any]:
    """The columns and months that are in ``values``, clean; what is ``None`` is left out.

    ``mentor``: a city's slug or empty; ``plan_record``: the id of a record of the receiving city or empty.
    Raises ``Invalid`` with every error found.
    """
    given = {name: value for name, value in values.items() if value is not None}
    checker, found = Checker(), dict[str, Any]()
    for name, limit in (("note", NOTE_LIMIT), *((text, TEXT_LIMIT) for text in TEXTS)):
        if name in given:
            found[name] = checker.text(name, given[name], limit)
    if "stage" in given and given["stage"] not in set(Stage):
        checker.errors["stage"] = _("Choose how far your city is from the list.")
    elif "stage" in given:
        found["state"] = str(given["stage"])
    if "mentor" in given:
        found["mentor_id"] = _mentor(checker, given["mentor"], network_id, receiver_id)
    if "plan_record" in given:
        found["plan_record_id"] = _plan_record(checker, given["plan_record"], receiver_id)
    if "evidence" in given:
        found["evidence"] = _evidence(checker, given["evidence"])
    if "months" in given:
        found["months"] = _months(checker, given["months"])
    if checker.errors:
        raise Invalid(checker.errors)
    return found


def _mentor(checker: Checker, slug: object, network_id: str, receiver_id: str) -> str | None:
    if not slug:
        return None
    named = select(Partner.id).where(Partner.network_id == network_id, Partner.slug == str(slug))
    partner_id = db.session.scalar(named)
    if partner_id is None or partner_id == receiver_id:
        checker.errors["mentor"] = _("The mentor is another city of the network.")
    return partner_id


def _plan_record(checker: Checker, record_id: object, receiver_id: str) -> str | None:
    if not record_id:
        return None
    record = db.session.get(Record, str(record_id)) if is_id(str(record_id)) else None
    if record is None or record.partner_id != receiver_id or isinstance(record, Transfer):
        checker.errors["plan_record"] = _("Choose one of your city’s own records.")
        return None
    return record.id


def _evidence(checker: Checker, rows: object) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = check_content({"indicators": rows})["indicators"]
    except Invalid as error:
        checker.errors["evidence"] = " ".join(error.fields.values())
        return []
    return found


def _months(checker: Checker, months: object) -> set[int]:
    try:
        found = {int(month) for month in months} if isinstance(months, (list, tuple, set, frozenset)) else {-1}
    except (TypeError, ValueError):
        found = {-1}
    if found - set(MONTHS):
        checker.errors["months"] = _("Choose from the list.")
    return found
