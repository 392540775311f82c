"""What every shared record is: identity, who may read it, version, state."""
