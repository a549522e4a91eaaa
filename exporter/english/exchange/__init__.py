"""Carry segments, memory and terms to other tools and back."""
