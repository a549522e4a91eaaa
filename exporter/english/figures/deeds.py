"""Say in English what was done to the things that a figure counts: 新建、改建 → built or rebuilt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from exporter.english.figures.honors import among_the_top
from exporter.english.figures.manners import MANNERS
from exporter.english.glossary.terms import load
from exporter.english.grammar.senses import is_of_many_meanings
from exporter.english.words.morphology import MARK, inflect, joined, participle, word_set
from exporter.style import data_folder

Time: TypeAlias = Literal["past", "will", "estimate", "base"]


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, as a participle (`built`), or what things did themselves, marked (`~benefit`)."""

    english: str
    front: bool = False
    """It stands before its noun inside an indicator: 拆除违法建筑."""
    back: bool = False
    """It stands behind: 畜禽养殖场关闭."""
    money: bool = False
    """It is done with money: 筹集."""
    words: tuple[str, ...] = ()
    """Verbs in it that mean by what they are said of (`senses`): 改造."""
    doubtful: bool = False
    """What it is said of does not settle what it means."""

    def conjugated(self, time: Time, plural: bool) -> str:
        """Put it into a tense, behind a subject: `was built`, `will benefit`."""
        verb = self.english if MARK in self.english else f"{MARK}be {self.english}"
        match time:
            case "past":
                return inflect(verb, "past", plural)
            case "will":
                return inflect(verb, "will")
            case "base":
                return inflect(verb, "base").replace(MARK, "")
            case "estimate":
                return f"{'are' if plural else 'is'} expected to {verb.replace(MARK, '')}"

    def infinitive(self) -> str | None:
        """Give what somebody does to do it: added → add; None for what things do themselves or is no verb alone."""
        verb, _, rest = self.english.partition(" ")
        base = _infinitives().get(verb)
        return f"{base} {rest}".strip() if base and rest in ("", "in", "out", "up") else None


@cache
def _infinitives() -> Mapping[str, str]:
    """Map the participles of the verbs that the term base has to their first forms."""
    rows = (term.en for terms in load().by_zh.values() for term in terms if term.kind == "verb")
    verbs = {verb for row in rows if (verb := row.replace(MARK, "").partition(" ")[0]).isalpha()}
    return MappingProxyType({participle(verb): verb for verb in sorted(verbs)})


ADDS = frozenset(("新增", "新增加", "增加", "净增"))
"""What is added to something that grows."""
LIGHT = frozenset(
    ("实施", "完成", "实现", "开展", "推进", "推动", "进行", "达到", "取得", "落实", "组织", "做好", "已完成", "抓好")
) | {"协调"}
"""Verbs that say no more of what is not counted in pieces than that it was done."""
_PARTS = re.compile(r"、|和|并|及|与|或")


Read: TypeAlias = Callable[[str], str | None]
"""Reads a Chinese noun; None where it has no English."""


@lru_cache(maxsize=2048)
def deed_of(verb: str, read: Read = lambda _: None) -> Deed | None:
    """Read a verb as a deed: from the table, or put together of what the table knows.

    `read` renders the object of a verb that has one: 通过验收 → `~pass acceptance checks`.
    """
    known = _deeds()
    verb = verb.removesuffix("了").removesuffix("完毕")
    if verb in known:
        return known[verb]
    inner = known.get(_CARRIED_OUT.sub("", verb))
    if inner is not None and MARK not in inner.english:
        return inner
    if (top := among_the_top(verb, read)) is not None:
        return Deed(top)
    return _how_done(verb, read) or _several(verb, read) or _with_object(verb, read)


_CARRIED_OUT = re.compile("^(?:进行|开展|实施)了?(?=..)")
"""Verbs that only say that what another says was done: 对河道进行整治."""


def _how_done(verb: str, read: Read) -> Deed | None:
    for how, pattern in MANNERS.items():
        if verb.startswith(how) and len(verb) > len(how):
            inner = deed_of(verb.removeprefix(how), read)
            return _changed(inner, pattern) if inner is not None and MARK not in inner.english else None
    return None


def _several(verb: str, read: Read) -> Deed | None:
    """Read verbs side by side: 取消和下放, 淘汰取缔; those that things do themselves are all done."""
    parts = _PARTS.split(verb) if _PARTS.search(verb) else [verb[:2], verb[2:]] if len(verb) == 4 else []
    if len(parts) < 2 or not all(parts):
        return None
    if parts[0] in _GOVERNING and not _PARTS.search(verb):
        return deed_of(parts[1], read) if parts[0] in _DONE else None
    found = [deed for part in parts if (deed := deed_of(part, read)) is not None]
    if len(found) < len(parts):
        return None
    words = list(dict.fromkeys(deed.english for deed in found))
    if any(MARK in word for word in words):
        return Deed(joined([word if MARK in word else f"{MARK}be {word}" for word in words]))
    beside = _PARTS.search(verb) is not None or (parts[0] in _ANEW and _AGAIN.match(parts[1]) is not None)
    either = "或" in verb or parts[0] == "在建" or (beside and parts[-1] not in _FOLLOWS)
    join = alternatives if either else joined
    several = tuple(word for deed in found for word in deed.words)
    return Deed(join(words), found[0].front, found[-1].back, all(deed.money for deed in found), several)


