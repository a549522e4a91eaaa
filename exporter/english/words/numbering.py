"""Write the numbers of Chinese headings in English: 一、→ I.; （一）→ (1)."""

from __future__ import annotations

import re

from exporter.english.words.numbers import ordinal

_CHINESE = "[一二三四五六七八九十百零〇]+"
_NUMBERED = re.compile(
    rf"(?:第(?P<part>{_CHINESE}|\d+)(?P<word>编|章|节|条|部分)|（(?P<second>{_CHINESE})）|（(?P<fourth>\d+)）"
    rf"|(?P<first>{_CHINESE})、|(?P<third>\d{{1,3}})[.、．](?!\d)"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})(?=[\u4e00-\u9fff])"
    r"|(?P<lone>\d{1,2})(?=(?:总则|附则|组织指挥|监测|应急|后期|预警|信息|响应|适用)[\u4e00-\u9fff]{0,8}$)"
    r"|(?P<apart>附件|附表|专栏|表)(?P<one>\d{1,2})[\u3000 ：:]*(?=[^\W\d_](?!内)|(?<=[\u3000 ：:])[12]\d{3}年)"
    r"|(?P<dash>[—―–-]{1,2})|第(?P<told>[一二三四五六七八九十])[，、]|(?P<listed>[一二三四五六七八九十])(?:是|要))"
)
_WORDS = {"编": "Part", "章": "Chapter", "节": "Section", "条": "Article", "部分": "Part"}
_APART = {"附件": "Annex", "附表": "Attached table", "专栏": "Box", "表": "Table"}
_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def chinese_number(text: str) -> int:
    """Read a whole number written in Arabic or Chinese digits, up to 999: `二十一` → 21."""
    if text.isdigit():
        return int(text)
    total = digit = 0
    for character in text:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.get(character, 0)
    return total + digit


def roman(number: int) -> str:
    """Write a number in Roman numerals."""
    text = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        text += letters * (number // value)
        number %= value
    return text


def numbered(text: str) -> tuple[str, str]:
    """Take the number off a heading and write it in English: 一、→ I.; （一）→ (1); 1. → 1.; （1）→ (a)."""
    found = _NUMBERED.match(text)
    if found is None or found.end() == len(text):
        return "", text
    rest = text[found.end() :]
    if found["word"]:
        return f"{_WORDS[found['word']]} {chinese_number(found['part'])} ", rest.lstrip("：:")
    if found["apart"]:
        return f"{_APART[found['apart']]} {found['one']}: ", rest
    if found["first"]:
        return f"{roman(chinese_number(found['first']))}. ", rest
    if found["second"]:
        return f"({chinese_number(found['second'])}) ", rest
    if found["third"]:
        return f"{found['third']}. ", rest
    if plain := found["dotted"] or found["lone"]:
        return f"{plain} ", rest
    if found["dash"]:
        return "— ", rest
    if told := found["told"] or found["listed"]:
        return f"{ordinal(chinese_number(told)).capitalize()}, ", rest
    return f"({chr(96 + int(found['fourth'])) if int(found['fourth']) <= 26 else found['fourth']}) ", rest
