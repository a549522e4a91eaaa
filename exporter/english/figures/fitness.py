"""Say whether a subject is fit for what a sentence says of it: problems are solved, people trained.

What is unfit was read wrongly, or its clause says more than the figure holds.
"""

from __future__ import annotations

import re

from exporter.english.figures.amounts import SMALL, are_counted, countable, is_pieces, kind_of, listed_kind
from exporter.english.figures.deed_sentences import deed_for
from exporter.english.figures.dependent_names import is_dependent
from exporter.english.figures.fit_verbs import counts_the_winners, doubles, is_done_to_the_unfit, is_of_who_had_problems
from exporter.english.figures.measurand import HOUSEHOLDS, PERSONS, Measurand
from exporter.english.figures.measured import RATES, SUMS, changes_unmeasured, is_counted_amiss
from exporter.english.figures.starts import before_number
from exporter.english.grammar.headings import is_traditional, prepared
from exporter.english.words.morphology import is_plural
from exporter.facts.numbers.folding import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact

_UNFIT = re.compile(
    r"^(?:\W"
    rf"|(?i:a total of )?(?i:[\d,.]+|{'|'.join(SMALL)}) (?:\d{{1,3}} |of )"
    r"|Annual (?:output|capacity|production) "
    r"(?!of|reached|was|is|exceeded|rose|fell|will|increased|decreased|stood)\w+"
    r"|A total of [\d,.]+(?: million)?+ (?!units|square|mu)[\w -]*housing (?:was|were|will)"
    r"|A total of [\d,.]+ (?:China's|the )|Dispatch |Planted forests (?:reached|are targeted)"
    r"|A total of [\d,]+ people (?:\w+ )?(?:rinks|grounds|fields|venues|halls|squares|parks|centers|activities)\b"
    r"|Land approved but not yet supplied (?:is|was|reached)\b"
    r"|There were [\d,.]+ (?:m|b)?(?:illion )?\w+ing (?:\w+s?) (?:to|into) "
    r"|(?:\w+ )?people [^.]*(?:reached|stood at) [\d,.]+(?: million)? people\b|(?:Sea|Land) use (?:in|de)creased\b"
    r"|The [\w-]+ number (?:ranked|rose|fell)\b|The \w+ rate of \w+ in\b)"
    r"|\b(?:"  # each by its first letter, or it is dear
    r"in (?:investment|scope|scale|place signed)\b|driven\b|of (?:length|scale|area|quantity|tasks|total)\b"
    r"|as a share of the whole\b|were \w+ and were\b"
    r"|-level [\w-]+-level\b|average\b.*\bon average\b|(?:villages|towns|people|households|residents) worth\b"
    r"|(?:was|were|be) (?:listed|(?:newly )?included|placed on the list|insured)(?: in \d{4}| at the end .*)?\.$"
    r"|stood at\b.* a year on average|\bone [\w ]+, [\w ]+, and "
    r"|(\w{5,})(?: \w+){0,2} of (?:the )?\1\b|milestones\b|countryside that\b"
    r"|yuan in funds (?:was|were|will be) \w+(?: aside)?(?: (?:from|by) [^.]+)?(?: a year)?(?: in [^.]+)?\.$"
    r"|with [\d.]+ \w+ yuan or more\b"
    r"|units of (?:[\w-]+ )*(?:renovation|redevelopment|construction|upgrading|treatment|retrofitting)s?\b"
    r"|a year on average in \d{4}\."
    r"|investment in construction\b|put (?:in|into) \w+ (?:was|were|will be) \w+|production capacity of outdated"
    r"|s(?<=\w s)(?:ize|cale) of the industry\b|of central government budget (?:was|were|will be)"
    r"|people of (?:the )?(?:\w+ )?population\b"
    r"|[Aa]bove-scale (?!enterprise|industr|unit|retail|wholesale|business|catering)"
    r"|achieved (?:stability|.* handling)\b|entity enterprises\b"
    r"|(?:was|were|be) created jobs\b|[\d,]{6,} (?:key )?groups\b"
    r"|cubic meters of .*(?:rivers|lakes|ponds|channels|canals|ditches) (?:was|were|will be) dredged"
    r"|(?:monitoring|assessment|evaluation|appraisal) of .* (?:ranked|rose to \w+ in)\b|house households\b"
    r"|unchanged from the previous year by \d{4}|cloud rate\b|multiple indicators\b|relatively concentrated\b"
    r"|tasks (?:reached|stood at|are targeted to)\b|enterprises worth\b|who found .* be added\b"
    r"|[A-Z]\w+(?:-[A-Z]\w+)+ (?:value|number|volume|amount) of\b|enterprise enterprises\b"
    r"|large awards\b|achieved full coverage\.|\bin hardest-hit areas\b|project schools\b|\bdamage ecological\b"
    r"|achieved enrollment\b|(?:key|traditional|major|emerging|leading) value added of\b|all-area added\b"
    r"|^Key investment in\b|in plans for the \w+ P|achieved [\w-]+ public services\b"
    r"|expressway roads\b|carried out building of\b|completed (?:governance|renovation|improvement) of "
    r"|(?:people|households|residents)(?: in poverty)? (?:were|will be) covered(?: in .*)?\.$"
    r"|units were covered by\b|rate of construction started\b|(?:cut|reduced|eased) stood at\b"
    r"|(?:funds|subsidies|allowances|grants) in (?:extreme |special )?difficulty\b"
    r"|^The \w+ (?:industry|sector) (?:(?:in|de)creased|rose|fell) by [\d.]+ percentage|\d+ \d+-\w+-yuan\b"
    r"|kilometers of (?:[\w-]+ )*(?:(?:(?:water|heat|power|gas) supply|heating|drainage)(?= (?:in|of|was|were|will)\b)"
    r"|[\w-]+-phase projects\b)"
    r"|people (?:losses|property|incomes?|livelihoods?|interests?|problems|matters|demands|appeals|needs|funds|wages)\b"
    r"|(?<!\w-)\b(\w{5,}) (?!and |or |of |in )(?:[\w-]+ )?\2\b"
    r"|\w+ed (?:approved|completed|built) (?:increased|decreased|was|were)\b"
    r"|(?:governance|treatment|improvement|advancement) of (?:restoration|renovation|treatment|governance)\b)"
)
"""What no thing is, what says nothing without where it was entered, and the yearly pace of a level."""


