"""On a practice's page: the ledger, the map of where it travelled, and what one's own city can say."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.drawing import draw
from infocus.networks.models import Partner
from infocus.practices.models import Practice
from infocus.practices.transfers import services
from infocus.practices.transfers.forms import TransferForm, transfer_form
from infocus.practices.transfers.ledger import ledger, names_people, own_cities, transfer_of
from infocus.practices.transfers.models import OPENED, Stage, Transfer
from infocus.practices.transfers.views.choosing import mentors_for, own_records
from infocus.practices.transfers.words import STAGES
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.addresses import to_record
from infocus.records.panels import Panel, record_panel
from infocus.records.policy import may_read
from infocus.records.urls import record_path


@dataclass(frozen=True, slots=True)
class Way:
    """A line of a map, from one mark to another."""

    x1: int
    y1: int
    x2: int
    y2: int


@record_panel(Practice, 10)
def who_uses_it(actor: Actor, practice: Practice) -> Panel | None:
    """The ledger with its map; for those who speak for another city also what they can say."""
    rows = ledger(practice)
    may = allows(actor, Permission.MARK_ADOPTION, practice)
    if not rows and not may:
        return None
    own = own_cities(actor, practice) if may else []
    said = {row.partner_id: row for row in rows}
    cities = [row.partner for row in rows if row.partner is not None]
    drawing = draw([*([practice.partner] if practice.partner else []), *cities]) if cities else None
    pins = {pin.partner.id: pin for pin in drawing.pins} if drawing else {}
    start = pins.get(practice.partner_id or "")
    context = {
        "rows": rows,
        "in_use": sum(row.in_use for row in rows),
        "names": names_people(actor, practice),
        "opens": {row.id: record_path(row) for row in rows if may_read(actor, row)},
        "silent": [city for city in own if city.id not in said],
        "said": [said[city.id] for city in own if city.id in said],
        "stages": STAGES,
        "drawing": drawing if len(pins) > 1 else None,
        "ways": [Way(start.x, start.y, pin.x, pin.y) for pin in pins.values() if start and pin is not start],
    }
    return Panel("practices/transfers/panel.html", context, toc=("used", _("Who uses it")))


@blueprint.post("/<network>/practices/<handle>/interest")
@requires(Permission.MARK_ADOPTION)
def mark_interest(network: str, handle: str) -> ResponseReturnValue:
    """One click: the city wants to know more. It never takes a transfer back to its beginning."""
    with unit_of_work():
        practice = the_practice(network, handle)
        require(current_actor(), Permission.MARK_ADOPTION, practice)
        city = request.form.get("partner") or own_cities(current_actor(), practice)[0].slug
        stored = next((row for row in ledger(practice) if row.partner and row.partner.slug == city), None)
        if stored is None:
            stored = services.mark(current_actor(), practice, Stage.INTERESTED, partner=city)
        place = stored.place
    flash(_("Kept. The city that wrote the practice is told."), "success")
    return to_record(the_practice(network, handle), place)


@blueprint.post("/<network>/practices/<handle>/borrowed")
@requires(Permission.MARK_ADOPTION)
def mark_borrowed(network: str, handle: str) -> ResponseReturnValue:
    """The city took something without a plan; it is asked once, half a year later, whether it used it."""
    practice = the_practice(network, handle)
    try:
        with unit_of_work():
            practice, note = the_practice(network, handle), request.form.get("note", "")
            city = request.form.get("partner") or None
            place = services.mark(current_actor(), practice, Stage.BORROWED, note, partner=city).place
    except Invalid as error:
        message, practice = " ".join(error.fields.values()), the_practice(network, handle)
        page = render_template(
            "practices/transfers/borrow.html",
            practice=practice,
            path=record_path(practice),
            cities=own_cities(current_actor(), practice),
            error=message,
        )
        return page, 422
    flash(_("Kept. In half a year one mail asks whether you used it."), "success")
    return to_record(the_practice(network, handle), place)


@blueprint.route("/<network>/practices/<handle>/transfers/new", methods=["GET", "POST"])
@requires(Permission.MARK_ADOPTION)
def open_transfer(network: str, handle: str) -> ResponseReturnValue:
    """Open a transfer of this practice to one's own city."""
    practice = the_practice(network, handle)
    require(current_actor(), Permission.MARK_ADOPTION, practice)
    cities = own_cities(current_actor(), practice)
    asked = request.values.get("partner")
    cities = [city for city in cities if city.slug == asked] or cities
    stored = transfer_of(practice.id, cities[0].id) if len(cities) == 1 else None
    if stored is not None and stored.state in OPENED:
        return to_record(stored, "/edit")
    form, status = _form(practice, cities, stored), 200
    if request.method == "POST":
        status = 422
        try:
            if form.validate():
                with unit_of_work():
                    practice, values = the_practice(network, handle), form.values()
                    stage, note = values.pop("stage"), values.pop("note")
                    city = form.partner.data
                    made = services.mark(current_actor(), practice, stage, note, partner=city, more=values)
                    answer = to_record(made)
                flash(_("The transfer is open. Both cities are told."), "success")
                return answer
        except Invalid as error:
            form.take_errors(error)
    return _page(the_practice(network, handle), form), status


def _form(practice: Practice, cities: Sequence[Partner], stored: Transfer | None) -> TransferForm:
    mentor = practice.partner.slug if practice.partner else ""
    own = [record for city in cities for record in own_records(current_actor(), city.id)]
    return transfer_form(stored, cities, mentors_for(practice.network, cities), own, mentor)


def _page(practice: Practice, form: TransferForm) -> str:
    return render_template(
        "practices/transfers/edit.html", practice=practice, form=form, transfer=None, path=record_path(practice)
    )


@blueprint.post("/<network>/practices/<handle>/adoption/remove")
@requires(Permission.MARK_ADOPTION)
def take_back(network: str, handle: str) -> ResponseReturnValue:
    """Take back what one's city said."""
    with unit_of_work():
        practice = the_practice(network, handle)
        services.take_back(current_actor(), practice, partner=request.form.get("partner"))
    flash(_("Taken back."), "success")
    return to_record(the_practice(network, handle), "#used")
