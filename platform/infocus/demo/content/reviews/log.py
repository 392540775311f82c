"""Short ways to state a line of a review's log. Times are ``minutes:seconds`` from the start."""

from infocus.demo.content.reviewed import Entry

FACILITATOR, NOTE_TAKER, RAPPORTEUR = "lead@infocus.example", "expert@infocus.example", "adhoc@infocus.example"


def seconds(clock: str) -> int:
    """``minutes:seconds`` in seconds."""
    minutes, seconds = clock.split(":")
    return int(minutes) * 60 + int(seconds)


def phase(clock: str, name: str) -> Entry:
    """The facilitator begins a phase."""
    return Entry(kind="phase", after=seconds(clock), author=FACILITATOR, text="", phase=name)


def spoken(clock: str, speaker: str, text: str, note: str = "") -> Entry:
    """What ``speaker`` (ROLE@PARTNER) said, written down by the note-taker."""
    return Entry(
        kind="spoken", after=seconds(clock), author=NOTE_TAKER, speaker=f"{speaker}.example", text=text, note=note
    )


def message(clock: str, author: str, text: str, note: str = "", reply_to: int = 0) -> Entry:
    """What ``author`` (ROLE@PARTNER) wrote; ``reply_to`` is a seq."""
    return Entry(
        kind="message", after=seconds(clock), author=f"{author}.example", text=text, note=note, reply_to=reply_to
    )


def cannot_hear(clock: str, author: str) -> Entry:
    """``author`` (ROLE@PARTNER) says that they do not hear what is spoken."""
    return Entry(kind="cannot-hear", after=seconds(clock), author=f"{author}.example", text="")
