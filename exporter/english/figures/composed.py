"""Put a sentence of figures into English: the sentences of its figures, and what stands between them by the grammar.

Nothing is left unsaid. Every character of the Chinese must belong to a figure that is verified (what is counted,
its number, what was done with it), to a clause that the grammar reads with confidence, or to a word that English
needs no word for; else nothing is composed. The guard has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from types import MappingProxyType

from exporter.english.figures.subjects import subject_of
from exporter.english.grammar.headings import Names, lowered, prose_of
from exporter.english.grammar.styling import Tense
from exporter.english.guard.number_check import check_segment
from exporter.facts.numbers.numerals import fold
from exporter.facts.numbers.quantities import quantities
from exporter.model import Fact

MAX_LENGTH = 400
"""Longest sentence that is looked at, in characters."""
_NO_NAMES: Names = MappingProxyType({})


def composed(
    zh: str, facts: Sequence[Fact], start: int = 0, tense: Tense | None = None, names: Names = _NO_NAMES
) -> str | None:
    """Give the English of a sentence that begins at a place of the source; None where it says what is not known."""
    if not facts or len(zh) > MAX_LENGTH or any(fact.english_status != "verified" for fact in facts):
        return None
    said = _said(fold(zh), {fact: _place(fact) - start for fact in facts}, tense, names)
    if said is None or len(set(said)) < len(said):
        return None
    english = " ".join(said)
    if _TWICE.search(english) or ("年均" in zh and " a year" not in english):
        return None
    return None if check_segment(zh, english, facts) else english


def _place(fact: Fact) -> int:
    return (fact.number_span or fact.span).start


def _said(text: str, places: Mapping[Fact, int], tense: Tense | None, names: Names) -> list[str] | None:
    """Say a text clause by clause; None if a clause is neither figures nor read."""
    left = _without_figures(text, tuple(places))
    runs: list[list[str]] = [[]]
    said: list[str] = []
    told = 0
    for clause in _CLAUSE.finditer(text):
        here = sorted((fact for fact, at in places.items() if clause.start() <= at < clause.end()), key=_place)
        told += len(here)
        if _LIGHT.fullmatch(left[clause.start() : clause.end()].replace(_STRUCK, "")):
            said += _between(runs.pop(), tense, names)
            runs.append([])
            said += [_of_this(fact, text, names) for fact in here]
        elif here or (said and not runs[-1] and _OF_A_FIGURE.match(clause[0])):
            return None
        else:
            runs[-1].append(clause[0])
    said += _between(runs.pop(), tense, names)
    return said if told == len(places) and "" not in said else None


_OF_A_FIGURE = re.compile(
    r"(?:首次|再次|继续|均|全部|分别|比|较)?(?:超过|高于|低于|高出|快于|创|成为|居|位居|列|占|连续|超额)"
)
"""Begins what is said of the figure before it, where the grammar would put `we`."""
_CLAUSE = re.compile(r"[^，；。！,;]+")


def _between(clauses: Sequence[str], tense: Tense | None, names: Names) -> list[str]:
    """Read the clauses between figures as one sentence; an empty one if they cannot be read."""
    if not clauses:
        return []
    return [(tense and prose_of("，".join(clauses), tense, names)) or ""]


def _of_this(fact: Fact, text: str, names: Names) -> str:
    """Say a stated part behind its whole: Of this, …, without naming the whole again."""
    english = fact.english or ""
    if not fact.part_of or f"其中{fact.indicator}" not in text:
        return english
    whole = subject_of(fact.part_of, names)
    return f"Of this, {lowered(english.removeprefix(f'Of {whole.full}, ') if whole else english)}"


_STRUCK = "、"


def _without_figures(text: str, facts: Sequence[Fact]) -> str:
    """Strike the numbers and the names of figures out of a text."""
    left = [*text]
    for quantity in quantities(text):
        left[quantity.start : quantity.end] = _STRUCK * (quantity.end - quantity.start)
    for fact in facts:
        for word in (fact.indicator, fact.deed, fact.qualifier, fact.unit):
            _strike(left, word or "")
    return "".join(left)


def _strike(left: list[str], word: str) -> None:
    """Strike a name out, also where its parts stand apart (城镇、农村 居民收入)."""
    name = fold(word)
    for block in SequenceMatcher(None, "".join(left), name, autojunk=False).get_matching_blocks():
        if block.size > 1 or 0 < block.size == len(name):
            left[block.a : block.a + block.size] = _STRUCK * block.size


def told_in_part(zh: str, facts: Sequence[Fact], start: int = 0) -> tuple[str | None, ...]:
    """Give what rules say for certain of the figures of a sentence, in order; None where words between are not said.

    For who sees the Chinese beside it. Each figure's English is true where it stands alone, and claims to be no more.
    """
    sure = sorted((fact for fact in facts if fact.english_status == "verified" and fact.english), key=_place)
    told = (span for fact in sure for span in (fact.span, *(stretch.span for stretch in fact.account)))
    untold = (fact.number_span or fact.span for fact in facts if fact not in sure)
    open_ = [True] * len(zh)
    for span, is_open in (*((span, False) for span in told), *((span, True) for span in untold)):
        for place in range(max(0, span.start - start), min(len(zh), span.end - start)):
            open_[place] = is_open
    said: list[str | None] = []
    done = 0
    for fact in sure:
        at = min(len(zh), max(done, _place(fact) - start))
        said += [None] * _says_more(zh, open_, done, at)
        said += [fact.english] if fact.english not in said else []
        done = at
    return (*said, *([None] * _says_more(zh, open_, done, len(zh)))) if sure else ()


def _says_more(zh: str, open_: Sequence[bool], start: int, end: int) -> bool:
    """Say whether a stretch of a sentence holds words of weight that no figure accounts for."""
    left = "".join(zh[place] if open_[place] else _STRUCK for place in range(start, end))
    return any(not _LIGHT.fullmatch(clause.replace(_STRUCK, "")) for clause in _CLAUSE.findall(left))


_LIGHT = re.compile(
    r"(?:其中包括|其中|同时|另外|此外|而且|以及|并|且|和|及|与|还|又|也|均|都|分别|各|全年|今年|累计|共计|总计|合计|共|"
    r"全国|全省|全市|全县|全区|全州|全盟|全旗|全镇|我国|我省|我市|我县|我区|我镇|"
    r"实现|完成|突破|超过|超|达|有|为|是|到|至|了|的|将|在|约|近|"
    r"保持|稳定|控制|维持|要|再|已|居|位居|跃居|年内|以上|以内|以下|左右|不超过|力争|争取|预期|目标|年均|"
    r"增长|增加|增|提高|提升|上升|上涨|递增|扩大|下降|降低|降|减少|回落|涨幅|增幅|增速|降幅|"
    r"(?:国民)?经济(?:和)?社会发展的?主要预期目标(?:建议)?|"
    r"同比|比上年|较上年|比去年|较去年|比上年同期|[：:\s“”\"（()）])*"
)
"""Words that English does without beside a figure, or that its sentence says and the guard holds it to."""
_TWICE = re.compile(r"\b(?!that\b|had\b)([A-Za-z]+) \1\b", re.IGNORECASE)
