"""The kit to print, and the form for what was held on paper."""
