"""Tell the lines of the document from those of the page around it, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.model import RegionKind
from exporter.readers.lines import Line
from exporter.readers.numbering import number_of
from exporter.readers.words import bare, page_words


class Lot(NamedTuple):
    """What a line was taken for, and why."""

    kind: RegionKind
    reason: str = ""


class Layout(NamedTuple):
    """Where the document lies among the lines: `title` to `start` its head, from there to `appendix` its body."""

    title: int | None
    start: int
    appendix: int
    end: int
    lots: list[Lot]


BODY = Lot("body")
SHORT = 90
"""Longest line, in characters, that a word of the page can turn into furniture."""
PROSE = 30
"""Shortest line, in characters, that opens a body by its length alone."""

SALUTATION = re.compile(
    r"(?:尊敬的|敬爱的)?(?:各位|主席|同志们|代表们|議長|议长)[^。；，\d]{0,24}[：:！!，]|(?:各位代表|各位委员|同志们)[：:！!，,]"
)
ADDRESSEE = re.compile(
    r"^(?:各|尊敬的|敬爱的|主席|同志们|代表们|[\u4e00-\u9fff]{2,20}(?:人民政府|委员会|厅|局|部|公司|单位)).{0,160}[：:]$"
)
CAPTION = re.compile(
    r"(?:新华社|中新社|人民网|本报|[\u4e00-\u9fff]{2,6}(?:日报|晚报|新闻|网|在线)|融媒体).{0,12}(?:记者|通讯员|发).{0,16}$"
    r"|记者\s*[\u4e00-\u9fff·\s]{2,12}\s*/?\s*(?:摄|文)|[\s）)]摄$|(?:这是|图为).{0,12}(?:现场|场景|资料照片)。?$|^(?:图为|资料图|题图|图片来源|图：)"
)
DATELINE = re.compile(
    r"^.{0,12}(?:新华社|中新社|人民网|新华网|本报|央广网|中国政府网).{0,12}\d{1,2}月\d{1,2}日.{0,3}[电讯]"
)
SUMMARY = re.compile(r"^(?:内容摘要|摘要|内容提要|核心提示|导读|提要|编者按|内容概述|原标题)[：:\s]")
TITLE_END = re.compile(
    r"(?:报告|公报|通知|决定|意见|规划|纲要|方案|办法|讲话|致辞|致词|讲稿|预算|草案|计划|批复|公告|通告|条例|规定|细则|通报|请示|函|令|要点|"
    r"总结|決定|預算案|施政報告|報告|演辭|演词|白皮书|議案|议案|工作安排|答记者问|批示|述职|汇报|倡议书|决议|開幕|开幕|闭幕|召开)"
    r"(?:[（(][^）)]{1,20}[）)]){0,2}(?:[（(][^）)]{1,20})?$"
)
SUBTITLE = re.compile(
    r"^(?:——|—|--|－|―)|(?:会议|大会|全会|例会|會議|座谈会|动员会|工作会)上?(?:的?(?:报告|讲话))?）?$"
)
DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*[-年/.]\s*(?P<month>\d{1,2})\s*[-月/.]\s*(?P<day>\d{1,2})(?:\s*日)?"
    r"|(?P<hyear>[一二][一二三四五六七八九〇○零]{3})年(?P<hmonth>[一二三四五六七八九十]{1,2})月(?P<hday>[一二三四五六七八九十]{1,3})日"
)
_POST = (
    "总理|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|主任|局长|厅长|部长|书记|院长|检察长|"
    "行政长官|行政長官|司長|司\\s?司長"
)
SPEAKER = re.compile(
    rf"^(?P<post>[\u4e00-\u9fff（）、 \u3000]{{0,34}}?(?:{_POST}))[\s：:\u3000]{{0,6}}"
    r"(?P<name>[\u4e00-\u9fff]\s{0,3}[\u4e00-\u9fff](?:\s{0,2}[\u4e00-\u9fff]){0,2}"
    r"|[\u4e00-\u9fff]{2,6}(?:·[\u4e00-\u9fff]{1,8}){1,3})?[）)]?$"
)
APPENDIX = re.compile(
    r"^[※【\[（(★*\s]{0,3}(?:(?:相关|有关|部分|报告|《?政府工作报告》?|附|主要)?(?:名词|名詞|词语|术语|新词)?(?:名词)?(?:解释|注释|註釋|释义|术语说明)|"
    r"附注|注|備註|附件\s?[\d一二三四五六七八九十]{0,2}|附录\s?[\d一二三四五六七八九十A-Z]{0,2}|附錄|補編|补充资料)"
    r"[※】\]）)★*\s]{0,3}[：:]?$"
)
PAGE_NUMBER = re.compile(
    r"^[—\-–－·\s]*(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?/\s?(?:共\s?)?\d{1,4}(?:\s?页)?)?[—\-–－·\s]*$"
)
_REPORTED = re.compile(r"(?<!工)作.{0,20}(?:报告|讲话|说明)|出席|听取|审议")
_MARKS = re.compile(r"[。；！？]")
_JUNK = re.compile(r"^[\W\d_]{0,40}$|^<!--|^-->$|^https?://\S+$|^[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}$")
_HAN = re.compile(r"[\u3400-\u9fff]")


def lay_out(
    lines: Sequence[Line], page: bool = True, known: Sequence[Lot | None] | None = None, first: int = 0
) -> Layout:
    """Tell where the document lies; `page`: among lines of a web page or of scraped text, not of a file of its own.

    `known` is what the format itself tells of each line; no line before `first` opens the body.
    """
    lots: list[Lot | None] = _repeated(lines) if page else [None] * len(lines)
    if known is not None:
        lots = [old or new for old, new in zip(known, lots, strict=True)]
    for index, line in enumerate(lines):
        if page and lots[index] is None and (reason := page_reason(line.text)):
            lots[index] = Lot("furniture", reason)
    weights = [_weight(line) if lot is None else 0 for line, lot in zip(lines, lots, strict=True)]
    start = _start(lines, lots, weights, first)
    title = _title(lines, lots, start)
    end = _end(lines, lots, weights, start) if page else len(lines)
    appendix = _appendix(lines, lots, weights, start, end)
    settled = _settled(lines, lots, title, start, end, page)
    for index in range(appendix, len(lines)):
        if settled[index].kind == "body":
            settled[index] = Lot("appendix", "appendix")
    return Layout(title, start, appendix, end, settled)


def page_reason(text: str) -> str:
    """Give the reason why a line is the page's, by the words it holds; empty if none."""
    if len(text) > SHORT or "\t" in text:
        return ""
    words = page_words()
    if reason := words.whole.get(bare(text)):
        return reason
    for pattern, search in ((words.start, False), (words.end, False), (words.hold, True), (words.end_hold, True)):
        found = pattern.search(text) if search else pattern.match(text)
        if found and not (_MARKS.search(text) and len(text) > 60):
            return words.reasons[found[0]]
    if words.watermark.match(text) and len(text) <= 40:
        return "watermark"
    if text.count(" | ") > 2 or text.count("|") > 3:
        return "navigation"
    return ""


