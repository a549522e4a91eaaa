"""Export many documents, each apart from the others and from the run, and lose none."""
