"""Say where a clause can be read in another way at like cost: who shares what, and what is done to what."""

from __future__ import annotations

import re

from exporter.english.grammar.agents import CAUSING
from exporter.english.grammar.attested import TAIL, is_usual
from exporter.english.grammar.phrases import Phrase
from exporter.english.grammar.rival_heads import HEADS
from exporter.english.grammar.verb_phrases import takes_acts
from exporter.english.words.morphology import MARK


def has_rival(phrase: Phrase, text: str) -> bool:
    """Say whether the characters of a phrase belong together in another way as well, in English that differs."""
    return any(other(phrase, text[slice(*phrase.place)]) for other in _RIVALS)


_DEED_ON_DEED = re.compile(
    r"(?:修复|保护|整治|监管|防治|治理|开发|利用|改造|统筹|支持|建设|规划)"
    r"(?:修复|保护|整治|监管|防治|治理|改造|管理|养护|管护|维护|运营)$"
)


def _deed_on_deed(phrase: Phrase, text: str) -> bool:
    """农业 支持 | 保护: a deed done to a deed, or two deeds done to one thing."""
    if phrase.rule not in ("compound", "filled", "fronted") or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    one, other = left.leaves[-1], right.leaves[0]
    shared = left.parts and not right.text.startswith("development")
    if not left.parts and phrase.leaves[-1].length < 4 and _DEED_ON_DEED.search(text):
        return True
    return not shared and one.verbal and other.verbal and len(left.leaves) + len(right.leaves) > 2


def _object_or_owner(phrase: Phrase, text: str) -> bool:
    """加大 | 符合 产业政策 的 项目 + 力度: what is met may be the policies, or the projects."""
    governed = phrase.rule in ("with_action", "filled", "to_do", "opening_quote")
    act = phrase.children[0 if phrase.rule in ("filled", "to_do") else 1] if governed else None
    if act is None or act.category not in ("VP", "VPJ"):
        return False
    said = text[act.place[0] - phrase.place[0] : act.place[1] - phrase.place[0]]
    return "的" in said


def _noun_in_frame(phrase: Phrase, text: str) -> bool:
    """增强 | 出口 对…的 支撑 + 作用: what opens a frame of a verb is a thing, unless it can only be a verb."""
    if phrase.rule != "opening_quote" or phrase.children[1].category != "VP":
        return False
    acts = any(MARK in slot for slot in phrase.children[0].slots)
    return acts and phrase.children[1].leaves[0].verbal


def _some_of_what(phrase: Phrase, text: str) -> bool:
    """家政、养老等 | 服务 消费: services of these kinds, or spending of these kinds."""
    return phrase.rule == "among" and len(phrase.children[1].leaves) > 1


def _toward(phrase: Phrase, text: str) -> bool:
    """(对 发展) 的 支撑: English has its own preposition for each noun."""
    left = phrase.children[0] if phrase.children else phrase
    return phrase.rule == "qualified" and text.startswith("对") and f" {left.text}" in phrase.text


_JOINED = re.compile(r"[和与及、]")


_ONE_DEED = re.compile(r"(?:融合|联动|协同|协调|创新|均衡|保护|开发|改革|传承)发展$")
"""What is one deed with the word before it: 城乡融合 和 区域联动发展."""

_JOINS = "融合|联动|协同|协调|一体|互动|衔接"
_BETWEEN = re.compile(
    rf"(?:(?!{_JOINS}).)+[和与同](?:(?!{_JOINS}|[和与同、]).)+(?:深度|有机|有效|良性)?(?:{_JOINS})(?:化?发展)?"
)
"""What two things do together, so that it is both's: 制造业 与 服务业 | 融合发展."""
_DEVELOPED = re.compile(r"[^、和与]+(?:业|经济)[和与][^、和与]+(?:业|经济)发展")
"""Industries side by side, each of which is developed."""


def _whose_head(phrase: Phrase, text: str) -> bool:
    """(经济稳定增长 和 结构) 优化: the last word serves the right side alone where that makes the sides more even."""
    if phrase.rule not in ("filled", "compound") or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    if not left.parts or len(left.parts) > 2 or right.category == "NC":
        return False
    if _BETWEEN.fullmatch(text) or _DEVELOPED.fullmatch(text):
        return False
    if right.length == 2 and _ONE_DEED.search(text):
        return True
    sides = [len(side) for side in _JOINED.split(text[: left.place[1] - left.place[0]])]
    head = right.leaves[0].length
    if len(sides) == 2 and sides[0] == sides[1] > 3 and (right.leaves[0].verbal or right.category == "H"):
        return True  # 饮水安全 和 重点流域 | 治理: both sides are names of their own
    return len(sides) == 2 and abs(sides[0] - sides[1] - head) <= abs(sides[0] - sides[1]) > 0


_TWO = re.compile(r"\w+ and \w+")


def _whose_modifier(phrase: Phrase, text: str) -> bool:
    """(发展 质量) 和 效益: what English says behind the left noun may be said of both."""
    if phrase.rule != "join" or phrase.category not in ("NC", "NP") or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    if left.category not in ("NK", "NPK") or right.children or left.parts:
        return False
    bare_head = " " not in right.text or _TWO.fullmatch(right.text) is not None
    return bare_head and right.length <= 4 and TAIL.search(left.text) is not None


