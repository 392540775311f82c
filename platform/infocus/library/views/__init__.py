"""The pages: search, reader, files."""
