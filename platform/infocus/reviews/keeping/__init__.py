"""How long the words of a room are kept, and deleting them so that they are nowhere any more."""
