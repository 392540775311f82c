"""The small Markdown of the documents, and the prose it is wrapped in."""

import pytest

from infocus.demo.content.words import at, prose
from infocus.demo.files.blocks import Bars, Break, Flow, Heading, Listing, Note, Paragraph, Quote, Table, read
from infocus.demo.files.notices import notice


def test_every_kind_of_block_is_read() -> None:
    body = prose("""
    # One

    A line that is
    wrapped.

    ## Two

    - a
    - b that goes
    on

    1. first
    2. second

    > said

    !flow How: a > b >
    c & d

    !bars Firms: 2016=11; 2017=29.5

    !table Costs
    | City | Cost |
    | Porto | 171 |

    | Only | rows |

    !note Say it.

    ---
    """)
    assert read(body) == (
        Heading(1, "One"),
        Paragraph("A line that is wrapped."),
        Heading(2, "Two"),
        Listing(("a", "b that goes on"), ordered=False),
        Listing(("first", "second"), ordered=True),
        Quote("said"),
        Flow("How", ("a", "b", "c & d")),
        Bars("Firms", (("2016", 11.0), ("2017", 29.5))),
        Table("Costs", (("City", "Cost"), ("Porto", "171"))),
        Table("", (("Only", "rows"),)),
        Note("Say it."),
        Break(),
    )


def test_a_figure_nobody_can_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="no such figure: !pie"):
        read("!pie Cake: a=1")


def test_a_french_question_mark_stays_with_its_word() -> None:
    assert prose("que cherchez-vous ? rien") == "que cherchez-vous\u00a0? rien"


def test_moments_are_aware() -> None:
    assert at("2017-09-13T09:00").isoformat() == "2017-09-13T09:00:00+00:00"


def test_the_notice_is_in_both_languages() -> None:
    assert notice("cs").startswith("Illustrative text. Ilustrativní")
    with pytest.raises(KeyError):
        notice("xx")
