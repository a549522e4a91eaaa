"""Read numbers with their units and bounds."""
