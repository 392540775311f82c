"""Collections: practices that somebody chose, in an order, each with a line that says why it is here."""
