"""One module a transnational meeting."""
