"""What was searched for: one's own history, and what a network's people look for and do not find."""