_FOLLOWS = word_set(
    "绿化 亮化 硬化 "
    "实施 发布 印发 公布 出台 落地 投用 投产 投运 运营 运行 使用 上市 推广 表彰 交付 应用 上线 播出 办结 兑现"
)
"""Verbs of what is done next to the same thing: 制定发布 is both, 新建改建 one or the other."""
_ANEW = word_set(
    "新建 建设 建成 新增 改建 扩建 修建 翻建 更新 加固 制定 制订 修订 关停 关闭 取缔 淘汰 拆除 清理 维修 整修 取消 整理"
)
_AGAIN = re.compile("改|扩|重|迁|续|修|维|翻|更|提升|废止|取缔|关|淘汰|拆|下放|合并|停|复垦|筹集|筹措|收购")
"""Of what was made anew, some may have been made again: 新建改造; any other two verbs are of one work: 引进培育."""
_DONE = frozenset(("完成", "实施", "开展", "组织", "做好"))
"""Verbs that say of another only that it was done: 完成改造."""
CUTS = word_set("压减 削减 精简 裁减 缩减 压缩")
"""Verbs of making less on purpose, and not of merely becoming less."""
IS_CUT = re.compile(f"(?:{'|'.join(sorted(CUTS))})了?$")
ENDING = word_set("减少 压减 压缩 削减 缩减 停止 暂停 取消 终止 控制 限制 禁止 严禁 避免 防止 杜绝 遏制 放弃 减免 免除")
"""Verbs of doing less of what another says, or nothing: 减少|排放, 取消|审批."""
_GOVERNING = (
    _DONE
    | ENDING
    | word_set(
        "支持 启动 参与 推进 推动 加快 鼓励 引导 帮助 计划 开始 继续 落实 保障 确保 促进 协助 指导 参加 申报 申请 争取 "
        "谋划 储备 策划 批准 获批 列入 纳入 资助 扶持 投资 规划 筹备 督促 监督 探索 力争 着手 "
        "确定 带动 安排 抓好 委托 联合 配合 牵头 承担"
    )
)
"""Verbs that have another verb as their object, so that both are never alternatives: 启动|改造, 支持|建设."""


def _with_object(verb: str, read: Read) -> Deed | None:
    """Read a verb around its object, by the longest pattern: 被评为{}, 获{}优秀."""
    for front, back, english in _patterns():
        if verb.startswith(front) and verb.endswith(back) and 2 <= len(verb) - len(front) - len(back) <= _LONGEST:
            thing = read(verb[len(front) : len(verb) - len(back)])
            return Deed(english.replace("{}", thing)) if thing and not thing.endswith("ed") else None
    return None


@cache
def _patterns() -> tuple[tuple[str, str, str], ...]:
    """Give what stands before and behind the object of a verb, the longest first, and its English."""
    rows = ((verb, deed.english) for verb, deed in _deeds().items() if "{}" in verb)
    longest = sorted(rows, key=lambda row: -len(row[0]))
    parted = ((verb.partition("{}"), english) for verb, english in longest)
    return tuple((front, back, english) for (front, _, back), english in parted)


_LONGEST = 24
"""Characters of an object."""


def peeled(text: str) -> tuple[str, str] | None:
    """Part an indicator into what is counted and the deed at its front or back; None where there is none.

    拆除违法建筑 → 违法建筑, 拆除; the longest deed is taken.
    """
    known = _deeds()
    text = text.removesuffix("了")
    for length in range(min(8, len(text) - 2), 1, -1):
        deed = known.get(text[:length]) or known.get(text[1:length] if text[0] == "新" else "")
        if deed is not None and deed.front:
            end = length
            while (more := _AFTER.match(text, end)) and more[1] in known:
                end = more.end()
            return text[end:].removeprefix("了"), text[:end]
        deed = known.get(text[-length:])
        if deed is not None and deed.back:
            more = _BEFORE.search(text[:-length])
            start = len(text) - length - (len(more[0]) if more and more[1] in known else 0)
            return text[:start], text[start:]
    return None


_AFTER = re.compile(r"[和及、并与]([\u4e00-\u9fff]{2})")
_BEFORE = re.compile(r"([\u4e00-\u9fff]{2})[和及、并与]$")


def _changed(deed: Deed, pattern: str) -> Deed:
    return replace(deed, english=pattern.format(deed.english))


_OR = re.compile(", or | or |, (?=[a-z]+(?:,| or ))")


def alternatives(words: list[str]) -> str:
    """Join participles by `or`, as each is done to some of what is counted."""
    words = [one for word in words for one in _OR.split(word)]
    if len(words) > 1:
        words = [word.replace("renovated and upgraded", "upgraded") for word in words]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])}{',' if len(words) > 2 else ''} or {words[-1]}"


@cache
def _deeds() -> Mapping[str, Deed]:
    lines = (data_folder("source") / "deeds.tsv").read_text("utf-8").splitlines()
    rows = ((line + "\t\t\t").split("\t")[:4] for line in lines[1:])
    return MappingProxyType(
        {
            verb: Deed(english, place in ("front", "both"), place in ("back", "both"), money == "yes", _own(verb))
            for verb, english, place, money in rows
        }
    )


def _own(verb: str) -> tuple[str, ...]:
    """Give the word of a verb that means by what it is said of: 改造 of 完成改造."""
    word = _COMPLETED.sub("", verb)
    return (word,) if is_of_many_meanings(word, "deed") else ()


_COMPLETED = re.compile("^(?:完成|得到)|完成$")
"""What says only that something was done."""
