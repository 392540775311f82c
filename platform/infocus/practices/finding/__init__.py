"""Find practices: list, cards, map; filters with counts; compared side by side; cities like one's own."""
