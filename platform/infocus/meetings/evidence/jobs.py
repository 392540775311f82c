"""The worker makes packages: the papers first, then some files at a time; and lets old ones go."""

import time
from datetime import timedelta
from typing import Any

import structlog
from flask_babel import force_locale

from infocus.core.actor import Actor
from infocus.core.db import db, unit_of_work
from infocus.core.i18n import locale_of
from infocus.core.outbox import job
from infocus.core.permissions import Permission, allows
from infocus.core.schedule import periodic
from infocus.core.web.links import base_url
from infocus.engines.typesetting.port import TypesettingError
from infocus.meetings.evidence import packing, services
from infocus.meetings.evidence.models import EvidenceFile, EvidencePackage, PackageState, Problem
from infocus.meetings.evidence.papers import Made, papers_of
from infocus.networks.actors import actor_of_person

log = structlog.get_logger()
SECONDS = 15.0
"""How long one piece of work reads files, so that a mail waits no longer; a file begun is read to its end."""
AT_ONCE = 25
"""Files whose reading is stored together: what a worker that is killed has to read again."""


@job(services.PACK)
def pack(payload: dict[str, Any]) -> None:
    """Go on with a package: lay it out, or look at its next files; after the last it is ready."""
    with unit_of_work():
        package = db.session.get(EvidencePackage, payload["package"])
        state = package.state if package else None
    if state == PackageState.WAITING:
        _lay_out(payload["package"])
    elif state == PackageState.CHECKING:
        _check(payload["package"])


@periodic("meetings.let-evidence-go", timedelta(hours=6))
def let_go() -> None:
    """Packages are not kept longer than promised."""
    with unit_of_work():
        services.let_old_go()


def _lay_out(package_id: str) -> None:
    with unit_of_work():
        package = db.session.get_one(EvidencePackage, package_id)
        actor, language = _asker(package), package.language
        if actor is None:
            package.state = PackageState.FAILED
            return
        papers = papers_of(actor, package.meeting, language, base_url())
        lines = packing.lines_of(actor, package.meeting, base_url(), every_version=package.every_version)
        asked_at = package.asked_at
    made = [_made(paper, language) for paper in papers]
    for line in made:
        line.modified = asked_at
    with unit_of_work():
        waiting = db.session.get(EvidencePackage, package_id, with_for_update=True)
        if waiting is not None and waiting.state == PackageState.WAITING:
            packing.lay_out(waiting, [*made, *lines])
            services.go_on(waiting)


def _asker(package: EvidencePackage) -> Actor | None:
    """Who asked, while they may still take it."""
    actor = actor_of_person(package.person_id)
    return actor if actor is not None and allows(actor, Permission.TAKE_EVIDENCE, package.meeting) else None


def _made(paper: Made, language: str) -> packing.Line:
    facts = {"what": "paper", "title": paper.title}
    try:
        with force_locale(locale_of(language)):
            return packing.Line(path=paper.path, content=paper.make(), facts=facts)
    except TypesettingError as error:
        log.warning("evidence_paper_not_set", path=paper.path, why=str(error))
        return packing.Line(path=paper.path, problem=Problem.UNMADE, facts=facts)


def _check(package_id: str) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        with unit_of_work():
            waiting = [(row.number, row.storage_key) for row in packing.unchecked(package_id, AT_ONCE)]
        if not waiting:
            _close(package_id)
            return
        seen = []
        for number, key in waiting:
            seen.append((number, packing.look_at(key)))
            if time.monotonic() >= until:
                break
        _note(package_id, seen)
    with unit_of_work():
        package = db.session.get(EvidencePackage, package_id)
        if package is not None:
            services.go_on(package)


def _note(package_id: str, seen: list[tuple[int, packing.Seen | None]]) -> None:
    with unit_of_work():
        package = db.session.get(EvidencePackage, package_id, with_for_update=True)
        if package is None:
            return
        for number, found in seen:
            row = db.session.get(EvidenceFile, (package_id, number))
            if row is not None and not row.checked:
                packing.note_seen(row, found)
                package.done += 1
        services.keep_going(package)


def _close(package_id: str) -> None:
    with unit_of_work():
        package = db.session.get(EvidencePackage, package_id, with_for_update=True)
        if package is not None and package.state == PackageState.CHECKING:
            packing.close(package)
