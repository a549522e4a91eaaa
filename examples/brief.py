"""Make a brief of a report, two pages in Chinese and English: python examples/brief.py source/sample.html out."""

import sys

import exporter

source, out = sys.argv[1:]
made = exporter.export(exporter.read(source), to="brief", out=out)
print(f"{made.path}  {len(made.bytes):,} bytes")
