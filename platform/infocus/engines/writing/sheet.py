"""A paper of blocks in the look of the house: the same blocks as a tagged PDF and as a DOCX."""

from dataclasses import dataclass

from infocus.engines.typesetting import port as typesetting
from infocus.engines.writing.data import as_data
from infocus.engines.writing.flow import literal
from infocus.engines.writing.port import Paper, Prose

TEMPLATE = "layout/print/report.typ"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper, and what stands on it besides: a mark over every page, the funding line below, the foot."""

    paper: Paper
    mark: str
    funding: str
    foot: str

    @property
    def whole(self) -> Paper:
        """The paper with the mark before and the funding line after its blocks: DOCX has no places for them."""
        paper = self.paper
        mark = (Prose(f"**{literal(self.mark)}**"),) if self.mark else ()
        return Paper(
            title=paper.title,
            subtitle=paper.subtitle,
            language=paper.language,
            author=paper.author,
            subject=paper.subject,
            written=paper.written,
            blocks=(*mark, *paper.blocks, Prose(literal(self.funding))),
        )

    def to_set(self, title: str = "") -> typesetting.Paper:
        """What the typesetter sets; ``title`` is the file's own where it is not the paper's."""
        paper = self.paper
        return typesetting.Paper(
            template=TEMPLATE,
            title=title or paper.title,
            language=paper.language,
            author=paper.author,
            made_at=paper.written,
            data={
                "title": paper.title,
                "subtitle": paper.subtitle,
                "blocks": as_data(paper.blocks),
                "mark": self.mark,
                "funding": self.funding,  # with the emblem
                "foot": self.foot,
            },
        )
