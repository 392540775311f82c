"""Addresses to answer a notification at: one a person, a record and the comment that is answered."""