def is_prose(text: str) -> bool:
    """Tell whether a line is running text: it holds the end of a sentence or clause, or is long."""
    return len(text) >= 12 and (_MARKS.search(text) is not None or (len(text) >= 40 and "，" in text))


def _weight(line: Line) -> int:
    return len(line.text) if line.grid is not None or is_prose(line.text) else 0


def _repeated(lines: Sequence[Line]) -> list[Lot | None]:
    """Find stretches that repeat earlier lines word for word, as pages made for two screens do."""
    first: dict[str, int] = {}
    again = [first.setdefault(line.text, index) < index for index, line in enumerate(lines)]
    lots: list[Lot | None] = [None] * len(lines)
    index = 0
    while index < len(lines):
        if not again[index]:
            index += 1
            continue
        stop = index
        while stop < len(lines) and again[stop]:
            stop += 1
        long = [len(lines[one].text) for one in range(index, stop) if is_prose(lines[one].text)]
        if sum(long) > 400 and sum(1 for size in long if size >= PROSE) >= 1:
            lots[index:stop] = [Lot("furniture", "repeated text")] * (stop - index)
        index = stop
    return lots


def _start(lines: Sequence[Line], lots: Sequence[Lot | None], weights: Sequence[int], least: int) -> int:
    """Find the first line of the body: a salutation, a first heading, or the first paragraph."""
    total = sum(weights[least:])
    before = 0
    first = None
    for index, line in enumerate(lines):
        if lots[index] is not None or index < least:
            continue
        if SALUTATION.match(line.text) and before <= 0.2 * total:
            return index
        if first is None and _opens(line):
            first = index
        before += weights[index]
        if before > 0.2 * total and first is not None:
            break
    if first is None:
        # No running text at all: what is neither the page's nor a record is the document.
        first = next((index for index in range(least, len(lines)) if lots[index] is None), len(lines))
    return first


