"""A first draft of the summary: what the log holds, put in order. Nothing in it is invented."""

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from infocus.core.i18n import locale_of
from infocus.reviews.models import Review
from infocus.reviews.report.material import Advice, Material, Source
from infocus.reviews.report.sources import in_one_line, source_link
from infocus.reviews.vocabulary import Phase
from infocus.reviews.words import PHASES


def draft_of(review: Review, material: Material) -> str:
    """Markdown in the review's language: brief, process, clusters, recommendations, takeaways; no names of speakers."""
    with force_locale(locale_of(review.language)):
        parts = [
            _part(_("What the review was about"), _brief(review)),
            _part(_("How it went"), _process(review, material)),
            _part(_("What was raised"), _raised(review, material)),
            _part(_("Recommendations"), _advice(review, material)),
            _part(_("What the host takes home"), [item_line(review, line) for line in material.takeaways]),
        ]
    return "\n\n".join(filter(None, parts))


def item_line(review: Review, source: Source) -> str:
    """The words of a source as an item, with the link to it."""
    return f"- {in_one_line(source.words)} {source_link(review, source.seq)}"


def advice_line(review: Review, advice: Advice) -> str:
    """A recommendation under its number, with the link to what it came from."""
    link = f" {source_link(review, advice.source)}" if advice.source else ""
    return f"{advice.number}. {in_one_line(advice.text)}{link}"


def with_line(text: str, line: str) -> str:
    """The text with one more line at its end."""
    return f"{text}\n{line}" if text else line


def _part(title: str, lines: list[str]) -> str:
    return "\n".join([f"# {title}", "", *lines]) if lines else ""


def _brief(review: Review) -> list[str]:
    lines = [review.summary or review.brief] if review.summary or review.brief else []
    if review.questions:
        lines += ["", *(f"{number}. {question}" for number, question in enumerate(review.questions, start=1))]
    return lines


def _process(review: Review, material: Material) -> list[str]:
    found: dict[str, int] = {}
    for stretch in material.stretches:
        if stretch.phase and stretch.ended:
            found[stretch.phase] = found.get(stretch.phase, 0) + stretch.minutes
    minutes = [
        f"{PHASES[Phase(phase)]}: " + ngettext("%(num)d minute", "%(num)d minutes", took)
        for phase, took in found.items()
    ]
    return [", ".join(minutes) + "."] if minutes else []


def _raised(review: Review, material: Material) -> list[str]:
    lines = []
    for cluster in material.clusters:
        dots = ngettext("%(num)d dot", "%(num)d dots", cluster.dots)
        lines.append(f"- **{in_one_line(cluster.title)}** ({dots}) {source_link(review, cluster.seq)}")
        lines += [f"  {item_line(review, note)}" for note in cluster.notes]
    return lines + [item_line(review, note) for note in material.loose]


def _advice(review: Review, material: Material) -> list[str]:
    return [advice_line(review, each) for each in material.advice]
