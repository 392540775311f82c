"""A draft that starts from a file: an old fiche is read, and its text proposed section by section."""
