"""The child process: who starts it (`process`), what it may not do (`confinement`), how it talks (`wire`)."""
