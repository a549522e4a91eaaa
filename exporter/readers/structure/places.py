"""Find the place that a document is of, and its administrative rank."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from exporter.style import data_folder

FIRST, LAST = 150, 60
"""Lines at the two ends of a page that are searched for names of places."""
_UNITS = "特别行政区|自治区|自治州|自治县|自治旗|省|市|县|区|旗|州|盟|镇|乡"
_NAMED = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,14}}?(?:{_UNITS}))(?=(?:人民政府|政府工作报告|政府办公|第[一二三四五六七八九十]|[一二三四五六七八九十]{{1,3}}届|"
    r"(?:(?:19|20)\d{2}|[一二]〇..)年|国民经济|统计局|财政局|财政厅|省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长|代[省市县区]长|"
    r"政府|委员会|工作报告|预算|总体规划))"
)
_PARTY = re.compile(rf"中共(?P<name>[\u4e00-\u9fff]{{2,8}}?(?:{_UNITS}))委")
_CUT = re.compile(r"^.*(?:在|于|我代表|代表|向|经|关于|中共|为|和|由|全面|建设|新时代|开启|各位|年|日|月|[，。：；\s])")
_NATIONAL = re.compile(
    r"^国务院|国务院(?:总理|办公厅|关于)|第[一二三四五六七八九十]{1,3}届全国|全国人民代表大会|中华人民共和国(?:财政部|国民经济|国家)|国家统计局(?!.{1,12}(?:队|局))"
)
_HONG_KONG = re.compile(r"香港特別行政區|香港特别行政区|撥款條例草案|施政報告")


def place_of(
    title: str | None, said: Sequence[str], first: Sequence[str], texts: Sequence[str]
) -> tuple[str | None, str | None]:
    """Give the place and its rank (`national`, `province`, `prefecture`, `county`, `township`), or None twice.

    `title`, `said` (head and labels), `first` (opening paragraphs) and `texts` (all lines) are
    asked in this order.
    """
    for group in ([title or ""], said, [text[:160] for text in first]):
        for text in group:
            if name := _first_name(text):
                return name, rank_of(name)
        if any(_NATIONAL.search(text) for text in group):
            return "全国", "national"
    if title and _HONG_KONG.search("".join([title, *said])):
        return "香港特别行政区", "province"
    counted = Counter(_names([*texts[:FIRST], *texts[FIRST:][-LAST:]]))
    best = max(counted, key=lambda name: (counted[name], -len(name)), default=None)
    return (best, rank_of(best)) if best else (None, None)


def rank_of(name: str) -> str | None:
    """Give the administrative rank of a place by its name."""
    provinces, cities = _table()
    if name in provinces or name.endswith(("省", "特别行政区", "自治区")):
        return "province"
    if name.endswith("市"):
        return "prefecture" if name.removesuffix("市") in cities else "county"
    if name.endswith(("州", "盟")):
        return "prefecture"
    if name.endswith(("镇", "乡")):
        return "township"
    return "county" if name.endswith(("县", "区", "旗")) else None


def _first_name(text: str) -> str | None:
    for found in _NAMED.finditer(text):
        if name := _proper(found["name"]):
            return name
    return None


def _names(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for found in _PARTY.finditer(text[:200]):
            yield found["name"]
        for found in _NAMED.finditer(text[:120]):
            if name := _proper(found["name"]):
                yield name


def _proper(name: str) -> str | None:
    """Cut what is before the name itself, and of 保定市清苑区 keep the last place; None if no name is left."""
    name = _CUT.sub("", name)
    inner = re.match(
        rf"^[\u4e00-\u9fff]{{2,7}}?(?:省|市|自治州|自治区|盟|地区)(?=[\u4e00-\u9fff]{{2,}}(?:{_UNITS})$)", name
    )
    if inner:
        name = name[inner.end() :]
    stem = re.sub(rf"(?:{_UNITS})$", "", name)
    if not 1 <= len(stem) <= 10 or stem in _COMMON or _UNLIKELY.search(stem):
        return None
    return name


_COMMON = frozenset(
    (
        "城",
        "城镇",
        "地级",
        "县级",
        "直辖",
        "老",
        "新",
        "开发",
        "工业园",
        "示范",
        "试验",
        "实验",
        "先行",
        "高新",
        "经济",
        "社",
    )
)
_UNLIKELY = re.compile(r"^[全各本我省市县区该两三四五六七八九十]|[的了是这把也或被让给就些]")


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    found = tomllib.loads((data_folder("source") / "readers" / "places.toml").read_text("utf-8"))
    split = {name: frozenset(word for row in rows for word in row.split()) for name, rows in found.items()}
    return split["province"], split["prefecture_cities"]
