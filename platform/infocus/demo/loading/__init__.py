"""From the demo's plain data to records, as the services would have stored them when it happened."""
