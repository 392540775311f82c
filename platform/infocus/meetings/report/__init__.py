"""The report of a meeting: one paper of what it was, who came, what came out of it, for whoever reads the meeting."""
