"""Account for every character of a figure's clause: what it does, or by which licence it may go unsaid."""
