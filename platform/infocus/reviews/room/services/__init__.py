"""Use cases of a review: setting the table, holding the room, moving the phases."""
