"""Find the verb that stands before a thing counted: 新（改、扩）建|农村公路."""

from __future__ import annotations

import re

from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.nouns import nouns, opens_noun


def deed_before(text: str, start: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """Find the verbs that a subject begins with, and where its noun begins; short nouns keep theirs."""
    built = _BUILT.match(text, start, end) or _SUBMITTED.match(text, start, end)
    at, after = start, built.end() if built else _first(text, start, end)
    while at < after < end and (text[after] in _JOINTS or not _goes_on(text, after)):
        at = after
        joined = text[at] in _JOINTS
        after = _next(text, at + joined, end, joined)
        if after == at + joined:
            break
    paid = text[at:end] != "资金" or text[start:at] in _PAYING
    if text.endswith("方面", at, end):
        return None, start  # the verb of what they are about: 提供服务|方面|4项
    return _parted(text, start, at, end) if paid else (None, start)


def _next(text: str, start: int, end: int, joined: bool) -> int:
    """Give where a verb ends that follows another one."""
    after = (lexicon().verb if joined else lexicon().chained).ahead(text, start, end)
    further = lexicon().deed.ahead(text, start, end)
    if text[start:further] in _CLAUSAL or canonical(text[start:end]) is not None:
        return after
    return further if further > after and end - further > 1 and not _goes_on(text, further) else after


_CLAUSAL = frozenset(("支持", "促进", "推动", "推进", "优化", "改善", "增进", "保障", "鼓励", "引导"))
"""Verbs that begin what measures are for: 落实|支持创新的政策5项."""


def _first(text: str, start: int, end: int) -> int:
    """Give where the first verb ends, with 新 before it where that makes it longer: 新|获批."""
    after = lexicon().verb.ahead(text, start, end)
    if after == start and (done := _IN_A_MANNER.match(text, start, end)):
        return done.end()
    return max(after, lexicon().deed.ahead(text, start, end)) if after > start and text[start] == "新" else after


_IN_A_MANNER = re.compile("规[范划](?:流转|搬迁|迁建|清理|处置|整治|安置)")
"""A verb with how it was done before it: 规范流转|土地."""


def counted_deed(text: str, start: int, end: int, opens: bool = True) -> tuple[tuple[int, int] | None, int]:
    """Find such verbs before a thing that is counted, where any verb does that modifies no noun: 申报|绿色工厂|4家.

    `opens`: its clause begins there, so that a verb that may modify does not, where a thing stands behind it.
    """
    at, last = _one_deed(text, start, end, opens), start
    while start < at < end:
        joined = text[at] in _JOINTS
        after = _one_deed(text, at + joined, end, opens)
        if after == at + joined:
            break
        last, at = at, after
    if text[at:end] == "资金" and text[last:at] not in _PAYING:
        at = last  # one noun with the verb before it: 兑付|补偿资金
    return _parted(text, start, at, end)


def _parted(text: str, start: int, at: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """Part verbs from the thing behind them; what is no thing keeps them."""
    noun = text[at:end].removesuffix("计划")
    if _OF_PROJECTS.fullmatch(noun):
        return None, start  # the sum of those signed, which nobody signs
    verb, known = text[start:at], lexicon()
    names_a_work = verb in known.modifying.words or verb in known.nominal.words
    if names_a_work and (noun in _OF_WORKS or _REGISTERED.fullmatch(text, start, end)):
        return None, start
    if noun == "投资" and (names_a_work or verb in _WORKS):
        return None, start  # what is invested in works of a kind
    side = noun in _SIDES and _measures(text[start:at], noun)
    if at == start or side or text[at:end] in _OF_DEEDS or not _is_thing(text, start, at, end):
        return None, start
    each = _EACH.match(text, at)
    return (start, at), each.end() if each else at


def _one_deed(text: str, start: int, end: int, opens: bool) -> int:
    """Give where one verb ends: one that is always a deed, or another before words that only a thing begins with."""
    if text.startswith(("突破", "攻克"), start):
        return start + 2
    after, act = lexicon().deed.ahead(text, start, end), lexicon().act.ahead(text, start, end)
    if after == act == start and _OF_BUILDING.match(text, start, end):
        return start + 2
    if act <= after or text[start:act] in lexicon().light.words:
        return after
    if text[start:act] in lexicon().modifying.words and (
        _THING.match(text, act, end) or lexicon().deed.ahead(text, act, end) > act
    ):
        return act
    return act if opens and _has_object(text, start, act, end) else after


def _has_object(text: str, start: int, at: int, end: int) -> bool:
    """Say whether a verb that may modify has a thing behind it for its object, and is not the beginning of a noun."""
    if nouns().ahead(text, start, end) > at or _PLACE.match(text, at, end) or end - at < 3:
        return False
    if _OF_THOSE_WHO.match(text, start, at) or text.endswith("方面", at, end) or _acts(text, at, end):
        return False
    return nouns().ahead(text, at, end) > at + 1 or _THING.match(text, at, end) is not None or _ends_noun(text, at, end)


def _ends_noun(text: str, start: int, end: int) -> bool:
    """Say whether some words end in a noun that the term base knows, with more before it: 公共信用|信息."""
    return any(nouns().ahead(text, at, end) == end for at in range(start + 2, end - 1))


def _acts(text: str, start: int, end: int) -> bool:
    """Say whether something is done inside of some words, so that a verb before them only leads: 围绕民生|开展培训."""
    return any(lexicon().deed.ahead(text, at, end) > at for at in range(start + 2, end - 2))


_OF_THOSE_WHO = re.compile("入[园统驻区库境]|受[益惠]|享受|在|返乡|脱贫|就[业读]|毕业|参[保军展赛训会合]")
"""Verbs of those counted, who do it themselves: 入园|企业."""


def _is_thing(text: str, start: int, at: int, end: int) -> bool:
    """Say whether a thing stands behind a verb, and not the end of a noun that begins with it."""
    place = text[start:at] in lexicon().modifying.words and _PLACE.match(text, at, end)
    return end - at >= 2 and not place and not _goes_on(text, at)


def _goes_on(text: str, at: int) -> bool:
    """Say whether a verb that ends at `at` is the beginning of a noun: 创新|型企业, but 打造|商圈."""
    found = _GOES_ON.match(text, at)
    return found is not None and (len(found[0]) > 1 or found[0] in "人房区总" or not opens_noun(text, at))


def _measures(verb: str, side: str) -> bool:
    """Say whether a side is measured of a deed, and is not what was done: 种植|面积, but 设立|总规模20亿元的基金."""
    known = lexicon()
    works = verb in known.modifying.words or verb in known.nominal.words or not side.startswith("总")
    return works and not verb.startswith(_ADDING)


_SUBMITTED = re.compile("提请[^，。；、]{2,12}?审议")
"""A verb around those who are asked: 提请省人大常委会审议|法规草案."""
_BUILT = re.compile("(?:[新改扩迁续]{1,2}[、和及]?)?（[新改扩迁续建、/]{1,7}）(?:[新改扩迁续]{0,2})建")
"""Several ways of building in one word: 新（改、扩）建."""
_OF_BUILDING = re.compile("[^，。；、党城基土住福新政共已违待拟未可需应再且并]建(?![筑设制议材言档造交成立])")
"""A way of building that no table knows: 捐建."""
_JOINTS = frozenset("、和及并与或")
_THING = re.compile(
    "[国省部市县区州乡镇村]级|各[类级项种]|[“《]|规[模上]以?上|[十百千万]?亿元以上|[一二两三四五六七八九十]星级|新[产技工装品药]"
)
"""What no noun of a verb goes on with: 检测|各类|产品."""
_PLACE = re.compile(
    "(?:人员|机构|平台|基地|中心|[站点所室]|团队|企业|主体|载体|人才|岗位|场[所地馆]|车间|园区?|示范|联盟|联合体|工程师|专家|学校|医院|线路?)"
)
"""What makes one noun with a verb that modifies others: 创新|团队, 救助|站."""
_EACH = re.compile("了?(?:各类|各级|各项|各种|全年)?(?=...)")
_PAYING = frozenset(
    (
        "投入",
        "安排",
        "拨付",
        "筹集",
        "下达",
        "争取",
        "落实",
        "整合",
        "发放",
        "募集",
        "到位",
        "投放",
        "拨出",
        "注入",
        "兑现",
        "追缴",
        "兑付",
        "偿还",
        "归还",
        "追回",
        "挽回",
    )
)
"""Verbs whose object is money; any other makes one noun with it: 补偿资金."""
_SIDES = frozenset(
    ("面积", "总面积", "时限", "金额", "总金额", "规模", "总规模", "数量", "人数", "总人数", "长度", "期限", "次数")
)
"""What is measured of a deed, and makes one noun with its verb: 种植|面积."""
_OF_WORKS = frozenset(("基金", "公司", "机构", "机制"))
"""What makes one noun with a verb that names a work: 担保|基金, but 设立|基金."""
_REGISTERED = re.compile("注册(?:资[本金]|护士|[会建][计造筑]师)")
_OF_PROJECTS = re.compile("[^，。；、]{0,6}(?:项目|企业)(?:合同|协议|计划|到位)(?:总?金额|总?投资额?|资金)")
_WORKS = frozenset(("更新改造", "技术改造", "基本建设", "建设改造", "改建扩建", "开发建设"))
_ADDING = ("新增", "净增", "增加", "减少", "扩大", "压减", "压缩", "缩短", "释放", "完成")
"""Verbs of which a side is what there was more or less of: 新增|面积."""
_OF_DEEDS = frozenset(
    ("产出比", "产出率", "用地", "收益", "溢价", "造林", "农村", "收入", "能力", "任务", "单位", "事业", "检察", "拘留")
)
"""What stands behind a verb and makes one noun with it: 建设用地, 出让收益."""
_GOES_ON = re.compile(
    "收入|用地|金额|限额(?!以[上下])|上限|[率度量额者费数业员商力性化期点款器型净和、及的]|房(?![屋源产地])|人(?![大民才工均居造行])|区(?![级域县内外间块直属])|总(?!投资|面积|里程|规模|额|量|建筑)"
    "|(?<=运营)(?:里程|线路|收入|成本|主体)|(?<=安置)(?:住?房|区|点|小区|社区)|(?<=生产)(?:资料|能力|基地|线|力|工具|安全|经营|总值|要素|企业|车间|设备|厂|单位|场所|方式|条件|环节|许可|自救|事故|服务|托管|项目|主体|队)|(?<=储备)(?:金|粮|库)|(?<=共建)(?:国家|共享)|(?<=主导)(?:产业|产品|品种)"
)
"""What makes a verb the beginning of a noun: 创新型企业, 培训人员."""