def _opens(line: Line) -> bool:
    if line.grid is not None or (line.level is not None and 0 < line.level < 9):
        return True
    number = number_of(line.text)
    if number and number.kind in ("han", "chapter", "part") and number.value == 1 and len(line.text) < 60:
        return True
    if CAPTION.search(line.text) or SUMMARY.match(line.text) or DATELINE.match(line.text) or is_label(line.text):
        return False
    return len(line.text) >= PROSE and is_prose(line.text)


def is_label(text: str) -> bool:
    """Tell whether a line begins with a label that names a part of the record: 标题：, 发文单位：."""
    return page_words().label.match(text) is not None


def _title(lines: Sequence[Line], lots: Sequence[Lot | None], start: int) -> int | None:
    best, best_score = None, 0.0
    paged = start < len(lines) and lines[start].page > 0
    for back, index in enumerate(range(start - 1, max(-1, start - 80), -1)):
        if (lots[index] is not None and lines[index].level != 0) or len(lines[index].text) > 120:
            continue
        # On a web page the title stands nearest to the text; of a file with pages it opens the first one.
        score = _title_score(lines, index) - (-0.05 * back if paged else 0.05 * back)
        if score > best_score:
            best, best_score = index, score
    return best


def _title_score(lines: Sequence[Line], index: int) -> float:
    text = lines[index].text
    if lines[index].level == 0:
        return 9.0
    if CAPTION.search(text) or is_label(text) or DATELINE.match(text) or (is_prose(text) and text.endswith("。")):
        return 0.0
    head = re.split(r"\s*——", text, maxsplit=1)[0].strip() if not text.startswith("——") else ""
    if not head or not _HAN.search(head):
        return 0.0
    score = 5.0 if TITLE_END.search(head) and not _REPORTED.search(head) else 0.0
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if score and (SUBTITLE.search(below) or DATE.match(below) or SPEAKER.match(below) or head != text):
        score += 2.0
    return score


def _end(lines: Sequence[Line], lots: Sequence[Lot | None], weights: Sequence[int], start: int) -> int:
    """Find the line after the last of the document."""
    words = page_words()
    total = sum(weights[start:])
    seen = 0
    for index in range(start, len(lines)):
        text = lines[index].text
        lot = lots[index]
        ends = lot is not None and lot.kind == "furniture" and lot.reason != "repeated text"
        if ends and (words.end.match(text) or words.end_hold.search(text)) and seen >= 0.6 * total:
            return index
        seen += weights[index]
    return len(lines)


def _appendix(lines: Sequence[Line], lots: Sequence[Lot | None], weights: Sequence[int], start: int, end: int) -> int:
    """Find the first line of glossary, notes and annexes, which follow more than half of the text; `end` if none."""
    total = sum(weights[start:end])
    before = 0
    for index in range(start, end):
        text = lines[index].text
        if lots[index] is None and before > 0.5 * total and APPENDIX.match(text):
            return index
        if lots[index] is None and before > 0.9 * total and re.match(r"注\s?[：:]", text):
            return index
        before += weights[index]
    return end


