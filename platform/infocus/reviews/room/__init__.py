"""The live room: its log, one turn after the other, the phases and their clock, who is heard, and the pages of it."""
