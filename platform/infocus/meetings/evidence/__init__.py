"""What an audit wants to see of a meeting, as one ZIP: lists, papers, every file, and a manifest with checksums."""
