"""The report of a meeting, as blocks that the PDF and the DOCX are both made of, in the language asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from flask_babel import force_locale, format_date, ngettext
from flask_babel import gettext as _

from infocus.core.i18n import VISIBILITY_WORDS, as_sentence, language_name, locale_of, say_day
from infocus.engines.writing.flow import literal
from infocus.engines.writing.port import Block, Facts, Heading, Paper, Prose, Table
from infocus.engines.writing.sheet import Sheet
from infocus.meetings.agreed.queries import days_late
from infocus.meetings.models import KIND_WORDS, Meeting, MeetingAction, MeetingSession, MeetingState, OutputKind
from infocus.meetings.papers import facts_of, kind_of, mark_of
from infocus.meetings.programme import days_of, voices_in
from infocus.meetings.queries import ShownOutput
from infocus.meetings.report.queries import Material
from infocus.records.models import Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a report is asked for: its language, with the minutes' text or without; ``base``: the site's address."""

    language: str
    minutes: bool
    base: str


def report_of(material: Material, wanted: Wanted, written: datetime) -> Sheet:
    """Put it together; what people wrote stays in its own language and is marked with it."""
    with force_locale(locale_of(wanted.language)):
        blocks = tuple(_Blocks(material, wanted, written).all())
        return _sheet(material.meeting, _("Report of a meeting"), wanted, written, blocks)


def minutes_of(material: Material, wanted: Wanted, written: datetime) -> Sheet:
    """The minutes alone."""
    meeting = material.meeting
    with force_locale(locale_of(wanted.language)):
        parts = _Blocks(material, wanted, written)
        return _sheet(meeting, _("Minutes"), wanted, written, (*parts.head(), *parts.minutes(whole=True)))


def _sheet(meeting: Meeting, subtitle: str, wanted: Wanted, written: datetime, blocks: tuple[Block, ...]) -> Sheet:
    paper = Paper(
        title=meeting.title,
        subtitle=subtitle,
        language=wanted.language,
        author=meeting.network.title or meeting.network.name,
        subject=meeting.theme,
        written=written,
        blocks=blocks,
    )
    funding = meeting.network.funding_line or _("Co-funded by the European Union")
    return Sheet(paper, _mark(meeting), funding, f"{meeting.network.name} · {meeting.title}")


def _audience(meeting: Meeting) -> str:
    """Who reads the meeting, for a paper that is read elsewhere: "your city" would be another's there."""
    if meeting.visibility == Visibility.PARTNER and meeting.partner:
        return str(_("The people of %(city)s alone", city=meeting.partner.label))
    return as_sentence(VISIBILITY_WORDS.get(meeting.visibility, meeting.visibility))


