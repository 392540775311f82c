"""Comments on passages of files: marked and read in the reader, found again in every version."""
