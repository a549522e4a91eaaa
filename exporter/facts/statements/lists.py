"""Give the items of a list what one of them prints for all: the first its verb, the last its predicate."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence

from exporter.facts.numbers.folding import fold
from exporter.facts.numbers.quantities import Quantity
from exporter.facts.statements.changes import Statement
from exporter.facts.statements.closed_classes import PREDICATES, lexicon
from exporter.facts.statements.comma_lists import listed_past_comma
from exporter.facts.statements.groups import COUNTS, PASSED, Group, is_attributive
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.sentence import Name, Named, Sentence


def of_its_level(sentence: Sentence, reading: Reading, named: Named, stated: Sequence[Statement]) -> Named:
    """Name an item that prints only another level than the one before it: 国家级技术中心2家、|省级|8家."""
    subject = reading.subject
    level = sentence.whole(subject.scope or (subject.start, subject.end))
    alone = not subject.scope or subject.end <= subject.start
    before = stated[-1].name if stated else Name()
    found = LEVEL.match(before.text)
    if found is None or not alone or not LEVEL.fullmatch(level.text):
        return named
    return dataclasses.replace(named, names=(level + before[found.end() :],))


LEVEL = re.compile("(?:世界|国家|省部|[部省市县区州盟旗])级")
"""The level of a thing, which is no thing itself."""


def of_their_class(sentence: Sentence, group: Group, named: Named) -> Named:
    """Give each of a list the class that all are of, told behind the last: 水泥40万吨、焦炭9万吨|等落后产能."""
    found = _CLASS_BEHIND.match(sentence.text, group.quantities[-1].end)
    if found is None or any("产能" in name.text for name in named.names):
        return named
    kind = sentence.whole(found.span("kind"))
    return dataclasses.replace(named, names=tuple(name + kind for name in named.names if name))


_CLASS_BEHIND = re.compile(
    r"(?>[、和][\u4e00-\u9fff]{1,8}[\d.]+ ?[万亿]?[\u4e00-\u9fff]{1,4}?(?=[、和等]))*?"
    r"等(?:一批)?(?P<kind>(?:落后|过剩)产能)"
)


def listed(sentence: Sentence, reading: Reading, named: Named, verb: Name | None, stated: Sequence[Statement]) -> Named:
    """Give an item of a list the verb that the list began with: 新增甲15家、|乙216家."""
    group, lead = reading.group, reading.lead
    begins = group.lead[0]
    if (
        group.fresh
        and named.verb is None
        and not reading.change
        and not lead.tail
        and (told := _announced(sentence, begins))
    ):
        return dataclasses.replace(named, verb=told)
    inherits = (
        verb is not None
        and named.verb is None
        and not group.fresh
        and not reading.change
        and lead.role == "value"
        and not lead.tail
        and not (group.quantities[0].qualifier in PASSED and reading.subject.end <= reading.subject.start)
        and group.quantities[0].kind != "percent"
        and group.quantities[0].form != "rank"
        and _goes_on(sentence.text, group, stated[-1].value if stated else None)
        and not named.subjects
        and not any(_acts(name) or _DID.fullmatch(name.text.removesuffix("人员")) for name in named.names)
        and not _IN_ALL.fullmatch("".join(sentence.text[begins : group.lead[1]].split()))
    )
    if not inherits:
        return listed_past_comma(sentence, reading, named, stated)
    names = tuple(_with_quality(name, stated[-1].name) for name in named.names)
    return dataclasses.replace(named, names=names, verb=verb)


def _acts(name: Name) -> bool:
    """Say whether a name begins with a verb of its own, which modifies nothing: 拉动|消费."""
    after = lexicon().act.ahead(fold(name.text), 0)
    known = name.text[:after] in lexicon().verb.words or name.text[:after] in lexicon().modifying.words
    return 0 < after < len(name.text) and not known


def _with_quality(name: Name, before: Name) -> Name:
    """Give an item the quality that the first of its list prints for all: 落后|水泥产能."""
    found = _QUALITY.match(before.text)
    return before[: found.end()] + name if found and not _QUALITY.match(name.text) else name


_DID = re.compile("(?:直接)?(?:受益|受惠|参与|脱贫|就业|上岗)")
"""What those counted do, who are not named, and to whom nothing else is done: |受益|5000人."""
_QUALITY = re.compile("落后|过剩|(?:国家|中央|[省市县区])财政(?=[^，。；]*(?:款|资金|补助|补贴)$)")


_ITEM = re.compile("^.?(?:[、和及与]|以及)")
IN_ALL = "累计|总[数量]|总计|共计"
"""What counts all there are behind those that were added: 新增甲15家、|累计|54家."""
_IN_ALL = re.compile(f"[、，和]?(?:{IN_ALL})(?:已|达|达到|为|有|共)*")


def _goes_on(text: str, group: Group, before: Quantity | None) -> bool:
    """Say whether a group is the next item of a list, or counts the things whose sum stands before them."""
    begins = group.lead[0]
    if text.startswith("的", begins) and before is not None and before.kind == "money":
        return group.quantities[0].kind in COUNTS
    return _are_alike(group.quantities[0], before) and _ITEM.search(text[max(0, begins - 1) : begins + 2]) is not None


def _announced(sentence: Sentence, begins: int) -> Name | None:
    """Give the verb that a colon leaves to the list behind it: 全年引进：|甲36人."""
    found = _BEFORE_COLON.search(sentence.text, max(0, begins - 12), begins)
    return sentence.whole(found.span(1)) if found and found[1] in lexicon().deed.words else None


_BEFORE_COLON = re.compile("([\u4e00-\u9fff]{2})了?：$")


def _are_alike(one: Quantity, before: Quantity | None) -> bool:
    """Say whether two numbers of a list are both money, or both none."""
    return before is not None and (one.kind == "money") == (before.kind == "money")


def shared_backwards(sentence: Sentence, stated: Sequence[Statement], last: Statement) -> list[Statement]:
    """Give those before the last of a row what stands behind it for all: what they are, whose sides, what is said."""
    told = _with_verb_behind(sentence, _with_owner_behind(sentence, stated, last), last)
    return _with_thing_behind(sentence, told, last)


def _backwards(
    stated: Sequence[Statement], last: Statement, told: Callable[[Statement, Statement], Statement | None]
) -> list[Statement]:
    """Tell more of each before the last, from behind, up to where `told`, given it and the one that follows, stops."""
    kept, following = list(stated), last
    for place in range(len(kept) - 1, -1, -1):
        more = told(kept[place], following)
        if more is None:
            break
        kept[place] = following = more
    return kept


def _with_thing_behind(sentence: Sentence, stated: Sequence[Statement], last: Statement) -> list[Statement]:
    """Give sizes, levels or kinds in a row the thing that is named behind the last of them: 3所县级、|5所市级|医院."""
    found = ((before.match(last.name.text), alone) for before, alone in _BEFORE_THINGS)
    shared, alone = next((one for one in found if one[0]), (None, SIZE))
    if shared is None:
        return list(stated)
    thing = last.name[shared.end() :]

    def named(one: Statement, following: Statement) -> Statement | None:
        in_row = alone.fullmatch(one.name.text) and _go_on(sentence, one, following)
        return dataclasses.replace(one, name=one.name + thing) if in_row else None

    return _backwards(stated, last, named)


SIZE = re.compile("[十百千万亿]+(?:亩|吨|元|千瓦)级?")
"""How large each of the things counted is, which is no thing itself: 10个|百万亩."""
_OF_LEVELS = re.compile("(?:国家|[部省市县区州盟旗地乡镇、（）()和])+级(?=..)")
_OF_KINDS = re.compile("[\u4e00-\u9fff]{2,5}(?=(?:项目|工程|企业|试点)(?:建设)?$)")
_KIND = re.compile("[\u4e00-\u9fff]{1,4}[气电风光煤水热油粮奶菜果茶药盐钢铁氢能]")
"""A kind of project, whose noun stands behind the last of a row: 11个煤层气、5个页岩气|项目."""
_BEFORE_THINGS = ((SIZE, SIZE), (_OF_LEVELS, LEVEL), (_OF_KINDS, _KIND))
"""What stands before the thing in the last of a row, and is all that those before it print."""


def _with_verb_behind(sentence: Sentence, stated: Sequence[Statement], last: Statement) -> list[Statement]:
    """Give counted things in a row what is said behind the last of them: 3个县、5个镇|获评….

    Each but the last stands between marks of a row and says nothing of its own.
    """
    verb = last.verb or _said_of_persons(last)
    if verb is None or last.value is None or verb.places[0] < last.value.end:
        return list(stated)

    def done(one: Statement, following: Statement) -> Statement | None:
        if one.verb is not None:
            return None
        in_row = _go_on(sentence, one, following) or _each_of(sentence, one, following, verb)
        return dataclasses.replace(one, verb=verb) if in_row else None

    return _backwards(stated, last, done)


def _said_of_persons(last: Statement) -> Name | None:
    """Give what is said of persons whose own word is their unit: 300个村、20万人|实现脱贫."""
    persons = last.value is not None and last.value.kind == "person"
    return last.name if persons and PREDICATES.match(fold(last.name.text)) else None


def _with_owner_behind(sentence: Sentence, stated: Sequence[Statement], last: Statement) -> list[Statement]:
    """Give sides in a row the work that is named behind the last of them: 占地5亩、|建筑面积9万平方米的|新校区."""
    reading = last.readings[0]
    side = sentence.text[reading.subject.start : reading.subject.end]
    owner = last.name.removesuffix(side)
    if not owner or owner == last.name or not sentence.text.startswith("的", reading.group.after[0]):
        return list(stated)

    def owned(one: Statement, following: Statement) -> Statement | None:
        begins = following.readings[0].group.lead[0]
        side_by_side = sentence.text[one.end : max(begins, one.end + 1)] == "、"
        in_row = side_by_side and one.name.text in lexicon().relative.words
        return dataclasses.replace(one, name=owner + one.name) if in_row else None

    return _backwards(stated, last, owned)


def _go_on(sentence: Sentence, one: Statement, following: Statement) -> bool:
    """Say whether a thing counted and the next are items of one row, joined by nothing but a mark or 和."""
    own, number = one.readings[0].group, following.readings[0].group.quantities[0].start
    last = max(one.name.places, default=-1) + 1
    begins = own.quantities[-1].end
    if not begins < last <= number or not is_attributive(sentence.text, own):
        return False
    return _JOINT.fullmatch(sentence.text, last, number) is not None


def _each_of(sentence: Sentence, one: Statement, following: Statement, verb: Name) -> bool:
    """Say whether two names with their numbers behind them stand side by side before what is said of all of them."""
    behind = one.readings[0].group.quantities[-1].end
    first = min((place for place in following.name.places if place >= 0), default=-1)
    beside = first > behind and _JOINT.fullmatch(sentence.text, behind, first) is not None
    return beside and _OF_ALL.match(verb.text) is not None


_OF_ALL = re.compile("全部|均|都|已?全|各|分别")
_JOINT = re.compile(" ?(?:、|和|及|与|以及) ?")
