"""What a result page shows of a record that was found."""

from collections.abc import Iterable, Sequence

from infocus.engines.search.highlighting import Span, Wanted, extract, mark, spans
from infocus.engines.search.port import Hit, Matched, PassageHit, Standing
from infocus.engines.search.rows import Row, to_instant

_MOST_WORDS = 8
"""Words that say why a record answers."""

Lit = tuple[str, list[Span]]
"""A text and where it is lit."""


def hit(rows: Sequence[Row], score: float, matching: int, marks: Wanted) -> Hit:
    """A record with its best passages, best first; `matching` counts all its passages that answer."""
    best = rows[0]
    title, summary = _lit(best.title, best, marks), _lit(best.summary, best, marks)
    texts = [_lit(row.text, row, marks) for row in rows]
    headings = [_lit(row.heading, row, marks) for row in rows]
    return Hit(
        record=best.record,
        type=best.type,
        title=mark(*title),
        title_text=best.title,
        summary=mark(*summary),
        url=best.url,
        network=best.network,
        partner=best.partner,
        country=best.country,
        language=best.language,
        themes=tuple(best.themes),
        sectors=tuple(best.sectors),
        year=best.year,
        state=best.state,
        meeting=best.meeting,
        page=best.page,
        updated_at=to_instant(max(row.updated for row in rows)),
        score=score,
        passages=tuple(_passage(row, lit) for row, lit in zip(rows, texts, strict=True)),
        more=max(0, matching - len(rows)),
        matched=tuple(_matched((("title", [title]), ("summary", [summary]), ("text", [*headings, *texts])))),
        author=best.author,
        standing=Standing(best.standing),
        adoptions=best.adoptions,
    )


def _lit(text: str, row: Row, marks: Wanted) -> Lit:
    return text, spans(text, row.tongue, marks) if text else []


def _matched(parts: Iterable[tuple[str, list[Lit]]]) -> Iterable[Matched]:
    """The words that were looked for, as each part writes them."""
    for part, texts in parts:
        words = dict.fromkeys(text[start:end].lower() for text, lit in texts for start, end in lit)
        if words:
            yield Matched(part, tuple(words)[:_MOST_WORDS])


def _passage(row: Row, lit: Lit) -> PassageHit:
    return PassageHit(row.page, extract(*lit), row.url, row.heading, row.language)
