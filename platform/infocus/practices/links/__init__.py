"""What a practice comes from: the meeting it was told at, the output and the plan it is part of."""
