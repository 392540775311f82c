"""Integrated Action Plans: one a partner, with numbered versions that are files of the library."""
