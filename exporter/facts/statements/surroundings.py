"""Read the words that stand beside the name of a thing counted: who did it, which of the things, what is said of them.

In `A V M 5 N P` a thing N is counted. The words before the number are its deed V where they end in a verb, with the
agent A before it; else they say which of the things are meant, M. What is said of the thing behind it, P, is a
second deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.facts.numbers.folding import fold
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.groups import COUNTS, Group, is_attributive
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.noun_phrases import Subject
from exporter.facts.statements.predicates import COME_TO
from exporter.facts.statements.sentence import ADDED, Beside, Name, Named, Sentence


def closing_verb(own: Name) -> Name:
    """Give the verbs that the words before a number end in (国务院|制定); nothing where they end in a noun."""
    folded = fold(own.text)
    if folded.endswith("了") and _DONE.search(folded):
        return own[max(folded.rfind("、") + 1, len(own.text) - 3) : -1]
    if folded.endswith("了") and (at := _verb_before(folded, len(folded) - 1)) < len(folded) - 1:
        return own[at:-1]
    begin = end = len(folded)
    while (at := _verb_before(folded, end)) < end:
        begin = at
        end = at - 1 if folded[at - 1 : at] in _JOINTS else at
        if end == at and (not folded.endswith(_GOVERNING, 0, at) or _BODY.search(folded, 0, at)):
            break
    return own[begin - folded.endswith("新", 0, begin) :]


GOES_OUT = re.compile("(?:出口|远?销售?|输送|推广|发行|通达|通航|辐射|延伸)(?:到|至|往)(?:全[国球]|世界|海外)?$")
"""A verb with where it leads to: 产品|出口到全球|150个|国家."""


def done_by_its_place(sentence: Sentence, group: Group, own: Name) -> Name:
    """Give a verb that no table knows, told by 了 between it and the number of a thing: 县长|主持|了|12场|座谈会."""
    if out := GOES_OUT.search(own.text):
        return own[out.start() :]
    if not own or _SAID_DONE.search(sentence.text, own.places[-1], group.lead[1]) is None:
        return Name()
    return own[-1:] if own.text[-2:-1] in "共又再已还都均只" else own[-2:]


_SAID_DONE = re.compile("[\u4e00-\u9fff]了(?:近|约|超过?|逾|共)? ?$")


def done_behind(name: Name) -> Name:
    """Give the verbs behind a thing that say what was done with it (住房|建成); nothing where they name a work."""
    verbs, known = closing_verb(name), lexicon()
    thing = name.text[: len(name.text) - len(verbs.text)]
    if not verbs or len(thing) < 2 or "、" in thing or canonical(name.text) is not None:
        return Name()
    if lexicon().act.ahead(fold(thing), 0) > 0 or thing.startswith(_GIVES):
        return Name()  # a verb with its object, which is no thing that a verb is said of
    folded = fold(verbs.text)
    last = folded if folded in known.act.words and len(folded) < 4 else folded[-2:]
    names_a_work = last in known.nominal.words or last in known.modifying.words or folded not in known.deed.words
    built = last in COME_TO and last not in _OF_PERSONS
    return verbs if built or not names_a_work or thing.endswith(_MANNER) else Name()


def completed_before(sentence: Sentence, group: Group, name: Name) -> Name | None:
    """Give 完成 before the number of works, which are done and do not only amount: 完成|5座|水库除险加固; so 形成.

    Of those told in a row that are no work themselves, the work is named behind the last: 完成|9个|部门、43项审批划转.
    """
    found = _COMPLETED.search(sentence.text, *group.lead)
    if group.quantities[-1].kind not in _OF_WORKS:
        return None
    if made := _MADE.search(sentence.text, *group.lead):
        return sentence.whole(made.span(1))
    if found is None:
        return None
    work = _WORK.search(name.text) or closing_verb(name)
    return sentence.whole(found.span(1)) if work or not _ROW_GOES_ON.match(sentence.text, group.after[1]) else None


_COMPLETED = re.compile("(?<!未)(完成)(?:了|共)* ?$")
_MADE = re.compile("(形成|产生|取得|安排|争取)(?:了|到|共)* ?$")
"""Verbs that say of a sum only that there is one, and of things counted what was done."""
_OF_WORKS = COUNTS | {"area", "length", "volume"}
_WORK = re.compile("(?:工程|项目|任务|工作|试点|造林|绿化)$")
_ROW_GOES_ON = re.compile(r"[、和及与]? ?\d")


def completed_work(sentence: Sentence, group: Group, subject: Subject, name: Name) -> Name | None:
    """Give 完成 where work stands behind it, which is done and does not only amount: 完成|造林588万公顷, |灌溉4万亩."""
    at = subject.start - 2
    works = _WORK_NAMED.search(name.text) is not None
    works = works or (group.quantities[0].kind in _MEASURED_WORKS and _MEASURED.search(fold(name.text)) is None)
    done = at >= 0 and sentence.text.startswith("完成", at) and works
    if at >= 0 and group.quantities[0].kind in COUNTS and sentence.text.startswith(_BROUGHT_FORTH, at):
        return sentence.whole((at, at + 2))
    known = canonical(name.text)
    return sentence.whole((at, at + 2)) if done and (known is None or known.rank is None) else None


_BROUGHT_FORTH = ("取得", "形成", "产生")
"""Light verbs that say of things counted what was done: 取得|科技成果|100项."""
_MEASURED_WORKS = frozenset(("area", "length"))
_MEASURED = re.compile("(?:[量额值率数度]|规模|收入|支出|人口|面积|里程)$")
_WORK_NAMED = re.compile(
    "^投资$|(?:造林|绿化|改造|建设|整治|治理|搬迁|修复|提升|工程|种植|栽植|更新|处理|任务|培训|项目)$"
)


def deed_before_row(sentence: Sentence, group: Group, own: Name) -> Name:
    """Give a verb that only says so right before names in a row: 建成|了甲园、乙园等|11个|小区."""
    rowed = own.text.endswith("等") and "、" in own.text
    found = _BROUGHT_ABOUT.search(sentence.text, group.lead[0], own.places[0]) if rowed else None
    return sentence.whole(found.span(1)) if found else Name()


_BROUGHT_ABOUT = re.compile("(建成|完成)了?共? ?$")


def deed_of_row(own: Name) -> Name:
    """Give the verb before names in a row that the number counts: 产品|远销|甲国、乙国等."""
    first = fold(own.text).partition("、")[0]
    rowed = own.text.endswith("等") and len(first) < len(own.text) and not _NO_DEED_OF.search(first)
    acts = list(acts_among(first)) if rowed else []
    return own[acts[0][0] : acts[0][1]] if len(acts) == 1 and acts[0][1] < len(first) - 1 else Name()


_NO_DEED_OF = re.compile("[除在对由按]|^[以为]")
"""Words before a row that are no deed done to it: 除…等4项指标外."""


_OF_PERSONS = ("上线", "上市", "受益")
"""What persons and firms come to, which names those who did: 本科上线682人."""
_GIVES = ("给予", "提请", "受到")
_MANNER = ("基本", "已", "全部", "全年", "累计", "成功", "首次", "顺利", "陆续", "相继", "先后")
_DONE = re.compile(r"(?:^|、)[\u4e00-\u9fff]{2}了$")
_GOVERNING = (
    "启动",
    "谋划",
    "计划",
    "规划",
    "推进",
    "推动",
    "组织",
    "获批",
    "争取",
    "参与",
    "协助",
    "支持",
    "新建",
    "续建",
    "扩建",
    "改扩建",
)
"""Verbs before another one without which more would be said than was done: 启动|改建."""
_BODY = re.compile("(?:[法特]定|社会|国际|群团|公益|民间|合作|基层|专业|党|团)组织$")
"""Bodies whose name ends like a verb of organizing: 法定组织|担任."""
_LONGEST = 6
_JOINTS = tuple("、和及并或")


def _verb_before(words: str, end: int) -> int:
    """Give where the longest verb that ends at `end` begins; `end` where none does."""
    acts = lexicon().act.words
    return next((end - length for length in range(min(_LONGEST, end), 1, -1) if words[end - length : end] in acts), end)


def beside(sentence: Sentence, reading: Reading, named: Named) -> Beside:
    """Give what a clause says beside its names and their verb."""
    used = {place for name in (*named.names, named.verb or Name()) for place in name.places}
    bought = any(name.places[-1:] == (ADDED,) for name in named.names)
    said = Name() if bought else _behind(sentence, reading, used)
    if len(named.names) != 1:
        return Beside(deed=said)  # the words belong to the other names
    subject = reading.subject
    start = subject.verb[0] if subject.verb else subject.start
    if all(place in used for place in range(start, subject.end)):
        return Beside(deed=said)
    before = _left(sentence.whole((start, subject.end)), used)
    related = sentence.text.endswith("的", reading.lead.start, reading.group.lead[1])
    if related or not before:
        return Beside(Name(), before, said)
    agent, deed, modifier = _parted(before, named.verb)
    return Beside(agent, modifier, said + deed)


def _left(words: Name, used: set[int]) -> Name:
    """Give what of some words is in no name, up to the last."""
    kept = [at for at, place in enumerate(words.places) if place not in used]
    left = Name("".join(words.text[at] for at in kept), tuple(words.places[at] for at in kept)).strip(" 、，：\x01")
    return left if len(left.text) > 1 else Name()


def _parted(words: Name, verb: Name | None) -> tuple[Name, Name, Name]:
    """Part the words before a number into who acted, what they did, and which of the things are meant."""
    folded, nobody = fold(words.text), Name()
    deed = closing_verb(words)
    rest = words[: len(words.text) - len(deed.text)]
    if deed or (verb is not None and words.places[-1] < verb.places[0]):
        return (nobody, deed, rest) if _LED.match(rest.text) else (rest, deed, nobody)
    if folded.endswith(("等", "的")) or "、" in folded:
        return nobody, nobody, words
    acts = list(acts_among(folded))
    if not acts:
        return nobody, nobody, words
    if len(acts) > 1 or verb is not None:
        return nobody, nobody, nobody  # a clause of its own, which nobody has read
    begin, end = acts[0]
    return words[:begin], words[begin:end], words[end:]


_LED = re.compile("围绕|为|向|对|与|和|从|以|通过|按|针对|在|由|用|经")


def acts_among(words: str) -> Iterator[tuple[int, int]]:
    """Find the verbs among some words; those that follow one another are one."""
    at = 0
    while at < len(words):
        end = at
        while (after := lexicon().act.ahead(words, end)) > end:
            end = after
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _behind(sentence: Sentence, reading: Reading, used: set[int]) -> Name:
    """Give what is said of a thing counted behind it."""
    group = reading.group
    if not is_attributive(sentence.text, group):
        goes_on = _GOES_ON.match(sentence.text, *group.after)
        return _left(sentence.whole(group.after), used) if goes_on else Name()
    thing, said = noun_phrases.counted(sentence.text, *group.after)
    left = _left(sentence.whole(thing, said) if said else sentence.whole(thing), used)
    return left if said or left.text.removesuffix("了") in lexicon().act.words or left.text == "进行" else Name()


_GOES_ON = re.compile("并(?!列)|用于|投入使用")
"""What begins a further deed of the same subject, or says what a share is for."""
