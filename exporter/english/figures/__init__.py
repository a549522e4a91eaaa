"""Say figures in English sentences."""
