"""Render the lines that open a report: when and where it was delivered, by whom, to whom, for whom.

Each is one of a few fixed forms; a line that is not wholly made of them has no English here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from exporter.english.words.dates import day_said
from exporter.english.words.numbering import chinese_number
from exporter.english.words.numbers import ordinal
from exporter.english.words.proper_names import PLACE, government, person, place

_NUMBER = r"[\d〇零一二三四五六七八九十百]{1,4}"
_GENERIC: Mapping[str, str] = MappingProxyType(
    {"省": "Provincial", "市": "Municipal", "县": "County", "区": "District", "旗": "Banner", "州": "Prefectural"}
)
"""What stands for a place that its own report need not name: 省人民政府, 县政府."""
_OWN = f"[{''.join(_GENERIC)}]"
_OFFICES: Mapping[str, str] = MappingProxyType(
    {
        "国务院总理": "Premier of the State Council",
        "国务院副总理": "Vice Premier of the State Council",
        "总理": "Premier",
        "省长": "Governor",
        "市长": "Mayor",
        "州长": "Governor",
        "县长": "Head of the County",
        "区长": "Head of the District",
        "旗长": "Head of the Banner",
        "主席": "Chairperson",
    }
)
_HEARERS: Mapping[str, str] = MappingProxyType(
    {"各位代表": "Fellow deputies", "同志们": "Comrades", "各位委员": "Members of the Committee"}
)
_SESSION = re.compile(
    rf"(?:(?P<year>\d{{4}})年(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])日)?在(?P<before>第{_NUMBER}届全国)?"
    rf"(?P<where>{PLACE}{{1,2}}|{_OWN})?(?P<term>第?{_NUMBER}届)?(?:人民代表大会|人大)第?(?P<session>{_NUMBER})次会议上(?:的报告)?"
)
_SPEAKER = re.compile(
    rf"(?P<where>{PLACE}{{0,2}})(?:人民政府|政府)?(?P<acting>代)?(?P<office>{'|'.join(_OFFICES)})(?P<name>[\u4e00-\u9fff]{{2,4}})"
)
_HEARD = re.compile(rf"((?:{'|'.join(_HEARERS)})(?:、(?:{'|'.join(_HEARERS)}))*)[：:！!，,]?")
_COMMENTS = (
    rf"请(?:各位)?(?P<of>{PLACE}|{_OWN}|全国|自治区)?(?:各位)?政协(?:各位)?委员(?:们)?"
    r"(?P<others>和(?:其他)?(?:列席)?(?:会议)?的?(?:同志|人员)们?)?，?提出(?:宝贵)?意见"
)
_ON_BEHALF = re.compile(
    rf"现在[，,]?我代表(?P<body>国务院|(?:{PLACE}{{0,2}}|{_OWN}|自治区)(?P<people>人民)?政府)[，,]?向(?:本次|这次)?大会"
    rf"(?:作(?:政府)?工作报告|报告(?:政府)?工作|作(?:政府)?工作的报告)[，,]请(?:各位代表|予)?审议(?:[，。,]并{_COMMENTS})?。"
)
_COMMENTED = re.compile(rf"并{_COMMENTS}。")


def opening_of(line: str) -> str | None:
    """Render an opening line: 省长 梁惠玲 → Liang Huiling, Governor; None for any other."""
    text = re.sub(r"\s", "", line)
    if heard := _HEARD.fullmatch(text):
        named = [_HEARERS[one] for one in heard[1].split("、")]
        return " and ".join((named[0], *(one.lower() for one in named[1:]))) + ","
    if given := _ON_BEHALF.fullmatch(text):
        return _given(given)
    if asked := _COMMENTED.fullmatch(text):
        return f"I also invite {_comments(asked)}."
    return _delivered(text.strip("—－-–（()）"))


def is_address(line: str) -> bool:
    """Say whether a line does nothing but address those who hear it: 各位代表："""
    return _HEARD.fullmatch("".join(line.split())) is not None


def _delivered(text: str) -> str | None:
    """Render where a report was delivered, who delivered it, or both in one line."""
    session = _SESSION.match(text)
    where = _session(session) if session else None
    rest = text[session.end() :] if session else text
    speaker = _SPEAKER.fullmatch(rest)
    who = _speaker(speaker) if speaker else None
    if (session and where is None) or (rest and who is None):
        return None
    return ", ".join(part for part in (where, who) if part) or None


def _session(found: re.Match[str]) -> str | None:
    congress = _congress(found)
    if congress is None:
        return None
    day = "on " + day_said(*map(int, found.group("year", "month", "day"))) if found["year"] else ""
    at = f"Delivered at the {_term(found['session'])}Session of the {congress}"
    return f"{at}{',' if ',' in congress else ''} {day}" if day else at


def _congress(found: re.Match[str]) -> str | None:
    """Name a congress by its term and its place."""
    national = found["before"]
    term = _term(national.removesuffix("全国") if national else found["term"])
    if national:
        return None if found["where"] or found["term"] else f"{term}National People's Congress"
    where = found["where"]
    if where in _GENERIC:
        return f"{term}{_GENERIC[where]} People's Congress"
    named = place(where) if where else None
    return f"{term}People's Congress of {named}" if named else None


def _term(said: str | None) -> str:
    """Write the number of a term or session before its name."""
    number = chinese_number(said.strip("第届")) if said else 0
    written = ordinal(number)
    return f"{written if written[0].isdigit() else written.title()} " if number else ""


def _speaker(found: re.Match[str]) -> str | None:
    name = person(found["name"])
    where = "" if found["where"] == "自治区" else found["where"]
    named = place(where) if where else None
    if name is None or (where and named is None):
        return None
    office = _OFFICES[found["office"]]
    acting = "Acting " if found["acting"] else ""
    if named:
        return f"{name}, {acting}{office.partition(' of the ')[0]} of {named}"
    return f"{name}, {acting}{office}"


def _given(found: re.Match[str]) -> str | None:
    body = _government(found["body"], found["people"] is not None)
    if body is None:
        return None
    comments = f", and I invite {_comments(found)}" if "政协" in found[0] else ""
    return f"On behalf of {body}, I will now report on the work of the government for your deliberation{comments}."


def _government(body: str, people: bool) -> str | None:
    if body == "国务院":
        return "the State Council"
    where = body.removesuffix("政府").removesuffix("人民")
    kind = "People's Government" if people else "Government"
    return f"the {_GENERIC[where]} {kind}" if where in _GENERIC else government(where, kind)


def _whose_committee(of: str | None) -> str | None:
    """Name the committee of the political consultative conference whose members are asked: 县政协委员."""
    if of is None:
        return None
    return {"全国": "National", "自治区": "Regional"}.get(of) or _GENERIC.get(of) or place(of)


def _comments(found: re.Match[str]) -> str:
    """Say who is asked for comments: members of the political consultative conference, and others who attend."""
    committee = f"{whose} Committee of the " if (whose := _whose_committee(found["of"])) else ""
    others = " and from others attending" if found["others"] else ""
    return f"comments from members of the {committee}Chinese People's Political Consultative Conference{others}"
