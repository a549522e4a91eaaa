"""Know headings that are a frame about something: 关于外交工作, 必须坚持改革, 这是硕果累累的五年."""

from __future__ import annotations

import re

from exporter.english.grammar.chart_parser import ROOTS
from exporter.english.grammar.clauses import Names, clause, clauses_of
from exporter.english.grammar.lexicon import Lexicon
from exporter.english.grammar.phrases import Phrase

FIELD = re.compile(r"关于(?P<what>[^，。；的]{2,16}?)(?:问题|方面)?")
"""A heading that only names what it is about."""
SIDE = re.compile(r"(?P<in>在)?(?P<what>[^，。；、的在]{2,12})方面")
_US = re.compile(r"(?:^|(?<=，))我们")
SUBTITLED = re.compile(r"(?P<what>[^—]{4,})——(?P<told>[^—]{4,})")
"""2024年工作回顾——经济稳中有进"""
ERA = re.compile(r"(?P<past>过去[一三五]年，)?(?:这)?是(?:我们)?(?P<what>.{4,60})的(?P<years>[一三五])年")
DUTY = re.compile(r"(?:我们)?(?:一定)?(?:(?P<must>必须)|要)(?P<what>[\u4e00-\u9fff][^；。]{3,})")


def without_us(body: str, lexicon: Lexicon, names: Names) -> str:
    """Leave 我们 out before what was done: the English of what was done says who did it."""
    if "我们" not in body:
        return body
    acts = [clause(one[2:], lexicon, names, ROOTS) for one in clauses_of(body) if one.startswith("我们")]
    done = bool(acts) and all(isinstance(one, Phrase) and one.category == "VP" for one in acts)
    return _US.sub("", body) if done else body
