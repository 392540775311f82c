"""A review on paper: the kit to print, and what was held on paper entered afterwards."""
