"""The demo: an illustrative network, its real files, and what loads them."""
