"""Read what was sold through a network: 限额以上企业通过互联网实现的商品零售额."""

from __future__ import annotations

import re

from exporter.english.figures.measurand import Measurand
from exporter.english.figures.subjects import subject_of
from exporter.english.grammar.headings import Names, prepared


def online(text: str, names: Names) -> Measurand | None:
    """Read sales or revenue through a network, and whose they are."""
    found = _THROUGH.fullmatch(prepared(text))
    what = subject_of(found["what"], names) if found is not None else None
    who = subject_of(found["who"], names) if found is not None and found["who"] else None
    if found is None or what is None or what.done or what.doubtful or (found["who"] and (who is None or who.done)):
        return None
    link = "of" if what.noun.endswith("revenue") else "by"
    whose = f" {link} {who.full}" if who is not None else ""
    return Measurand(f"online {what.noun}{whose}", dropped=what.dropped, doubtful=who is not None and who.doubtful)


_THROUGH = re.compile(
    r"(?P<who>.{0,14}?)通过(?:公共网络|互联网|网络)(?:实现)?的?(?P<what>(?:商品|社会消费品)?零售额|餐饮收入|销售额)"
)
