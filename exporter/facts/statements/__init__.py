"""Read a sentence into statements of figures: who, how much, how it changed."""
