"""Take a subject from the clause before that of its number: 东湖公园建成开放，|占地200亩."""

from __future__ import annotations

import re

from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.coordination import name_parts
from exporter.facts.statements.groups import Group
from exporter.facts.statements.leads import read_lead
from exporter.facts.statements.sentence import Name, Sentence


def name_before(sentence: Sentence, group: Group, count: int = 1) -> tuple[Name, ...]:
    """Take the subject from the clause before, up to what is said of it there; `count` subjects if it has them."""
    start, end = group.before
    if end <= start or (ends_a_work(sentence.text, group) and _DONE_AT_END.search(sentence.text[:start].rstrip("，"))):
        return ()  # of several works nobody knows whose a figure is
    if raised := _RAISED.search(sentence.text, start, end):
        return (sentence.cut(raised.span("what")),)
    subject = noun_phrases.subject(sentence.text, start, end)
    found = _TURN.search(sentence.text, subject.start + 2, end) if end - subject.start > 2 else None
    last = read_lead(sentence.text, subject.start, found.start() if found else end).end
    names = name_parts(sentence, subject.start, last, count) if count > 1 else ()
    name = sentence.cut((subject.start, last))[:40]
    return names or ((name,) if name else ())


def done_before(sentence: Sentence, group: Group) -> Name | None:
    """Give the verb of the clause before, where a number only sums up those it is done for: 资助学生，|合计|300名."""
    start, end = group.before
    if end <= start or not _SUMS_UP.fullmatch(sentence.text, *group.lead):
        return None
    verb = noun_phrases.subject(sentence.text, start, end).verb
    return sentence.whole(verb) if verb else None


_SUMS_UP = re.compile(" ?(?:合计|共计?|总计|总共|累计)(?:达|有|为)? ?")


def event_before(sentence: Sentence, group: Group, name: Name) -> Name:
    """Give the fair or meeting that the clause before says was held, whose trade a figure is: 举办展销会，|成交额…."""
    if _TRADED.fullmatch(name.text) is None or group.before[1] <= group.before[0]:
        return Name()
    found = _HELD.search(sentence.text, *group.before)
    return sentence.cut(found.span("what")) if found else Name()


_TRADED = re.compile("(?:现场|商品|意向|合同|协议|累计|总)*(?:交易|成交|签约|销售)(?:总?额|金额)")
_HELD = re.compile(r"(?:举办|召开|承办|举行)了?(?P<what>[^，。；、\d]{2,24}(?:会|节|展|赛|论坛))$")
_RAISED = re.compile(
    r"(?:增加|提高|提升|扩大|上调|下调|调高|调低|放宽)了?(?P<what>[^，。；、\d]{2,24}"
    "(?:名额|学额|配额|上限|限额|津贴|开支|数目|数量|年期|供应量?))$"
)
"""What a clause says is raised, before how far: 增加培训名额，|由1万个增至1.2万个."""


def whole_before(sentence: Sentence, group: Group) -> Name | None:
    """Give the whole that 其中 parts where a clause has named it without a number: 大幅增加|财政教育支出，其中…."""
    start, end = group.before
    found = _RAISES.match(sentence.text, start, end) if end > start else None
    if found is None:
        return None
    begin = lexicon().scope.ahead(sentence.text, found.end(), end)
    return sentence.cut((begin, end)) if _SUMS.search(sentence.text, begin, end) else None


_RAISES = re.compile("(?:大幅度?|大力|持续|继续|不断|进一步|逐年)?(?:增加|加大|提高|扩大|优化|调整)了?(?:对|了)?")
_SUMS = re.compile("(?:支出|收入|投资|投入|资金|贷款|总量|产值|人口|面积)$")


def turns(text: str, group: Group) -> bool:
    """Say whether a clause between the last figure and this one brings a new subject."""
    start, end = group.before
    if end - start < 4 or _CARRIES.match(text, start, end):
        return False
    return group.anew or _TURN.search(text, start, end) is not None


def ends_a_work(text: str, group: Group) -> bool:
    """Say whether the clause before tells how far a work has come, so that what follows is told of it."""
    return group.before[1] > group.before[0] and _DONE_AT_END.search(text, *group.before) is not None


_DONE = (
    "(?:主体(?:工程)?|全线|正式|如期|已|基本|全部)*(?:开工|动工|竣工|完工|建成|投产|投用|通车|贯通|封顶|开放|开业|落地|签约|投入(?:使用|运营|运行))"
    "(?:建设|使用|运营|运行|投产|通车|开放|投用)?$"
)
"""How far a work has come, at the end of its clause."""
_DONE_AT_END = re.compile(_DONE)
_TURN = re.compile(
    "都|有所|不同程度|连续|稳步|快速|持续|大幅|明显|进一步|加快|较快|平稳|不断|显著|扎实|顺利|全面|首次|近年来|再次|(?:增强|提升|改善|提高|推进|发展|扩大)$|上台阶|[再屡又同齐]?创?(?:历史)?新高|逐步|回落|回升|收窄|继续|稳定|由[负降]转[正升]|转正|实现了"
    f"|{_DONE}"
)
_CARRIES = re.compile(
    r" ?(?:再创|创|连续|超额|位?居|占|高于|低于|快于|比|较|其中|同比|按|扣除|剔除|总量|均|全部|为|是|使|实现连续)"
)


def opening_of(text: str, group: Group) -> int:
    """Give where the words of a group begin."""
    start = group.lead[0]
    while start < group.lead[1] and text[start] in " 、\x01":
        start += 1
    return start
