"""Know who can be asked to do something, and the verbs that ask: support enterprises in exporting."""

from __future__ import annotations

import re

from exporter.english.words.morphology import MARK, word_set

ASKING = re.compile(rf"{MARK}(?:support|encourage|guide|attract|organize|mobilize|motivate) ")
AGENTS = word_set(
    "enterprises firms businesses companies institutions universities colleges schools hospitals farmers residents "
    "workers officials people students graduates researchers scientists entrepreneurs personnel talent "
    "households villages counties cities districts townships localities banks households entities cooperatives"
)
"""Those who can do what they are supported in."""
CAUSING = word_set(
    "support promotion improvement expansion advancement implementation encouragement guidance enhancement adjustment "
    "acceleration establishment strengthening deepening optimization introduction preservation consolidation"
)
"""Nouns of deeds that are seldom nouns in Chinese."""
