"""Use cases of a review held on paper."""
