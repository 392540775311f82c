"""The report of a review, as blocks that the PDF and the DOCX are both made of, in the language of the review."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.core.dates import StatedDate
from infocus.core.i18n import locale_of, say_day
from infocus.engines.writing.port import Block, Facts, Heading, Paper, Prose, Table
from infocus.engines.writing.sheet import Sheet
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.models import Review
from infocus.reviews.report.material import Material
from infocus.reviews.report.models import ReviewSummary
from infocus.reviews.report.sources import in_one_line, without_links
from infocus.reviews.report.vocabulary import SummaryState
from infocus.reviews.report.words import ANSWERS
from infocus.reviews.vocabulary import Mode, Phase
from infocus.reviews.words import NOTE_KINDS, PHASES, SEATINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a report is made of; ``transcript`` only where all who were asked said yes, ``url`` for the citation."""

    review: Review
    summary: ReviewSummary | None
    material: Material
    recommendations: tuple[Recommendation, ...]
    transcript: bool
    url: str


def report_of(results: Results, written: datetime) -> Sheet:
    """Put it together. Speakers are named in a transcript only; who wrote an anonymous note is known to nobody."""
    review = results.review
    agreed = results.summary is not None and results.summary.state == SummaryState.AGREED
    with force_locale(locale_of(review.language)):
        paper = Paper(
            title=review.title,
            subtitle=_("Report of a peer review"),
            language=review.language,
            author=review.network.name,
            subject=review.plan.title,
            written=written,
            blocks=tuple(_blocks(results)),
        )
        mark = "" if agreed else _("Draft: the panel has not agreed to the summary yet")
        funding = review.network.funding_line or _("Co-funded by the European Union")
        return Sheet(paper, mark, funding, f"{review.network.name} · {review.title}")


def _blocks(results: Results) -> Iterator[Block]:
    review = results.review
    yield Facts(tuple(_facts(review)))
    yield from _brief(review)
    yield from _panel(review)
    yield from _process(results)
    if results.summary is not None and results.summary.text:
        yield Heading(1, _("Summary"))
        yield Prose(without_links(results.summary.text))
    yield from _advice(results)
    yield from _takeaways(results)
    if results.transcript:
        yield from _transcript(results.material)
    yield Heading(1, _("How to cite"))
    yield Prose(_citation(results))


def _facts(review: Review) -> Iterator[tuple[str, str]]:
    host = review.partner
    version = _("version %(number)s", number=review.plan_version) if review.plan_version else ""
    yield _("Plan"), ", ".join(filter(None, (review.plan.title, version)))
    yield _("Host"), f"{host.label} ({host.body})" if host else ""
    yield _("Network"), review.network.title or review.network.name
    yield _("Day"), _day(review)
    yield _("Course"), _("guided, in phases") if review.mode == Mode.GUIDED else _("open conversation")
    if review.entered_afterwards:
        yield _("Log"), _("entered afterwards, from paper")


def _brief(review: Review) -> Iterator[Block]:
    if not (review.summary or review.brief or review.questions):
        return
    yield Heading(1, _("What it was about"))
    for text in filter(None, (review.summary, review.brief)):
        yield Prose(text)
    if review.questions:
        yield Heading(2, _("Guiding questions"))
        yield Prose("\n".join(f"{n}. {in_one_line(question)}" for n, question in enumerate(review.questions, 1)))


def _panel(review: Review) -> Iterator[Block]:
    if review.panel:
        yield Heading(1, _("The table"))
        rows = tuple(
            (_first(str(SEATINGS[seat.role])), seat.person.shown_name, seat.partner.label if seat.partner else "")
            for seat in sorted(review.panel, key=lambda seat: (seat.role, seat.created_at))
        )
        yield Table((_("Seat"), _("Name"), _("City")), rows, _("Who sat at the table"))


def _process(results: Results) -> Iterator[Block]:
    review, stretches = results.review, [each for each in results.material.stretches if each.ended]
    if not stretches:
        return
    yield Heading(1, _("How it went"))
    rows = []
    for each in stretches:
        name = str(PHASES[Phase(each.phase)]) if each.phase else _("Conversation")
        planned = str(review.minutes.get(each.phase, "")) if each.phase else ""
        ended = each.ended or each.began
        rows.append((name, _clock(review, each.began), _clock(review, ended), planned, str(each.minutes)))
    heads = (_("Phase"), _("From"), _("To"), _("Minutes planned"), _("Minutes taken"))
    yield Table(heads, tuple(rows), _("The phases, in local time (%(zone)s)", zone=review.time_zone))


def _advice(results: Results) -> Iterator[Block]:
    found = results.recommendations
    if not found:
        return
    yield Heading(1, _("Recommendations"))
    rows = []
    for each in found:
        source = _("entry %(number)s", number=each.source) if each.source else ""
        of = each.partner.label if each.partner else ""
        about = " · ".join(filter(None, (each.section_title, of, source)))
        rows.append((str(each.number), in_one_line(each.text), about))
    yield Table(
        ("", _("Recommendation"), _("Section, city, source")), tuple(rows), _("In the order of the conversation")
    )
    answered = [each for each in found if each.answer]
    if answered:
        yield Heading(2, _("What the host answers"))
        answers = tuple(
            (str(e.number), str(ANSWERS.get(e.answer, e.answer)), in_one_line(e.reason), e.owner, _when(e.due))
            for e in answered
        )
        yield Table(
            ("", _("Answer"), _("Reason"), _("Who"), _("By when")), answers, _("Answers to the recommendations")
        )


def _takeaways(results: Results) -> Iterator[Block]:
    words = [line.words for line in results.material.takeaways]
    kept = words or (list(results.summary.takeaways) if results.summary else [])
    if kept:
        yield Heading(1, _("What the host takes home"))
        yield Prose("\n".join(f"- {in_one_line(text)}" for text in kept))


def _transcript(material: Material) -> Iterator[Block]:
    yield Heading(1, _("Transcript"))
    yield Prose(_("Everybody who was asked agreed that it stands here."))
    for stretch in material.stretches:
        if stretch.lines:
            yield Heading(2, str(PHASES[Phase(stretch.phase)]) if stretch.phase else _("Conversation"))
            rows = tuple((str(line.seq), line.who, in_one_line(line.words)) for line in stretch.lines)
            yield Table(("", _("Who"), _("Words")), rows)
    notes = [note for cluster in material.clusters for note in cluster.notes] + list(material.loose)
    if notes:
        yield Heading(2, _("Notes"))
        shown = tuple(
            (str(n.seq), n.who or _("anonymous"), str(NOTE_KINDS.get(n.note, "")), in_one_line(n.words)) for n in notes
        )
        yield Table(("", _("Who"), _("Kind"), _("Words")), shown)


def _citation(results: Results) -> str:
    review = results.review
    parts = (review.network.name, f"“{review.title}”", _("Report of a peer review"), _day(review), results.url)
    return ". ".join(parts) + "."


def _day(review: Review) -> str:
    locale = locale_of(review.language)
    return format_date(StatedDate(review.held_on).first_day, "long", locale=locale)


def _clock(review: Review, moment: datetime) -> str:
    return format_time(moment, "short", tzinfo=ZoneInfo(review.time_zone), locale=locale_of(review.language))


def _when(text: str) -> str:
    return say_day(text) if text else ""


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]
