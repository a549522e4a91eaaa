"""Cut lines that hold several paragraphs: at wide spaces, before numbers in sequence, around the parts of a head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.readers.lines.articles import article_places
from exporter.readers.lines.line import Line, cut
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.paper_parts import DOCUMENT_NUMBER, closes_imprint
from exporter.readers.lines.parting import issuer_of, signed_ends
from exporter.readers.lines.recognisers import BOX, CREDITED, CREDITED_PAPER, DATE

LONG = 100
"""Shortest line, in characters, that wide spaces cut into paragraphs."""
EARLY = 6
"""Lines in which the parts of a head stand."""
NUMBERED = 30
"""Shortest line, in characters, that is searched for numbers of headings inside it."""

_GAP = re.compile(
    r"(?:\u3000{2,}|[ \xa0\u3000]{3,})(?!(?<=[\s章编][\u4e00-\u9fff]\u3000\u3000)[\u4e00-\u9fff](?:\s|$|第))"
    r"(?!(?<=[指项单序名备]\u3000\u3000)[标目位号称注])"
)
"""Wide spaces, but for those inside a word of two letters: 总　　则, and 指　　标 at the head of a table."""
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零]{1,6}[章节条]\s")
_INSIDE = re.compile(
    r"(?<=[。！？；：”）])\s{0,3}(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|——[\u4e00-\u9fff]|各位代表[！，：]"
    rf"|{_ARTICLE.pattern})"
)
_LABELS = re.compile(rf"(?<=[。）)日])(?:附\s?件|抄\s?[送报])[：:]|(?<=。){BOX}(?=[^。；：，]{{2,24}}（一）[^。]{{2}})")
_LISTED = re.compile(r"(?<!\d)(\d{1,2})[.．、]\s?([\u4e00-\u9fff（）《》“”、]{4,40})")
_ANNEX = re.compile(r"(?<=[\s。）])附\s?件\s?(\d{1,2})\s?")
_HEAD = re.compile(
    r"(?<![\u4e00-\u9fff（）\d])"
    r"(?P<title>[\u4e00-\u9fff（）\d]{0,30}?(?:政府)?工作报告)(?P<session>\s{0,4}——[^。——]{6,60}?(?:会议|大会)上)?\s{0,4}"
    r"(?P<speaker>[\u4e00-\u9fff]{2,24}(?:总理|省长|市长|县长|区长|州长|主席|盟长|旗长)\s{0,4}[\u4e00-\u9fff·\s]{2,8}?)?\s{0,4}"
    r"(?=各位(?:代表|委员)\s?[：:，,])"
)
_SPOKEN = re.compile(r"(?<=[^\s、，])\s{0,6}(?=各位(?:代表|委员)[：:]$)")
_NOTICE = re.compile(
    r"^(?P<title>[^。；：\s]{4,80}?(?:决定|通知|意见|批复|通报|办法|公告|通告|函|命令))"
    rf"\s{{0,8}}(?P<number>{DOCUMENT_NUMBER.pattern})\s{{0,8}}"
)
_ADDRESSEE = re.compile(
    r"^(?:各[^。；：]{3,160}|[\u4e00-\u9fff]{2,4}(?:同志|先生|女士)|[\u4e00-\u9fff]{1,20}(?:政府|委员会|办公厅|办公室|厅|局|委|院|公司)(?:[，、][^。；：]{1,120})?)：(?=\S)"
)
_CREDIT = re.compile(
    rf"(?<=[。！？”])\s{{0,4}}(?=(?:[（(]\s?{CREDITED}[^（）()。]{{2,24}}[）)]|{CREDITED_PAPER})\s{{0,4}}$)"
)
"""Where a page says who printed the text, behind its last sentence."""
_ADDRESS = re.compile(r"[：:]?\s?(?:https?://|www\.)[\w./-]{1,80}\s{0,4}$")
_DAY = re.compile(r"^(?:(?:19|20)\d{2}|[一二][一二三四五六七八九〇○零]{3})年[\d一二三四五六七八九十]{1,3}月")
_ORDER = re.compile(r"^第\s?[\d一二三四五六七八九十百〇零○]{1,7}\s?号\s{1,8}(?=\S)")
"""The number of an order in the line of its first sentence."""
_DATED = re.compile(rf"^[\u4e00-\u9fff\d]{{0,24}}工作报告(?=\s{{0,4}}(?:{DATE.pattern})在)")
"""A title whose subtitle, a day and a session, stands in its line."""
_CHAPTERED = re.compile(r"(?<=条例|办法|规定|细则|规划|方案|章程|准则|预案|纲要)\s{0,4}(?=第一[章编]\s)")
"""Where the first chapter begins in the line of the title."""
_HEADING_END = (
    "回顾|总结|部署|安排|任务|目标|总体要求|要求|重点工作|主要工作|工作重点|政府工作|打算|举措|措施|展望|形势|"
    "外交政策|自身建设|思路|体会"
)
_OPENING = (
    r"过去|一年|今年|本届|当前|(?:19|20)\d{2}年[，是，全我]|做好|现在|这[一是几五]|我们|党的|面对|刚刚|去年|根据|按照|"
    r"坚持|综合|五年|新的|总的|各位|加强|全面|以习近平|以邓小平|以马克思|高举|认真贯彻|深入贯彻|贯彻落实"
)
_GLUED_HEADING = re.compile(
    rf"^[一二三四五六七八九十]{{1,3}}、[^，。；：！？]{{2,30}}?(?:{_HEADING_END})(?=\s{{0,2}}(?:{_OPENING}))"
    r"|^[一二三四五六七八九十]{1,3}、[^，。；：！？（）]{2,24}(?=（一）[^。]{4})"
    rf"|^{BOX}[^。；：！？（）]{{2,24}}(?=（一）[^。]{{2}})"
    r"|^[一二三四五六七八九十]{1,3}、关于[^，。；：！？]{2,36}?问题(?=[\u4e00-\u9fff])(?![的和与及或])"
    rf"|^第[一二三四五六七八九十]{{1,3}}[章节]\s[^，。；：]{{1,30}}?(?=第[一二三四五六七八九十百零]{{1,6}}条\s)"
)
"""A heading and the first words of its text, or the first heading below it."""
_WHOLE_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
    r"(?:总体要求|总体思路|指导思想|基本原则|工作目标|主要目标|主要任务|重点任务|工作任务|工作要求|工作措施|保障措施|政策措施|"
    r"组织领导|组织实施|组织保障|基本情况|存在问题|有关要求|实施步骤|工作步骤)(?=各|要|以|坚持|为了|加强|全面|深入|认真|按照|到20)"
)
"""A heading that is whole by itself, and text behind it."""


def unglued(lines: Sequence[Line]) -> list[Line]:
    """Cut every line that holds more than one paragraph."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    issuer = issuer_of(pieces[:EARLY])
    done: list[Line] = []
    for index, piece in enumerate(pieces):
        below = pieces[index + 1].text if index + 1 < len(pieces) else ""
        printed = index > 0 and closes_imprint(piece.text, pieces[index - 1].text)
        done += [piece] if printed else _formal(piece, index < EARLY, below, issuer)
    return done


