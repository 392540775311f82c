"""What sources say of dates, a folder that was imported, a text in another language. All of it is illustrative."""

from dataclasses import dataclass
from datetime import datetime

from infocus.demo.content.words import at


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a source says of the date of ``record`` ("meeting:KEY"); ``kind`` as in ``meetings.models``."""

    record: str
    kind: str
    starts: str
    source: str
    by: str
    noted_at: datetime
    confirmed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an import's report; ``output``: the key of what the file became."""

    name: str
    outcome: str
    output: str = ""
    why: str = ""


STATEMENTS = (
    Statement(
        record="meeting:bordeaux-2017",
        kind="other",
        starts="2017-10",
        source="A report on the programme's web site (illustrative)",
        by="lead@infocus.example",
        noted_at=at("2018-02-12T09:20"),
        confirmed=False,
    ),
    Statement(
        record="meeting:torino-2017",
        kind="earlier",
        starts="2017-09",
        source="The invitation, before the day was fixed (illustrative)",
        by="lead@infocus.example",
        noted_at=at("2017-06-01T10:00"),
    ),
)

DATES = {
    "output:bordeaux-spaces": ("2017-12", "Its cover"),
    "output:torino-due-chiavi": ("2017-10-30", "The last line of the text"),
    "output:baseline-study": ("2016", "Its title page"),
}
"""Output → its own date, and where that was read."""

FOLDER = (
    Line(name="Ostrava 2016/baseline-study.pdf", outcome="kept", output="baseline-study"),
    Line(name="Ostrava 2016/ostrava-bridge.pdf", outcome="kept", output="ostrava-bridge"),
    Line(
        name="Ostrava 2016/zápis.docx", outcome="remarked", output="ostrava-zapis",
        why="“podzim” is no date that is known.",
    ),
    Line(name="Ostrava 2016/den v dílně.pdf", outcome="there", output="ostrava-den-v-dilne"),
    Line(
        name="Ostrava 2016/prezenční listina.xls", outcome="refused",
        why="This is a file of an old Office version. Save it as .docx, .pptx or .xlsx, and upload that.",
    ),
)  # fmt: skip
FOLDER_NAME, FOLDER_BY, FOLDER_AT = "Ostrava 2016.zip", "coordinator@ostrava.example", at("2016-10-06T13:40")