def _mark(meeting: Meeting) -> str:
    if meeting.state == MeetingState.CANCELLED:
        return str(_("This meeting was called off"))
    return mark_of(meeting)


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The parts in their order, in the locale of the moment."""

    material: Material
    wanted: Wanted
    written: datetime

    def all(self) -> Iterator[Block]:
        """Every part that has something to say; of what is missing and awaited it is said that there is none."""
        meeting = self.material.meeting
        yield from self.head()
        if meeting.summary:
            yield Prose(literal(meeting.summary), self._foreign)
        yield from self._programme()
        yield from self._people()
        yield from self._outputs()
        if self.wanted.minutes:
            yield from self.minutes()
        yield from self._decisions()
        yield from self._actions()
        yield from self._carried()

    def head(self) -> Iterator[Block]:
        """When, where, by whom, for whom, as of when."""
        yield Facts(tuple(self._facts()))

    @property
    def _foreign(self) -> str:
        """The language of the meeting's own words, where it is not the paper's."""
        own = self.material.meeting.language
        return own if own != self.wanted.language else ""

    def _facts(self) -> Iterator[tuple[str, str]]:
        meeting = self.material.meeting
        yield from ((name, value) for name, value in facts_of(meeting))
        yield _("Network"), meeting.network.title or meeting.network.name
        yield _("Seen by"), _audience(meeting)
        day = format_date(self.written, "long")
        yield _("As of"), _("%(day)s, version %(number)s of the record", day=day, number=meeting.version)
        yield _("Address"), f"{self.wanted.base}/{meeting.network.slug}/{meeting.KIND}/{meeting.id}"

    def _programme(self) -> Iterator[Block]:
        meeting = self.material.meeting
        yield Heading(1, _("Programme"))
        days = days_of(meeting.starts, meeting.sessions)
        if not days:
            yield Prose(_("No programme was written down."))
        for day in days:
            name = _("Day %(number)s", number=day.number)
            yield Heading(2, f"{name} · {format_date(day.date, 'full')}" if day.date else name)
            sessions = [cast(MeetingSession, each) for slot in day.slots for each in slot]
            heads = (_("Time"), _("Session"), _("Speakers"), _("Where"))
            yield Table(heads, tuple(map(_session_row, sessions)), shares=(0.9, 2.4, 1.6, 1.3))

    def _people(self) -> Iterator[Block]:
        there = self.material.there
        if there is None:
            return
        yield Heading(1, _("People"))
        if not there:
            yield Prose(_("Who was there was not noted.") + _coming(self.material.coming))
            return
        count = sum(len(group.people) for group in there)
        cities = sum(1 for group in there if group.city)
        from_cities = ngettext("from one partner", "from %(num)d partners", cities)
        people = ngettext("One person was there", "%(num)d people were there", count)
        yield Prose(f"{people}, {from_cities}." if cities else f"{people}.")
        rows = []
        for group in there:
            names = (
                ", ".join(filter(None, (row.shown_name, row.organisation, "" if group.city else row.shown_city)))
                for row in group.people
            )
            rows.append((literal(group.city or _("Guests and others")), "\\\n".join(map(literal, names))))
        yield Table((_("Partner"), _("Name, organisation")), tuple(rows), shares=(1, 2.6))

    def _outputs(self) -> Iterator[Block]:
        yield Heading(1, _("Outputs"))
        shown = [each for each in self.material.sessions if each.outputs]
        if not shown:
            yield Prose(_("Nothing was filed."))
        for each in shown:
            if each.session is None:
                yield Heading(2, _("The meeting as a whole"))
            else:
                yield Heading(2, each.session.title, self._foreign)
            heads = (_("Title and address"), _("Kind"), _("Language"), _("Version"), _("Who"))
            rows = tuple(self._output_row(item) for item in each.outputs)
            yield Table(heads, rows, shares=(3, 1.1, 0.9, 0.8, 1.2))

    def _output_row(self, item: ShownOutput) -> tuple[str, ...]:
        output = item.output
        address = f"{self.wanted.base}/{output.network.slug}/{output.KIND}/{output.id}"
        who = (output.partner.label if output.partner else "", output.author.shown_name if output.author else "")
        return (
            f"{literal(output.title)}\\\n[{literal(address.partition('://')[2])}](<{address}>)",
            str(KIND_WORDS[OutputKind(output.kind)]),
            literal(language_name(output.language)),
            str(item.document.latest.number) if item.document else _("a link"),
            literal(", ".join(filter(None, who))),
        )

    def minutes(self, *, whole: bool = False) -> Iterator[Block]:
        """The text by section; ``whole``: they are all of the paper, whose title says so."""
        sections, meeting = self.material.minutes, self.material.meeting
        if not whole:
            yield Heading(1, _("Minutes"))
        if not sections:
            yield Prose(_("No minutes were written."))
        elif self._foreign:
            yield Prose(_("As written, in: %(language)s.", language=literal(language_name(meeting.language))))
        for section in sections:
            yield Heading(1 if whole else 2, section.title, self._foreign if section.session else "")
            yield Prose(section.text, self._foreign)

    def _decisions(self) -> Iterator[Block]:
        yield Heading(1, _("Decisions"))
        found = self.material.meeting.decisions
        if not found:
            yield Prose(_("No decision was noted."))
            return
        lines = []
        for number, each in enumerate(found, start=1):
            agreed = f" ({literal(each.agreed)})" if each.agreed else ""
            lines.append(f"{number}. {literal(each.text)}{agreed}")
        yield Prose("\n".join(lines), self._foreign)

    def _actions(self) -> Iterator[Block]:
        yield Heading(1, _("Actions"))
        found = self.material.meeting.actions
        if not found:
            yield Prose(_("No action was agreed."))
            return
        heads = (_("What"), _("Who"), _("By when"), _("State"))
        yield Table(heads, tuple(map(_action_row, found)), shares=(2.4, 1.3, 0.9, 1.2))

    def _carried(self) -> Iterator[Block]:
        """Nothing is said where nothing was carried over: most first meetings."""
        if self.material.carried:
            yield Heading(1, _("Open from earlier meetings"))
            yield Prose(_("What was open when this meeting began, as it stands now."))
            heads = (_("What"), _("Who"), _("By when"), _("State"), _("From"))
            rows = tuple(
                (*_action_row(each.action), literal(each.action.meeting.title)) for each in self.material.carried
            )
            yield Table(heads, rows, shares=(2.2, 1.2, 0.9, 1.1, 1.2))


def _coming(count: int) -> str:
    if not count:
        return ""
    said = ngettext("One person had said they would come.", "%(num)d people had said they would come.", count)
    return f" {said}"


def _session_row(session: MeetingSession) -> tuple[str, ...]:
    kind = kind_of(session)
    lines = [f"**{literal(session.title)}**", literal(kind), literal(session.note)]
    return (
        literal("–".join(filter(None, (session.starts, session.ends)))),
        "\\\n".join(filter(None, lines)),
        "\\\n".join(map(literal, voices_in(session.speakers))),
        literal(", ".join(filter(None, (session.place, session.meeting_point)))),
    )


def _action_row(action: MeetingAction) -> tuple[str, ...]:
    who = (action.partner.label if action.partner else "", action.person.shown_name if action.person else "")
    return (
        literal(action.what),
        literal(", ".join(filter(None, who))),
        literal(say_day(action.due)) if action.due else "",
        literal(_state(action)),
    )


def _state(action: MeetingAction) -> str:
    if action.done_at is not None:
        day = format_date(action.done_at, "d MMM y")
        if not action.dropped:
            return str(_("Done %(day)s", day=day))
        return ": ".join(filter(None, (_("Dropped %(day)s", day=day), action.reason)))
    late = days_late(action) or 0
    return str(ngettext("Overdue, %(num)d day", "Overdue, %(num)d days", late) if late > 0 else _("Open"))