def is_unfit(fact: Fact, subject: Measurand, english: str) -> bool:
    """Say whether a sentence says of its subject what cannot be said of it, or its name is no name."""
    return (
        is_dependent(fact)
        or _is_hard_to_count(fact)
        or not _fits_unit(fact, subject)
        or (_opens_with_a_verb(fact) and not subject.done)
        or (fact.unit is not None and fact.unit.endswith("人次") and _TIMES_SAID.search(english) is None)
        or (fact.unit is not None and _TIMES.search(fact.unit) is not None)
        or (fact.unit in ("件", "起", "宗") and _BODIES.search(subject.head) is not None)
        or is_of_who_had_problems(fact, subject, english)
        or (fact.quote.startswith("通过") and fact.deed != "通过")
        or _UNFIT.search(english) is not None
        or _owns_what_is_counted(fact, subject)
        or (_counts_another(fact, subject) and _REACHED.search(english) is None)
        or _are_not_households(fact, subject)
        or _are_no_sets(fact, subject)
        or is_counted_amiss(fact, subject)
        or _ends_ill(prepared(fact.indicator))
        or changes_unmeasured(fact, subject)
        or is_done_to_the_unfit(subject, english)
        or _is_done_unfitly(fact, subject)
        or counts_the_winners(fact)
        or doubles(fact)
        or _does_and_measures(fact, subject)
        or _is_no_change(fact)
        or (_YIELDED.search(fact.quote) is not None and _PRODUCE.search(english) is None)
    )


