"""Use cases: a link is made, somebody comes, is let in, goes."""
