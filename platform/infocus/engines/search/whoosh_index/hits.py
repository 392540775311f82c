"""What a result page shows of a ranked record."""

from infocus.engines.search.highlighting import Wanted, extract, mark
from infocus.engines.search.port import Hit, PassageHit
from infocus.engines.search.querying import Kind, Parsed
from infocus.engines.search.text import fold
from infocus.engines.search.tokens import variants
from infocus.engines.search.whoosh_index.ranking import Ranked
from infocus.engines.search.whoosh_index.schema import Row, to_instant
from infocus.engines.search.whoosh_index.snapshot import Snapshot


def wanted(parsed: Parsed, tongues: tuple[str, ...]) -> Wanted:
    """What to mark for a query in texts of these languages."""
    words: set[str] = set()
    stems: dict[str, set[str]] = {tongue: set() for tongue in tongues}
    prefixes: set[str] = set()
    for term in (term for group in parsed.positive for term in group.terms):
        if term.kind is Kind.PREFIX:
            prefixes.add(fold(term.forms[-1]))
            continue
        words.update(map(fold, term.forms))
        for tongue in tongues if term.kind is not Kind.PHRASE else ():
            stems[tongue].update(stem for form in term.forms for stem in variants(form, (tongue,)))
    return Wanted(
        frozenset(words), {tongue: frozenset(found) for tongue, found in stems.items()}, tuple(sorted(prefixes))
    )


def hit(snapshot: Snapshot, ranked: Ranked, marks: Wanted) -> Hit:
    """A record with its best passages."""
    rows = [snapshot.row(document) for document in ranked.documents]
    best = rows[0]
    return Hit(
        record=best.record,
        type=best.type,
        title=mark(best.title, best.tongue, marks),
        title_text=best.title,
        summary=mark(best.summary, best.tongue, marks),
        url=best.url,
        network=best.network,
        partner=best.partner,
        country=best.country,
        language=best.language,
        themes=best.themes,
        sectors=best.sectors,
        year=best.year,
        state=best.state,
        meeting=best.meeting,
        page=best.page,
        updated_at=to_instant(max(row.updated for row in rows)),
        score=ranked.score,
        passages=tuple(_passage(row, marks) for row in rows),
    )


def _passage(row: Row, marks: Wanted) -> PassageHit:
    return PassageHit(row.page, extract(row.text, row.tongue, marks), row.url)
