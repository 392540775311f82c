"""What reaches an open page by itself: the port, its Socket.IO adapter, and the roll of who is on the line."""
