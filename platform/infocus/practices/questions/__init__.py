"""Ask the owner: questions about a practice, answered by its city; good answers become its FAQ."""
