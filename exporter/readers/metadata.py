"""Read what a document says of itself: title, place, dates, speaker, session, numbers of documents, kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exporter.model import DocType, Metadata
from exporter.readers.furniture import DATE, SPEAKER, Layout, Lot
from exporter.readers.lines import Line
from exporter.readers.numbering import han_value
from exporter.readers.words import page_words

SESSION = re.compile(
    r"(?:(?:[\u4e00-\u9fff]{2,12}?(?:省|市|县|区|旗|州|盟|镇|乡))?第?[一二三四五六七八九十百]{1,4}届"
    r"(?:全国)?[\u4e00-\u9fff]{0,14}?(?:人民代表大会|人大|政协)[^，。、上）)\s]{0,4}第?[一二三四五六七八九十]{1,3}次(?:全体)?会议)"
)
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[（(【]\s?(?:19|20)\d{2}\s?[〕\]）)】]\s?第?\d{1,5}号")
_PLACE = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2,7}?)(?P<unit>壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|自治州|自治县|自治旗|省|市|县|区|旗|州|盟|地区|新区|开发区|镇|乡)"
)
_TYPES: tuple[tuple[str, DocType], ...] = (
    (r"政府工作报告|工作报告|施政報告|施政报告", "work_report"),
    (r"统计公报|公报", "communique"),
    (r"预算|决算|預算", "budget"),
    (r"规划|纲要|计划|方案|要点", "plan"),
    (r"通知|决定|意见|批复|办法|公告|通告|条例|规定|细则|通报|请示|函$|令$|决议", "notice"),
    (r"讲话|致辞|致词|演讲|演辭", "speech"),
    (r"开幕|闭幕|召开|举行|侧记|报道|记者", "news"),
)


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of a document's head, and those of its page that name it."""

    lines: tuple[tuple[Line, Lot], ...]
    body: tuple[Line, ...]
    furniture: tuple[str, ...]
    tail: tuple[Line, ...] = ()


def head_of(lines: Sequence[Line], layout: Layout) -> Head:
    """Sort out the lines that say something of the document."""
    pairs = list(zip(lines, layout.lots, strict=True))
    return Head(
        tuple(pair for pair in pairs if pair[1].kind == "metadata"),
        tuple(line for line, lot in pairs if lot.kind == "body"),
        tuple(line.text for line, lot in pairs if lot.kind == "furniture" and len(line.text) < 120),
    )


def metadata_of(head: Head, title: str | None, subtitle: str | None, language: str) -> Metadata:
    """Read the metadata; what is not said stays None."""
    labels = _labels(line.text for line, _ in head.lines)
    title = title or labels.get("title")
    opening = [line.text for line, _ in head.lines]
    session = _session([*opening, labels.get("title", "")])
    doc_type = _doc_type(title, head)
    reviewed, planned = _years(title or "", opening, head, doc_type)
    return Metadata(
        title=title,
        subtitle=subtitle,
        place=None,
        year_reviewed=reviewed,
        year_planned=planned,
        date=_date(opening, labels, head),
        publisher=_publisher(opening, labels),
        speaker=_speaker(opening, labels),
        session=session,
        document_number=_document_number([*opening, title or ""]),
        doc_type=doc_type,
        language=language,
    )


def iso_date(text: str) -> str | None:
    """Give the first day named in a text as ISO 8601, or None."""
    for found in DATE.finditer(text):
        if found["year"]:
            year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
        else:
            year, month, day = (han_value(found[name]) for name in ("hyear", "hmonth", "hday"))
        if 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year:04}-{month:02}-{day:02}"
    return None


def _labels(texts: Iterable[str]) -> dict[str, str]:
    words = page_words()
    found: dict[str, str] = {}
    for text in texts:
        for match in words.label.finditer(text[:300]):
            word = match[0].rstrip().rstrip("：:").rstrip()
            value = re.split(r"[\s\u3000|]{2,}|\t", text[match.end() : match.end() + 200], maxsplit=1)[0].strip()
            field = words.fields[word]
            if value and value not in ("未知", "无", "暂无"):
                found.setdefault(field, value)
    return found


def _date(opening: Sequence[str], labels: dict[str, str], head: Head) -> str | None:
    for text in (labels.get("date", ""), *(text for text in opening if not text.startswith("——")), *opening):
        if found := iso_date(text):
            return found
    tail = [line.text for line in head.body[-4:] if len(line.text) < 40]
    return next((found for text in reversed(tail) if (found := iso_date(text))), None)


def _publisher(opening: Sequence[str], labels: dict[str, str]) -> str | None:
    if "publisher" in labels:
        return re.split(r"[\s\u3000（(【\[]", labels["publisher"], maxsplit=1)[0] or None
    return None


def _speaker(opening: Sequence[str], labels: dict[str, str]) -> str | None:
    for text in (*opening, labels.get("speaker", "")):
        found = SPEAKER.match(text.strip("（）() "))
        if found and found["name"] and not re.search(r"[，。：]", text):
            return re.sub(r"\s", "", found["name"])
    plain = labels.get("speaker", "").split()
    return plain[-1] if plain and re.fullmatch(r"[\u4e00-\u9fff·]{2,10}", plain[-1]) else None


def _session(texts: Sequence[str]) -> str | None:
    for text in texts:
        found = SESSION.search(text)
        if found:
            return re.sub(r"^.*[在日]", "", found[0])
    return None


def _document_number(texts: Sequence[str]) -> str | None:
    return next((match[0] for text in texts if (match := DOCUMENT_NUMBER.search(text))), None)


def _doc_type(title: str | None, head: Head) -> DocType:
    for pattern, kind in _TYPES:
        if title and re.search(pattern, title):
            return kind
    return "other"


def _years(title: str, opening: Sequence[str], head: Head, doc_type: DocType) -> tuple[int | None, int | None]:
    """Give the year reviewed and the year planned, as titles, headings and dates name them."""
    texts = [line.text for line in head.body if len(line.text) < 60]
    looked = Counter(_year(text) for text in texts if re.search(r"回顾|完成情况|执行情况", text))
    ahead = Counter(_year(text) for text in texts if re.search(r"任务|目标|安排|重点工作|总体要求|部署", text))
    reviewed = next((year for year, _ in looked.most_common() if year), None)
    planned = next((year for year, _ in ahead.most_common() if year), None)
    if doc_type == "communique":
        return _year(title) or reviewed, None
    if doc_type == "work_report" and reviewed and not planned:
        planned = reviewed + 1
    return reviewed, planned


def _year(text: str) -> int | None:
    found = re.search(r"((?:19|20)\d{2})年", text)
    return int(found[1]) if found else None
