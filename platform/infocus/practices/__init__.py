"""Good practices: written in two depths, judged, published, kept through every revision."""
