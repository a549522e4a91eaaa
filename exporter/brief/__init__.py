"""Turn a report into a two-language brief, as a Document."""
