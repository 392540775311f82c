"""A whole folder brought in as one ZIP, with or without a table of titles, and a report on every file."""
