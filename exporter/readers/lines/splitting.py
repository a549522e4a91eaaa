"""Cut lines that hold several paragraphs: at wide spaces, before numbers in sequence, around the parts of a head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.readers.lines.line import Line, cut
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.paper_parts import DOCUMENT_NUMBER
from exporter.readers.lines.recognisers import CREDITED, CREDITED_PAPER

LONG = 100
"""Shortest line, in characters, that wide spaces cut into paragraphs."""
NUMBERED = 160
"""Shortest line, in characters, that is searched for numbers of headings inside it."""

_GAP = re.compile(r"\u3000{2,}|[ \xa0\u3000]{3,}")
_INSIDE = re.compile(
    r"(?<=[。！？；：”）])\s{0,3}(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|——[\u4e00-\u9fff]|各位代表[！，：])"
)
_HEAD = re.compile(
    r"(?<![\u4e00-\u9fff（）\d])"
    r"(?P<title>[\u4e00-\u9fff（）\d]{0,30}?(?:政府)?工作报告)(?P<session>\s{0,4}——[^。——]{6,60}?(?:会议|大会)上)?\s{0,4}"
    r"(?P<speaker>[\u4e00-\u9fff]{2,24}(?:总理|省长|市长|县长|区长|州长|主席|盟长|旗长)\s{0,4}[\u4e00-\u9fff·\s]{2,8}?)?\s{0,4}"
    r"(?=各位(?:代表|委员)\s?[：:，,])"
)
_SPOKEN = re.compile(r"(?<=\S)\s{0,6}(?=各位(?:代表|委员)[：:]$)")
_NOTICE = re.compile(
    r"^(?P<title>[^。；：\s]{4,80}?(?:决定|通知|意见|批复|通报|办法|公告|通告|函|命令))"
    rf"\s{{0,8}}(?P<number>{DOCUMENT_NUMBER.pattern})\s{{0,8}}"
)
_ADDRESSEE = re.compile(
    r"^(?:各[^。；：]{3,160}|[\u4e00-\u9fff]{1,20}(?:政府|委员会|办公厅|办公室|厅|局|委|院|公司)(?:[，、][^。；：]{1,120})?)：(?=\S)"
)
_SIGNED = re.compile(
    r"(?<=[。！？])\s{0,4}(?=[\u4e00-\u9fff]{2,20}(?:国务院|政府|办公厅|办公室|委员会|部|委|局|厅|院|署)$|国务院$)"
)
_MONTH = r"(?:(?:19|20)\d{2}|[一二][一二三四五六七八九〇○零]{3})年[\d一二三四五六七八九十]{1,3}月"
_SIGNED_AND_DATED = re.compile(
    r"(?<=[。！？])\s{0,8}(?=[\u4e00-\u9fff]{2,8}\s{1,8}[\u4e00-\u9fff·]{2,4}\s{1,24}"
    rf"(?P<day>{_MONTH}[\d一二三四五六七八九十]{{1,3}}日)\s{{0,8}}$)"
)
"""A person's signature and its day at the end of the last sentence."""
_CREDIT = re.compile(
    rf"(?<=[。！？”])\s{{0,4}}(?=(?:[（(]\s?{CREDITED}[^（）()。]{{2,24}}[）)]|{CREDITED_PAPER})\s{{0,4}}$)"
)
"""Where a page says who printed the text, behind its last sentence."""
_ADDRESS = re.compile(r"[：:]?\s?(?:https?://|www\.)[\w./-]{1,80}\s{0,4}$")
_DAY = re.compile(rf"^{_MONTH}")
_HEADING_END = (
    "回顾|总结|部署|安排|任务|目标|总体要求|要求|重点工作|主要工作|工作重点|政府工作|打算|举措|措施|展望|形势|"
    "外交政策|自身建设|思路|体会"
)
_OPENING = (
    r"过去|一年|今年|本届|当前|(?:19|20)\d{2}年[，是，全我]|做好|现在|这[一是几五]|我们|党的|面对|刚刚|去年|根据|按照|"
    r"坚持|综合|五年|新的|总的|各位|加强|全面"
)
_GLUED_HEADING = re.compile(
    rf"^[一二三四五六七八九十]{{1,3}}、[^，。；：！？]{{2,30}}?(?:{_HEADING_END})(?=\s{{0,2}}(?:{_OPENING}))"
)


