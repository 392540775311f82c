"""One module a format, each with `read(path, limits)`; loaded one at a time, in the child process only."""
