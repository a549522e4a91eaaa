"""Write words, names and numbers in English."""
