"""Find the words of a sentence that name a time, and say which time they mean in their document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.facts.statements.closed_classes import FISCAL, FISCAL_YEAR
from exporter.facts.time.marks import Mark, MarkRole, Setting
from exporter.facts.time.meanings import COUNT, ORDINAL, READERS, SEASON, YEAR
from exporter.facts.time.period import Period
from exporter.facts.time.within import NUMBER, PART, TO


def marks(text: str, setting: Setting) -> tuple[Mark, ...]:
    """Find the words of a folded sentence that name a time, in order."""
    if not _SIGN.search(text):
        return ()
    found: list[Mark] = []
    titles = [title.span() for title in _TITLE.finditer(text)] if "《" in text else []
    for word in _MARK.finditer(text):
        if any(start < word.start() < end for start, end in titles):
            continue
        period = READERS[str(word.lastgroup)](word[0], setting, found)
        if period and word.lastgroup == "year" and setting.reviewed and _LATER_ON.match(text, word.end()):
            period = Period(period.first, max(period.first, setting.reviewed))
        if period is not None:
            found.append(_mark(word, text, period, found))
    return tuple(found)


_LATER_ON = re.compile("[^，。；]{1,16}以来")
"""What happened then is not dated, what came of it is: 2007年|合作医疗开展以来."""
_SIGN = re.compile("[年五届月季目冬]")
_TITLE = re.compile("《[^》]{0,80}》")
_WORDS = {
    "range": rf"(?<!\d){YEAR}年?{TO}{YEAR}(?:年|学年|雪季|榨季)",
    "both": "今明两年",
    "fiscal": rf"(?<!\d)(?:{FISCAL}(?:年度?)?{TO})?{FISCAL_YEAR}",
    "season": SEASON,
    "year": rf"(?<!\d){YEAR}(?:/\d\d|/[零一二三四五六七八九]{{2}})?(?:年度?|(?:财政|课税)年度)"
    rf"(?:以来|来)?(?:的?(?:{PART}))?",
    "relative": rf"(?:今年|去年|上年(?!结[转余])|前年|明年|本年|来年)度?(?:以来|来)?(?:的?(?:{PART}))?",
    "plan": rf"(?<![三第\d十])(?:[“‘「\"]{ORDINAL}五[”’」\"]|十[一二三四五六]?五(?=时期|期间|规划|以来|末|期末|收官))"
    r"(?:时期|期间|规划期间?|以来)?(?:期?末|[前后][一二三四]年)?",
    "ordinal": rf"第{ORDINAL}个五年(?:计划|规划)(?:时期|期间)?(?:的?第[一二三四五]年)?",
    "ahead": rf"(?:今后|未来|往后|下)(?:的|一个)?{COUNT}个?年",
    "count": rf"(?<![第\d十续二三四五六七八九])(?:过去|近|这|前|最近|几)?的?{COUNT}年"
    r"(?:来|以来|间|内|累计|时间里|共|(?=(?:全[国省市县区旗州])?(?:净增|新增|增[长加]|投资|年均|平均|提高|下降|降低|减少|上升)))"
    rf"|(?:过去|近|最近|这)的?{COUNT}年",
    "term": "本届政府(?:任期|成立|以来)?",
    "whole": "全年|年内",
    "now": "(?:截[至止])?目前|截[至止]今(?!年)|当前|现阶段|现时|[至迄]今",
    "part": rf"(?<![每\d一二三四五六七八九十个整半前后代纪周期])(?:{PART})",
}
_FIRST = r"(?=[\d零一二三四五六七八九十两几元今去上前明本来“‘「\"第未往下过近这最的全年截目当现至迄头底末])"
"""With which characters a word of time begins."""
_MARK = re.compile(_FIRST + "(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _WORDS.items()) + ")")


def _mark(word: re.Match[str], text: str, period: Period, found: Sequence[Mark]) -> Mark:
    before = text[max(0, word.start() - 6) : word.start()]
    name = str(word.lastgroup)
    role: MarkRole = "at"
    if name != "range" and _BASE.search(before) and not _SINCE.match(text, word.end() - 1):
        role = "base"
    elif _COMPARED.search(before) or _VERSUS.match(text, word.end()):
        role = "compared"
    elif _passes(name, word, text, before):
        role = "passing"
    counted = name == "count" and any(mark.role == "at" for mark in found)
    local = counted or (name == "part" and _MONTH.match(word[0]) is not None and not _opens(text, word))
    return Mark(word.start(), word.end(), period, role, local, before.endswith(("到", "至")), name)


_BASE = re.compile(r"(?:由|从|自)(?:[“‘]?)$")
_SINCE = re.compile("[年末底]?(?:起|开始|以来|以后|至今)")
_COMPARED = re.compile(
    r"(?:比|较|与|同|(?<=[高低快慢大小少多优同对当])于|超|(?<![一二三四五六七八九十])是|为|按|相当于|恢复[到至]|超过|高出|从?[^，；。]{0,2}相比)(?:上述)?[“‘]?$"
)
_VERSUS = re.compile(
    "年?(?:的[0-9.]+倍|(?:同期)?(?:相比|比较|对比)|为基期|(?:不变|可比)?价格?|的?水平|(?:的)?基础上|(?:同期)?(?:高?[增降]|上升|上涨|下降|减少|提高)[^，。；]{0,12}(?:基础|基数)[上下])"
)
_MONTH = re.compile(rf"{NUMBER}月")


def _opens(text: str, word: re.Match[str]) -> bool:
    """Say whether a month opens a clause and speaks for it: 12月份，居民消费价格…"""
    return text[word.end() : word.end() + 1] == "，" or word[0].endswith(("底", "末"))


def _passes(name: str, word: re.Match[str], text: str, before: str) -> bool:
    """Say whether a time is only named: a plan that is drawn up, the first year of one, a day of a meeting."""
    if name in ("year", "part", "relative"):
        of_a_day = _DAY.match(text, word.end()) is not None and _AS_AT.match(text, word.end()) is None
        return "截" not in before and (of_a_day or before.endswith(("“", "《")))
    if _OCCASION.match(text, word.end()) or (name == "count" and _RECORD.match(text, word.end()) is not None):
        return True
    if name in ("plan", "ordinal"):
        bare = not word[0].endswith(("时期", "期间", "期间", "规划期", "以来", "末", "年"))
        return (bare and not _ALONE.match(text, word.end())) or _DRAWN_UP.search(before) is not None
    return False


_OCCASION = re.compile("[^，。；：]{0,24}?(?:之年|第[一二三四五]年|收官|开局|起步)")
_RECORD = re.compile("的?(?:首次|首|最|新高|新低|第一次|罕见|未有|未见|少有|同期)")
"""How rare something is, which is not when: 30年来首次."""
_DAY = re.compile(r"\d{1,2}日|[一二三四五六七八九十]{1,3}日")
_AS_AT = re.compile(rf"(?:{_DAY.pattern})，?(?:止|的|预计|估计|已|约|共|累计|为|达)")
"""A day that the number behind it is of: 储备在2024年3月31日|预计为….…"""
_ALONE = re.compile("，|(?:全[国省市县区州旗]|我[国省市县区州]|我们|累计|年均|五年)")
_DRAWN_UP = re.compile(
    "(?:编制|实施|谋划|制定|衔接|启动|研究|完成|下达|对接|落实|收官|做好|开启|迈进|迎接)(?:好|了|实施)?[“‘]?$"
)
