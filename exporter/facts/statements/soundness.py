"""Say which names are no names: what was cut out of a sentence at the wrong place."""

from __future__ import annotations

import re

from exporter.facts.numbers.folding import fold
from exporter.facts.statements.sentence import Name


def is_sound(name: Name) -> bool:
    """Say whether a name may be one: it ends in no adverb, begins with no conjunction, and says a thing."""
    return _UNSOUND.search(fold(name.text)) is None


_UNSOUND = re.compile(
    "(?:[正即却又仍]|(?<![创更换翻革出清焕])新|年均|[增升减]至|调整至|历史上|(?:将|会|已|先后)(?:投放|拨出|投入|预留|提供|注资)|至少|不少于|不超过)$"
    "|^(?:以及|包括|即使|涉及)|^[^户村县区镇乡市省钢煤粮棉糖油茶人车船校树猪牛羊鸡鱼]$|^全[国省市县区]资金$"
)
