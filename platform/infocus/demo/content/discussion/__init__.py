"""Comments on practices, outputs and meetings."""
