"""The report as a file: a PDF that a screen reader can read, or a DOCX that somebody may go on with."""

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.errors import NotFound
from infocus.engines.bound import engines
from infocus.engines.typesetting import port as typesetting
from infocus.engines.writing import docx
from infocus.library.offload import offload
from infocus.reviews.keeping.queries import is_deleted
from infocus.reviews.models import Review
from infocus.reviews.report import queries
from infocus.reviews.report.blocks import as_data
from infocus.reviews.report.paper import Report, Results, report_of
from infocus.reviews.report.policy import reads_report
from infocus.reviews.report.vocabulary import Matter

TEMPLATE = "reviews/report/report.typ"


def report_for(actor: Actor, review: Review, url: str) -> Report:
    """What the report says now, for those who read the review's results. Raises ``NotFound``."""
    summary = queries.stored_summary(review)
    if not reads_report(actor, review, summary):
        raise NotFound
    material = queries.log_of(review)
    with_words = not is_deleted(review.id) and queries.all_agree(review, Matter.TRANSCRIPT)
    results = Results(
        review=review,
        summary=queries.summary_of(actor, review),
        material=material,
        recommendations=tuple(queries.recommendations(review.id)),
        transcript=with_words,
        url=url,
    )
    return report_of(results, clock.now())


def as_docx(report: Report) -> bytes:
    """The bytes of a DOCX, written beside the loop that serves everybody."""
    return offload(lambda: docx.write(report.paper))


def as_pdf(report: Report) -> bytes:
    """The bytes of a tagged PDF, set in a child process with a clock on it. Raises ``TypesettingError``."""
    paper = report.paper
    data = {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "blocks": as_data(paper.blocks[:-1]),  # the funding line stands below, with the emblem
        "mark": report.mark,
        "funding": report.funding,
        "foot": report.foot,
    }
    ask = typesetting.Paper(
        template=TEMPLATE,
        title=paper.title,
        language=paper.language,
        author=paper.author,
        made_at=paper.written,
        data=data,
    )
    return engines().typesetter.pdf(ask)
