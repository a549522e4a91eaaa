"""Tell numbers that are parts of names, dates, ordinals and marks from numbers that count something."""

from __future__ import annotations

import re

from exporter.facts.numbers.numerals import Numeral
from exporter.facts.numbers.units import UnitKind, unit_of


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Find what stands in quotation marks, title marks or note brackets: “1+5+5”, 《2035》, 〔7〕."""
    return tuple(found.span() for found in _QUOTED.finditer(text))


def is_name(text: str, numeral: Numeral) -> bool:
    """Say whether a number is part of a name (PM2.5, 1+9, 500强), an ordinal, a date or the title of a session."""
    before = text[max(0, numeral.start - 3) : numeral.start]
    if _ORDINAL.search(before) or _LATIN.search(before) or text.startswith(("+", "×"), numeral.end):
        return True
    if numeral.form not in ("plain", "range"):
        return False
    if is_streak(text, numeral):
        return True
    if _DATE.match(text, numeral.end):
        return not counts_years(text, numeral)
    return _SESSION.match(text, numeral.end) is not None


def counts_years(text: str, numeral: Numeral) -> bool:
    """Say whether 年 behind a number counts years (达到11.3年) and does not name one (2009年)."""
    if numeral.number is None or numeral.number >= 100 or not _YEARS.match(text, numeral.end):
        return False
    before = text[max(0, numeral.start - 16) : numeral.start]
    return _ENDS.search(before[-3:]) is not None or _LASTS.search(before) is not None


def is_streak(text: str, numeral: Numeral) -> bool:
    """Say whether a number counts how often something happened in a row (连续5年), which is no figure."""
    return (
        _STREAK.search(text[max(0, numeral.start - 5) : numeral.start]) is not None
        and _IN_A_ROW.match(text, numeral.end) is not None
    )


def counts(text: str, numeral: Numeral, unit: str | None, end: int) -> bool:
    """Say whether a plain number counts something: it has a unit, or a magnitude, or ends a statement."""
    if _ASPECTS.match(text, numeral.end):
        return False
    spelled = not text[numeral.start].isdigit()
    if unit is None and _HEADS.match(text, end):
        return not spelled
    if unit is None and text[numeral.start : end] == "零":
        return True
    if unit is None:
        ends = end >= len(text) or text[end] in _STOPS
        before = text[max(0, numeral.start - 3) : numeral.start]
        ends = ends or _MOVES.match(text, end) is not None
        measured = _MOVED if "." in text[numeral.start : numeral.end] else _PREDICATE
        return not spelled and ends and (_PREDICATE.search(before) or measured.search(before)) is not None
    before = text[max(0, numeral.start - 3) : numeral.start]
    if unit == "点" and (numeral.number is None or numeral.number < 100) and not _MOVED.search(before):
        return False  # an hour, or a point of a list; an index stands higher
    if _CLASS.match(text, end) or (unit in ("位", "名", "强") and text[max(0, numeral.start - 1)] == "前"):
        return False
    if spelled:
        return _is_spelled_out(text, numeral, unit)
    return unit not in ("百", "千", "十")


def _is_spelled_out(text: str, numeral: Numeral, unit: str) -> bool:
    """Tell an amount in Chinese numerals (三百二十家, 五百亿元) from a round word (千家, 百亿, 三家)."""
    printed = text[numeral.start : numeral.end].replace(" ", "")
    found = unit_of(unit)
    kind: UnitKind = found.kind if found else "bare"
    if kind in ("times", "point") or unit in ("成", "%", "‰"):
        return printed[0] not in "十百千万亿"
    if kind in ("bare", "spec", "time") or not _SCALED.search(printed):
        return False
    if printed[0] in "百千万亿":
        return len(printed) > 1 and _REACHES.search(text[max(0, numeral.start - 4) : numeral.start]) is not None
    return kind == "money" or (len(printed) > 1 and (numeral.number or 0) > 10)


_QUOTED = re.compile(
    r"“[^“”]{0,40}”|《[^《》]{0,80}》|「[^「」]{0,40}」|『[^『』]{0,40}』|‘[^‘’]{0,40}’|\"[^\"]{0,24}\""
    r"|[\[〔【] ?\d{1,3} ?[\]〕】]"
)
_ORDINAL = re.compile(r"(?:[第初附每]|(?<!代)表|(?<!蓝)图)\s?$")
_LATIN = re.compile(r"[A-Za-z] ?[-–—]?$|[+·#×]$|[A-Za-z]\.$")
_DATE = re.compile(
    r" ?(?:年|月|日|号|时(?![间期速段])|届|世纪|周年|强|型|线|中(?:学|、|，|。|等)|后"
    r"|开[^工业发展放播设通始]|组[织建成])"
)
_SESSION = re.compile(r" ?(?:次|届)[^，。；、]{0,6}(?:会议|全会|大会|党代会|人代会|例会)")
_YEARS = re.compile(r" ?年")
_STREAK = re.compile(r"连续\s?$")
_IN_A_ROW = re.compile(r" ?(?:年|个月|个季度|季度|届|次|期|个)")
_ENDS = re.compile(r"[达为至到]\s?$")
_LASTS = re.compile(
    r"(?:年限|寿命|期限|工期|周期|学制|工龄|任期|役龄|年数)(?:[比较][^，。；\d]{1,8}(?:年|期|时|初))?(?:再|又|平均|分别|已|将|可|约)?"
    r"(?:增加|提高|延长|缩短|减少|提升|上升|增长|降低)了?[近约]?\s?$"
)
"""A length of time that became longer or shorter by some years: 受教育年限增加0.6年."""
_PREDICATE = re.compile(r"(?:[为达是至到由从]|指数|系数|数值)\s?$")
_MOVED = re.compile(r"(?:缩小|扩大|提高|下降|上升|降低|增加|减少)\s?$")
_HEADS = re.compile(
    r" ?(?:农户|贫困户|贫困人口|农民工?|群众|居民|职工|学生|用户|农村人口|城乡居民|困难群众|残疾人|老年人|毕业生)"
)
"""People that reports count without a measure word: 带动近4000农户."""
_REACHES = re.compile(
    r"(?:突破|超过|超|逾|达到|达|迈上|迈过|迈入|跨上|跨越|跨过|跃上|站上|保持在|稳定在|接近|(?<!附)近)了?\s?$"
)
"""What makes a round word a figure: 成交额突破|千亿元."""
_SCALED = re.compile("[十百千万亿]")
_ASPECTS = re.compile(r" ?(?:个|大)?(?:方面|环节|关口|着力点|维度)")
"""What a speech counts of itself, not of the world: 重点抓好14个方面."""
_MOVES = re.compile(r" ?(?:缩小|扩大|提高|提升|下降|降低|降|增加|上升|调整|优化)[到至为]")
_CLASS = re.compile("级(?!别)|制(?!造|定|作)")
"""A size that names a class: 5000吨级码头."""
_STOPS = "，；。、！）？"