def _deed_alone(phrase: Phrase, text: str) -> bool:
    """(围绕 推进) | 富民强省: a deed without its object in front of what may be that object."""
    if phrase.rule != "prepositional" or len(phrase.children[0].leaves) != 2:
        return False
    return phrase.children[0].leaves[1].verbal


def _two_at_once(phrase: Phrase, text: str) -> bool:
    """优化土地 | 使用结构, 完善 | 激励 + 机制: two deeds that nothing joins, unless each is said of such a thing."""
    if phrase.rule == "two_actions" and phrase.children[0].category == "VP":
        if phrase.children[0].length == phrase.children[1].length and _opens(phrase.children[1]):
            first = phrase.children[0].leaves[0]
            return (first.category == "V" or first.length > 3) and takes_acts(first)
        if phrase.children[1].leaves[0].verbal and phrase.children[1].leaves[-1].verbal:
            return True  # 做优教育 | 服务供给
        acts = [one.children for one in phrase.children if one.rule == "with_object"]
        return any(not is_usual(verb, thing) for verb, thing in acts)
    if phrase.rule != "with_object" or phrase.children[0].rule != "two_verbs":
        return False
    first, second = phrase.children[0].children
    thing = phrase.children[1]
    return first.category == "V" and not (is_usual(first, thing) and is_usual(second, thing))


def _opens(act: Phrase) -> bool:
    """提振信心 | 增强预期: what can only be a verb begins another deed."""
    first = act.leaves[0]
    return first.category in ("V", "VP") and not first.verbal


def _deed_in_list(phrase: Phrase, text: str) -> bool:
    """内需、优化 | 供给: a deed beside a thing is the verb of what follows."""
    if phrase.rule != "join" or phrase.category not in ("NC", "NP") or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    return not right.children and right.verbal and right.text in CAUSING and not left.verbal


def _cause_as_subject(phrase: Phrase, text: str) -> bool:
    """(支持 文化产业) | 加快发展: who supports is not said, and support does not develop."""
    first = phrase.leaves[0]
    if phrase.rule != "sentence" or not first.verbal or first.text not in CAUSING:
        return False
    return len(phrase.children[0].leaves) > 1 or phrase.children[1].category == "VP"


_DEED = re.compile(r"(?:建设|管理|治理|规划|改造|更新|经济)$")


_MEANS = re.compile(r"(?:支撑|引领|带动|驱动|主导|保障|引导|导向|规划|领导|参与|主办)$")


def _support_by_what(phrase: Phrase, text: str) -> bool:
    """产业 支撑: support for industries, or support by them."""
    return phrase.rule == "filled" and len(phrase.leaves) == 2 and _MEANS.search(text) is not None


_EACH = frozenset(("all kinds of", "various", "all", "many", "more"))


def _all_of_what(phrase: Phrase, text: str) -> bool:
    """各类 | 主体活力: all kinds of entities, not of vitality."""
    return phrase.rule == "described" and " of " in phrase.children[1].text and phrase.children[0].text in _EACH


def _head_of_two(phrase: Phrase, text: str) -> bool:
    """旅游 | 城市建设: the building of a tourist city, not the urban development of tourism."""
    if phrase.rule != "compound" or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    if right.text.startswith("infrastructure"):
        return False  # the same is built, whichever way it is read
    if right.children or right.length < 4 or not _DEED.search(text) or left.text[:1].isupper():
        return False
    return not right.adjectival and left.length == 2 and not left.children and not _SCOPE.fullmatch(text[:2])


_SCOPE = re.compile(
    r"农村|城乡|城镇|城市|基层|乡村|农业|工业|社会|经济|国家|政府|企业|区域|全市|全省|全县|我市|我省|我县|国有"
)


def _deeds_as_things(phrase: Phrase, text: str) -> bool:
    """增加 | 生产、保障 供给: two halves of one length are two deeds where the second begins with what may be one."""
    if phrase.rule not in ("with_object", "filled") or text.count("、") != 1:
        return False
    half = text.index("、")
    begins = phrase.place[0] + half + 1
    second = next((leaf for leaf in phrase.leaves if leaf.place[0] == begins), None)
    return len(text) == 2 * half + 1 and second is not None and second.verbal and second.length < half


def _of_the_right(phrase: Phrase, text: str) -> bool:
    """转型升级、(跨越发展 的 任务): what is joined in front of 的 shares what stands behind it."""
    if phrase.rule != "join" or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    said = text[: left.length]
    return right.rule in ("of", "that_does") and "的" not in said and _DEEDS.search(said) is not None


_DEEDS = re.compile(
    "(?:升级|转型|建设|发展|治理|提升|改造|调整|优化|保护|改善|增收|攻坚|创新|改革|开放|培育|振兴|转换)[和与及、]?$"
)


def _with_whom(phrase: Phrase, text: str) -> bool:
    """加强 与 共建 | 国家往来: what 与 joins is seldom two verbs, but whom one does it with."""
    joined = phrase.rule == "two_verbs" and phrase.children[0].category == "VK"
    return joined and text[phrase.children[0].length - 1] in "与同"


_RIVALS = (
    *HEADS,
    _with_whom,
    _of_the_right,
    _deeds_as_things,
    _deed_on_deed,
    _object_or_owner,
    _noun_in_frame,
    _some_of_what,
    _toward,
    _whose_head,
    _whose_modifier,
    _deed_alone,
    _support_by_what,
    _all_of_what,
    _two_at_once,
    _deed_in_list,
    _cause_as_subject,
    _head_of_two,
)
