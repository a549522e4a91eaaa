"""Check English against the Chinese that it renders."""
