"""The worker's part: a file that is here whole becomes what it was sent for; what nobody goes on with is forgotten."""

from datetime import timedelta
from typing import Any

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import after_commit, db, unit_of_work
from infocus.core.errors import AppError, Invalid
from infocus.core.events import reacts_to
from infocus.core.i18n import locale_of
from infocus.core.outbox import job
from infocus.core.schedule import periodic
from infocus.engines.bound import engines
from infocus.library.events import FileRead
from infocus.library.uploads import discard, received
from infocus.meetings.arriving import services
from infocus.meetings.arriving.guessing import settle_guess
from infocus.meetings.arriving.models import ArrivalState, ArrivingFile, Purpose
from infocus.meetings.arriving.pieces import joined
from infocus.meetings.importing.services import begin_import, there_already
from infocus.meetings.models import Meeting, Output
from infocus.networks.actors import actor_of_person
from infocus.records.urls import record_path
from infocus.settings import Settings


@job(services.TAKE_IN)
def take_in(payload: dict[str, Any]) -> None:
    """Make an output, or an import, of a file whose last piece arrived; or say why not."""
    with unit_of_work():
        arriving = db.session.get(ArrivingFile, payload["file"])
        if arriving is None or arriving.state != ArrivalState.ARRIVING:
            return
        actor, purpose, name = actor_of_person(arriving.person_id), arriving.purpose, arriving.file_name
        keys = services.pieces_of(arriving.id)
    with force_locale(locale_of(actor.language if actor else "en")):
        if actor is None:
            _refuse(payload["file"], _("This account is closed."))
            return
        try:
            (_as_output if purpose == Purpose.OUTPUT else _as_import)(actor, payload["file"], keys, name)
        except Invalid as error:
            _refuse(payload["file"], str(error))
        except AppError:  # the meeting is gone, the network closed, the role ended
            _refuse(payload["file"], _("You may not add outputs to this meeting any more."))


def _as_output(actor: Actor, arriving_id: str, keys: list[str], name: str) -> None:
    settings: Settings = current_app.extensions["infocus.settings"]
    with joined(keys) as stream, received(stream, name, settings.max_upload_bytes) as upload, unit_of_work():
        arriving = services.get_own(actor, arriving_id, lock=True)
        meeting = db.session.get_one(Meeting, arriving.meeting_id)
        there = there_already(meeting.id, upload.sha256, name)
        if there is not None:  # sent twice, since nobody saw that it had arrived
            services.settle(arriving, ArrivalState.KEPT, target=record_path(db.session.get_one(Output, there)))
            after_commit(lambda: discard(upload))
            return
        output = services.add_as_output(actor, meeting, upload, arriving.values)
        services.settle(arriving, ArrivalState.KEPT, target=record_path(output))


def _as_import(actor: Actor, arriving_id: str, keys: list[str], name: str) -> None:
    settings: Settings = current_app.extensions["infocus.settings"]
    with joined(keys) as stream:
        stored = engines().storage.put(stream, settings.max_import_mb * 1_000_000)
    try:
        with unit_of_work():
            arriving = services.get_own(actor, arriving_id, lock=True)
            meeting = db.session.get_one(Meeting, arriving.meeting_id)
            begun = begin_import(actor, meeting, stored, name, arriving.values)
            services.settle(arriving, ArrivalState.KEPT, target=f"/imports/{begun.id}")
    except BaseException:
        engines().storage.delete(stored.key)
        raise


def _refuse(arriving_id: str, why: str) -> None:
    with unit_of_work():
        arriving = db.session.get(ArrivingFile, arriving_id)
        if arriving is not None:
            services.settle(arriving, ArrivalState.REFUSED, why=why)


@periodic("meetings.half_uploads", timedelta(hours=1))
def sweep_half_uploads() -> None:
    """Forget files that nobody went on with, and what became of those that were settled as long ago."""
    settings: Settings = current_app.extensions["infocus.settings"]
    with unit_of_work():
        services.sweep(settings.half_upload_days)


@reacts_to(FileRead)
def text_says_more(event: FileRead) -> None:
    """The text of an output's file is there: what was guessed from the file's name may now be said by it."""
    if event.record_type == "output":
        settle_guess(event.document_id, event.number)
