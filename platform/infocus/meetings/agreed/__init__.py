"""What a meeting agreed: decisions, and actions that stay visible from one meeting to the next until they are done."""
