"""Inspect anybody's Word file as a draft of an official paper: how each part is set, and what the standard says."""
