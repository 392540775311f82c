"""The shapes of the interface: what is sent, what is asked in a query string, what is answered."""
