"""Run the command line as `python -m exporter`."""

from exporter.cli import program

program()
