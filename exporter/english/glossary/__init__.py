"""Hold the term base."""