def _is_done_unfitly(fact: Fact, subject: Measurand) -> bool:
    """Say whether what was done means several things that its subject does not settle, or invests what is no money."""
    deed = deed_for(fact, subject)
    return deed is not None and (deed.doubtful or (deed.english.startswith("invested") and kind_of(fact) != "money"))


_REACHED = re.compile(r"person-times|\b(?:covered|(?:will|to) cover) |\b(?:distributed|granted|provided|issued) to ")
"""What says of persons and households that they are those reached, not what is told of."""
_BODIES = re.compile(r"(?:organs|courts|departments|bureaus|agencies|authorities|procuratorates)$")
"""Who cases are handed over to, so that it is they that were counted: 移送公安16件."""
_TIMES_SAID = re.compile(
    r"(?:person-)?times|trips|visits|entries|tourists|visitors|passenger|traffic|throughput|attendance|participants"
)
"""What says of people that each is counted as often as they came."""
_TIMES = re.compile("(?:^|[^人航班架场批])次$|[类种]$")
"""A unit that counts how often things went out, or kinds of them, and not the things: 机械1560台次, 耗材6类."""
_ENDS_ILL = re.compile(
    "(?:类|要求|规定|预计|计划|确定|决定|同意|承诺|有望|即将|正在|成功|相继|陆续|实现(?:稳定)?就业|实现脱贫)$"
)
"""What a name ends with that is a heading of a table, or a verb of the clause."""


def _ends_ill(name: str) -> bool:
    return _ENDS_ILL.search(name) is not None and canonical(name) is None


def _is_no_change(fact: Fact) -> bool:
    """Say whether what was come to was read as added (净增98万户、突破1900万户), or a growth's points as its own."""
    if fact.change_kind == "percentage_points" and _OF_ITS_GROWTH.match(prepared(fact.quote).lstrip("、，")):
        return not prepared(fact.indicator).endswith(("增速", "增幅"))
    return fact.change_kind == "absolute" and _COME_TO.search(before_number(fact)) is not None


_OF_ITS_GROWTH = re.compile("(?:其中)?增[速幅](?:提高|加快|上升|提升|回升|回落|下降|放缓)")
"""What changes by points where the growth is told right before: 生产总值增长9%，增速提高2个百分点."""
_COME_TO = re.compile("[、，](?:总[数量]|累计)?(?:已|将)?(?:突破|超过?|达到?|增至|增加到|升至|增长到)(?:了|近|约)?$")


_YIELDED = re.compile("[增减]产")
_PRODUCE = re.compile(r"\b(?:output|production|yields?|harvest)\b", re.IGNORECASE)
"""What increases where more of a thing was made: 机床增产3100台."""


def _does_and_measures(fact: Fact, subject: Measurand) -> bool:
    """Say whether what changes, or stands at a rate, is told to have been done: 推动预期寿命达到80岁, 审批|时限25天."""
    if (subject.done or fact.deed) and kind_of(fact) == "time":
        return True
    if fact.deed is not None or subject.settled or not _ACTIVE.match(subject.done):
        return False
    return fact.number is None or kind_of(fact) in ("percent", "point", "rate", "time", "spec")


_ACTIVE = re.compile("~|(?:promoted|served|exported|imported|traded|insured)(?: |$)")
"""What a thing does, and verbs that are as often nouns."""


def _owns_what_is_counted(fact: Fact, subject: Measurand) -> bool:
    counted = is_pieces(fact) and fact.number is not None
    men = PERSONS.search(subject.head) is not None and "models" not in subject.head
    return counted and men and not _OF_MEN.fullmatch(fold(fact.unit or ""))


def _are_not_households(fact: Fact, subject: Measurand) -> bool:
    """Say whether households are told as so many persons."""
    counted = kind_of(fact) == "household" and fold(fact.unit or "").endswith("户")
    return counted and PERSONS.search(subject.head) is not None and not HOUSEHOLDS.search(subject.head)


