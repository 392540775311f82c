"""Two peer reviews: one finished and guided, one live and open."""
