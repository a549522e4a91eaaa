"""Measure speed and memory beside the bars set for them; `make bench` prints the table.

A module `bench_*.py` here has `figures()`, which gives a `Figure` for each thing it measures.
"""
