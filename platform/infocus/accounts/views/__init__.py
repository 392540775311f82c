"""The pages of accounts: one module a subject, all on one blueprint."""
