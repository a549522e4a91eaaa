"""Tell the change of one year from one against an earlier base."""

from __future__ import annotations

import re

from exporter.model import Fact


def is_yearly(fact: Fact) -> bool:
    """Tell whether the change of a figure is that of one year, and not one against an earlier base."""
    if _is_year(fact.base) and _is_year(fact.period) and int(fact.base or 0) < int(fact.period or 0) - 1:
        return False
    since = _SINCE.search(fact.english or "")  # its sentence may have found a base that stands in words before it
    if since and _is_year(fact.period) and int(since[1]) < int(fact.period or 0) - 1:
        return False
    said = "".join(fact.quote.split())
    if fact.change_kind == "multiple" and not _ON_THE_YEAR.search(said):  # 增长1.7倍 is as often that of five years
        return False
    return not _OTHER_BASE.search(said) and "-" not in (fact.period or "")


def _is_year(said: str | None) -> bool:
    return re.fullmatch(r"\d{4}", said or "") is not None


_SINCE = re.compile(r"\bfrom (?:[^,.]* in )?(\d{4})\b(?! yuan)")
_ON_THE_YEAR = re.compile("同比|上年|去年")
_OTHER_BASE = re.compile(
    r"年均(?!浓度|气温|降[水雨]|径流|水温|日照|空气)|[较比]“?[十\d]|是.{0,4}\d{4}年的|翻.{0,3}番|“?十[一二三四五]五|[三四五六]年|累计|以来|首次突破"
)
