"""Say where a thing and a deed may be joined otherwise: whose head a deed is, what comes about in what, who does it."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import SLOT, Phrase, every


def _state_of_either(phrase: Phrase, text: str) -> bool:
    """推动 消费升级 | 提质: what came about last in the thing may as well be the first of what is to come about."""
    if phrase.rule not in ("caused", "sentence") or len(phrase.children) != 2:
        return False
    begins = phrase.children[1].place[0] - phrase.place[0]
    return _CAME.search(text[:begins]) is not None and _COMES.fullmatch(text[begins:]) is not None


_STATES = "融合|升级|扩容|扩面|转型|联动|提质|增效|集聚|提档|提速"
_CAME = re.compile(rf"..(?:{_STATES})$")
_COMES = re.compile(rf"(?:(?:{_STATES})+|(?:集群|融合|协同|联动|集聚|创新)发展|区域联动)")


def _head_of_both(phrase: Phrase, text: str) -> bool:
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


def _named_by_deed(phrase: Phrase, text: str) -> bool:
    """完善 (电价 调整) 机制: a thing, a deed and a mechanism are one name as well as the ends of two deeds."""
    if phrase.rule != "two_actions" or phrase.children[0].category != "VP":
        return False
    left, right = phrase.children
    plain = left.rule == right.rule == "with_object" and len(right.leaves) == 2
    return plain and _OF_DOING.search(text) is not None


_OF_DOING = re.compile(r"(?:机制|体系|制度|模式|办法|体制|方式|标准|方案|平台|系统|程序|渠道|网络|政策)$")


def _key_of_what(phrase: Phrase, text: str) -> bool:
    """重点 | 流域治理: the basins are key, and not what is done there."""
    return phrase.rule == "described" and _KEY.fullmatch(text) is not None and phrase.children[1].length > 3


_KEY = re.compile(
    r"(?:重点|主要|关键|重要|重大|优势|特色)(?:区域|领域|行业|产业|企业|项目|流域|城市|地区|环节|工程|群体|人群|单位|部门)"
    r".*(?:发展|治理|管理|改革|升级|转型|合作|防治|整治|监管|联动)"
)


def _object_of_one(phrase: Phrase, text: str) -> bool:
    """落实 | 鼓励 (农业发展 的 措施): the second of two verbs may be done to what stands before 的 alone."""
    if phrase.rule != "with_object" or phrase.children[0].rule != "two_verbs":
        return False
    verbs, thing = phrase.children
    return verbs.children[0].category == "V" and thing.rule in ("of", "that_does")


def _object_of_both(phrase: Phrase, text: str) -> bool:
    """提高 防灾减灾 和 (应对 灾害 的 能力): the capacity is for both."""
    if phrase.rule != "two_actions" or phrase.children[0].category != "VPK":
        return False
    first, second = phrase.children
    shares = second.rule == "with_object" and second.children[1].rule in ("of", "that_does")
    return shares and first.leaves[-1].text == "and" and not second.leaves[0].text.startswith(first.leaves[0].text)


def _thing_behind(phrase: Phrase, text: str) -> bool:
    """按照市场化 | 运作 思路: what stands behind 按照 is a thing, not what is done by it."""
    if phrase.rule != "prepositional" or len(phrase.children) != 2:
        return False
    how, act = phrase.children
    if how.text.startswith(("centering on ", "focusing on ")):
        return act.length < 3  # 围绕数据 | 惠民
    governed = act.leaves[0].verbal or _GOVERNED.search(act.text) is not None
    return how.text.startswith(_BY) and act.rule == "with_object" and governed


_GOVERNED = re.compile(r"\b(?:thinking|needs|requirements|principles?|approach|conditions)$")
_BY = ("in accordance with ", "in light of ", "on the basis of ")


def _done_by_place(phrase: Phrase, text: str) -> bool:
    """支持 (前海 建设 | 新体系): the place does it, and it is no kind of what is built."""
    if phrase.rule not in ("compound", "described") or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    if phrase.rule == "described":
        return left.length == 1 and bool(right.children)  # 大 | 产业框架
    return bool(left.children) and left.leaves[0].text.istitle() and left.leaves[-1].verbal


HEADS = (
    _state_of_either,
    _head_of_both,
    _named_by_deed,
    _key_of_what,
    _object_of_one,
    _object_of_both,
    _thing_behind,
    _done_by_place,
)
