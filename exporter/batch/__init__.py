"""Export many documents, each in a process of its own, and lose none."""
