"""Read the figures of tables."""
