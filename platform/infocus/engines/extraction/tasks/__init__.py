"""What the child process can be asked to do; one module a task, each with `run(path, limits, options)`."""
