"""Know which words are nouns although they begin like a verb, a joiner or the end of a noun: 建设用地, 和田, 数据.

A noun that the term base lists is the witness: a verb that opens a longer noun is no verb there, and a letter that may
end a noun (数, 商) or join two (和) does neither where it opens one.
"""

from __future__ import annotations

from functools import cache

from exporter.facts.numbers.folding import fold
from exporter.facts.statements.matcher import Words, words
from exporter.kept import kept
from exporter.style import data_folder


@cache
def nouns() -> Words:
    """Give the nouns and names of the term base, folded."""
    tables = [data_folder("source") / "terms" / f"{one}.tsv" for one in ("nouns", "places", "institutions")]
    data = [table.read_bytes() for table in tables]
    return words(*kept("nouns", b"".join(data), lambda: list(_listed(data))))


def _listed(tables: list[bytes]) -> set[str]:
    rows = (row.partition("\t")[0] for table in tables for row in table.decode("utf-8").splitlines()[1:])
    return {fold(row) for row in rows if len(row) > 1}


def opens_noun(text: str, at: int) -> bool:
    """Say whether a noun begins at a letter that may also end or join nouns: 建设|数据中心, not 建设者."""
    end = nouns().ahead(text, at)
    return end > at + 1 and nouns().ahead(text, at + 1) <= end
