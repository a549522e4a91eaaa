"""Make a brief in a house's own colours and say what it chose, and why.

python examples/brief_in_house_colours.py source/sample.html --out out --pages 2
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import exporter

HOUSE = Path(__file__).parent / "house"
"""A house style: it extends the style `brief`, and says only what it has otherwise."""


def main() -> int:
    """Export the brief in the house's style, then name what was chosen and what was left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", help="a path, or an fsspec URL")
    parser.add_argument("--out", default="out", help="folder for what is made")
    parser.add_argument("--pages", type=int, default=2)
    given = parser.parse_args()
    options = exporter.Options(style=HOUSE, pages=given.pages)
    try:
        document = exporter.read(given.source)
        made = exporter.export(document, to="brief", out=given.out, options=options)
    except exporter.ExporterError as error:
        print(f"error[{error.code}]: {error}", file=sys.stderr)
        return 1
    print(f"{made.path}  {len(made.bytes):,} bytes")
    for notice in exporter.brief(document).notices:
        if notice.code.startswith("brief."):
            print(f"{notice.code}: {notice.message}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
