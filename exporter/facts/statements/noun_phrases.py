"""Cut the subject of a figure out of the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exporter.facts.numbers.folding import fold
from exporter.facts.statements.closed_classes import HAN_YEAR, PREDICATES, RELATIVE, SUMS, TIME, lexicon
from exporter.facts.statements.coordination import is_inside
from exporter.facts.statements.deeds import deed_before
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.matcher import Words
from exporter.facts.statements.nouns import opens_noun


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject without the words before it that are no part of it."""

    start: int
    end: int
    verb: tuple[int, int] | None = None
    """The verb before the thing counted (新增|公共停车位)."""
    scope: tuple[int, int] | None = None
    """Whose figure it is (全市)."""


def subject(text: str, start: int, end: int) -> Subject:
    """Strip time, scope, adverbs and verbs from the beginning of a subject."""
    scope: tuple[int, int] | None = None
    while start < end:
        after = _past_mark(text, start, end)
        if after == start and (_is_protected(text, start, end) or _HAVING.match(text, start, end)):
            break
        if after == start:
            start += text.startswith("在全", start) and lexicon().deed.ahead(text, start + 3, end) > start + 3
            after = lexicon().scope.ahead(text, start, end)
            if after > start and _is_scope(text, start, after, end):
                scope = (start, after)
            else:
                after = _past_word(text, start, end)
        if after == end and lexicon().verb.ahead(text, start, end) == end:
            break
        if after == start:
            break
        start = after
    taken = _TAKEN.match(text, start, end)
    start = taken.end() if taken else start
    if spender := _SPENDER.match(text, start, end):
        scope, start = spender.span("who"), spender.end()
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    if _NO_SUBJECT.fullmatch(text, start, end):
        return Subject(end, end, None, scope)
    verb, noun = deed_before(text, start, end)
    return Subject(noun, end, verb, scope)


_NO_SUBJECT = re.compile(
    rf"[在于以由从]|{HAN_YEAR}|"
    r"(?:逐步|努力|奋力)?(?:迈向|朝着|向着|瞄准|锚定)[^，。；、]{0,12}(?:订立|制订|制定|定下|提出|确定|设定)的?|(?:即使|尽管)?(?:在)?[^，。；、]{0,12}的“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间)"
)
"""What stands before a number and says no more than when it was: 在增长较快的“一五”时期."""


_FOREMOST = re.compile(r"[^，。；]{0,6}?(?:最[大高多长快早优]|首[个批家创]|唯一|领先)")
"""What a thing is among others of its kind, which is no scope: 全国电源规模最大…"""


def _is_protected(text: str, start: int, end: int) -> bool:
    """Say whether a word that begins like an adverb is part of the subject (共享, but 共|建成)."""
    kept = lexicon().protected.ahead(text, start, end)
    return kept > start and kept >= lexicon().adverb.ahead(text, start, end)


_HAVING = re.compile(r"(?:有|达到|具有|拥有|符合)[^，。；、的\d]{2,16}的[^，。；]{2}")
"""A clause before 的, which belongs to the subject: 有进出口实绩的企业."""
_TAKEN = re.compile(
    r".{0,30}?(?:(?<![火])把|(?<=[要决定须括])将|(?<=[^命指司法夏禁号口，。；]{2})令(?![营人]))(?![关握控军来])(?=..)"
)
"""The words before an object that is taken up first: 坚决把|文件|压减三分之一."""


_SPENDER = re.compile(
    "(?P<who>(?:特区|香港|中央|地方|各级|全国)?(?:政府|财政))在(?=[^，。；、]{2,14}(?:开支|支出|投入|投资|拨款)$)"
)
"""Who spends money, before what it is spent on: 政府|在|基本工程开支."""


def _is_scope(text: str, start: int, after: int, end: int) -> bool:
    """Tell whose figure it is (全市|生产总值) from a kind of thing (省级|美丽乡村)."""
    if text[after : after + 2] in ("以上", "以下") or text[after : after + 1] in "性制率":
        return False
    if _FOREMOST.match(text, after, end):
        return False
    broad = text[start] in "全我本该" and text[start : start + 2] != "本级"
    known, whole = canonical(text[after:end]), canonical(text[start:end])
    if whole is not None and whole is not known:
        return False
    return broad or after == end or known is not None or text[after:end] in SUMS


