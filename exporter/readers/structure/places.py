"""Find the place that a document is of, and its administrative rank: by its title, session and issuing body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from exporter.readers.structure.divisions import name_at, rank_of

OFTEN = 4
"""How often a text must name the place that it thanks people for caring for."""
COUNTED = 200
"""Lines at the two ends of a text in which names of governments are counted where nothing else tells the place."""
_UNITS = "特别行政区|自治区|自治州|自治县|自治旗|新区|开发区|地区|省|市|县|区|旗|州|盟|镇|乡"
_AFTER = (
    r"(?=“十|人民政府|人民法院|人民检察院|政府|人大|第[一二三四五六七八九十]|[一二三四五六七八九十]{1,3}届|(?:19|20)\d{2}|"
    r"[一二]〇..年|国民经济|统计|财政|人民代表|代?[省市县区州旗盟镇乡]长|委员会|工作报告|预算|总体规划|[委局厅]|[\u4e00-\u9fff]{2,10}[局委厅办部院])"
)
_BOUNDARY = re.compile(r"^|[\s，。、：:（(《“—－\-\d年日在]|代表")
"""What a name that no table knows must stand behind."""
_UNIT_BEHIND = re.compile(rf"(?:{_UNITS})$")
_BELOW = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,9}}?(?:{_UNITS})){_AFTER}")
_FORMED = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{1,9}}?(?:{_UNITS})){_AFTER}")
_REPRESENTED = re.compile(
    rf"代表(?P<name>[\u4e00-\u9fff]{{1,14}}?(?:{_UNITS}))(?:第[一二三四五六七八九十]{{1,3}}届)?(?:人民)?政府"
)
_JOINING = frozenset("和及与在对为由是从向经到把等")
_GOVERNS = re.compile(r"人民政府|政府|人大|人民代表大会|委(?![员托派内外任])|融媒体")
_THANKS = re.compile(
    r"(?:关心|支持|投身)(?:和|、|与)?(?:支持|关心|参与)?(?=[\u4e00-\u9fff]{2})|在(?=[\u4e00-\u9fff]{2,4}(?:创业|投资兴业|务工))"
)
_OWN_UNIT = re.compile(r"代表([省市县区旗州])(?:人民)?政府")
_CARED = re.compile(r"经济|社会|改革|各项|发展|建设|创业|投资|事业")
_INNER = re.compile(rf"^[\u4e00-\u9fff]{{2,7}}?(?:省|市|自治州|自治区|盟|地区)(?=[\u4e00-\u9fff]{{2,}}(?:{_UNITS})$)")
_NATIONAL_ISSUER = re.compile(
    r"^(?:国务院|中共中央|全国人大|全国人民代表大会|中华人民共和国|国家统计局(?!.{1,12}(?:队|局)))"
)
_NATIONAL = re.compile(
    r"国务院(?:总理|办公厅|关于)|代表国务院|中国共产党第[一二三四五六七八九十]{1,3}次全国代表大会|第[一二三四五六七八九十]{1,3}届全国|全国人民代表大会|"
    r"中华人民共和国(?:财政部|国民经济|国家)|国家统计局(?!.{1,12}(?:队|局))|^国务院"
)
_HONG_KONG = re.compile(r"香港特別行政區|香港特别行政区|撥款條例草案|施政報告")
_NO_STEM = re.compile(
    r"^[全各本我省市县区该两年日于向经为由]|[的了是这把也或被让给就些和与及在]|关于|制定|修订|离不开|报告|代表"
)
_NO_NAMES = frozenset(
    (
        "城",
        "城镇",
        "地级",
        "县级",
        "直辖",
        "老",
        "新",
        "开发",
        "工业园",
        "示范",
        "试验",
        "实验",
        "先行",
        "高新",
        "经济",
        "社",
    )
)


def place_of(
    title: str | None, session: str | None, said: Sequence[str], first: Sequence[str], texts: Sequence[str]
) -> tuple[str | None, str | None]:
    """Give the place and its rank (`national`, `province`, `prefecture`, `county`, `township`), or None twice.

    Asked in this order: the title, the session, the other lines of head and closing (`said`), whom the first
    paragraphs say that the speaker stands for, and the names of governments that all `texts` agree on.
    """
    for text in (title or "", session or "", *said):
        if _NATIONAL_ISSUER.search(text):
            return "全国", "national"
        if name := named(text):
            return name, rank_of(name)
        if _NATIONAL.search(text):
            return "全国", "national"
    if title and _HONG_KONG.search("".join([title, *said])):
        return "香港特别行政区", "province"
    for text in first:
        if (found := _REPRESENTED.search(text[:160])) and (name := _proper(found["name"])):
            return name, rank_of(name)
        if _NATIONAL.search(text[:160]):
            return "全国", "national"
    counted = _agreed(texts) or _thanked(texts) or _opened_with(title or "", texts)
    return (counted, rank_of(counted)) if counted else (None, None)


def named(text: str) -> str | None:
    """Give the place that a line of the head names first, by the table or by what stands around a name."""
    formed = next((found for edge in _BOUNDARY.finditer(text) if (found := _formed(text, edge.end()))), None)
    limit = formed.start("name") if formed else len(text)
    for start in range(min(limit + 1, len(text))):
        if name := name_at(text, start):
            return _last_of_chain(text, start, name)
    return _proper(formed["name"]) if formed else None


def _formed(text: str, start: int) -> re.Match[str] | None:
    found = _FORMED.match(text, start)
    return found if found and _proper(found["name"]) else None


def _last_of_chain(text: str, start: int, name: str) -> str:
    """Of 保定市清苑区 give 清苑区."""
    end = start + len(name)
    while below := name_at(text, end):
        name, end = below, end + len(below)
    formed = _BELOW.match(text[end:])
    return _proper(formed["name"]) or name if formed else name


def _agreed(texts: Sequence[str]) -> str | None:
    """Give the place whose government is named most, twice at least and twice as often as the next."""
    counted = Counter(_governments([*texts[:COUNTED], *texts[COUNTED:][-COUNTED:]]))
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]


def _thanked(texts: Sequence[str]) -> str | None:
    """Give the place that a report thanks people for caring for, where it is one and the text names it often."""
    found: set[str] = set()
    whole = "".join(texts)
    unit = _OWN_UNIT.search(whole)
    for text in texts:
        for thanks in _THANKS.finditer(text):
            found |= set(_named_short(text, thanks.end(), unit[1] if unit else ""))
    often = [name for name in found if whole.count(re.sub(r"[省市县区旗州]$", "", name)) >= OFTEN]
    return often[0] if len(often) == 1 else None


_OF_COMPANIES = re.compile(r"公司|集团|厂|商会|协会|大学|学院|医院")


def _opened_with(title: str, texts: Sequence[str]) -> str | None:
    """Give the place whose name without unit opens the title, where the text names it in full and no like one."""
    if _OF_COMPANIES.search(title):
        return None
    whole = "\n".join(texts)
    for size in (2, 3):
        stem = title[:size]
        able = [stem + one for one in "市县区旗州" if name_at(stem + one, 0) == stem + one and stem + one in whole]
        if len(stem) == size and able:
            return able[0] if len(able) == 1 else None
    return None


def _named_short(text: str, start: int, unit: str) -> Iterator[str]:
    """Give the place that a name without its unit stands for, where only one can be meant; `unit`: if it is known."""
    if (name := name_at(text, start)) and _CARED.match(text, start + len(name)):
        yield name
        return
    for size in (2, 3):
        stem = text[start : start + size]
        able = [stem + one for one in unit or "省市县区旗州" if name_at(stem + one, 0) == stem + one]
        if len(able) == 1 and _CARED.match(text, start + size):
            yield able[0]


def _governments(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for found in _GOVERNS.finditer(text[:400]):
            for size in range(2, 13):
                start = found.start() - size
                if start >= 0 and (name := name_at(text, start)) and len(name) == size:
                    if _stands(text, start, found[0]):
                        yield name
                    break


def _stands(text: str, start: int, governs: str) -> bool:
    """Tell whether a name stands for itself: 市委和县委 does not name 和县, and of parties 中共 tells."""
    before = text[:start]
    if governs == "委":
        return before.endswith("中共")
    return text[start] not in _JOINING or not re.search(r"[\u4e00-\u9fff]$", before)


def _proper(name: str) -> str | None:
    """Of 保定市清苑区 keep the last place; None if no name is left."""
    inner = _INNER.match(name)
    name = (name[inner.end() :] if inner else name).removeprefix("中共")
    stem = _UNIT_BEHIND.sub("", name)
    if not 1 <= len(stem) <= 9 or stem in _NO_NAMES or _NO_STEM.search(stem):
        return None
    return name
