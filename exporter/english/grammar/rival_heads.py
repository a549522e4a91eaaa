"""Say where a thing and a deed may be joined otherwise: whose head a deed is, what comes about in what."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import SLOT, Phrase, every


def state_of_either(phrase: Phrase, text: str) -> bool:
    """推动 消费升级 | 提质: what came about last in the thing may as well be the first of what is to come about."""
    if phrase.rule not in ("caused", "sentence") or len(phrase.children) != 2:
        return False
    begins = phrase.children[1].place[0] - phrase.place[0]
    return _CAME.search(text[:begins]) is not None and _COMES.fullmatch(text[begins:]) is not None


_STATES = "融合|升级|扩容|扩面|转型|联动|提质|增效|集聚|提档|提速"
_CAME = re.compile(rf"..(?:{_STATES})$")
_COMES = re.compile(rf"(?:(?:{_STATES})+|(?:集群|融合|协同|联动|集聚|创新)发展|区域联动)")


def head_of_both(phrase: Phrase, text: str) -> bool:
    """(剧院 和 影院) 建设: what is done to the second of two things is done to the first as well."""
    if phrase.rule != "join" or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    deed = right.rule == "filled" and _DEEDS.search(text) is not None
    return deed and not any(_is_deed(one) for one in every(left))


def _is_deed(phrase: Phrase) -> bool:
    return phrase.verbal or phrase.rule == "filled" or SLOT in phrase.text or _OF_DEED.match(phrase.text) is not None


_OF_DEED = re.compile(r"(?:the )?(?:[a-z]+ )?(?:[a-z]+ion|[a-z]+ment|building|[a-z]+ing|protection|control|work) ")
_DEEDS = re.compile(r"(?:建设|改造|治理|整治|保护|修复|开发|利用|培育|推广|管理|监管)$")


def named_by_deed(phrase: Phrase, text: str) -> bool:
    """完善 (电价 调整) 机制: a thing, a deed and a mechanism are one name as well as the ends of two deeds."""
    if phrase.rule != "two_actions" or phrase.children[0].category != "VP":
        return False
    left, right = phrase.children
    plain = left.rule == right.rule == "with_object" and len(right.leaves) == 2
    return plain and _OF_DOING.search(text) is not None


_OF_DOING = re.compile(r"(?:机制|体系|制度|模式|办法|体制|方式|标准|方案|平台|系统|程序|渠道|网络|政策)$")


def key_of_what(phrase: Phrase, text: str) -> bool:
    """重点 | 流域治理: the basins are key, and not what is done there."""
    return phrase.rule == "described" and _KEY.fullmatch(text) is not None and phrase.children[1].length > 3


_KEY = re.compile(
    r"(?:重点|主要|关键|重要|重大|优势|特色)(?:区域|领域|行业|产业|企业|项目|流域|城市|地区|环节|工程|群体|人群|单位|部门)"
    r".*(?:发展|治理|管理|改革|升级|转型|合作|防治|整治|监管|联动)"
)
