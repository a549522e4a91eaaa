"""Measure what a Word or PDF file really looks like, and say clause by clause which checks it passed."""
