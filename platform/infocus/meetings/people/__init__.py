"""The people of a meeting: who is invited, what they answered, who was there, and guests."""
