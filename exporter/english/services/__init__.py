"""Have sentences translated by services, within a budget, kept in a cache."""
