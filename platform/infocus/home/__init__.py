"""The front page, and the few pages about the platform itself."""
