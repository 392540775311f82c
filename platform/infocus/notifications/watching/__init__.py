"""What people watch: a record, a partner, a network, a theme; and who is told when something happens there."""
