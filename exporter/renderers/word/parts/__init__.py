"""Write the parts of a Word package beside its body."""