def counted(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """Part the thing counted, behind its number, from its predicate: 城乡劳动者|参加职业培训."""
    note = _FOOTNOTE.match(text, start, end)
    start = note.end() if note else start
    while start < end and text[start] in " 的":
        start += 1
    end = _closed(text, start, end)
    relative = RELATIVE.match(text, start, end)
    if PREDICATES.match(text, start, end) and not relative:
        return (start, end), None
    at = relative.end() + 2 if relative else start + (1 if text[start : start + 1] in _PLACES else 2)
    while at < end and (found := PREDICATES.search(text, at, end)):
        of = text.find("的", found.end(), end)
        if of > 0 and _RELATED.match(text, found.start()) and end - of > 2:
            at = of + 1  # the verb of a clause before 的, which belongs to the noun: 省里支持的项目
        elif is_inside(text, start, found.start()) or _is_modifier(text, start, found.start(), end):
            at = found.end()
        else:
            when = _WHEN_DONE.match(text, found.start(), end)
            said = when.end() if when and when.end() < end else found.start()
            thing = _before_time(text, start, found.start())
            return (start, thing), (thing if text.startswith("与", thing) else said, end)
    return (start, _before_time(text, start, end)), None


_FOOTNOTE = re.compile(
    r"(?<!\d)\d{1,2}(?![万亿千百多余]|[^，。；]{0,5}以[上下内]|[年月日岁户个元公平人家所座条台套件米吨辆])(?=[\u4e00-\u9fff]{2})"
)
"""The sign of a footnote between a unit and the thing: 210公顷|4|创科用地."""


def _is_modifier(text: str, start: int, at: int, end: int) -> bool:
    """Say whether a verb is inside of a noun: behind a verb or a level (村级|联合光伏电站), or before 任务."""
    before, rest = text[start:at], text[at:end]
    verb = rest.removesuffix("任务")
    return (
        (before in lexicon().act.words and len(rest) > 2)
        or before.endswith("级")
        or (verb != rest and verb in lexicon().act.words)
    )


def _before_time(text: str, start: int, end: int) -> int:
    """Give the end of a thing counted without the time that its predicate begins with: 铸造项目|7月底建成."""
    found = _WHEN_ENDS.search(text, start + 2, end) or _WITH_WHOM.search(text, start + 2, end)
    return found.start() if found else end


_WHEN_DONE = re.compile(
    r"\d{1,2}月(?:[底初中末]|[上中下]旬)?前?|[年当]年?底前?|年内|[上下]半年|(?<![每历])当年|全年|目前"
)
_WITH_WHOM = re.compile("(?<=项目|企业|公司|园区|学校|医院)与[^、，。的]{2,10}$")
"""With whom those counted do what is said of them: 项目|与县政府签约."""
_WHEN_ENDS = re.compile(f"(?:{_WHEN_DONE.pattern})$")


def is_verbal(name: str) -> bool:
    """Say whether a name is nothing but verbs: 改造治理."""
    return _is_made_of(lexicon().verb, name)


def is_act(name: str) -> bool:
    """Say whether a name is nothing but verbs that any table knows, with words of manner before them."""
    folded = fold(name)
    return _is_made_of(lexicon().act, folded) or _is_made_of(
        lexicon().act, folded[2 if folded.startswith("重点") else lexicon().adverb.ahead(folded, 0) :], least=2
    )


def _is_made_of(verbs: Words, name: str, least: int = 0) -> bool:
    at = 0
    while at < len(name):
        after = verbs.ahead(name, at)
        if after == at:
            return False
        at = after
    return at >= least


def _closed(text: str, start: int, end: int) -> int:
    """Give where a phrase stops: at a mark that is not inside brackets which it opens."""
    for stop in _CLOSE.finditer(text, start, end):
        opening, closing = ("“", "”") if stop[0] == "”" else ("（", "）")
        if text.count(opening, start, stop.start()) <= text.count(closing, start, stop.start()):
            return stop.start()
    return end


_MARKS = frozenset(" ，；：、—－-\x01·•*）”」①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_CLOSING = frozenset(" ，；：、—－-\x01·•*（“「")
_RELATED = re.compile("支持|列入|纳入|获得|通过|参与|参加|享受|实施|开展|需|已|被|按|由|从事|进入|取得|利用|用于")
_PLACES = frozenset("国省市县区镇乡村人")
_CLOSE = re.compile(r"[，；：。！？）”]")


_NUMBERED = re.compile(r"（(?:[ivx]{1,4}|\d{1,2}|[^（）\d]{0,6}(?:鼓掌|掌声))） ?")


def _past_mark(text: str, start: int, end: int) -> int:
    numbered = _NUMBERED.match(text, start, end) if text[start] == "（" else None
    start = numbered.end() if numbered else start
    while start < end and text[start] in _MARKS:
        start += 1
    return start + (_QUOTED_TIME.match(text, start, end) is not None)


_QUOTED_TIME = re.compile("“(?=[去今前上]年)")
"""A quotation that opens with the time it speaks of."""


def _past_word(text: str, start: int, end: int) -> int:
    """Step over one word of time, an adverb or a light verb."""
    found = TIME.match(text, start, end) if text[start] in _TIME_FIRST else None
    if found:
        return found.end()
    if text.startswith("重点", start) and lexicon().verb.ahead(text, start + 2, end) > start + 2:
        return start + 2
    if plus := _PLUS.match(text, start, end):
        return plus.end("plus")
    if text[start] in _WILL and lexicon().deed.ahead(text, start + 1, end) > start + 1:
        return start + 1
    if text.startswith("争取", start) and text.endswith(_FUNDS, start + 3, end):
        return start
    if text[start] in _JOINERS and opens_noun(text, start):
        return start
    after, adverb = lexicon().light.ahead(text, start, end), lexicon().adverb.ahead(text, start, end)
    if after > start and after >= adverb and text[after : after + 1] not in "率度量比额":
        return after
    return adverb


_JOINERS = frozenset("和与及")
"""Letters that join, and may open a name: 和田."""
_WILL = frozenset("会须需")
"""Words before a deed that is still to be done: 会|推出."""
_PLUS = re.compile(
    "(?P<plus>加上?)(?=上级|上解|上年|一般|专项|债务|地方|政府|转移|调入|动用|返还|中央|省|市|县|新增)"
    "[^，。；、]*?(?:收入|资金|结转|结余|补助|支出)"
)
"""What a budget adds to its own revenue: 加|上级补助收入."""
_FUNDS = ("资金", "国债", "额度", "债券", "贷款", "投资", "经费", "补助")
"""What is won, not only strived for: 争取|专项资金."""
_TIME_FIRST = frozenset(
    "0123456789上下去前后今本当明全年期过近未这五一二两三四六七八九十“时规截目至现迄到从自在于建竣完投达运正元第连"
)
