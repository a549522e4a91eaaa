"""What stands in a paragraph beside its letters: how they are set, links, pictures."""