_SETS = re.compile(
    r"(?:hous\w+|homes?|dwellings?|apartments?|flats?|rooms?|units?|residences|equipment|machin\w+|devices|facilities|"
    r"systems|sets|instruments|meters|terminals|elevators|vehicles|stoves|furniture|appliances|"
    r"books|software|radars?)(?: \([a-z]+\))?$"
)


def _are_no_sets(fact: Fact, subject: Measurand) -> bool:
    """Say whether dwellings or machines (套) are told of what holds them (城中村改造8.8万套), or machines of places."""
    unit = fold(fact.unit or "")
    if kind_of(fact) != "count":
        return False
    if unit.endswith(("个", "处", "家", "所")):
        return subject.head.endswith(("equipment", "machinery"))
    return re.search("套|间$", unit) is not None and not _SETS.search(subject.head) and not _SETS.search(subject.noun)


def _is_hard_to_count(fact: Fact) -> bool:
    """Say whether a level is told in traditional Chinese, whose verbs and measure words this grammar half knows."""
    if fact.number is None or canonical(prepared(fact.indicator)) is not None:
        return False
    return is_traditional(fact.quote)


def _fits_unit(fact: Fact, subject: Measurand) -> bool:
    """Say whether what is measured can have the unit: a rate has percent, a sum has yuan, firms have neither."""
    if _A_RATE.search(subject.noun) and (subject.done or fact.measure == "completion"):
        return False
    if fact.number is None or subject.done or fact.deed is not None or _is_measured_so(fact):
        return True
    match kind_of(fact):
        case "percent":
            return fact.measure in ("completion", "change") or RATES.search(subject.noun) is not None
        case "money":
            return (not _A_RATE.search(subject.noun) and not (subject.plural and countable(subject))) or SUMS.search(
                subject.head
            ) is not None
    return not (is_pieces(fact) and _A_RATE.search(subject.noun))


def _is_measured_so(fact: Fact) -> bool:
    """Say whether the table of indicators gives a unit of the same kind."""
    return listed_kind(fact) == kind_of(fact) and fact.measure != "share"


_A_RATE = re.compile(r"\b(?:rate|ratio|share)(?: of |$)")
"""What is never counted in pieces."""
_OF_MEN = re.compile("[万亿千百]*(?:余|多)?(?:人次?|名|位|户次?|家次?|个|支|批|对|多?)")
"""Measure words of persons, households and firms: what has another was read as the owner of what it counts."""


_VERBS = re.compile(
    "(?:稳定|布局|完善|深化|优化|规范|丰富|健全|巩固|深入|推动|推进|促进|加强|强化|提升|提高|实现|开展|组织|落实|确保|保障重|支持|引导|鼓励|带动|"
    "新入|新上|继续|有序|积极|主动|大力|全面|扎实|享受|达到|超过|涉及|参与|参加|对|向|为|将|把|以|由|从|在|与|和|及|按|经|其|该|这|即|所|之|占)"
)
"""What a name does not begin with; where it does, more was read as the name than it is."""


def _opens_with_a_verb(fact: Fact) -> bool:
    name = prepared(fact.indicator)
    return _VERBS.match(name) is not None and not _NAMED.match(name)


_NAMED = re.compile(
    "对外|对.{2,12}(?:进口|出口)额?$|支持率|推动力|保障性|为民|经济|经营|以上|所得|在(?:校|岗|建|册|职|线|学)|即时|该|参保|落实率|实现率|优化率|将军|组织收入|达标|规范化"
)


def _counts_another(fact: Fact, subject: Measurand) -> bool:
    """Say whether persons or households are counted of something that is neither: 1,400 households of tasks."""
    if not is_pieces(fact) or kind_of(fact) == "count" or fact.number is None or are_counted(subject):
        return False
    if listed_kind(fact) == kind_of(fact):
        return False
    known = canonical(prepared(fact.indicator))
    return known is None or known.english != subject.noun or is_plural(subject.noun)