def _settled(
    lines: Sequence[Line], lots: list[Lot | None], title: int | None, start: int, end: int, page: bool
) -> list[Lot]:
    settled: list[Lot] = []
    last = max(
        (i for i in range(start, end) if lots[i] is None and (lines[i].grid is not None or is_prose(lines[i].text))),
        default=end - 1,
    )
    for index, line in enumerate(lines):
        lot = lots[index]
        if index < start and (lot is None or index == title):
            lot = _head_lot(line, index, title, page, lines[index + 1].text if index + 1 < len(lines) else "")
        elif index >= end and lot is None:
            lot = _tail_lot(line)
        elif lot is None:
            last += page and index == last + 1 and (_closes(line.text) or line.text.endswith("。"))
            lot = BODY if not page or index <= last else Lot("furniture", "after the text")
        settled.append(lot)
    return settled


def _opens_title(text: str, below: str) -> bool:
    """Tell whether a line above the title is its beginning."""
    if len(text) + len(below) > SHORT or is_prose(text) or is_label(text) or _JUNK.match(text) or "|" in text:
        return False
    return re.search(r"关于|(?:19|20)\d{2}年度?$|[的与和及、]$|年度$", text) is not None or bool(
        re.match(r"(?:与|和|及|暨|草案)", below)
    )


def _is_kicker(text: str, below: str) -> bool:
    """Tell whether a line above the title of a news story is a part of its headline."""
    plain = 8 <= len(text) <= 40 and not re.search(r"[|>＞»：:/\\]|首页|网", text) and len(below) >= 8
    others = (DATE, DATELINE, CAPTION, SPEAKER)
    return plain and text != below and len(_HAN.findall(text)) >= 8 and not any(one.search(text) for one in others)


def _head_lot(line: Line, index: int, title: int | None, page: bool, below: str) -> Lot:
    text = line.text
    if index == title or (title is not None and title - 3 <= index < title and _opens_title(line.text, below)):
        return Lot("metadata", "title")
    if SUMMARY.match(text) or re.search(r"(?:\.{3,}|…)$", text):
        return Lot("furniture", "summary")
    if is_label(text):
        return Lot("metadata", "record")
    inside = title is not None and index > title
    if title is not None and title - 4 <= index < title and _is_kicker(text, below):
        return Lot("furniture", "page title") if TITLE_END.search(text) else Lot("metadata", "head")
    if DATE.search(text) and len(text) < 60 and not SUBTITLE.search(text):
        printed = inside and DATE.sub("", text).strip(" （）()") == ""
        return Lot("metadata", "head" if printed and "日" in text else "date")
    if DATELINE.match(text):
        return Lot("metadata", "dateline") if inside else Lot("furniture", "dateline")
    if CAPTION.search(text):
        return Lot("furniture", "caption")
    if _JUNK.match(text):
        return Lot("furniture", "page tools")
    if inside or not page or (title is None and (SPEAKER.match(text) or SUBTITLE.search(text))):
        return Lot("metadata", "head")
    return Lot("furniture", "navigation")


def _tail_lot(line: Line) -> Lot:
    if re.match(r"^[（(]?来源[：:]", line.text):
        return Lot("metadata", "publisher")
    return Lot("furniture", "site footer")


def _closes(text: str) -> bool:
    """Tell whether a short line after the last paragraph still belongs to the document: date, signature, attachment."""
    if DATE.search(text) and len(text) < 30:
        return True
    if re.match(r"^(?:附件|附表|附录|附：|附注|抄送|（?此件|主题词|注：|注释)", text):
        return True
    return (
        len(text) <= 30
        and re.search(r"(?:人民政府|国务院|办公厅|办公室|委员会|统计局|调查队|财政局|财政厅|部|局|厅|委)$", text)
        is not None
    )
