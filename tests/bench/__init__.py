"""``make bench``: how fast the product is, beside its peers in the same run. Ratios are what to keep; figures drift."""
