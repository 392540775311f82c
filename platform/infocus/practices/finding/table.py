"""The list of practices as rows for a spreadsheet."""

import time
from collections.abc import Iterator, Sequence
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.i18n import language_name
from infocus.core.web.links import base_url
from infocus.networks.models import Network, Partner
from infocus.networks.words import country_name
from infocus.practices.finding.queries import LAST_VERIFIED, Filters, columns_of
from infocus.practices.finding.words import word_of
from infocus.practices.models import Practice
from infocus.practices.transfers.ledger import cities_using
from infocus.records.models import Record
from infocus.records.terms import terms_of
from infocus.records.urls import path_of
from infocus.vocabularies.registry import label

MOST = 10_000
"""Practices of one table."""
AT_ONCE = 200
"""Practices read in one go: some 40 ms of processor time, between which the live rooms of the process go on."""


def titles() -> list[str]:
    """The first row."""
    places = [_("Title"), _("Summary"), _("City"), _("Country"), _("Network"), _("Language"), _("State")]
    facts = [_("Themes"), _("Industrial ecosystems"), _("Cost"), _("Time taken"), _("In use in"), _("Last verified")]
    return [*places, *facts, _("Last change"), _("Address")]


def rows(actor: Actor, filters: Filters) -> Iterator[Sequence[object]]:
    """What the filters leave, the newest change first, up to ``MOST``; contents are not read."""
    found = columns_of(actor, filters, Record.id)
    ids = list(db.session.scalars(found.order_by(Record.updated_at.desc(), Record.id.desc()).limit(MOST)))
    for begin in range(0, len(ids), AT_ONCE):
        time.sleep(0)  # under gevent others have their turn
        yield from _some(ids[begin : begin + AT_ONCE])


def _some(ids: Sequence[str]) -> Iterator[Sequence[object]]:
    columns = (Record.id, Record.title, Record.summary, Record.language, Record.state, Record.updated_at)
    query = (
        select(*columns, Practice.cost, Practice.took, LAST_VERIFIED, Network.slug, Partner.label, Partner.country)
        .select_from(Practice)
        .join(Network, Network.id == Record.network_id)
        .outerjoin(Partner, Partner.id == Record.partner_id)
        .where(Record.id.in_(ids))
    )
    by_id = {row[0]: row for row in db.session.execute(query)}
    terms, using = terms_of(ids), cities_using(ids)
    for each in (by_id[one] for one in ids if one in by_id):
        id_, title, summary, language, state, changed, cost, took, verified, network, city, country = each
        yield [
            title,
            summary,
            city or "",
            country_name(country) if country else "",
            network,
            language_name(language),
            word_of("state", state, {}),
            "; ".join(label("work_areas", code) for code in terms[id_]["work_areas"]),
            "; ".join(label("ecosystems", code) for code in terms[id_]["ecosystems"]),
            word_of("cost", cost, {}),
            word_of("time", took, {}),
            using.get(id_, 0),
            _day(verified),
            _day(changed),
            base_url() + path_of(network, Practice.KIND, id_, title),
        ]


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""
