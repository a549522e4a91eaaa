"""Say whether what stands before a figure in its sentence tells of a scheme, a work or a group whose it may be."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import PIECES, kind_of
from exporter.english.figures.dependent_names import BODIES, NAMED_BODIES
from exporter.english.figures.standing import OF_NO_KIND, SHORT
from exporter.english.figures.starts import tight
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import prepared
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact


def is_of_a_scheme(fact: Fact, sentence: str) -> bool:
    """Say whether a body or a scheme is told before a deed, or an unlisted figure: 新农保启动，发放养老金3万元."""
    text = _without_firms(fact, tight(sentence))
    if _GROUP.search(text) is not None and _GAINED.search(prepared(fact.deed or "")) is None:
        return _GROUP.search(f"{prepared(fact.indicator)}，") is None
    name = prepared(fact.indicator)
    if canonical(name) is not None and fact.deed is None:
        return False
    if _is_of_all_the_place(fact, sentence):
        return False
    told = _OF_THE_GOVERNMENT.sub("，", text) if _is_built(fact, sentence) else text
    if fact.deed is not None and _MADE.search(fact.deed):
        told = _SUPPORTED.sub("，", told)
        told = _FIRMS.sub("", told) if _FIRMS.search(name[-2:]) else told
    found = _SCHEME.search(told)
    of_itself = fact.deed is not None and (len(name) > SHORT or not OF_NO_KIND.search(name))
    return found is not None and not (of_itself and found["scheme"])


def _is_of_all_the_place(fact: Fact, sentence: str) -> bool:
    """Say whether what was told of a body or a scheme owns no figure: what a place gains, builds or has is its own.

    What is built right behind one body (生态园建设顺利，新建温室3座) is that body's, and so is what it yields.
    """
    head, _, beside = tight(sentence[: _deed_in(fact, sentence)]).rpartition("，")
    if _SCHEME.search(f"{beside}，") is not None:
        return False
    kind, deed = kind_of(fact), prepared(fact.deed or "")
    if _GAINED.search(deed) is not None:
        return kind in PIECES
    if _is_on_a_body(re.split("[，；]", head)[-1]):
        return False
    if fact.deed is None:
        return kind in (*PIECES, "percent") if fact.number is not None else fact.change_kind in ("percent", "rank")
    done = _BUILT.fullmatch(deed) or _CARRIED_OUT.fullmatch(deed)
    return done is not None and kind in (*PIECES, "length", "area")


def _deed_in(fact: Fact, sentence: str) -> int | None:
    """Give where in what stands before a figure its deed is told, if it is."""
    start = fact.span.start - len(sentence)
    return min(
        (one.span.start - start for one in fact.account if one.role == "deed" and one.span.start >= start), default=None
    )


def _is_on_a_body(clause: str) -> bool:
    """Say whether a clause is on one body, and not on so many or on its title."""
    return _BODY.search(clause) is not None and _MANY_OR_TITLED.search(clause) is None


_CARRIED_OUT = re.compile(
    "(?:新建|建设)?(?:和|、)?(?:改造提升|改扩建|扩建)|实施|推进|淘汰(?:改造)?|推广|举办|开展|新?接入"
)
_MANY_OR_TITLED = re.compile("[0-9一二两三四五六七八九十]+[个家处]|获|入选|列入|列为|命名|挂牌")
_GAINED = re.compile("新增|净增|认定|入选|获批|获评|获授|培育|登记|新设|创建|争创|命名|组建|新获|增设|新创|新注册|入库")
"""What a place gains in firms, titles and bodies, by whomever."""


_GROUP = re.compile("(?:集体(?:所有制)?|国有|国营|个体|民营|私营|外资|外商投资|中央)(?:单位|企业)[^，。；]{0,24}，")
"""A group of firms that a sentence speaks of, so that its output is theirs."""
_A_BODY = f"{BODIES}|示范区|试验区|自贸区|央企|国企|集团|组团|街道|[^城乡]镇(?![化居村区])"
_BODY = re.compile(f"{_A_BODY}|{NAMED_BODIES}|景点|奶源|片区")
_A_RESORT = "(?<![^，；。])[^，。；0-9]{2,10}(?:度假区|滑雪场|风景区|古镇)(?:完成|实现|投入|建成|启动|新建|改造)"
_A_WATERWORK = "(?<![^，；。])[^，。；0-9]{2,8}(?:灌区|水库)[^，。；]{0,14}(?:完成投资|蓄水|通水)"
_SCHEME = re.compile(
    f"(?:{_A_BODY}|{_A_RESORT}|{_A_WATERWORK}|(?P<scheme>行动|活动|协作|帮扶|新农保|新农合|合作医疗|保险|制度))[^，。；]{{0,16}}，"
)


def _without_firms(fact: Fact, text: str) -> str:
    """Leave out clauses that only count firms, or say what was done for them: they own no count of other things.

    Whose money a figure is goes by who was spoken of (国有企业改革推进，研发投入增长15%).
    """
    if kind_of(fact) == "money" or _OF_FIRMS.search(prepared(fact.indicator)):
        return text
    for pattern in (_FIRMS_COUNTED, _DONE_FOR_FIRMS):
        text = pattern.sub(lambda clause: clause[0] if _OTHER_BODY.search(clause[0]) else "，", text)
    return text


_OTHER_BODY = re.compile("|".join(one for one in f"{BODIES}|{NAMED_BODIES}|组团|街道".split("|") if one != "企业"))
_OF_FIRMS = re.compile("产值|产能|收入|营收|利[润税]|税|投[入资]|资产|销售|交易|增加值|就业|职工|员工|用工|产量$")
_FIRMS_COUNTED = re.compile(
    "(?<![^，；、。])[^，；。]{0,24}(?:企业|国企|央企)(?:总[数量]|数量)?(?:新增|增至|增长|超过?|达到?|突破)?(?:了|近|约)?[0-9.]+万?[多余]?[家户%][^，；。]{0,12}，"
)
_DONE_FOR_FIRMS = re.compile(
    "(?<![^，；。])(?:大力|积极|重点|持续|全力|精准|有序|深入|深化|全面|扎实|着力)*"
    "(?:支持|引导|鼓励|推动|推进|帮助|助力|扶持|培育|壮大|实施|开展|完成|深化|改造|对)[^，。；]{0,40}企业(?!改制|改革)[^，。；]{0,16}，"
)


def _is_built(fact: Fact, sentence: str) -> bool:
    """Say whether a clause opens with what was built or added, in its own words or in those of the first of a list."""
    if fact.deed is None or _BUILT.fullmatch(prepared(fact.deed)) is None:
        return False
    begins = _deed_in(fact, sentence)
    return begins is not None and re.search("(?:^|[，；])$", sentence[:begins]) is not None


_BUILT = re.compile(
    "(?:高质量|启动|全面|新)?(?:新建|新增|建设|建好|打造|增设|建成|开工(?:建设)?|改造|创建|扩建|新改扩建|改扩建|改造提升|建造|修建)(?:改造)?"
)
_OF_THE_GOVERNMENT = re.compile(
    "(?<![^，；。])(?:(?:深入|大力|扎实|持续|继续|全面|积极|有序|统筹|常态化|纵深|深化)*"
    "(?:开展|实施|推进|推动|启动|加快|落实|健全|完善|加强|严格|建立)[^，；。]{2,40}(?:行动|活动|制度|帮扶|协作)[”’》]?)，"
)
"""A scheme of the government's own, under which it then builds: 开展城市更新行动，改造城中村416个."""


