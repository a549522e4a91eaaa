"""Export one report to Word, PDF and a bilingual brief, and say what was made.

python examples/export_one.py source/sample.html --out out
"""

from __future__ import annotations

import argparse
import sys

import exporter


def main() -> int:
    """Read the source once, then export it to each target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", help="a path, or an fsspec URL")
    parser.add_argument("--out", default="out", help="folder for what is made")
    given = parser.parse_args()
    try:
        document = exporter.read(given.source)
        for target in ("docx", "pdf", "brief"):
            artefact = exporter.export(document, to=target, out=given.out)
            print(f"{artefact.path}  {len(artefact.bytes):,} bytes")
    except exporter.ExporterError as error:
        print(f"error[{error.code}]: {error}", file=sys.stderr)
        return 1
    for notice in document.notices:
        print(f"{notice.level}[{notice.code}]: {notice.message}", file=sys.stderr)
    print(f"{document.metadata.title}: {len(exporter.facts(document))} figures found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
