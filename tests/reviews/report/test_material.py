"""What the log holds, put together from its entries alone."""

from infocus.reviews.report.material import gather


def entry(seq: int, kind: str, **more):
    author = {"name": "Ana", "role": "critical-friend"}
    return {
        "seq": seq,
        "kind": kind,
        "author": author,
        "partner": {"label": "Porto"},
        "at": f"2018-01-24T14:{seq:02}:00.000Z",
    } | more


def test_a_note_is_in_the_cluster_that_named_it_last_and_a_dissolved_one_is_gone() -> None:
    log = [
        entry(1, "note", text="One", note="concern"),
        entry(2, "note", text="Two", note="concern"),
        entry(3, "note", text="Three", note="concern"),
        entry(4, "cluster", cluster=4, title="First", notes=[1, 2]),
        entry(5, "cluster", cluster=5, title="Second", notes=[2]),
        entry(6, "vote", target=4, change=2),
        entry(7, "vote", target=4, change=-1),
        entry(8, "cluster", cluster=8, title="Third", notes=[3]),
        entry(9, "cluster", cluster=8, title="", notes=[]),
    ]
    found = gather(log)
    assert [(c.title, c.dots, [n.words for n in c.notes]) for c in found.clusters] == [
        ("First", 1, ["One"]),
        ("Second", 0, ["Two"]),
    ]
    assert [note.words for note in found.loose] == ["Three"]


def test_edited_words_count_and_removed_ones_do_not() -> None:
    log = [
        entry(1, "phase", move="to", phase="clarify"),
        entry(2, "message", text="", blanked_by=4),
        entry(3, "message", text="", blanked_by=5),
        entry(4, "edited", target=2, text="Better."),
        entry(5, "removed", target=3),
        entry(9, "phase", move="finish", phase=None),
    ]
    (stretch,) = gather(log).stretches
    assert [(line.seq, line.words, line.who) for line in stretch.lines] == [(2, "Better.", "Ana, Porto")]
    assert (stretch.phase, stretch.minutes) == ("clarify", 8)


def test_an_anonymous_note_has_no_name_and_a_spoken_line_its_speaker() -> None:
    log = [
        entry(1, "phase", move="start", phase=None),
        entry(2, "note", text="Nobody’s", note="concern", author=None, partner=None),
        entry(3, "spoken", text="Said", speaker={"name": "Jan", "partner": {"label": "Ostrava"}}),
    ]
    found = gather(log)
    assert found.loose[0].who == ""
    assert found.stretches[0].lines[0].who == "Jan, Ostrava"


def test_entries_of_an_unknown_kind_and_withheld_ones_are_passed_over() -> None:
    log = [entry(1, "withheld"), entry(2, "something-new", text="x"), entry(3, "message", text="Before any phase.")]
    found = gather(log)
    assert (found.stretches, found.loose, found.advice) == ((), (), ())