def _pieces(line: Line) -> Iterator[Line]:
    if line.grid is not None or "\t" in line.text:
        yield line
        return
    for part in cut(line, sorted({*_gaps(line.text), *_labels(line.text), *_annexes(line.text)})):
        if len(part.text) < NUMBERED:
            yield part
            continue
        places = _numbers(part.text)
        for piece in cut(part, places) if places else [part]:
            head, *rest = _glued_heading(piece, bool(places) or piece.text[0] in "第专專")
            further = (numbered for below in rest for numbered in cut(below, _numbers(below.text)))
            for one in (head, *further):
                yield from cut(one, article_places(one.text))


def _labels(text: str) -> list[int]:
    """Give where 附件：, 抄送： and 专栏2 begin behind the end of a sentence, a day or a remark."""
    if not any(letter in text for letter in "附抄栏欄"):
        return []
    return [found.start() for found in _LABELS.finditer(text)]


def _annexes(text: str) -> Iterator[int]:
    """Give where 附件1, its title and its text begin inside a line, by the title that a list in the line gives it."""
    listed = text.find("附件：")
    names = dict(reversed(_LISTED.findall(text, listed))) if listed >= 0 else {}  # the first of each number
    for label in _ANNEX.finditer(text, listed) if names else ():
        name = names.get(label[1])
        if name and text.startswith(name, label.end()):
            yield from (label.start(), label.end(), label.end() + len(name))


