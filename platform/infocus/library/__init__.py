"""Documents with their versions and pages, what the search index holds, and the search page."""
