"""Mail in: an answer becomes a comment, files sent to a meeting wait to be confirmed, what came back is counted."""
