"""The pages of guests: the facilitator's list, the door, the waiting room."""
