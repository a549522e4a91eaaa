"""Say what a figure is a stated part of: Of total revenue, tax revenue reached 3 billion yuan."""

from __future__ import annotations

import re

from exporter.english.figures.starts import full_sentence_start, tight_between
from exporter.english.figures.subjects import subject_of
from exporter.english.grammar.headings import Names, lowered, prepared
from exporter.english.words.morphology import sentence_case
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact


def is_listed_part(fact: Fact) -> bool:
    """Say whether a part is listed of the whole place by itself, as its whole is: 进出口总额, 其中出口."""
    if fact.deed and fact.part_of and fact.number is not None and not fact.indicator.endswith("级"):
        return True  # 新增铁路600公里，其中高铁300公里: so much was added of each
    part, whole = canonical(prepared(fact.indicator)), canonical(prepared(fact.part_of or ""))
    if part is None or whole is None or part is whole or fact.deed:
        return False
    return "ratio" not in (part.quantity, whole.quantity)


def of_whole(part_of: str, english: str, names: Names) -> str | None:
    """Say what a figure is a stated part of: Of total revenue, tax revenue reached 3 billion yuan."""
    whole = subject_of(part_of, names)
    if whole is None or whole.loose or whole.doubtful or whole.dropped or whole.done:
        return None
    if opened := _OPENED.match(english):
        rest = of_whole(part_of, sentence_case(english[opened.end() :]), names)
        return f"{opened[0]}{lowered(rest)}" if rest else None
    heads = _SUM.search(whole.text) and _HEADS.search(english)
    new = "balance" in whole.text and _NEW.search(english)
    if heads or new or _NO_WHOLE.search(whole.text):
        return None
    if re.search(rf"\b{re.escape(whole.noun)}\b", lowered(english)):
        return english  # the part's name says already of what: pork in the output of meat
    return f"Of {whole.full}, {lowered(english.removeprefix('A total of '))}"


def among(group: str, english: str, names: Names) -> str | None:
    """Say of which enterprises alone the figures of a sentence are: Among those above the designated size, …."""
    if _SIZE in english:
        return english
    if group.endswith(("额", "值", "量", "收入")):
        return of_whole(group, english, names)
    whole = subject_of(f"{group}企业" if re.search("(?<!企)业$", group) else group, names)
    if whole is None or whole.loose or whole.doubtful or not whole.plural or _SIZE not in whole.text:
        return None
    if opened := _OPENED.match(english):
        return f"{opened[0]}among {whole.full}, {lowered(english[opened.end() :])}"
    return f"Among {whole.full}, {lowered(english.removeprefix('A total of '))}"


def group_of(fact: Fact, source: str) -> str | None:
    """Give the enterprises above a size of which alone a sentence tells its figures: 限额以上单位商品零售额中，…."""
    if _ABOVE.search(fact.indicator) or not source:
        return None
    found = _GROUP.search(tight_between(source, full_sentence_start(fact, source), fact.span.start))
    return found["group"] if found else None


_SIZE = "above the designated size"
_ABOVE = re.compile("[规限]额?模?以?上")
_GROUP = re.compile("(?:^|，)(?:其中，?)?(?:在)?(?P<group>(?:限额以上|限上|规模以上|规上)[^，。；、0-9]{2,14})中，")


_OPENED = re.compile(r"In (?:the )?[\d–]+(?: period)?, ")
_NO_WHOLE = re.compile(
    r"\b(?:rate|ratio|share|index|entries|exits|trips|per capita|average|capital|registration|plans?)\b"
)
"""What has no parts that a figure could be one of."""
_NEW = re.compile(r"^New |\b(?:increased|added|granted)\b")
"""What was added is no part of what there is."""
_SUM = re.compile(r"\b(?:revenue|income|investment|value|expenditure|spending|loans|deposits|sales|imports|exports)\b")
_HEADS = re.compile(
    r"(?i:\bthe number of )|\bthere were\b|^(?:\w+ ){0,3}(?:people|tourists|visitors|projects|enterprises)\b"
)
"""What is counted by heads is no part of a sum of money, whatever 其中 stands before."""
