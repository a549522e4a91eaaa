"""Lay a document out on pages: blocks as strips, with what is drawn on each, the same for every engine."""