_MADE = re.compile("^(?:高质量|累计|成功)?(?:新|建成|引进|培育|认定|入选|登记|净增)")
_SUPPORTED = re.compile(
    "(?<![^，。；])(?:大力|积极|重点|持续|全力|精准)*(?:支持|引导|鼓励|推动|帮助|助力|扶持|对|为|破解)[^，。；]{0,40}企业[^，。；]{0,16}，"
)
"""Firms that a government supports, whose are none of those that are new: 支持重点企业稳产，新增企业9家."""
_FIRMS = re.compile("企业|公司|主体")


def is_of_the_clause_before(fact: Fact, sentence: str) -> bool:
    """Say whether a figure may be of what the clause before it tells of: a sum, a work, the town alone."""
    text = tight(sentence)
    of_the_town = fact.scope is None and _OF_THE_TOWN.search(text) is not None
    return _is_of_what_moved(fact, text) or _is_of_a_work(fact, text) or of_the_town or _is_of_a_way(fact, text)


def _is_of_a_way(fact: Fact, sentence: str) -> bool:
    """Say whether freight or travel of no way is told behind that of one: 铁路客运量9万人，|货运量12万吨."""
    return _CARRIED.match(prepared(fact.indicator)) is not None and _BY_ONE_WAY.search(sentence) is not None


