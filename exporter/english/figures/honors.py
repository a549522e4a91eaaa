"""Read titles and lists that firms, schools and places came to, which are theirs whoever was spoken of before."""

from __future__ import annotations

import re
from collections.abc import Callable

from exporter.english.figures.amounts import kind_of
from exporter.english.grammar.headings import prepared
from exporter.english.words.morphology import MARK
from exporter.model import Fact


def is_honored(fact: Fact) -> bool:
    """Say whether so many firms, schools or places came to a title or a list: 15个县市|入选…."""
    honored = fact.deed is not None and fact.part_of is None and _HONORED.match(prepared(fact.deed)) is not None
    return honored and kind_of(fact) == "count" and _HONORED_ONES.search(prepared(fact.indicator)) is not None


_HONORED = re.compile("(?:新|成功)?(?:入选|入围|获评|荣获|获批|进入|跻身|上榜|被评为|通过国家).{2,}")
_HONORED_ONES = re.compile(
    "(?:企业|国企|高校|院校|学校|医院|学科|县市|县区|[县市区镇村]|高新区|经开区|园区|景区|品牌|案例|遗址)$"
)


def among_the_top(verb: str, read: Callable[[str], str | None]) -> str | None:
    """Say that things came among the first of many: 进入全国50强, 入选全国文化企业30强."""
    found = _TOP.fullmatch(verb)
    if found is None:
        return None
    kind = read(found["kind"]) if found["kind"] else ""
    if kind is None:
        return None
    where = "in the world" if found["where"] in ("世界", "全球") else "in the country"
    many = "100" if found["many"] == "百" else found["many"]
    return f"{MARK}be ranked among the top {many} {f'{kind} ' if kind else ''}{where}"


_TOP = re.compile(
    "(?:进入|跻身|上榜|入选|入围|位列)(?P<where>全国|中国|世界|全球)(?:综合)?"
    "(?P<kind>[\u4e00-\u9fff]{2,8}?)?前?(?P<many>[1-9][0-9]{1,2}|百)强"
)
