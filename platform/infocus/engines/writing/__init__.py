"""Documents that leave the house: what is to be written (`port`), Markdown in pieces (`flow`), a writer a format."""