def unglued(lines: Sequence[Line]) -> list[Line]:
    """Cut every line that holds more than one paragraph."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    done: list[Line] = []
    for index, piece in enumerate(pieces):
        below = pieces[index + 1].text if index + 1 < len(pieces) else ""
        done += _formal(piece, index < 6, below)
    return done


def _pieces(line: Line) -> Iterator[Line]:
    if line.grid is not None or "\t" in line.text:
        yield line
        return
    parts = cut(line, _gaps(line.text)) if len(line.text) >= LONG else [line]
    for part in parts:
        if len(part.text) < NUMBERED:
            yield part
            continue
        places = _numbers(part.text)
        for piece in cut(part, places) if places else [part]:
            yield from _glued_heading(piece) if places else [piece]


def _gaps(text: str) -> list[int]:
    found = [match.end() for match in _GAP.finditer(text)]
    return found if len(text) > 25 * len(found) else []


def _numbers(text: str) -> list[int]:
    """Find numbers that begin paragraphs inside a line: two or more in sequence, each after the end of a sentence."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _INSIDE.finditer(text):
        place = match.end()
        if text.startswith("各位代表", place):
            found.setdefault("salutation", []).append((place, 0))
            continue
        number = number_of(text[place : place + 12])
        before = text[place - 1] if not match[0] else text[match.start() - 1]
        if number is None or (before in "；：" and number.kind != "han") or (before in "；：" and number.value > 1):
            continue
        found.setdefault(number.kind, []).append((place, number.value))
    places = [place for kind, places in found.items() for place in _in_sequence(kind, places)]
    return sorted(places) if len(places) > 1 else []


def _in_sequence(kind: str, places: list[tuple[int, int]]) -> list[int]:
    if kind in ("salutation", "dash"):
        return [place for place, _ in places]
    kept: list[int] = []
    last = 0
    for place, value in places:
        if value in (1, last + 1) or (not kept and value == 2):
            kept.append(place)
            last = value
    return kept


def _glued_heading(line: Line) -> list[Line]:
    found = _GLUED_HEADING.match(line.text)
    return cut(line, [found.end()]) if found else [line]


def _formal(line: Line, early: bool, below: str) -> list[Line]:
    """Cut the head of a report or notice, and the signature at its end."""
    places: list[int] = []
    text = line.text
    if "各位" in text[:900] and (found := _HEAD.search(text, 0, 900)):
        dateline = re.match(r".{0,20}日.{0,2}[电讯]", found["title"])
        places += [found.start(), found.start() + (dateline.end() if dateline else 0)]
        places += [found.end(name) for name in ("title", "session", "speaker") if found[name]]
    if early and (notice := _NOTICE.match(text[:200])):
        places += [notice.end("title"), notice.end("number")]
    if early and (named := _ADDRESSEE.match(text)):
        places.append(named.end())
    if stamp := _stamp(text):
        places.append(stamp)
    if credit := _CREDIT.search(text, max(0, len(text) - 60)):
        places.append(credit.end())
    if person := _SIGNED_AND_DATED.search(text, max(0, len(text) - 60)):
        places += [person.end(), person.start("day")]
    if spoken := _SPOKEN.search(text):
        places.append(spoken.end())
    if _DAY.match(below) and len(below) < 30 and (signed := _SIGNED.search(text)):
        places.append(signed.end())
    places = sorted({place for place in places if 0 < place < len(text)})
    pieces = cut(line, places)
    if len(pieces) > 1:
        return [again for piece in pieces for again in _salutation(piece)]
    return pieces


def _stamp(text: str) -> int:
    """Give where the name of a site that has stamped the text begins, at the end of a line; 0 if there is none."""
    tail = text[-40:]
    found = page_words().watermark.search(tail)
    if found is None or len(_ADDRESS.sub("", tail[found.end() :])) > 2:
        return 0
    return len(text) - len(tail) + found.start()


def _salutation(line: Line) -> list[Line]:
    found = re.match(r"各位(?:代表|委员)\s?：(?=\S)", line.text)
    named = _ADDRESSEE.match(line.text) if not found else None
    end = found.end() if found else named.end() if named else 0
    return cut(line, [end]) if end else [line]
