"""The pages of networks: one module a subject, all on one blueprint."""
