"""Networks, partners, memberships, roles, invitations."""
