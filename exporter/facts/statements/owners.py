"""Give a name that says too little the owner it was told of: 入园企业 a park, 补偿资金 a scheme.

The owner is looked for in the clauses before, in the sentence, in the one before and in the paragraph. Where two are
spoken of, nobody can tell whose figure it is, and the name stays as it is printed. Flats are of what heads their
paragraph.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.facts.numbers.folding import fold
from exporter.facts.statements.changes import Statement
from exporter.facts.statements.closed_classes import ACCOUNTS, lexicon
from exporter.facts.statements.sentence import ADDED, Name, Sentence


def with_owners(
    stated: tuple[Statement, ...], passage: Sentence, start: int, heading: str = ""
) -> tuple[Statement, ...]:
    """Name statements of the sentence at `start` of a passage by their owners; its places are negative before that."""
    told: list[Statement] = []
    for one in stated:
        owned = _owned(one, passage, start, told[-1].name if told else None)
        told.append(_headed(owned, heading) if owned is one else owned)
    return tuple(told)


def _headed(statement: Statement, heading: str) -> Statement:
    """Name a line of a budget by the heading that names the budget."""
    found = _BUDGET.search(heading)
    name = fold(statement.name.text)
    if found is None or not (name in ("收入", "支出") or _OF_BUDGET.match(name)):
        return statement
    return dataclasses.replace(statement, name=Name(found[0], (ADDED,) * len(found[0])) + statement.name)


def _owned(statement: Statement, passage: Sentence, start: int, before: Name | None) -> Statement:
    name, whole = statement.name, statement.part_of
    if whole and _CLASS.search(name.text) and not name.text.endswith(whole.text):
        return dataclasses.replace(statement, name=name + whole)
    kind = _kind_of(fold(name.text))
    if kind is None or whole is not None or (statement.scope is not None and not kind.scoped):
        return statement
    first = next((place for place in name.places if place >= 0), statement.start)
    owner = _head(kind, passage, start) if kind.heads else _owner(kind, passage, start, start + first)
    if owner and before and _SUPPLY.search(name.text) and before.text == owner.text + before.text[-2:]:
        owner = before  # what is supplied is what was counted before
    return dataclasses.replace(statement, name=owner + name) if owner else statement


_CLASS = re.compile("[^种各]类$")
"""A class of what is parted, which is named with it: 重点项目20个，其中|工业类|3个."""
_SUPPLY = re.compile("供[应應]")


def _kind_of(name: str) -> _Kind | None:
    """Give what owns a name that says too little; None for any other name."""
    return next((kind for kind in _KINDS if kind.named.match(name)), None)


def _head(kind: _Kind, passage: Sentence, start: int) -> Name | None:
    """Give the one owner that sentences of the paragraph begin with."""
    found = {one[0]: one.span() for one in kind.owner.finditer(passage.text, 0, start)}
    return _placed(passage, found.popitem()[1], start) if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Kind:
    """Names that say too little, and what owns them."""

    named: re.Pattern[str]
    owner: re.Pattern[str]
    heads: bool = False
    """The owner heads a sentence before it: 過渡性房屋。…提供15 000個單位."""
    scoped: bool = False
    """A place that owns too takes nothing away: 全市|规模以上工业."""


_BUDGET = re.compile(f"{ACCOUNTS}预算")
_OF_BUDGET = re.compile(
    "(?:(?:收入|支出)总[计量]|(?:上级|中央|省级?|市级?)?(?:补助|转移支付|返还)收入|上年结[转余](?:结余)?(?:收入|资金)?"
    "|(?:上解|调出|结转下年|补助下级)(?:支出|资金)?|调入(?:资金)?|债务转贷收入|债务还本支出|收支结余|年终结[余转])$"
)
"""Lines that every budget has: 收入总计, 上级补助收入."""
_PARKS = "(?:产业|工业|科技|物流)园区?|园区|开发区|工业区|高新区|经开区|集聚区|聚集区|产业城"
_SCHEMES = "新农合|合作医疗|医保|医疗保险|养老保险|失业保险|低保|新农保"
_KINDS = (
    _Kind(
        re.compile("(?:新?入园|新?入驻|进园|入区|进区)(?:工业|规模以上|在建|投产)?(?:企业|项目)"),
        re.compile(rf"[^（）“”的\d]{{1,12}}?(?:{_PARKS})(?![\u4e00-\u9fff]{{0,2}}(?:{_PARKS}|企业|项目))"),
    ),
    _Kind(
        re.compile(
            "(?:(?:补偿|报销|保障|补助|参保|受益|受惠|惠及)(?:资金|金|款|面|群众|人数|人口|农民|居民|对象)"
            "|(?:参保|参合|缴费|(?:领取|享受)[^，。；]{1,6})人员|覆盖面"
            "|(?:基本|大病|住院|门诊)?(?:参保|参合|报销|筹资|缴费|代缴|(?:政府|财政)?补助|最高支付)(?:率|比例|限额|标准|封顶线))$"
        ),
        re.compile(rf"(?:新型|城乡|城镇|农村|社会|职工|居民|基本)*(?:{_SCHEMES})"),
    ),
    _Kind(
        re.compile("(?:全员劳动生产率|主营业务收入|主营业务成本|产品销售率|产销率|资产负债率|经济效益综合指数)$"),
        re.compile("(?:规模以上|规上)工业(?:企业)?"),
        scoped=True,
    ),
    _Kind(
        re.compile("(?:(?:原先|原本|最初|早前)[^，。；、]{2,8})?(?:房屋)?单位(?:数目|总数)?$|(?:整体供应|供应量?)$"),
        re.compile("(?:(?<=^)|(?<=。))[^，。；：、（）的]{1,6}?(?:房屋|住宅|公屋|居屋|宿舍|院舍)"),
        heads=True,
    ),
    _Kind(_OF_BUDGET, re.compile(f"{ACCOUNTS}(?:预算)?(?=收入|支出|总?收支)")),
)


def _owner(kind: _Kind, passage: Sentence, start: int, end: int) -> Name | None:
    """Give the one owner that is spoken of before `end`: behind the last semicolon, or ever farther away."""
    text = passage.text
    previous = max(text.rfind("。", 0, max(start - 1, 0)), text.rfind("\n", 0, start)) + 1
    clauses = text.rfind("；", start, end) + 1 or start
    for first, last in ((clauses, end), (start, end), (previous, start), (0, previous)):
        found = _told_whole(dict(_spoken_of(kind, text, first, last)))
        if found:
            span = found.popitem()[1]
            return _placed(passage, span, start) if span and not found else None
    return None


def _told_whole(found: dict[str, tuple[int, int] | None]) -> dict[str, tuple[int, int] | None]:
    """Leave out an owner that another one names with more words: 低保, where 农村低保 is spoken of too."""
    longer = [one for one in found if found[one]]
    return {one: at for one, at in found.items() if not any(one != of and of.endswith(one) for of in longer)}


_CLAUSE = re.compile("[^，。；：、\n]+")
_CARRIED_OUT = re.compile("(?<=.)(?:开展|实施|推行|启动)了?$")
"""What is carried out by those counted, and owns what is told next: 30个县|开展|合作医疗试点，参保8万人."""


def _spoken_of(kind: _Kind, text: str, first: int, last: int) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Find the owners that clauses begin with, and where; nowhere for one in a row or inside of a clause."""
    for clause in _CLAUSE.finditer(text, first, last):
        begin = _begin(text, *clause.span())
        rowed = text[max(first, clause.start() - 1)] == "、"
        if not rowed and (found := kind.owner.match(text, begin, clause.end())):
            yield found[0], found.span()
        elif inside := kind.owner.search(text, begin, clause.end()):
            done = _CARRIED_OUT.search(text, begin, inside.start())
            yield inside[0], inside.span() if done else None


def _begin(text: str, start: int, end: int) -> int:
    """Give where the name of an owner begins, behind verbs and words of manner: 壮大|腰山工业区."""
    at, before = start, -1
    while at != before:
        before = at
        at = max(
            one.ahead(text, at, end) for one in (lexicon().act, lexicon().adverb, lexicon().light, lexicon().scope)
        )
    return at


def _placed(passage: Sentence, span: tuple[int, int], start: int) -> Name:
    """Give an owner as printed, its characters placed from the beginning of the sentence that it is given to."""
    name = passage.cut(span)
    return Name(name.text, tuple(place - start for place in name.places))
