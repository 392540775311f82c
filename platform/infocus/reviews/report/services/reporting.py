"""The report as a file: a PDF that a screen reader can read, or a DOCX that somebody may go on with."""

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.errors import NotFound
from infocus.engines.bound import engines
from infocus.engines.writing import docx
from infocus.engines.writing.sheet import Sheet
from infocus.library.offload import offload
from infocus.reviews.keeping.queries import is_deleted
from infocus.reviews.models import Review
from infocus.reviews.report import queries
from infocus.reviews.report.paper import Results, report_of
from infocus.reviews.report.policy import reads_report
from infocus.reviews.report.vocabulary import Matter


def report_for(actor: Actor, review: Review, url: str) -> Sheet:
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


def as_docx(report: Sheet) -> bytes:
    """The bytes of a DOCX, written beside the loop that serves everybody."""
    return offload(lambda: docx.write(report.whole))


def as_pdf(report: Sheet) -> bytes:
    """The bytes of a tagged PDF, set in a child process with a clock on it. Raises ``TypesettingError``."""
    return engines().typesetter.pdf(report.to_set())
