"""Load the closed classes of words that the grammar of figures is made of, from `source/grammar.toml`.

All words are in folded text: simplified characters, ASCII digits. What a class means for a figure
is decided in the grammar; patterns, which are no lists of words, stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from exporter.errors import StyleError
from exporter.facts.numbers.folding import fold
from exporter.facts.statements.matcher import Words, words
from exporter.kept import toml
from exporter.style import data_folder

TailClass: TypeAlias = Literal[
    "up", "down", "to", "copula", "each", "apart", "average", "adverb", "growth", "fall", "more", "less", "keep"
]
"""What a word between a subject and its number does; see `[tail]` in the file."""


@dataclass(frozen=True, slots=True)
class ClosedClasses:
    """The classes of `source/grammar.toml`, under the names they have there."""

    scope: Words
    adverb: Words
    light: Words
    protected: Words
    verb: Words
    act: Words
    """All verbs that any table knows, for words that are a verb and nothing else."""
    deed: Words
    """Verbs that before a thing counted can only say what was done with it, 新 before them or not."""
    modifying: Words
    nominal: Words
    chained: Words
    modifier: Words
    relative: Words
    tail: Mapping[str, TailClass]
    longest_tail: int


@cache
def lexicon() -> ClosedClasses:
    """Load the classes, once. Raises StyleError `style.invalid` where the file lacks one."""
    file = data_folder("source") / "grammar.toml"
    try:
        listed = toml(file)
        tail = {word: kind for kind in get_args(TailClass) for word in listed["tail"][kind].split()}
        classes = {name: words(listed[name]) for name in _CLASSES}
        classes["act"] = words(listed["verb"], listed["chained"], *_verbs_of_english())
        deeds = classes["act"].words - words(*(listed[name] for name in _NO_DEEDS)).words
        classes["deed"] = words(*deeds, *(f"新{deed}" for deed in deeds if deed[0] not in "新增"))
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise StyleError(
            f"{file}: cannot be read as the word lists of the grammar ({error!r})", "style.invalid"
        ) from None
    return ClosedClasses(**classes, tail=MappingProxyType(tail), longest_tail=max(map(len, tail)))


def _verbs_of_english() -> Iterator[str]:
    """Give the verbs whose English is listed."""
    for table in ("deeds.tsv", "terms/verbs.tsv"):
        for line in (data_folder("source") / table).read_text("utf-8").splitlines()[1:]:
            verb = line.partition("\t")[0]
            if len(verb) > 1 and "{" not in verb:
                yield fold(verb)


_CLASSES = ("scope", "adverb", "light", "protected", "verb", "modifying", "nominal", "chained", "modifier", "relative")
_NO_DEEDS = ("modifying", "stative", "light", "adverb")

ACCOUNTS = "(?:一般公共|政府性基金|国有资本经营|社会保险基金)"
"""Of which a government has a budget each."""
HAN_YEAR = "(?:一九|二零)[零一二三四五六七八九]{2}"
YEAR = rf"(?:(?:19|20)\d{{2}}|{HAN_YEAR})年"
_TO = "(?:[-—–~～]{1,2}|至|到)"
MONTHS = rf"(?:\d{{1,2}}月?份?{_TO}\d{{1,2}}月|第?[一二三1-3]季?度?{_TO}第?[二三四2-4]季度)"
"""A run of months or quarters: 1—9月, 一至三季度."""
SUMS = frozenset(("支出", "收入", "财力", "税收", "债务", "结余", "投资"))
"""Sums of each level of government: 省级|支出, 市县级|支出."""
FISCAL = r"(?:19|20)\d{2}[-/] ?\d{2}(?!\d)"
"""The two years that one year is in: 2018-19."""
FISCAL_YEAR = rf"{FISCAL} ?(?:财政|课税|学)?年度?"
WORKING = "(?:建成|竣工|完工|投产|达产|达效|投用|投运|运营|投入(?:使用|运营|生产))"
"""What a work has come to when it begins to do what is told of it."""
ONCE_WORKING = f"{WORKING}+(?:以|之)?后(?![备勤续方期])"
"""The time from which it does so: 竣工投产后."""
TIME = re.compile(
    rf"(?:从|自){YEAR}(?:开始|起|以来)|[在于](?:{YEAR}|{FISCAL_YEAR})(?:[底末中初]|内)?(?:或?之前|前|内)?|"
    rf"{YEAR}(?:度|底|末|初|以来|全年|上半年)?|去冬今春|今冬明春|[去上]年(?:入?秋冬?|入?冬)季?节?(?:以来)?|(?:\d{{1,2}}|上|下|去|前|后)半年|{MONTHS}(?:份|底|末)?|(?:\d{{1,2}}|元)月(?:份|底|末)?前?|(?!上年结[转余])[今去上本当前明]年(?:度|内|底|末|初|以来)?|[前第]?[一二三四1-4]个?季度[底末]?|今明两年|全年|年末|年底|年内|期末|年初"
    r"|(?!九年(?:义务|一贯|制))(?:过去|近|今后|未来|前|这|五)?[一二两三四五六七八九十\d]{1,2}年(?:间|来|内|时间)?|(?:过去|近|今后|未来|前|这)[数几]年(?:间|来|内|时间)?|本(?:立法|财政|学)?年度"
    rf"|(?:{FISCAL}(?:年度?)?(?:至|到))?{FISCAL_YEAR}(?:内|起)?"
    r"|(?:19|20)\d{2}-\d{2,4} ?(?:学|财政)?年度内?|[过本上]届|[本上]一?个?五年|期间|时期"
    r"|规划期内?|“?十[一二三四五]五”?(?:时期|期间|末)?|“?[一二五六七八九]五”?(?:计划)?(?:时期|期间)|截至目前|目前|至今|当前|截止目前|现在|迄今"
    rf"|(?:全部|全面|正式|项目)?{ONCE_WORKING}"
    rf"|到了?(?:{YEAR}|年底|期末)(?:底|末)?|至{YEAR}(?:底|末)?|截至(?:19|20)?\d{{2,4}}年(?:底|末)?|截至{YEAR}"
    r"|已?连续 ?[\d一二三四五六七八九十]+ ?(?:年|个月|个季度)(?=[^，。；、]{3})"
)
"""When it was, as a word before a subject."""
PREDICATES = re.compile(
    "年均增|擦亮|叫响|打响|唱响|刷新(?!率)|领跑(?![者县企])|登上|走向(?![图])|即将|正在|圆梦|考[上入]|进一步|日益|更加|率先|不断|还有|还在|进展(?=顺利|良好|迅速|较快|情况)|圆满|焕然一新|年内|当年(?![度产])|年底前?|实现|完成|具备|加速|全速|通过|得到|获得|获批|获评|荣获|被|享受|参加|参与|纳入|列入|入选|入围(?!企业|项目|作品|名单)|进入|跻身|达到|上榜|投入|入驻|受益|受惠|定居|全面"
    "|正式|顺利|陆续|相继|全部|基本(?![医养农药])|已|开展|实施|支持|用于|解决|发放|提供|确权|办理|加快|启动(?!区)|稳步|有序|稳定|扎实|深入(?:推进|开展|实施)|有效(?:缓解|解决|控制|遏制|提升|改善)|生存受|(?:划转|转变|转型|改制|升格|更名|认定|评定|命名|打造|提升|改造)为|成为|增选|当选|评为|增补|占(?![地用])|降至|降到|升至|增至|提高到|提高至|快于|高于|低于|超过|突破|成功|全线|减少|增加|增长(?![点极])|下降|尽早|尽快|早日|削减了|减少了|压缩|配备|新获评|新获|新晋|新入选|新认定"
    "|迁入|搬入|入住(?!房)|喜迁|摘帽|退出|告别|增收|吃上|喝上|用上|住上|走上|每人|每年|给予|进行|遭受|接受|取得|签订|竞相|积极"
    "|主板|创业板|科创板|远离|作为|先后|共享(?=三级|优质|资源|服务|成果)|共同(?!体|富裕|发展)|联合(?=开展|发布|举办|印发|签|建立|推出|打造|成立|申报|攻关)|追回|兑付|减免|获|(?<![年人户日月平])均(?!衡)|分别|结对|免费|赴|有望|担任|受到|因|将|把|使|让|(?:空气质量|水质)?未(?=[造发出达])|大幅|直接|投保|购买|缴纳|设置|拉动(?!力)|撬动|于|来(?=自|到|我|此)"
    "|在(?![校岗建职册线外家读园营编孵])|(?<![纵横方面双单])向(?!上)|到(?!位|账|期)|创(?=历史|新高)|(?<!供)给(?=[^，。；、予水排养]{2,8}$)|至(?=总数|总计|合共)|作(?:为)?(?=[^，。；、]{2,10}(?:用途|之用|招标)$)|(?<=[地所舍])作(?![物业坊品用])|(?<=地)(?:兴建|建造)|源[于自]|透过|饲养|认同|认为|每(?:星期|月|学年)|从事(?!业)|按|以(?![上下内色及])|为(?![民主])|由(?!于)|(?<!相)对(?![外口虾接象])"
    "|(?<![以展])(?:开工(?!程)|竣工|投产|投用|建成|开通|通车|落户|落地|脱贫|就业|创业|(?<!易地)搬迁|签约|挂牌|上市|补助|资助|达产|复工|入库|办结|收官)"
    r"(?!仪式|活动|率|(?:项目|企业|工程)(?! ?\d)|大会|现场|人员|人数|补贴|资金)(?=[^，。；、]{0,4}(?:[，。；、]|$)"
    "|[^，。；、]{0,2}[或并和](?:即将|已)?(?:开工|竣工|投产|建成|投用))"
)
"""Words with which the predicate begins behind a thing counted (11家企业|入选…)."""

RELATIVE = re.compile(
    r"(?:来自|透过|通过|由(?!于)|与|有|为|在|对|向|符合|涉及|用于|位于|属于|以)[^，；。\d将]{2,30}的(?=[^，；。：、\d的]{2,16}$)"
)
"""A clause before 的 that says which things are counted: 28所|由大学与科研机构合办的|实验室."""

PURPOSE = re.compile(
    r"(?:，|,)?(?:专项)?(?:资金)?(?:专项|重点|主要|全部|优先|以|予)?(?:用于|解决|支持|补贴|补助|资助|帮助|扶持|实施|建设|建成|改建|扩建|修建|完成|开展|改造|推进|保障|设立|购置|购买|发放|启动|加强|改善|新建|推动|推行|兑现|奖励|(?:增加|提高|加大)(?![到至了])|对|为)"
)
"""A verb that says what money was for, behind a sum (安排429亿元，解决…)."""
PAYER = re.compile(
    r"(?:安排|投入|投资|拨付|拨出|增拨|下达|筹集|筹措|支出|争取|列支|拿出|出资|拨款|撥款|注资|预留|动用|斥资|落实|补助|贷款|融资|整合|增拨|资金)(?:资金|专项资金|财政资金)?$"
)
"""The end of a subject that names only who paid."""

MEASURE = re.compile(
    "(?:居民)?(?:人均)?(?:可支配收入|纯收入|消费支出|生产总值)"
    "|年?(?:排放总量|排放量|总产量|产量|出栏量|存栏量|出栏|存栏|吞吐量|发送量|客运量|货运量|周转量|销售量|销量|用电量|使用量|拥有量|保有量"
    "|申请量|授权量|发电量|储量|流量|数量|总量)"
    "|(?:工业)?(?:增加值|总产值|产值|营业收入|销售收入|收入|总收入|利润总额|利润|支出|税收|投资|销售额|零售额|成交额|交易额|进出口额"
    "|(?:经常|非经常|公共|总)?开支|出口额|进口额|(?:进出口|出口|进口|贸易)总[额值]|(?:进?出|进)口$|贷款余额|存款余额|余额|保费收入|费用|价格|均价|价格指数)"
)
"""Nouns of measure that coordinated subjects share at their end (化学需氧量、二氧化硫|排放量)."""
HEAD = re.compile(
    r"[\u4e00-\u9fa5]{2}(?:率|度|量|额|比例|比重|面积|里程|人数|户数|件数|标准|水平|浓度|能耗|强度|容量|能力|床位|学位|岗位|工程"
    "|事故|事项|企业|项目|成本|占比|用地|人口|养老保险|医疗保险|保险)"
)
"""Further heads, with the two characters that say of what."""