def _gaps(text: str) -> list[int]:
    """Give where wide spaces end that stand between paragraphs: in a long line, and before an article in any."""
    if "\u3000\u3000" not in text and "   " not in text and "\xa0" not in text:
        return []
    long = len(text) >= LONG
    gaps = [match.span() for match in _GAP.finditer(text)] if long or "第" in text else []
    found = [end for _, end in gaps]
    if not long or len(text) <= 25 * len(found):
        return [end for end in found if _ARTICLE.match(text, end)]
    names = (_NAMED.search(text, max(0, start - NAME), start) for start, _ in gaps)
    return [*found, *(name.start() for name in names if name)]


NAME = 60
"""Longest name of an item, in characters, with its number."""
_NAMED = re.compile(
    r"(?<=[。；”])\d{1,2}[.．、]?(?![年月日个项条家户人名亩万亿次种类批大位台套座处所件]|公里)[“\u4e00-\u9fff][^。；，：]{3,40}$"
)
"""The number and name of an item behind the text of the one before, its own text set apart by wide blanks."""


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
    first = number_of(text)
    own = first.kind if first else ""
    kept = {
        kind: _in_sequence(kind, inside, first.value if first and kind == own else 0) for kind, inside in found.items()
    }
    places = [place for inside in kept.values() for place in inside]
    return sorted(places) if len(places) > 1 or kept.get(own) else []


def _in_sequence(kind: str, places: list[tuple[int, int]], before: int) -> list[int]:
    """Keep the places whose numbers count on, from the one `before` that opens the line."""
    if kind in ("salutation", "dash"):
        return [place for place, _ in places]
    kept: list[int] = []
    last = before
    for place, value in places:
        if value in (1, last + 1) or (not kept and value == 2):
            kept.append(place)
            last = value
    return kept


def _glued_heading(line: Line, glued: bool) -> list[Line]:
    """Part a heading from the text in its line; `glued`: the line holds more paragraphs than one."""
    found = (_GLUED_HEADING.match(line.text) if glued else None) or _WHOLE_HEADING.match(line.text)
    return cut(line, [found.end()]) if found else [line]


def _formal(line: Line, early: bool, below: str, issuer: str) -> list[Line]:
    """Cut the head of a report or notice, and the signature at its end."""
    if line.grid is not None:
        return [line]
    dated_below = _DAY.match(below) is not None and len(below) < 30
    found = {*_head_places(line.text, early), *_end_places(line.text), *signed_ends(line.text, issuer, dated_below)}
    pieces = cut(line, sorted(place for place in found if 0 < place < len(line.text)))
    if len(pieces) > 1:
        return [again for piece in pieces for again in _salutation(piece)]
    return pieces


def _head_places(text: str, early: bool) -> Iterator[int]:
    """Give where title, number, session, speaker and addressee end; `early`: among the first lines."""
    if "各位" in text[:900] and (found := _HEAD.search(text, 0, 900)):
        dateline = re.match(r".{0,20}日.{0,2}[电讯]", found["title"])
        yield from (found.start(), found.start() + (dateline.end() if dateline else 0))
        yield from (found.end(name) for name in ("title", "session", "speaker") if found[name])
    if (notice := _NOTICE.match(text[:200])) and (early or notice.end() == len(text)):
        yield from (notice.end("title"), notice.end("number"))
    if "第一" in text[:80] and (chapter := _CHAPTERED.search(text, 0, 80)):
        yield chapter.end()
    for form in (_ORDER, _ADDRESSEE, _DATED) if early else ():
        if match := form.match(text):
            yield match.end()


def _end_places(text: str) -> Iterator[int]:
    """Give where the stamp of a site, who printed the text, or a salutation begins at the end of a line."""
    yield _stamp(text)
    if credit := _CREDIT.search(text, max(0, len(text) - 60)):
        yield credit.end()
    if spoken := _SPOKEN.search(text):
        yield spoken.end()


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
