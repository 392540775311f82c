"""Three integrated action plans; illustrative text around the few known facts."""
