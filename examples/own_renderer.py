"""Print a report with a renderer of your own: ten lines that turn a document into plain text.

python examples/own_renderer.py source/sample.html --out out

A renderer is a callable: Document and Style in, bytes out. Passed to `exporter.export`, it is all that
is needed. To have it found by name (`--to text`, also by `exporter batch`), publish it from a package
of yours as an entry point, in its pyproject.toml:

    [project.entry-points."exporter.targets"]
    text = "your_package:TEXT"

where TEXT is a row of the table of targets, like the one below.
"""

from __future__ import annotations

import argparse
import sys

import exporter


def text(document: exporter.Document, style: exporter.Style) -> bytes:
    """Set every line of the document, one below the other, no wider than the page of the style."""
    characters = style.page.characters or 28
    lines = []
    for line in exporter.model.all_lines(document):
        lines += [line[start : start + characters] for start in range(0, len(line), characters)]
        lines.append("")
    return "\n".join(lines).encode()


TEXT = exporter.Target("text", ".txt", "plain text", text, style="official")


def main() -> int:
    """Export a source through the renderer above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", help="a path, or an fsspec URL")
    parser.add_argument("--out", default="out", help="folder for what is made")
    given = parser.parse_args()
    artefact = exporter.export(exporter.read(given.source), to=TEXT, out=given.out)
    print(artefact.path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