_CARRIED = re.compile("(?:客运|货运|旅客|货物)(?:运输)?(?:周转|发送|运输)?量$")
_BY_ONE_WAY = re.compile("(?:铁路|公路|水路|水运|民航|航空)[^，。；]{0,6}(?:客运|货运|旅客|货物)[^，。；]{0,6}量")


def is_of_an_industry(fact: Fact, whole: str) -> bool:
    """Say whether output or profit is told behind an industry in one sentence: 服装业实现增加值48亿元；|出口交货值."""
    return _YIELDS.match(prepared(fact.indicator)) is not None and _INDUSTRY.search(tight(whole)) is not None


_YIELDS = re.compile("(?:出口产品|出口)?(?:交货值|产值|总产值|税收|利税|利润|利润总额|销售收入|主营业务收入|营业收入)$")
_INDUSTRY = re.compile("^[^，。；]{0,8}(?:[^工农]业|产业)(?:实现|完成|达到)[^。]*[；，]$")


def gave_the_jobs(fact: Fact, sentence: str) -> bool:
    """Say whether jobs are those of the works or firms that the clause before counts."""
    return _JOBS.fullmatch(prepared(fact.indicator)) is not None and _BY_WHICH.search(tight(sentence)) is not None


_JOBS = re.compile("(?:新增|带动|解决|吸纳)?(?:就业|就业岗位|就业人数)")
_BY_WHICH = re.compile("(?:项目|企业|园区|车间|基地|工厂|门店)[^，。；]{0,14}，(?:共|可|累计|预计)?$")
"""What gave the jobs that follow: 旅游产业项目达到320个，|新增就业8000人."""


def _is_of_what_moved(fact: Fact, sentence: str) -> bool:
    """Say whether the clause before says more fully what this figure is of: 居民储蓄存款增加，年末|存款|余额."""
    name = prepared(fact.indicator)
    if len(name) > _SHORT_SUM or fact.deed is not None or name[:2] not in sentence:
        return False
    before = _CLAUSE_BEFORE.search(sentence)
    at = before[1].rfind(name[:2]) if before is not None else -1
    if before is None or at < max(2, len(before[1]) - len(name[:2]) - _BEHIND_IT):
        return False
    terms = load().by_zh.get(before[1][at - 2 : at], ())
    return not terms or any(term.kind != "verb" for term in terms)  # 推进|信访问题治理，信访总量下降


_CLAUSE_BEFORE = re.compile("(?:^|，)([^，。；0-9]+)，(?:年末|全年|其中)?$")
_BEHIND_IT = 10
"""Characters of the clause behind what moved, at the most."""
_SHORT_SUM = 4
"""Characters of a sum that says only of what kind it is: 存款余额."""


def _is_of_a_work(fact: Fact, sentence: str) -> bool:
    """Say whether the clause before tells of a work, whose yield the figure may be: 推动数据中心投产，算力规模达到…."""
    if _OUTPUT.match(prepared(fact.indicator)) and _MINED.search(sentence):
        return True
    if fact.deed is not None or fact.scope is not None or not _OF_WORKS.search(prepared(fact.indicator)):
        return False
    return _TOLD_OF.search(sentence) is not None


_OF_THE_TOWN = re.compile(
    "(?:^|，)[^，。；]{0,8}(?:主?城区|中心城|建成区|县城|市区|老城|新城)(?:规划|建设|用地)?(?:面积|规模)[^，。；]*，(?:(?:常住)?人口[^，。；]*，)?$"
)
"""A clause on the town alone, whose people and roads follow."""
_OF_WORKS = re.compile(
    "^.{2,6}(?:规模|产能|能力|产值|装机(?:容量|规模)?|发电量|吞吐量|营收|销售额|交易额|客流量)$|^算力"
)
_OUTPUT = re.compile("(?:煤炭?|原煤|原油|油气|天然气|钢材?|粗钢|水泥|汽车|整车)(?:年)?产量")
_MINED = re.compile("(?:矿|油田|气田|厂|项目|工程|[一二三]期|公司)[^，。；]{0,24}(?:完成|投产|复产|达产|竣工|投用)，$")
"""A mine or mill that was opened, whose output follows."""
_TOLD_OF = re.compile(
    f"(?:^|，)[^，。；]{{2,40}}(?:{NAMED_BODIES}|[水电]厂|泵?站|水库|集群|园区|基地|中心|[一二三]期|公司|高速|铁路)[^，。；]{{0,14}}，$"
)
