"""Part a name that holds a whole clause, who did what or for whom: 为|搬迁群众|提供|就业岗位, 农发行|累计发放|贷款.

That a verb stands there, and not the beginning of a noun, is told by what stands before it: words of manner (累计, 共),
a preposition that leads to those for whom something is done, or 新; else by the verb, if it names no work and modifies
no noun. What was done for somebody, or by a body with a name, is theirs: both nouns are the name, the verb is the deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.facts.numbers.quantities import Quantity
from exporter.facts.numbers.units import LIVING
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.coordination import is_inside
from exporter.facts.statements.deeds import counted_deed
from exporter.facts.statements.groups import COUNTS, GROWTHS, Group
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.matcher import words
from exporter.facts.statements.noun_phrases import is_act
from exporter.facts.statements.nouns import nouns
from exporter.facts.statements.predicates import COME_TO
from exporter.facts.statements.sentence import Name, Named, Sentence
from exporter.facts.statements.surroundings import acts_among


def deed_within(sentence: Sentence, group: Group, start: int, end: int) -> Named | None:
    """Part the words before a number into those concerned, the deed, and the thing; None where they are one name."""
    text, number = sentence.text, group.quantities[0]
    if number.kind in GROWTHS or number.form == "rank" or canonical(text[start:end]) is not None:
        return None
    leading = _LEADING.match(text, start, end)
    if leading is None and (served := _served(sentence, group, start, end)):
        return served
    begin = leading.end() if leading else start
    for at in _openings(text, begin, end):
        verb, thing = counted_deed(text, at, end, False)
        if not verb or nouns().ahead(text, at, end) > verb[1] or not _is_thing(text, thing, end, number):
            continue
        if is_inside(text, start, at):
            continue
        manner = _MANNER.search(text, begin, at)
        proved = leading is not None or manner is not None or _acts_on(text, begin, at, (thing, end))
        if not _is_deed(text[slice(*verb)], proved):
            continue
        whom = _whom(sentence, begin, manner.start() if manner else at)
        return Named((whom + sentence.cut((thing, end)),), sentence.whole(verb)) if whom is not None else None
    return _come_to(sentence, group, start, end)


def _served(sentence: Sentence, group: Group, start: int, end: int) -> Named | None:
    """Part who serves and whom, or who is given what: 热线|受理|诉求, 困难家庭|资助|医疗费; both are the name."""
    given = group.quantities[0].kind == "money"
    found = (_GIVEN if given else _SERVED).fullmatch(sentence.text, start, end)
    if found is None or is_act(found["what"]) or (not given and group.quantities[0].kind not in COUNTS):
        return None
    if canonical(found["verb"] + found["what"]) is not None or is_inside(sentence.text, start, found.start("verb")):
        return None
    who, what = sentence.cut(found.span("who")), sentence.cut(found.span("what"))
    return Named((who + what,), sentence.whole(found.span("verb")))


_SERVED = re.compile(
    r"(?P<who>[^，。；、的]{2,24}?(?:中心|集团|公司|部门|机构|法院|医院|学校|热线|[母空]?港|口岸|机场|[科新创]城|新区|园区|示范区|平台|小程序"
    "|班列|景区|窗口|行动”?|活动|项目))(?:累计|共计?|已经?|全年|可|年)*"
    r"(?P<verb>集聚|聚集|交付|接待|服务|招聘|吸纳|连接|处置|受理|办理|化解|解决|救助|通达)了?(?P<what>[^，。；、的\d]{2,12}(?<![率额量值数]))"
)
_GIVEN = re.compile(
    r"(?P<who>[^，。；、的\d]{0,8}(?:人口|群众|家庭|学生|老人|老年人|儿童|[贫农困]户|对象|职工|农民))"
    r"(?P<verb>资助|补贴|发放|减免|代缴|报销|兑付|退还)了?(?P<what>[^，。；、的\d]{3,12}(?<![率额量值数准]))"
)


def _openings(text: str, start: int, end: int) -> Iterator[int]:
    """Give where a verb may begin inside of some words: in no noun of the term base, and not behind a joiner."""
    noun_end = start
    for at in range(start, end - 3):
        if start < at >= noun_end and text[at - 1] not in _JOINTS:
            yield at
        noun_end = max(noun_end, nouns().ahead(text, at, end))


def _come_to(sentence: Sentence, group: Group, start: int, end: int) -> Named | None:
    """Part who and what a light verb stands between: 园区|完成|年度投资, 失业人员|实现|再就业."""
    found = _COME_TO.fullmatch(sentence.text, start, end)
    who = _whom(sentence, *found.span("who")) if found else None
    if found is None or who is None or is_inside(sentence.text, start, found.start("light")):
        return None
    what = sentence.cut(found.span("what"))
    if is_act(what.text) and who and group.quantities[0].kind in LIVING:
        return Named((who,), sentence.whole((found.start("light"), end)))
    amounts = group.quantities[0].kind == "money" and what.text not in ("投资", "年度投资")
    return Named((who + what,), None if amounts else sentence.whole(found.span("light")))


_COME_TO = re.compile(
    r"(?P<who>[^，。；、\d]{2,}?)(?<!的)(?:共|累计|全年|预计|力争|基本|全部|共计)*(?P<light>已?完成|已?实现)了?(?P<what>[^，。；\d的]{2,})"
)


_LEADING = re.compile("[为对给]|面?向")
_JOINTS = frozenset("的、和及与或并")
_MANNER = re.compile(
    "(?:先后|累计|共计?|总计|已经?|可|将|拟|全年|今年|当年|每?年|又|再|免费|集中|成功|直接|踊跃|多方)+$"
)


def _is_deed(verb: str, proved: bool) -> bool:
    """Say whether a verb inside of a clause is what was done."""
    if verb in COME_TO or verb in _OF_NOUNS:
        return False
    works = lexicon().nominal.words | lexicon().modifying.words
    return (
        proved
        or verb.startswith("新")
        or not (verb in works or (verb not in lexicon().verb.words and verb[-2:] in works))
    )


def _acts_on(text: str, start: int, end: int, thing: tuple[int, int]) -> bool:
    """Say whether a body stands before a verb, and no work behind it."""
    return _BODY.search(text, start, end) is not None and _WORK.search(text, *thing) is None


_BODY = re.compile("(?:中心|集团|公司|银行|部门|机构|法院|机关|医院|学校|大学|高校|协会|大会)$")
_WORK = re.compile("^.{0,2}$|(?:工程|项目|任务|行动|工作|试点)$")
_OF_NOUNS = words("销售 竣工 审查 组织 增加 减少 主导 代表 联系 处理 控制 约束 强化").words
"""Verbs that make a noun with what stands behind them as often as a deed."""


def _is_thing(text: str, start: int, end: int, number: Quantity) -> bool:
    """Say whether some words are a thing, and neither the side of a deed nor a clause of their own."""
    rest = text[start:end]
    counted = rest in _COUNTED and number.kind == "count"
    if (
        (rest in lexicon().relative.words and not counted)
        or _THING.match(rest) is None
        or _SIDE.search(rest)
        or is_act(rest)
    ):
        return False
    thing = rest[rest.rfind("的") + 1 :]  # a clause before 的 says which things, and has a verb of its own
    return not any(_is_deed(thing[slice(*one)], False) and one[1] < len(thing) - 1 for one in acts_among(thing))


_COUNTED = ("企业", "项目", "品种")
"""Things that are a side of something too, but where they are counted."""
_THING = re.compile("[\u4e00-\u9fff“《][\u4e00-\u9fff“《、]|亿元")
_SIDE = re.compile("^(?:的|[周时]|能力|时间|周期|次数|数(?![据字码])|总[数额])|^..?[率额量值数]$|[率比]$|安排$")


def _whom(sentence: Sentence, start: int, end: int) -> Name | None:
    """Give those concerned; nothing for whoever speaks, None for words that are no noun."""
    whom = sentence.cut((start, end)).without(_ALL_OVER)
    if not whom or _SPEAKER.fullmatch(whom.text) or _MANNER_OF.match(whom.text):
        return Name()
    return None if is_act(whom.text) or _NO_NOUN.search(_AGED.sub("", whom.text)) else whom


_ALL_OVER = re.compile("^全[国省市县区](?=..)")
_AGED = re.compile(r"\d{2,3}周?岁(?:及?以上)?")
_MANNER_OF = re.compile("围绕|配合|依托|聚焦|利用|结合|针对")
"""What leads to words that say how or on what something is done."""
_SPEAKER = re.compile(
    "[我该]?[国省市县区镇乡]|我们|[各全]?[省市县区]?(?:级|地)?(?:政府|财政|部门)?|国务院|[县市省区]委|政府|社会"
)
_NO_NOUN = re.compile(
    r"[，。；：、\d]|^(?:[在以从由按整]|[通用](?!信|途|户|地|水|电)|自(?![贸治然主]))|[了且后时中上下]$|等$|[通透]过|^(?:加强|深入)|提请|提前"
)
