"""Say which names are no names: what was cut out of a sentence at the wrong place."""

from __future__ import annotations

import re
from itertools import pairwise

from exporter.facts.numbers.folding import fold
from exporter.facts.statements.groups import Group
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.lists import LEVEL, SIZE
from exporter.facts.statements.sentence import Name


def is_sound(name: Name, verb: Name | None) -> bool:
    """Say whether a name may be one: it ends in no adverb, begins with no conjunction, and says a thing.

    `verb`: what was done with it; without one a name may be no verb itself.
    """
    said = verb is not None or not _DONE.fullmatch(name.text)
    folded = fold(name.text)
    said = said and _SIDE_ALONE.fullmatch(folded) is None
    return said and not any((_UNSOUND.search(folded), LEVEL.fullmatch(folded), SIZE.fullmatch(folded)))


_DONE = re.compile(
    "(?:基本|全面|全部|陆续|累计|已)*(?:开行|投放|偿还|办好|新?登记|新?签约|办理|受理|发放|新建|建成|改造|治理|整治|整合为|培育|引进|购置|安置|取消和调整)|(?:每年)?(?:拿出|列预算)"
)
"""What was done, and not with what."""


_SIDE_ALONE = re.compile("(?:总(?:数|量|额|面积|规模|金额)|数量|金额|规模|占比|比重|增[速幅]|降幅|[人户件]数|面积)")
"""A side of something that nobody names."""
_UNSOUND = re.compile(
    "(?:[正即却又仍]|(?<![创更换翻革出清焕])新|年均|[增升减]至|调整至|历史上|(?:将|会|已|先后)(?:投放|拨出|投入|预留|提供|注资)|至少|不少于|不超过)$"
    "|的是|(?<![多各全])方面$|^(?:受益|受惠)$|[此该这](?:项|类|部分)[^的目]{2,4}$|[是为]了|还有|[^高初集其华正在]中$|(?:产品|指标|方面)上$|后$|^在[今去明本当]年|^视乎|^后的|^[只仅]占|^(?:以[及供了]|包括|即使|涉及|更是|超过(?!.*(?:企业|村|人口|项目)$)|贡献了|扩大到|到去年)|^[^户村县区镇乡市省钢煤粮棉糖油茶人车船校树猪牛羊鸡鱼]$|^全[国省市县区]资金$|[一二两三四五]年就|作比较$|^除(?![草尘险雪四虫油])|[^\\d级模额]以[上下]$"
)


def is_mingled(text: str, reading: Reading, names: int) -> bool:
    """Say whether nobody knows which of several names or numbers a number belongs to."""
    group, lead = reading.group, reading.lead
    apart = (lead.apart or lead.each) and 1 < len(group.quantities) != names
    return apart or (reading.change and _is_by_and_to(text, group)) or _is_of_some(text, group)


def _is_by_and_to(text: str, group: Group) -> bool:
    """Say whether nobody knows if the second of two numbers is a level or the end of a range: 提高180元至260元."""
    return any(text[one.end : other.start].strip() in ("至", "到") for one, other in pairwise(group.quantities))


def tells_of_some(text: str, group: Group) -> bool:
    """Say whether a number tells of how many of them the next one is told: 七成的|家庭收入超过3万元."""
    last = group.quantities[-1]
    return last.kind == "percent" and _NEXT_OF_THEM.match(text, last.end) is not None and _opens(text, group)


def _is_of_some(text: str, group: Group) -> bool:
    """Say whether a figure is told of a part of those it names, or tells that part."""
    return tells_of_some(text, group) or _OF_SOME.search(text, group.clause, group.quantities[0].start) is not None


def _opens(text: str, group: Group) -> bool:
    """Say whether nothing but a word of bound stands before a number in its clause."""
    return not text[group.lead[0] : group.quantities[0].start].strip(" 、和有约近超过全市县省区其中")


_NEXT_OF_THEM = re.compile(r"的[^，。；、\d]{3,20}\d")
_OF_SOME = re.compile(
    "(?:%|成|分之[一二三四五六七八九])(?:以上|左右|以下)?的(?!基础|同时|情况|条件|高位|[高低]基数)[^，。；：、\\d]{2,24}$"
)
