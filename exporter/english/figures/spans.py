"""Find the several years that a passage looks back on, where a figure is dated to their last: 五年来，…突破9万元."""

from __future__ import annotations

import re

from exporter.english.figures.starts import before_number, full_sentence_start, last_in, line_start, tight_between
from exporter.english.grammar.headings import prepared
from exporter.english.words.numbering import chinese_number
from exporter.model import Fact

_ABOVE = 1500
"""How far above its line, in characters, what years a figure looks back on is looked for."""
_NUMERALS = "一二三四五六七八九十"
_MARK = re.compile(
    f"(?:过去|这|近|前|(?<![0-9第{_NUMERALS}]))(?P<years>[三四五])年(?:来|间|，|里|中)|"
    f"(?:经过|历经|历时)(?P<through>[{_NUMERALS}])年的?(?:[^，。；\\d]{{0,4}}(?:努力|奋斗|攻坚|奋战|建设))?，|"
    f"[“‘](?P<plan>[{_NUMERALS}]{{1,3}})五[”’](?:时期|期间|以来)|"
    "(?<![由从自比较到至为是])[12][0-9]{3}年(?!的)|全年|去年|今年|当年|年末|年底|一年来|上年|同比"
)


def span_of(fact: Fact, source: str) -> str | None:
    """Give the years that the passage speaks of, which end with the year of the figure; None where it names a year."""
    if not _YEAR.fullmatch(fact.period or "") or not source:
        return None
    said = tight_between(source, max(0, line_start(fact, source) - _ABOVE), fact.span.end)
    found = last_in(_MARK, said)
    if found is None or not (found["years"] or found["through"] or found["plan"]):
        return None
    end, years = int(fact.period or 0), found["years"] or found["through"]
    if years:
        return f"{end - (chinese_number(years) or 1) + 1}-{end}"
    begun = _SIXTH + 5 * ((chinese_number(found["plan"]) or 0) - 6)
    return f"{begun}-{end}" if begun + 4 == end else None


def come_to_by(fact: Fact) -> str | None:
    """Give the last of the years that a rate or a share is dated to, by which it came so far: 强度达3.2%.

    What is summed up over the years (送戏下乡超8万场) is not come to.
    """
    found = _YEARS.fullmatch(fact.period or "")
    if found is None or fact.deed is not None or fact.change is not None or fact.number is None:
        return None
    rate = fact.unit in ("%", "％", "‰") or fact.measure in ("share", "ratio")
    before = prepared(before_number(fact))
    came = _CAME.search(before) is not None and _OVER_YEARS.search(before) is None
    return found[1] if rate and came and fact.kind in ("actual", "target") else None


_YEARS = re.compile(r"\d{4}-(\d{4})")
_CAME = re.compile("(?:达到?|突破|超过?|升至|增至|[迈跨登站跃]上|[迈跨]过|迈入|跨越)了?$")
_OVER_YEARS = re.compile("年均|每年|累计|平均")


def grown_since(fact: Fact, source: str) -> str | None:
    """Say from when to when a mean grew, where the growth before it says since when: 比1978年增长33%，平均每年7%."""
    first, _, last = (fact.period or "").partition("-")
    if not _YEAR.fullmatch(last) or not source:
        return None
    said = tight_between(source, full_sentence_start(fact, source), fact.span.start)
    then = f"(?:{first}|{first.translate(_IN_CHARACTERS)})"
    return f" from {first} to {last}" if re.search(f"[比较]{then}年[^，。；]*增", said) else None


_IN_CHARACTERS = str.maketrans("0123456789", "〇一二三四五六七八九")
_YEAR = re.compile(r"\d{4}")
_SIXTH = 1981
"""The first year of the sixth five-year plan."""
