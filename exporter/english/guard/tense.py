"""Tell where English speaks of another time than the passage its Chinese stands in: of what is to be as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.english.grammar.styling import Tense
from exporter.english.guard.finding import Finding
from exporter.english.guard.renderings import LOOK

_TO_COME = re.compile(r"\b(?:will|shall|going to)\b", re.IGNORECASE)
_MAY_BE_TO_COME = re.compile(
    r"\b(?:will|shall|must|should|need|needs|aim|aims|goals?|targets?|expect\w*|plan|plans|planned|let us|let's|strive|"
    r"would|can|is to|are to|ensure|going to|continue|keep|it is|we are)\b",
    re.IGNORECASE,
)
_AUXILIARY = r"\b(?:was|were|has|have|had)\b(?! to\b)"
_DONE = re.compile(rf"{_AUXILIARY}|\bWe \w+ed\b")
_DEED = re.compile(r"[a-z] \w{3,}ed (?:\d|more\b|an?\b|the\b|our\b|by \d|to \d)")
"""A deed with what it was done to: introduced 40 drugs."""
_CHINESE_TO_COME = re.compile(r"[将要会能必愿]|今后|未来|明年|下一步|力争|计划|预计|继续|下半年|到20\d\d年")
_CHINESE_DONE = re.compile(r"[已了过]|去年|上年|以来|取得|实现|完成|达到|成功|历史|来，|自\d|没有|各位")

_PAST_VERB = re.compile(
    rf"{_AUXILIARY}|"
    r"\b(?:built|made|took|began|gave|brought|rose|grew|fell|won|came|became|saw|reached|exceeded)\b|"
    r"\b(?:we|it|they|which|that|areas?|[a-z]+s|(?:project|revenue|coverage|work|construction|county|city))"
    r" (?:\w+ly )?(?:\w{3,}ed|put|set)\b",
    re.IGNORECASE,
)
"""A verb of the past, as far as its form tells one from a participle behind a noun."""
_AIMED = re.compile(
    r"(?<![即必])将(?=在|于|会|有|要|建|新|继续|进一步|实施|完成|投|开|启|达|举|全|推|改|引|加|组|扩|发)|力争|"
    r"计划(?=[投新实建今年完安改引启])|预计|有望|今后|明年|来年|下一步|即将|拟(?=[建投新在实])|到20[3-9]\d年|[今本]?年底前|未来[三五几]年"
)
"""What is surely to come, whatever the passage."""
_OVER = re.compile(r"[已曾]|了(?!解|如)|过去|去年|上年|截至|以来|如期|成功|当时|成绩|来之不易|取得|年来|同比|连续|首次")
_FINISHED = re.compile(
    r"已经?(?=[^，。；]{0,6}[有建完开实投通达获成形])|(?:完成|建成|取得|实现|举办|开通|达到|形成|解决|获得|成立|突破)了|过去[一二三四五几]年|(?<![比较])(?:去年|上年)|"
    r"以来|如期|成功|先后|圆满"
)
"""What is surely done."""
_MAY_COME = re.compile(f"{_CHINESE_TO_COME.pattern}|[需应]|确保|为了|坚持|争取|只有|如果|目标")
_MAY_BE_DONE = re.compile(
    r"\b(?:was|were|has|have|had|since|past|last|already)\b|\b(?:we|it|they|which|that|and) (?:\w+ly )?\w{3,}ed\b|"
    r"(?<!be )(?<!to )\b(?:built|held|made|took|won|gave|grew|rose|fell|kept|led)\b",
    re.IGNORECASE,
)


def turned_tense(zh: str, english: str) -> Iterator[Finding]:
    """Report what the source says is to come and the English that it came about, and the reverse, in any passage."""
    to_come = None if _OVER.search(zh) or _MAY_BE_TO_COME.search(english) else _AIMED.search(zh)
    if to_come and (found := _PAST_VERB.search(english)):
        yield Finding("meaning.tense", f"{to_come[0]} is said as done: {found[0]!r}", to_come[0], found[0])
    done = None if _MAY_COME.search(zh) or _MAY_BE_DONE.search(english) else _FINISHED.search(zh)
    if done and (found := _TO_COME.search(english)):
        yield Finding("meaning.tense", f"{done[0]} is said as to come: {found[0]!r}", done[0], found[0])


def other_tense(zh: str, english: str, tense: Tense | None) -> Iterator[Finding]:
    """Report English of the future in a passage on what was done, and of the past in one on what is planned."""
    if tense == "past" and (found := _TO_COME.search(english)) and not _CHINESE_TO_COME.search(zh):
        yield Finding(f"{LOOK}tense", f"{found[0]!r} in a passage on what was done?", "", found[0])
    planned = tense == "plan" and not _MAY_BE_TO_COME.search(english) and not _CHINESE_DONE.search(zh)
    if planned and (found := _DONE.search(english) or _DEED.search(english)):
        yield Finding(f"{LOOK}tense", f"{found[0]!r} in a passage on what is planned?", "", found[0])
