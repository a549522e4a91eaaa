"""Read bytes of any supported format into a Document."""
