"""Read numbers, ordinals, grades and plans in a text as words of the grammar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from exporter.english.grammar.phrases import Phrase, noun
from exporter.english.words.numbering import chinese_number
from exporter.english.words.numbers import SPELLED, amount, ordinal

_YEARS = re.compile(r"(\d{4})(?:[-—–~至到](\d{4}))?年度?")
_PLAN = re.compile(
    r"[“\"](十[一二三四五六]?|[六七八九])五[”\"](?!普法)(时期|期间|规划|计划)?|(十[一二三四五六]?)五(时期|期间|规划|计划)"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.+&-]*|\d+[A-Z]+|\d{2,6}(?=计划|工程|行动|战略|项目)")
_NUMBER = re.compile(r"(\d[\d,]*|[两三四五六七八九]十?|十)(?:大类|大|项|件|个|类|条|张|场|座)")


def figures_at(text: str, start: int) -> Iterator[tuple[int, Phrase]]:
    """Give the readings of the number, year or grade that begins at a place, each with where it ends."""
    if found := _YEARS.match(text, start):
        when = f"{found[1]}–{found[2]}" if found[2] else found[1]
        yield found.end(), Phrase("T", when, f"in {when}", cost=1.0, length=len(found[0]))
    if found := _PLAN.match(text, start):
        yield found.end(), _plan(found)
    if found := _LATIN.match(text, start):
        yield found.end(), noun(found[0], len(found[0]), 1.2, found[0])
    if found := _GRADE.match(text, start):
        yield found.end(), _grade(found)
    if (found := _ORDINAL.match(text, start)) and (place := _ordinal(found)):
        yield found.end(), Phrase("A", place, place, cost=1.0, length=len(found[0]))
    if found := _AT_LEAST.match(text, start):
        yield from _least(found)
    if found := _OVER.match(text, start):
        yield from _over(found)
    if found := _NUMBER.match(text, start):
        major = " major" if found[0].endswith(("大", "大类")) else ""
        yield found.end(), Phrase("M", f"{_number(found[1])}{major}", cost=1.2, length=len(found[0]))


_ROMAN = "ⅠⅡⅢⅣⅤIV"
_GRADE = re.compile(rf"(劣)?([{_ROMAN}]{{1,3}})(?:[～~至—–-]([{_ROMAN}]{{1,3}}))?类")
_AT_LEAST = re.compile(
    r"(\d{1,9}(?:\.\d{1,4})?)((?:[万亿千百]{0,2})(?:元|美元|户|岁|周岁|人|层|吨|公里|平方米|亩|千瓦))(以上|及以上|以下|及以下)的?"
)
_SIZES = {
    "主营业务收入": "main business revenue",
    "营业收入": "operating revenue",
    "销售收入": "sales revenue",
    "产值": "output value",
    "税收": "tax payments",
    "纳税": "tax payments",
    "利税": "profits and taxes",
    "利润": "profits",
    "投资额": "investment",
    "投资": "investment",
    "总投资": "total investment",
}
"""What a firm or project is measured by."""
_OVER = re.compile(
    rf"(年)?(?P<what>{'|'.join(_SIZES)})?(?:过|超过?)(?P<number>\d{{1,5}}(?:\.\d)?)?(?P<unit>[十百千]?[亿万]元)(?:以上)?的?"
    r"(?=[\u4e00-\u9fff]{0,4}(?:企业|项目|户))"
)


def _over(found: re.Match[str]) -> Iterator[tuple[int, Phrase]]:
    """Read a size that a firm or project is over: 产值过亿元的 is with output value of over 100 million yuan."""
    unit = found["unit"]
    times = {"十": 10, "百": 100, "千": 1000}.get(unit[0], 1)
    size = amount(Decimal(found["number"] or 1) * times, unit[-2:])
    what = f"{'annual ' if found[1] else ''}{_SIZES[found['what']]} of " if found["what"] else ""
    if size is not None and (what or not found[1]):
        text = f"~with {what}over {size}" if what else f"~worth over {size}"
        yield found.end(), Phrase("A", text, text, cost=1.0, length=len(found[0]))


def _grade(found: re.Match[str]) -> Phrase:
    """Read a grade of water: Ⅰ～Ⅲ类 is Grade I–III, 劣Ⅴ类 below Grade V."""
    first, last = (unicodedata.normalize("NFKC", part or "") for part in (found[2], found[3]))
    text = f"Grade {first}–{last}" if last else f"{'below ' if found[1] else ''}Grade {first}"
    return Phrase("A", text, text, cost=1.0, length=len(found[0]))


_ORDINAL = re.compile(
    r"第([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2})(轮|届|批|季度|季|代|期|次)"
)
_OF_WHAT = {"轮": "-round", "批": "-batch", "季度": "-quarter", "季": "-quarter", "代": "-generation", "期": "-phase"}


def _ordinal(found: re.Match[str]) -> str | None:
    """Read 第三轮 as third-round, 第十二届 as 12th."""
    number = chinese_number(found[1])
    return f"{ordinal(number)}{_OF_WHAT.get(found[2], '')}" if number else None


def _least(found: re.Match[str]) -> Iterator[tuple[int, Phrase]]:
    """Read a size that describes a noun behind it: 30户以上 is with 30 households or more."""
    size = amount(Decimal(found[1]), found[2])
    more = "or more" if found[3].endswith("上") else "or less"
    if "岁" in found[2]:
        text = f"~aged {found[1]} {'or above' if more == 'or more' else 'or below'}"
    else:
        word = "worth" if found[2].endswith("元") else "with"
        text = f"~{word} {size} {more}"
    if size is not None:
        yield found.end(), Phrase("A", text, text, cost=1.0, length=len(found[0]))


def _plan(found: re.Match[str]) -> Phrase:
    place, what = found[1] or found[3], found[2] or found[4]
    number = chinese_number(place)
    name = f"the {f'{number}th' if number > 9 else ordinal(number).capitalize()} Five-Year Plan" + (
        "" if what in ("规划", "计划") else " period"
    )
    if what in ("规划", "计划"):
        return noun(name, len(found[0]), 1.0)
    return Phrase("T", name, f"during {name}", cost=1.0, length=len(found[0]))


def _number(text: str) -> str:
    """Write a number as it is written: in figures, or in words as far as English has them."""
    value = chinese_number(text.replace(",", ""))
    return SPELLED[value] if value <= 10 and not text[0].isdigit() else f"{value:,}"
