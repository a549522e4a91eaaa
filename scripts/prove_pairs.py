"""Write `source/pairs.tsv`: which words official English says side by side, and which things it says verbs of.

    python scripts/prove_pairs.py ../shared/corpus/parallel

Only words that the term base can say are kept, as bare forms (`exporter.english.grammar.attested`); no sentence is.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from exporter.english.glossary.terms import load
from exporter.english.grammar.attested import bare
from exporter.english.words.morphology import word_set
from exporter.style import data_folder

WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|[,.;:()]")
REACH = 6
"""Words behind a verb among which its object is."""


def main(folder: Path) -> None:
    """Read the English of every year, and write the pairs."""
    things, verbs = vocabulary()
    beside: defaultdict[str, set[str]] = defaultdict(set)
    objects: defaultdict[str, set[str]] = defaultdict(set)
    for text in english(folder):
        words = [bare(word) for word in WORD.findall(text)]
        for place, word in enumerate(words):
            following = words[place + 1 : place + 2]
            if word in things and following and following[0] in things:
                beside[word].add(following[0])
            if word in verbs:
                for other in words[place + 1 : place + 1 + REACH]:
                    if other in ",.;:()":
                        break
                    if other in things:
                        objects[word].add(other)
    lines = [f"beside\t{word}\t{' '.join(sorted(beside[word]))}" for word in sorted(beside)]
    lines += [f"object\t{word}\t{' '.join(sorted(objects[word]))}" for word in sorted(objects)]
    file = data_folder("source") / "pairs.tsv"
    file.write_text("kind\tword\tfollowed_by\n" + "\n".join(lines) + "\n", "utf-8")


def english(folder: Path) -> list[str]:
    """Give every English sentence of the parallel reports, and every English term."""
    lines = [line for file in sorted(folder.glob("*.tsv")) for line in file.read_text("utf-8").splitlines()]
    terms = [term.en.replace("~", "").replace("{}", ",") for term in load().terms if term.status != "forbidden"]
    return [line.partition("\t")[2] for line in lines] + terms


def vocabulary() -> tuple[set[str], set[str]]:
    """Give the words of things and the verbs that the term base can say."""
    things: set[str] = set()
    verbs: set[str] = set()
    for term in load().terms:
        words = {bare(word) for word in re.findall(r"[A-Za-z][A-Za-z'-]*", term.en)}
        if term.kind in ("verb", "clause"):
            verbs |= {bare(found) for found in re.findall(r"(?:^|~)([a-z]+)", term.en)}
        if term.kind not in ("verb", "adverb", "function", "pattern", "time", "place"):
            things |= words
    return things - FUNCTION, verbs


FUNCTION = word_set(
    "a an the of in on for to and or with by from at as into its their our all per that which is are be not"
)

if __name__ == "__main__":
    main(Path(sys.argv[1]))
