"""Know newspapers, agencies and sites that publish documents by the English names that they give themselves."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from exporter.style import data_folder


@cache
def outlets() -> Mapping[str, str]:
    """Give the English name of each outlet of `source/outlets.tsv` by its Chinese name."""
    with (data_folder("source") / "outlets.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return MappingProxyType({row["outlet"]: row["english"] for row in rows})
