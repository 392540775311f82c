"""What makes the address in a letter somebody's own."""

from infocus.library.signing import keyed


def mark_of(participant_id: str) -> str:
    """The mark of one place on one list: whoever has it answers for that place."""
    return keyed("meeting-invitation", participant_id)
