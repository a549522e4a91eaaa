"""The clauses of GB/T 9704-2012 as rules over a draft; each says what it expected, what it found, and what mends it."""
