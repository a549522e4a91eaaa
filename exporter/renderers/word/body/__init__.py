"""Write the body of a Word file."""
