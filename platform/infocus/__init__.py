"""In Focus Exchange: the shared memory and review room of European city networks."""
