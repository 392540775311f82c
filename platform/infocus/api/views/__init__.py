"""The operations of the interface, one module a kind."""
