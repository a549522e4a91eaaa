"""Take from the name of a figure the words that its English leaves out: light verbs, times, the place itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

Dropped: TypeAlias = tuple[str, ...]
"""Words that are left out of a name."""


def variants(text: str) -> Iterator[tuple[str, Dropped]]:
    """Give an indicator as it stands, then without words that its English may do without, and those words."""
    yield text, ()
    seen = {text}
    dropped: Dropped = ()
    for pattern, instead in _IDLE:
        shorter = pattern.sub(instead, text)
        if shorter not in seen and len(shorter) > 1:
            dropped += tuple(word for found in pattern.finditer(text) if (word := found[0].strip("、，,（）")))
            seen.add(shorter)
            yield shorter, dropped
            text = shorter


_DIGIT = "[〇零一二三四五六七八九0-9]"
_DAY = "[一二三四五六七八九十0-9]{1,3}"
_DATE = rf"(?:{_DIGIT}{{4}}(?:[／/]{_DIGIT}{{2}})?年度?(?:{_DAY}月(?:{_DAY}日)?)?底?)"
_IDLE = (
    (re.compile(r"^[、，,]|[、，,]$"), ""),
    (re.compile(r"^([一二三])(?=增加值)"), r"\1产"),
    (re.compile(r"^年(?=实际|新增|均)"), ""),
    (re.compile(r"(?:^|(?<=占))(?:全社会|全[省市县区国州旗港]|[我本][国省市县区])(?=[\u4e00-\u9fff]{2})"), ""),
    (re.compile(r"(?<=[省市县区])本级(?=[\u4e00-\u9fff]{2})"), ""),
    (
        re.compile(
            r"^(?:其中|当中|全年|今年|去年|上年|累计|已累计|现有|拥有|共有|合共|共|已有|已经|已|有|约有|年末|期末|目前|现时|至今|预计|预期|"
            r"估计|预测|争取|力争|努力|确保|即|亦|仍|例如|并|将|会|还|又|再|再次|政府会|政府将|我们会|我们已|我会|我们将|我建议|涉及的?|新一轮|"
            r"年内|每年|陆续|继续|大力|重点|积极|扎实|科学|全面|圆满|成功|首批|稳步|高标准|高质量|踊跃)+(?=[\u4e00-\u9fff]{2})"
        ),
        "",
    ),
    (
        re.compile(
            r"^(?:我们?|他们|它们|各|相关|有关|另外|连同|让|令|使|每家|每名|助力|我国|以加强|向|予|所采纳的|合|由)+(?=[\u4e00-\u9fff]{3})"
        ),
        "",
    ),
    (
        re.compile(r"(?<=[\u4e00-\u9fff])(?:最新|额外|只会|亦须|亦将|亦会|可获|按年|所采纳的)(?=[\u4e00-\u9fff]{2}|$)"),
        "",
    ),
    (re.compile(r"(?<=上级)各类(?=资金|补助|项目)"), ""),
    (re.compile(r"^度(?=开支|预算)|提前[一二三两]年|按[^的]{2,8}计算的|^圆满|(?<=市区)有|(?<=县)有"), ""),
    (re.compile(rf"(?:[由至到在于从]|截至)?{_DATE}(?:[至到－—-]{_DATE})?(?:期间)?的?"), ""),
    (re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:实现|完成|共有|拥有|现有)(?=[\u4e00-\u9fff]{2})"), ""),
    (re.compile(r"类(?=零售额|销售额|商品|支出|重点支出|企业|项目|商品零售)"), ""),
    (re.compile(r"^(.{4,})人均$"), r"人均\1"),
    (re.compile(r"平均每[天月]|日均|每[天日]"), ""),
    (re.compile(r"^(?:实现|完成|全|各|各类|各项|每个|这些)(?=[\u4e00-\u9fff]{2})"), ""),
    (
        re.compile(
            r"(?<=[\u4e00-\u9fff]{2})(?:预计|实现|完成|达到|达|为|到位|共计|合计|总计|亦|仍|将|会|增至|增加至|再创|进展|情况|演进|所采纳|按年)$"
        ),
        "",
    ),
    (re.compile(r"（(?:市|县|区|旗|州|盟|镇|乡|街道|自治区|直辖市|所|站|点|处|个|群|村|社区|项|[、,])+）"), ""),
    (re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:建设|推进|实施|开展|进行)$"), ""),
)
"""Words that an indicator can lose: how much is counted so far, and light verbs around its noun."""
