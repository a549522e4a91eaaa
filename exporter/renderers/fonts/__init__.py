"""Choose faces, cut them to what is drawn, describe them in files."""
