"""Hold lines with their places; mend, join and cut them."""
