"""The city's approval: a named manager says, on a page that needs no account, what may leave the network."""
