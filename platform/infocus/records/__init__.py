"""What every shared record is: identity, who may read it, version, state; practices, meetings, outputs, plans and reviews are records."""
