"""Practices in every state of their life, with their revisions, opinions and pictures."""

from datetime import UTC, datetime, timedelta
from typing import Any

from infocus.core.db import db
from infocus.demo.content import records as shapes
from infocus.demo.loading.book import Book, id_at
from infocus.library.models import DocumentRole
from infocus.practices.content import TERMS, check_content, check_head
from infocus.practices.models import Practice, PracticeOpinion, PracticeRevision, PracticeState
from infocus.practices.sections import CARD, SECTIONS
from infocus.records.services import save
from infocus.records.terms import set_terms

JUDGED = frozenset({PracticeState.VALIDATED, PracticeState.PUBLISHED, PracticeState.NEEDS_VERIFICATION})
OUT = frozenset({PracticeState.PUBLISHED, PracticeState.NEEDS_VERIFICATION})
FRESH = timedelta(days=3)
"""How long ago the newest submitted practice was submitted: it waits for the experts whenever the demo is looked at."""
UNANSWERED = timedelta(days=14)


def add_practices(book: Book, practices: tuple[shapes.Practice, ...]) -> None:
    """Every practice, under ``practice:KEY`` in the book."""
    submitted = [each for each in practices if each.state == PracticeState.SUBMITTED]
    fresh = max(submitted, key=lambda each: each.updated_at, default=None)
    for each in practices:
        practice = _practice(book, each)
        _set_life(book, practice, each, is_fresh=each is fresh)
        save(practice, at=each.created_at)
        practice.updated_at = each.updated_at
        set_terms(practice, {vocabulary: practice.content.get(name, []) for name, vocabulary in TERMS.items()})
        _add_revisions(book, practice, each)
        _add_opinions(book, practice, each)
        for picture in each.pictures:
            book.files.append(
                {
                    "spec": f"picture:{each.key}:{picture.file_name}",
                    "record": practice.id,
                    "role": DocumentRole.IMAGE.value,
                    "name": picture.file_name,
                    "alt": picture.alt,
                    "by": practice.author_id,
                    "at": each.updated_at.isoformat(),
                }
            )
        book.records[f"practice:{each.key}"] = practice
    db.session.flush()


def values_of(book: Book, each: shapes.Practice) -> dict[str, Any]:
    """What its author would have typed into the form."""
    mailbox = book.partners[each.partner].mailbox
    sections = {section.name: getattr(each, section.name, "") for section in SECTIONS}
    place = each.place
    return {
        **sections,
        "title": each.title,
        "summary": each.summary,
        "language": each.language,
        "contact": f"{book.people[each.author].name}, {mailbox}",
        "institution": each.institution,
        "place_name": place.name if place else "",
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "started": each.started,
        "ended": each.ended,
        **{name: list(getattr(each, name)) for name in TERMS},
        "keywords": list(each.keywords),
        "amounts": [{"what": row.what, "value": row.value, "currency": row.currency} for row in each.amounts],
        "indicators": [
            {"name": row.name, "value": row.value, "unit": row.unit, "year": row.year} for row in each.indicators
        ],
        "criteria": dict(each.criteria),
        "section_visibility": dict(each.section_visibility),
    }


def _practice(book: Book, each: shapes.Practice) -> Practice:
    values = values_of(book, each)
    partner = book.partners[each.partner]
    return Practice(
        id=id_at(each.created_at),
        network=book.network,
        network_id=book.network.id,
        partner=partner,
        partner_id=partner.id,
        author_id=book.people[each.author].id,
        **check_head(values, needs_title=True),
        visibility=each.visibility,
        state=each.state,
        content=check_content(values),
        licence=each.licence,
        illustrative=each.illustrative,
    )


def _set_life(book: Book, practice: Practice, each: shapes.Practice, *, is_fresh: bool) -> None:
    """When it was submitted, opened, validated, published and verified."""
    if each.state == PracticeState.DRAFT:
        return
    judged = [opinion.at for opinion in each.opinions]
    practice.submitted_at = min(judged, default=each.updated_at) - timedelta(days=4)
    if each.state == PracticeState.SUBMITTED:
        practice.submitted_at = book.now - FRESH if is_fresh else each.updated_at
        practice.opened_at = None if is_fresh else each.updated_at + UNANSWERED
    if each.state in JUDGED:
        valid = [opinion.at for opinion in each.opinions if opinion.verdict == "valid"]
        practice.validated_at = max(valid, default=each.updated_at)
        practice.verified_at = _noon(each.verified_on) if each.verified_on else practice.validated_at
    if each.state in OUT:
        practice.published_at = max(each.updated_at, practice.validated_at or each.updated_at)


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)


def _add_revisions(book: Book, practice: Practice, each: shapes.Practice) -> None:
    """Two: the card it began as, and what it says now."""
    whole = {
        "title": practice.title,
        "summary": practice.summary,
        "language": practice.language,
        "content": practice.content,
    }
    card = {name: practice.content.get(name, "") for name in ("themes", *(section.name for section in CARD))}
    snapshots = ((each.created_at, {**whole, "content": card}), (each.updated_at, whole))
    for number, (moment, snapshot) in enumerate(snapshots, start=1):
        db.session.add(
            PracticeRevision(
                practice_id=practice.id,
                number=number,
                by_id=book.people[each.author].id,
                at=moment,
                snapshot=snapshot,
            )
        )


def _add_opinions(book: Book, practice: Practice, each: shapes.Practice) -> None:
    for opinion in each.opinions:
        db.session.add(
            PracticeOpinion(
                id=id_at(opinion.at),
                practice_id=practice.id,
                by_id=book.people[opinion.expert].id,
                verdict=opinion.verdict,
                text=opinion.text,
                at=opinion.at,
            )
        )
