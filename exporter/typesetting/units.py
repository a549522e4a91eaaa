"""List the words that stay with their number, and find the stretches of text that a line break may not split.

The list holds units and counters of Chinese and English reports; longer words win over shorter ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

_MONEY_AND_SHARE = "元 美元 欧元 港元 日元 英镑 人民币 角 分 块 个百分点 百分点 个基点 成 倍 折"
_SIZE = (
    "平方米 平方公里 平方千米 公顷 亩 公里 千米 米 厘米 毫米 微米 纳米 海里 里 方 升 毫升 立方 立方米 "
    "吨 公斤 千克 克 毫克 微克 斤 担 吨标准煤 标准煤 标准箱 标箱 载重吨 吨公里 人公里"
)
_PHYSICS = "千瓦时 千瓦 兆瓦 瓦 度 千伏安 千伏 伏 焦 摄氏度 分贝 兆 比特 字节"
_TIME = "年 年度 年代 个月 月 月份 日 天 周 周年 小时 分钟 秒 时 点 世纪 季度 届 期 岁"
_COUNTERS = (
    "人 人次 名 位 户 口 家 个 项 件 条 座 处 所 台 台套 辆 艘 架 套 部 只 头 羽 尾 匹 株 棵 片 张 份 本 册 篇 幅 枚 "
    "颗 粒 支 把 门 场 场次 次 起 例 宗 批 类 种 级 等 层 栋 幢 间 床 张床 车次 班次 航次 架次 站 路 道 线 段 孔 "
    "村 镇 乡 县 市 区 省 国 分之 号 款 章 节 步 轮 遍 回 趟 双 对 组 排 列 行 员 桩 笔 单 盏 根 顶 眼 平米 大"
)
_ENGLISH = "percent percentage thousand million billion trillion yuan hectares kilometers meters tonnes km kWh MW GW"

UNITS: tuple[str, ...] = tuple(" ".join((_MONEY_AND_SHARE, _SIZE, _PHYSICS, _TIME, _COUNTERS, _ENGLISH)).split())

_DIGIT = "0-9０-９"
_THOUSANDS = rf"[{_DIGIT}]{{1,3}}(?: [{_DIGIT}]{{3}})+(?![{_DIGIT}])"
_NUMBER = rf"(?:{_THOUSANDS}|[{_DIGIT}]+)(?:[.,．:：/][{_DIGIT}]+)*[%％‰℃°′″]?"
_ANY_DIGIT = re.compile(f"[{_DIGIT}]")
_MARKS, _SIGNS = "第¥￥$€£№", "+-−±＋－"
_BEFORE = rf"[{_MARKS}]?[{re.escape(_SIGNS)}]?"
_RANGE = r"[-–—－～~至×]"
_CUT = "“…"
"""A quotation that leaves out what stood first: no line ends in it."""
_SCALE = "十百千万亿兆"


def unbroken(text: str, units: tuple[str, ...] = UNITS) -> Iterator[tuple[int, int]]:
    """Give each stretch (start, end) that stays on one line: numbers with sign, scale and unit.

    CLREQ 3.1.5: digits keep what stands before and after them (¥, %, 亿元). A range (63%~68%,
    2016—2020年) is one stretch.
    """
    pattern, end = _usual() if units is UNITS else _pattern(units), 0
    while digit := _ANY_DIGIT.search(text, end):
        start = digit.start()
        for mark in (_SIGNS, _MARKS):
            start -= start > end and text[start - 1] in mark
        match = pattern.match(text, start)
        assert match is not None  # it begins with a digit and what stands before it
        start -= len(_CUT) * text.endswith(_CUT, end, start)
        end = match.end()
        if end - start > 1:
            yield start, end


@cache
def _usual() -> re.Pattern[str]:
    return re.compile(_form(UNITS))


@lru_cache(maxsize=16)
def _pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_form(units))


def _form(units: tuple[str, ...]) -> str:
    names = "|".join(sorted(map(re.escape, dict.fromkeys(units)), key=len, reverse=True))
    counted = rf"(?: ?[多余来几]?(?:[{_SCALE}]+(?:{names})?|{names}))?" if names else f"[{_SCALE}]*"
    return rf"{_BEFORE}{_NUMBER}(?:[{_SCALE}]?{_RANGE}[+\-−]?{_NUMBER})*{counted}"
