"""How people want their mail: how often, when it is night, and the address that stops it."""
