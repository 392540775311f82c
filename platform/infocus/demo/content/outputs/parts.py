"""A short way to state an output."""

from infocus.demo.content.happenings import Output
from infocus.demo.content.records import Document, FileSpec
from infocus.demo.content.words import at


def output(
    where: str,
    kind: str,
    name: str,
    document: Document,
    author: str,
    moment: str,
    summary: str,
    *themes: str,
    pages: int = 1,
    visibility: str = "network",
) -> Output:
    """An output of ``MEETING`` or ``MEETING SESSION``; title and language are its document's, its key the file's stem.

    ``author`` is ROLE@PARTNER without ``.example``; what the network's own team made stands under the lead partner.
    """
    meeting, _, session = where.partition(" ")
    partner = author.partition("@")[2]
    return Output(
        key=name.rsplit(".", 1)[0],
        meeting=meeting,
        session=session,
        partner="bilbao" if partner == "infocus" else partner,
        author=f"{author}.example",
        kind=kind,
        title=document.title,
        summary=summary,
        language=document.language,
        visibility=visibility,
        themes=themes,
        file=FileSpec(name=name, document=document, least_pages=pages),
        created_at=at(moment),
    )
