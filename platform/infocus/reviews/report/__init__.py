"""The summary and the report of a review, its paper kit, the rubric."""
