"""Put Chinese clauses, headings and titles into English by a transfer grammar."""
