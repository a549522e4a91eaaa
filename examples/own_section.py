"""Add a section of your own to a brief and print it: python examples/own_section.py source/sample.html --out out."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

import exporter
from exporter.editing import heading, paragraph
from exporter.model import Heading, plain


def with_our_view(brief: exporter.Document, *lines: str) -> exporter.Document:
    """Put a section before the one that says where each figure stands, which closes every brief."""
    last = max(at for at, block in enumerate(brief.blocks) if isinstance(block, Heading))
    ours = (heading("我们的看法"), *map(paragraph, lines))
    return replace(brief, blocks=(*brief.blocks[:last], *ours, *brief.blocks[last:]))


def main() -> int:
    """Make the brief and say what its sections are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", help="a path, or an fsspec URL")
    parser.add_argument("--out", default="out", help="folder for what is made")
    given = parser.parse_args()
    brief = with_our_view(exporter.brief(exporter.read(given.source)), "结合本单位实际，提出三点建议。")
    for block in brief.blocks:
        if isinstance(block, Heading) and block.level:
            print(plain(block.runs))
    print(exporter.export(brief, to="brief-docx", out=given.out, stem="own").path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
