"""Paper: a template and data become a tagged PDF."""
